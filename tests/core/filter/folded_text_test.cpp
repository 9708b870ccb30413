// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/filter/folded_text.h"

#include <gtest/gtest.h>

namespace paydown {
namespace {

TEST(FoldedText, IgnoresTheCaseOfAsciiLettersOnly) {
    EXPECT_TRUE(containsFolded("Retries FOREVER", "forever"));
    EXPECT_TRUE(containsFolded("aab", "ab"));
    EXPECT_FALSE(containsFolded("ab", "abc"));
    EXPECT_TRUE(containsFolded("x", ""));
    EXPECT_TRUE(containsFolded("M\xc3\xbcller", "m\xc3\xbc"));
    EXPECT_TRUE(equalFolded("TODO", "todo"));
    EXPECT_FALSE(equalFolded("TODOS", "todo"));
}

TEST(FoldedText, TakesAStarForAnyBytes) {
    EXPECT_TRUE(likeFolded("@org/Team-a", "@org/*"));
    EXPECT_TRUE(likeFolded("abcabc", "*abc"));
    EXPECT_TRUE(likeFolded("", "*"));
    EXPECT_FALSE(likeFolded("abc", "a*d"));
    EXPECT_FALSE(likeFolded("abc", "ab"));
}

} // namespace
} // namespace paydown
