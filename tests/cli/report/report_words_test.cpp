// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/report/report_words.h"

namespace paydown::cli {
namespace {

TEST(ReportWords, GivePercentThatNeverSayNoneForSome) {
    EXPECT_EQ(percentOf(0, 0), "0\u00a0%");
    EXPECT_EQ(percentOf(0, 9), "0\u00a0%");
    EXPECT_EQ(percentOf(1, 1000), "under 1\u00a0%");
    EXPECT_EQ(percentOf(1, 3), "33\u00a0%");
    EXPECT_EQ(percentOf(2, 3), "67\u00a0%");
}

TEST(ReportWords, SayThatNothingTouchedTheCode) {
    EndedDebt ended;
    ended.daysBefore = std::chrono::days{90};
    EXPECT_EQ(aroundSentence(ended), "Nothing touched its code in the 90 days before.");
    ended.daysSince = std::chrono::days{30};
    EXPECT_EQ(aroundSentence(ended), "Nothing touched its code in the 90 days before and the 30 days since.");
}

TEST(ReportWords, SayNothingOfDaysSinceWhereThereAreNone) {
    EndedDebt ended;
    ended.before = {1};
    ended.daysBefore = std::chrono::days{90};
    EXPECT_EQ(aroundSentence(ended), "Its code was touched by 1 commit in the 90 days before.");
    ended.daysSince = std::chrono::days{1};
    EXPECT_EQ(aroundSentence(ended),
              "Its code was touched by 1 commit in the 90 days before, by 0 in the 1 day since.");
}

} // namespace
} // namespace paydown::cli
