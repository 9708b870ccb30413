# The three kinds of target that the project is made of. Each carries its own requirements; nothing is global.

# Flags of our own code; third-party code is built without them.
add_library(paydown_flags INTERFACE)
target_compile_options(paydown_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion $<$<BOOL:${PAYDOWN_WERROR}>:-Werror>)
if(PAYDOWN_WERROR AND CMAKE_CXX_COMPILER_ID STREQUAL GNU)
  # GCC 12 guesses these after inlining and is wrong about std::string (its bug 105651): said, but never fatal.
  foreach(guess array-bounds restrict stringop-overflow stringop-overread maybe-uninitialized dangling-pointer
          free-nonheap-object use-after-free nonnull)
    target_compile_options(paydown_flags INTERFACE $<$<COMPILE_LANGUAGE:CXX>:-Wno-error=${guess}>)
  endforeach()
endif()
target_include_directories(paydown_flags INTERFACE ${PROJECT_SOURCE_DIR})
if(PAYDOWN_SANITIZE)
  target_compile_options(paydown_flags INTERFACE -fsanitize=${PAYDOWN_SANITIZE} -fno-omit-frame-pointer)
  target_link_options(paydown_flags INTERFACE -fsanitize=${PAYDOWN_SANITIZE})
endif()

# paydown_library(NAME SOURCES a.cpp … [DEPENDS target …])
# A static library for one folder. NAME is the folder with underscores (core_model for core/model), and is also
# reachable as paydown::NAME. DEPENDS are public: the layering test holds what may stand there.
function(paydown_library name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;DEPENDS")
  add_library(${name} STATIC ${arg_SOURCES})
  add_library(paydown::${name} ALIAS ${name})
  target_link_libraries(${name} PUBLIC paydown_flags ${arg_DEPENDS})
endfunction()

# paydown_test(NAME SOURCES a_test.cpp … [DEPENDS target …] [QT])
# One GoogleTest program for one folder; every TEST becomes a ctest of its own. QT runs it on the offscreen platform.
function(paydown_test name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "QT" "" "SOURCES;DEPENDS")
  add_executable(${name} ${arg_SOURCES})
  target_link_libraries(${name} PRIVATE paydown_flags ${arg_DEPENDS} GTest::gmock $<IF:$<BOOL:${arg_QT}>,GTest::gtest,GTest::gmock_main>)
  target_precompile_headers(${name} PRIVATE <gmock/gmock.h> <gtest/gtest.h> <string> <vector>)
  if(PAYDOWN_SANITIZE)
    # The expansions of matchers, not the code under test: there these checks double the time to compile.
    target_compile_options(${name} PRIVATE -fno-sanitize=null,alignment,vptr,object-size)
  endif()
  # What readings leave in the user's cache stays in the build.
  set(environment "TZ=UTC" "XDG_CACHE_HOME=${PROJECT_BINARY_DIR}/test-cache")
  if(arg_QT)
    list(APPEND environment QT_QPA_PLATFORM=offscreen)
  endif()
  gtest_discover_tests(${name} DISCOVERY_MODE PRE_TEST PROPERTIES TIMEOUT 300 ENVIRONMENT "${environment}")
endfunction()
