// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/history/line_hunks.h"
#include "scanner/history/line_keys.h"

#include <gtest/gtest.h>

namespace paydown::history {
namespace {

std::vector<Hunk> hunks(std::string_view before, std::string_view after) {
    return hunksBetween(lineKeys(before), lineKeys(after));
}

TEST(LineHunks, NameTheLinesOfBothVersions) {
    EXPECT_EQ(hunks("a\nb\nc\n", "a\nx\ny\nc\n"), (std::vector<Hunk>{{2, 1, 2, 2}}));
    EXPECT_EQ(hunks("a\nb\nc\n", "a\nc\n"), (std::vector<Hunk>{{2, 1, 2, 0}}));
    EXPECT_EQ(hunks("a\nc\n", "a\nb\nc\nd\n"), (std::vector<Hunk>{{2, 0, 2, 1}, {3, 0, 4, 1}}));
    EXPECT_EQ(hunks("", "a\n"), (std::vector<Hunk>{{1, 0, 1, 1}}));
    EXPECT_EQ(hunks("a\n", "a\n"), std::vector<Hunk>{});
}

TEST(LineHunks, AreNoneForAnotherIndentationOrOtherLineEnds) {
    EXPECT_EQ(hunks("if (a)\n\tb;\n", "  if (a)\r\n    b; \r\n"), std::vector<Hunk>{});
}

TEST(Meets, AChangedLineAndALineTakenFromBetween) {
    EXPECT_TRUE(meets(hunks("a\nb\nc\n", "a\nx\nc\n"), {2, 2}));
    EXPECT_FALSE(meets(hunks("a\nb\nc\n", "a\nx\nc\n"), {3, 3}));
    EXPECT_FALSE(meets(hunks("a\nb\nc\n", "a\nx\nc\n"), {1, 1}));
    EXPECT_TRUE(meets(hunks("a\nb\nc\n", "a\nc\n"), {1, 2}));
    EXPECT_FALSE(meets(hunks("a\nb\nc\n", "a\nc\n"), {2, 2}));
    EXPECT_FALSE(meets(hunks("a\nb\nc\n", "a\nc\n"), {1, 1}));
}

TEST(CarriedBack, FollowsTheLinesOfAnExtent) {
    const auto above = hunks("a\nb\nc\n", "x\ny\na\nb\nc\n");
    EXPECT_EQ(carriedBack(above, {4, 5}), (LineExtent{2, 3}));

    const auto within = hunks("a\nb\nc\nd\n", "a\nd\n");
    EXPECT_EQ(carriedBack(within, {1, 2}), (LineExtent{1, 4}));

    const auto overTheEnd = hunks("a\nb\nc\nd\n", "a\nx\nd\n");
    EXPECT_EQ(carriedBack(overTheEnd, {1, 2}), (LineExtent{1, 3}));
}

TEST(CarriedBack, IsEmptyForLinesThatCameWithTheNewVersion) {
    const LineExtent old = carriedBack(hunks("a\nb\n", "a\nx\ny\nb\n"), {2, 3});
    EXPECT_LT(old.last, old.first);
}

TEST(CarriedBack, OfOneLineIsThatLineOrTheHunkThatChangedIt) {
    const auto changed = hunks("a\nb\nc\n", "z\na\nx\nc\n");
    EXPECT_EQ(carriedBack(changed, {2, 2}), (LineExtent{1, 1}));
    EXPECT_EQ(carriedBack(changed, {3, 3}), (LineExtent{2, 2}));
    EXPECT_EQ(carriedBack(changed, {4, 4}), (LineExtent{3, 3}));
}

TEST(Shifted, PutsAnExtentAroundAnotherLine) {
    EXPECT_EQ(shifted({8, 14}, 10, 30, 100), (LineExtent{28, 34}));
    EXPECT_EQ(shifted({8, 14}, 10, 2, 3), (LineExtent{1, 3}));
    EXPECT_EQ(shifted({8, 14}, 10, 1, 1), (LineExtent{1, 1}));
}

} // namespace
} // namespace paydown::history
