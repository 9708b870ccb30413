// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/filter/path_pattern.h"

#include <gtest/gtest.h>

namespace paydown {
namespace {

struct PathCase {
    std::string pattern;
    std::string path;
    bool matches;
};

class PathPatterns : public testing::TestWithParam<PathCase> {};

TEST_P(PathPatterns, MatchOrNot) {
    EXPECT_EQ(pathMatches(GetParam().pattern, GetParam().path), GetParam().matches)
        << GetParam().pattern << " " << GetParam().path;
}

INSTANTIATE_TEST_SUITE_P(
    Table, PathPatterns,
    testing::Values(PathCase{"src/**", "src/a.cpp", true}, PathCase{"src/**", "src/x/y/a.cpp", true},
                    PathCase{"src/**", "lib/src/a.cpp", false}, PathCase{"src/*", "src/a.cpp", true},
                    PathCase{"src/*.cpp", "src/x/a.cpp", false}, PathCase{"src/**/*.cpp", "src/a.cpp", true},
                    PathCase{"src/**/*.cpp", "src/x/y/a.cpp", true}, PathCase{"src/**/*.cpp", "src/x/a.h", false},
                    PathCase{"**/bank.cpp", "pay/bank.cpp", true}, PathCase{"**/bank.cpp", "bank.cpp", true},
                    PathCase{"*.cpp", "pay/bank.cpp", true}, PathCase{"*.cpp", "pay/bank.cc", false},
                    PathCase{"b?nk.cpp", "pay/bank.cpp", true}, PathCase{"src", "src/a.cpp", true},
                    PathCase{"src", "lib/src/a.cpp", true}, PathCase{"src/", "src/a.cpp", true},
                    PathCase{"src", "srcs/a.cpp", false}, PathCase{"/src", "src/a.cpp", true},
                    PathCase{"/src", "lib/src/a.cpp", false}, PathCase{"lib/src", "lib/src/a.cpp", true},
                    PathCase{"lib/src", "x/lib/src/a.cpp", false}, PathCase{"./src", "src/a.cpp", true},
                    PathCase{"bank.cpp", "pay/bank.cpp", true}, PathCase{"SRC", "src/a.cpp", false},
                    PathCase{"a/**/b/*c", "a/x/b/yc", true}, PathCase{"a/**/b/*c", "a/x/b/y/c", false},
                    PathCase{"a/**/b/*c", "a/b/b/b/zc", true}));

} // namespace
} // namespace paydown
