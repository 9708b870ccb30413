# Third-party libraries, all from Debian 12 except the tree-sitter runtime and grammars (scanner/syntax/grammars).
find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
find_package(fmt REQUIRED)
find_package(spdlog REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(tl-expected REQUIRED)
find_package(tomlplusplus REQUIRED)
find_package(CLI11 REQUIRED)
find_package(SQLiteCpp REQUIRED)
find_package(mimalloc 2.0 REQUIRED)

# For programs: a scan asks for millions of small pieces of memory, and a seventh of its time was malloc's. Linked whole,
# though nothing names it: it stands in for malloc and free.
add_library(paydown_allocator INTERFACE)
target_link_libraries(paydown_allocator INTERFACE -Wl,--push-state,--no-as-needed mimalloc -Wl,--pop-state)
target_sources(paydown_allocator INTERFACE ${PROJECT_SOURCE_DIR}/core/base/allocator.cpp)

pkg_check_modules(LIBGIT2 REQUIRED IMPORTED_TARGET libgit2>=1.5)

# libgit2 goes into the programs from its archive, without its network code (core/git/without_network.cpp).
option(PAYDOWN_SHARED_LIBGIT2 "Link the shared libgit2, network code and all" OFF)
if(NOT PAYDOWN_SHARED_LIBGIT2)
  find_library(LIBGIT2_ARCHIVE libgit2.a)
  find_library(HTTP_PARSER_LIBRARY http_parser)
  find_library(PCRE2_LIBRARY pcre2-8)
  find_library(Z_LIBRARY z)
endif()

# libgit2 needs mbed TLS anyway, so its SHA-256 costs no further library at start.
find_library(MBEDCRYPTO_LIBRARY mbedcrypto REQUIRED)

if(PAYDOWN_TESTS)
  find_package(GTest REQUIRED)
  include(GoogleTest)
endif()
if(PAYDOWN_BENCH)
  find_package(benchmark REQUIRED)
endif()
if(PAYDOWN_GUI)
  find_package(Qt6 6.4 REQUIRED COMPONENTS Core Gui Widgets Charts Svg)
  if(PAYDOWN_TESTS)
    find_package(Qt6 6.4 REQUIRED COMPONENTS Test)
  endif()
endif()
