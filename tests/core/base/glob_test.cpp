// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/glob.h"

namespace paydown {
namespace {

struct Case {
    const char* pattern;
    const char* path;
    bool matches;
};

TEST(Glob, NamesWhatGitIgnoreWouldName) {
    const Case cases[] = {
        {"*.o", "a.o", true},
        {"*.o", "src/a.o", true},
        {"*.o", "src/a.oo", false},
        {"/*.o", "src/a.o", false},
        {"src/*.o", "src/a.o", true},
        {"src/*.o", "src/b/a.o", false},
        {"src/**", "src/b/a.o", true},
        {"src/**", "src", false},
        {"**/src", "a/b/src/x", true},
        {"a/**/b", "a/b", true},
        {"a/**/b", "a/x/y/b", true},
        {"a/**/b", "a/xb", false},
        {"build/", "build/x", true},
        {"build/", "build", false},
        {"build", "x/build/y", true},
        {"/build", "x/build/y", false},
        {"doc/build", "x/doc/build", false},
        {"foo**bar", "foo/bar", false},
        {"foo**bar", "fooXXbar", true},
        {"[a-c].txt", "b.txt", true},
        {"[!a-c].txt", "b.txt", false},
        {"[^a-c].txt", "d.txt", true},
        {"[]a].txt", "].txt", true},
        {"[[:digit:]]x", "7x", true},
        {"[[:digit:]]x", "ax", false},
        {"[a", "[a", false},
        {"a?c", "abc", true},
        {"a?c", "a/c", false},
        {"a\\*c", "a*c", true},
        {"a\\*c", "abc", false},
        {"\\!x", "!x", true},
        {"\\#x", "#x", true},
        {"# note", "# note", false},
        {"", "a", false},
        {"a  ", "a", true},
        {"a\\ ", "a ", true},
        {"!a", "a", false},
        {"*", "a/b", true},
        {"**", "a/b", true},
        {"*a*b*", "xxaxxbxx", true},
        {"**/x/*.c", "p/x/q/x/r.c", true},
        {"lib/**/test_*.py", "lib/test_a.py", true},
        {"lib/**/test_*.py", "lib/x/y/test_a.py", true},
        {"lib/**/test_*.py", "lib/x/y/a_test.py", false},
    };
    for (const Case& c : cases) {
        EXPECT_EQ(globMatches(c.pattern, c.path), c.matches) << c.pattern << " on " << c.path;
    }
}

TEST(Glob, LetsTheLastPatternDecide) {
    const std::vector<std::string> lines{"*.c", "!keep.c", "/keep.c"};
    const GlobList list(lines);
    EXPECT_TRUE(list.matches("a.c"));
    EXPECT_FALSE(list.matches("x/keep.c"));
    EXPECT_TRUE(list.matches("keep.c"));
}

TEST(Glob, KeepsWhatANamedFolderHoldsNamed) {
    const std::vector<std::string> lines{"out/", "!out/keep.c"};
    EXPECT_TRUE(GlobList(lines).matches("out/keep.c"));
}

TEST(Glob, AnswersManyStarsWithoutTryingAllWays) {
    const std::string path(2000, 'a');
    EXPECT_FALSE(globMatches("*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*ab", path));
    std::string deep;
    for (int i = 0; i < 500; ++i) deep += "a/";
    EXPECT_FALSE(globMatches("**/a/**/a/**/a/**/a/**/a/*a*a*a/b", deep + "c"));
}

} // namespace
} // namespace paydown
