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

# What is under test is built with these; what tests it only where PAYDOWN_SANITIZE_TESTS says so.
add_library(paydown_sanitizers INTERFACE)
if(PAYDOWN_SANITIZE)
  # These four kinds of checks cost more than half of the time to compile, and the address sanitizer stops at what
  # follows from a null or a wild pointer.
  target_compile_options(paydown_sanitizers INTERFACE
    -Og -fno-omit-frame-pointer -fsanitize=${PAYDOWN_SANITIZE} -fno-sanitize=null,alignment,vptr,object-size)
  target_link_options(paydown_flags INTERFACE -fsanitize=${PAYDOWN_SANITIZE})
endif()

# Most of a file's cost is reading headers, so several files are compiled as one where nobody edits them: PAYDOWN_UNITY.
# Tests name their helpers as they please. The everyday build compiles each alone, and so finds what a file forgot to include.
function(paydown_unity target)
  set_target_properties(${target} PROPERTIES UNITY_BUILD ${PAYDOWN_UNITY} UNITY_BUILD_BATCH_SIZE 8)
  if(PAYDOWN_UNITY AND CMAKE_CXX_COMPILER_ID STREQUAL GNU)
    # What is private to a file looks as if a header had it, when the file is included by another.
    target_compile_options(${target} PRIVATE $<$<COMPILE_LANGUAGE:CXX>:-Wno-subobject-linkage>)
  endif()
endfunction()

# paydown_library(NAME SOURCES a.cpp … [DEPENDS target …])
# A static library for one folder. NAME is the folder with underscores (core_model for core/model), and is also
# reachable as paydown::NAME. DEPENDS are public: the layering test holds what may stand there.
function(paydown_library name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;DEPENDS")
  add_library(${name} STATIC ${arg_SOURCES})
  add_library(paydown::${name} ALIAS ${name})
  target_link_libraries(${name} PUBLIC paydown_flags ${arg_DEPENDS} PRIVATE paydown_sanitizers)
  paydown_unity(${name})
endfunction()

# paydown_test(NAME SOURCES a_test.cpp … [DEPENDS target …] [QT])
# One GoogleTest program for one folder; every TEST becomes a ctest of its own. QT runs it on the offscreen platform.
function(paydown_test name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "QT" "" "SOURCES;DEPENDS")
  add_executable(${name} ${arg_SOURCES})
  target_link_libraries(${name} PRIVATE paydown_flags ${arg_DEPENDS} GTest::gmock $<IF:$<BOOL:${arg_QT}>,GTest::gtest,GTest::gmock_main>)
  if(PAYDOWN_SANITIZE_TESTS)
    target_link_libraries(${name} PRIVATE paydown_sanitizers)
  endif()
  if(arg_QT) # Qt's flags are not those of the others.
    target_precompile_headers(${name} PRIVATE <gmock/gmock.h> <gtest/gtest.h> <string> <vector>)
  else()
    target_precompile_headers(${name} REUSE_FROM tests_headers)
  endif()
  # What readings leave in the user's cache stays in the build.
  set(environment "TZ=UTC" "XDG_CACHE_HOME=${PROJECT_BINARY_DIR}/test-cache")
  if(arg_QT)
    list(APPEND environment QT_QPA_PLATFORM=offscreen)
  endif()
  gtest_discover_tests(${name} DISCOVERY_MODE PRE_TEST PROPERTIES TIMEOUT 300 ENVIRONMENT "${environment}")
endfunction()
