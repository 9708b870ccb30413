// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"

namespace paydown {
namespace {

TEST(Utf8, KnowsWellFormedFromIllFormed) {
    EXPECT_TRUE(isUtf8("plain, müller, 日本, 🎉"));
    for (const char* bad : {"\xff", "\xc0\xaf", "\xed\xa0\x80", "\xe2\x82", "\xf4\x90\x80\x80", "caf\xe9"}) {
        EXPECT_FALSE(isUtf8(bad));
    }
}

TEST(Utf8, ReplacesWhatIsIllFormedAndKeepsTheRest) {
    EXPECT_EQ(toUtf8("caf\xe9 ok"), "caf\xEF\xBF\xBD ok");
    EXPECT_EQ(toUtf8("müller"), "müller");
}

TEST(EscapeForTerminal, LeavesNoWayToMoveTheCursorOrReorderText) {
    EXPECT_EQ(escapeForTerminal("a\x1b[2Jb"), "a\\x1b[2Jb");
    EXPECT_EQ(escapeForTerminal("a\nb\tc"), "a\\x0ab\tc");
    EXPECT_EQ(escapeForTerminal("a\u202eb"), "a\\u202eb");
    EXPECT_EQ(escapeForTerminal("\xc2\x9b"), "\\x9b");
    EXPECT_EQ(escapeForTerminal("caf\xe9"), "caf\\xe9");
    EXPECT_EQ(escapeForTerminal("müller 日本"), "müller 日本");
}

TEST(DisplayWidth, CountsColumnsNotBytes) {
    EXPECT_EQ(displayWidth("abc"), 3U);
    EXPECT_EQ(displayWidth("müller"), 6U);
    EXPECT_EQ(displayWidth("日本"), 4U);
    EXPECT_EQ(displayWidth("e\u0301"), 1U);
}

TEST(FitToWidth, CutsWithAnEllipsisAndNeverInsideACharacter) {
    EXPECT_EQ(fitToWidth("abcdef", 6), "abcdef");
    EXPECT_EQ(fitToWidth("abcdef", 4), "abc…");
    EXPECT_EQ(fitToWidth("日本語", 4), "日…");
    EXPECT_EQ(fitToWidth("abc", 0), "");
}

TEST(Base64, GivesThePublishedTexts) {
    EXPECT_EQ(base64(""), "");
    EXPECT_EQ(base64("f"), "Zg==");
    EXPECT_EQ(base64("fo"), "Zm8=");
    EXPECT_EQ(base64("foobar"), "Zm9vYmFy");
}

TEST(EditDistance, CountsASwapAsOne) {
    EXPECT_EQ(editDistance("reckless", "recless"), 1U);
    EXPECT_EQ(editDistance("reckless", "rekcless"), 1U);
    EXPECT_EQ(editDistance("prudent", "prudent"), 0U);
    EXPECT_EQ(editDistance("", "abc"), 3U);
}

TEST(Split, KeepsEmptyParts) {
    EXPECT_THAT(split("a,,b", ','), testing::ElementsAre("a", "", "b"));
    EXPECT_THAT(split("", ','), testing::ElementsAre(""));
}

TEST(Trimmed, TakesAwayWhiteSpaceAtBothEndsOnly) {
    EXPECT_EQ(trimmed(" \t a b \r\n"), "a b");
    EXPECT_EQ(trimmed(" \n"), "");
}

TEST(CommonPrefixAndSuffix, AreCountedToTheByteAtEveryLength) {
    for (std::size_t size = 0; size < 40; ++size) {
        const std::string text(size, 'a');
        EXPECT_EQ(commonPrefix(text, text + "b"), size);
        EXPECT_EQ(commonSuffix(text, "b" + text), size);
        for (std::size_t at = 0; at < size; ++at) {
            std::string other = text;
            other[at] = '\0';
            EXPECT_EQ(commonPrefix(text, other), at);
            EXPECT_EQ(commonSuffix(text, other), size - at - 1);
        }
    }
}

} // namespace
} // namespace paydown
