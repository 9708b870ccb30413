# Third-party libraries, all from Debian 12 except the tree-sitter runtime and grammars (scanner/syntax/grammars).
find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
find_package(fmt REQUIRED)
find_package(spdlog REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(tl-expected REQUIRED)
find_package(tomlplusplus REQUIRED)
find_package(CLI11 REQUIRED)
find_package(mimalloc 2.0 REQUIRED)

# For programs: a scan asks for millions of small pieces of memory, and a seventh of its time was malloc's. Linked whole,
# though nothing names it: it stands in for malloc and free.
add_library(paydown_allocator INTERFACE)
target_link_libraries(paydown_allocator INTERFACE -Wl,--push-state,--no-as-needed mimalloc -Wl,--pop-state)
target_sources(paydown_allocator INTERFACE ${PROJECT_SOURCE_DIR}/core/base/allocator.cpp)

# Small libraries go into the programs from their archives: each shared one costs every start a third of a millisecond,
# and a commit hook is nothing but starts.
option(PAYDOWN_SHARED_LIBRARIES "Link libgit2, SQLite, zlib and the like as shared libraries" OFF)
function(paydown_find_library variable name)
  if(PAYDOWN_SHARED_LIBRARIES)
    find_library(${variable} ${name} REQUIRED)
  else()
    find_library(${variable} NAMES lib${name}.a ${name} REQUIRED)
  endif()
endfunction()
paydown_find_library(SQLite3_LIBRARY sqlite3) # SQLiteCpp looks for it by this name
find_package(SQLiteCpp REQUIRED)
paydown_find_library(DEFLATE_LIBRARY deflate)
# libgit2 needs mbed TLS anyway, so its SHA-256 costs no further library.
paydown_find_library(MBEDCRYPTO_LIBRARY mbedcrypto)

pkg_check_modules(LIBGIT2 REQUIRED IMPORTED_TARGET libgit2>=1.5)

# libgit2 goes into the programs from its archive, without its network code (core/git/without_network.cpp).
if(NOT PAYDOWN_SHARED_LIBRARIES)
  find_library(LIBGIT2_ARCHIVE libgit2.a)
  find_library(HTTP_PARSER_LIBRARY NAMES libhttp_parser.a http_parser) # newer archives need another one, and are not used
  if(LIBGIT2_ARCHIVE AND HTTP_PARSER_LIBRARY)
    paydown_find_library(PCRE2_LIBRARY pcre2-8)
    paydown_find_library(Z_LIBRARY z)
  endif()
endif()

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
