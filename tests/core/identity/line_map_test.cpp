// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/line_map.h"
#include "core/identity/similarity.h"

using namespace paydown::identity;

namespace {

std::vector<std::uint32_t> linesAfter(std::string_view before, std::string_view after) {
    const auto old = hashLines(before);
    const LineMap map(old, hashLines(after));
    std::vector<std::uint32_t> lines;
    for (std::uint32_t line = 1; line <= old.size(); ++line) lines.push_back(map.lineAfter(line));
    return lines;
}

TEST(LineMap, FollowsLinesBelowAnInsertion) {
    EXPECT_EQ(linesAfter("a\nb\nc\n", "x\ny\na\nb\nc\n"), (std::vector<std::uint32_t>{3, 4, 5}));
}

TEST(LineMap, SaysWhichLineWent) {
    EXPECT_EQ(linesAfter("a\nb\nc\n", "a\nc\n"), (std::vector<std::uint32_t>{1, 0, 2}));
}

TEST(LineMap, TakesAnIndentedLineForUnchanged) {
    EXPECT_EQ(linesAfter("a = 1;\nb = 2;\n", "{\n    a = 1;\n    b = 2;\n}\n"), (std::vector<std::uint32_t>{2, 3}));
}

TEST(LineMap, KeepsTheOrderOfRepeatedLines) {
    EXPECT_EQ(linesAfter("x\nr\ny\nr\nz\n", "x\nr\nnew\ny\nr\nz\n"), (std::vector<std::uint32_t>{1, 2, 4, 5, 6}));
}

TEST(LineMap, AlignsRepeatedLinesAroundAChange) {
    EXPECT_EQ(linesAfter("r\nr\nr\n", "s\nr\nr\nt\n"), (std::vector<std::uint32_t>{0, 2, 3}));
}

TEST(LineMap, MapsNothingOntoAnEmptyFile) { EXPECT_EQ(linesAfter("a\n", ""), (std::vector<std::uint32_t>{0})); }

TEST(CommonLines, CountsAgainstTheLargerFile) {
    EXPECT_EQ(commonLines(hashLines("a\nb\n"), hashLines("a\nb\nc\nd\n")), 500U);
}

TEST(CommonLines, PassesBlankLinesOver) { EXPECT_EQ(commonLines(hashLines("a\n\n\n"), hashLines("b\n\n\n")), 0U); }

TEST(Similarity, OfEqualTitlesIsAThousand) { EXPECT_EQ(similarity("fixthis", "fixthis"), 1000U); }

TEST(Similarity, OfTitlesWithoutACommonPairIsNothing) { EXPECT_EQ(similarity("abc", "xyz"), 0U); }

TEST(Similarity, IsSymmetric) {
    EXPECT_EQ(similarity("retryforever", "retryonce"), similarity("retryonce", "retryforever"));
}

TEST(Similarity, OfARewordedTitleIsAboveTheThresholds) {
    EXPECT_GT(similarity("retriesforeverwhenthebankisdown", "retriesforeverifthebankisdown"), 800U);
}

} // namespace
