// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decisions/date_words.h"

namespace paydown {
namespace {

struct DateCase {
    const char* typed;
    const char* date; ///< Empty: refused.
};

class DateWords : public ::testing::TestWithParam<DateCase> {};

// Monday, 23 November 2026.
TEST_P(DateWords, NameDaysFromToday) {
    const auto date = parseDateWord(GetParam().typed, *parseDate("2026-11-23"));
    EXPECT_EQ(date ? formatDate(*date) : "", GetParam().date);
}

INSTANTIATE_TEST_SUITE_P(Words, DateWords,
                         ::testing::Values(DateCase{"2027-02-28", "2027-02-28"}, DateCase{"2027-02", "2027-02-28"},
                                           DateCase{"2026-Q3", "2026-09-30"}, DateCase{"2026-q3", "2026-09-30"},
                                           DateCase{"2026-W48", "2026-11-29"}, DateCase{"today", "2026-11-23"},
                                           DateCase{"Tomorrow", "2026-11-24"}, DateCase{"fri", "2026-11-27"},
                                           DateCase{"friday", "2026-11-27"}, DateCase{"mon", "2026-11-30"},
                                           DateCase{"q4", "2026-12-31"}, DateCase{"Q1", "2027-03-31"},
                                           DateCase{"+3d", "2026-11-26"}, DateCase{"+2w", "2026-12-07"},
                                           DateCase{"+3mo", "2027-02-23"}, DateCase{"+1y", "2027-11-23"},
                                           DateCase{"+0d", "2026-11-23"}, DateCase{"", ""}, DateCase{"fr", ""},
                                           DateCase{"fridays", ""}, DateCase{"q5", ""}, DateCase{"+2", ""},
                                           DateCase{"+-2d", ""}, DateCase{"+99999999999d", ""},
                                           DateCase{"2026-02-30", ""}, DateCase{"soon", ""}));

TEST(DateWords, KeepTheLastDayOfAShorterMonth) {
    EXPECT_EQ(formatDate(*parseDateWord("+1mo", *parseDate("2027-01-31"))), "2027-02-28");
}

struct EffortCase {
    const char* typed;
    int minutes; ///< -1: refused.
};

class EffortWords : public ::testing::TestWithParam<EffortCase> {};

TEST_P(EffortWords, CountWorkingTime) {
    const auto effort = parseEffort(GetParam().typed);
    EXPECT_EQ(effort ? effort->count() : -1, GetParam().minutes);
}

INSTANTIATE_TEST_SUITE_P(Words, EffortWords,
                         ::testing::Values(EffortCase{"30m", 30}, EffortCase{"4h", 240}, EffortCase{"2d", 960},
                                           EffortCase{"1w", 2400}, EffortCase{"1d4h", 720}, EffortCase{"1d 4h", 720},
                                           EffortCase{"1.5D", 720}, EffortCase{"0h", 0}, EffortCase{"", -1},
                                           EffortCase{"2", -1}, EffortCase{"h", -1}, EffortCase{"-2h", -1},
                                           EffortCase{"2y", -1}, EffortCase{"9999999w", -1}, EffortCase{"1e99h", -1},
                                           EffortCase{"2dx", -1}));

TEST(EffortWords, AreShownInTheirLargestUnits) {
    using std::chrono::minutes;
    EXPECT_EQ(formatEffort(minutes{960}), "2d");
    EXPECT_EQ(formatEffort(minutes{2400 + 480 + 60 + 5}), "1w 1d 1h 5m");
    EXPECT_EQ(formatEffort(minutes{0}), "0h");
}

} // namespace
} // namespace paydown
