// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/date.h"

#include "core/base/error.h"

#include <cstdlib>

namespace paydown {
namespace {

struct DueCase {
    const char* text;
    const char* lastDay; ///< Empty: refused.
};

class DueDate : public testing::TestWithParam<DueCase> {};

TEST_P(DueDate, IsTheLastDayOfWhatWasWritten) {
    const auto due = parseDue(GetParam().text);
    EXPECT_EQ(due ? formatDate(*due) : "", GetParam().lastDay) << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(Forms, DueDate,
                         testing::Values(DueCase{"2026-09-30", "2026-09-30"}, DueCase{"2026-09", "2026-09-30"},
                                         DueCase{"2024-02", "2024-02-29"}, DueCase{"2026-Q3", "2026-09-30"},
                                         DueCase{"2026-q1", "2026-03-31"}, DueCase{"2026-W40", "2026-10-04"},
                                         DueCase{"2020-W53", "2021-01-03"}, DueCase{"2021-W53", ""},
                                         DueCase{"2026-W00", ""}, DueCase{"2026-13", ""}, DueCase{"2026-02-30", ""},
                                         DueCase{"1969-01-01", ""}, DueCase{"2201-01", ""}, DueCase{"2026", ""},
                                         DueCase{"2026-Q5", ""}, DueCase{"2026-9-30", ""}, DueCase{"", ""}));

TEST(Timestamp, SurvivesTheRoundTripThroughRfc3339) {
    for (const char* text : {"2025-11-02T10:11:12+01:00", "1969-12-31T23:59:59+00:00", "2100-01-01T00:00:00-09:30"}) {
        const auto instant = parseTimestamp(text);
        ASSERT_TRUE(instant) << text;
        EXPECT_EQ(formatTimestamp(*instant), text);
    }
}

TEST(Timestamp, RefusesWhatIsNoInstant) {
    for (const char* text : {"2025-11-02", "2025-11-02T25:00:00Z", "2025-11-02T10:11:12", "2025-11-02T10:11:12Zx"}) {
        EXPECT_FALSE(parseTimestamp(text)) << text;
    }
}

TEST(DateOf, IsTheCivilDayInTheZoneOfTheWriter) {
    const auto lateEvening = parseTimestamp("2026-03-01T23:30:00-05:00");
    EXPECT_EQ(formatDate(dateOf(*lateEvening)), "2026-03-01");
    EXPECT_EQ(formatDate(dateOf(*lateEvening, 0)), "2026-03-02");
}

TEST(DateOf, TakesBrokenCommitTimesWithoutOverflow) {
    EXPECT_FALSE(formatTimestamp({INT64_MAX / 4, 0}).empty());
    EXPECT_FALSE(formatTimestamp({INT64_MIN / 4, 0}).empty());
}

TEST(Now, IsWhatPaydownNowSays) {
    setenv("PAYDOWN_NOW", "2026-11-23", 1);
    EXPECT_EQ(formatDate(dateOf(now())), "2026-11-23");
    setenv("PAYDOWN_NOW", "yesterday", 1);
    EXPECT_THROW(static_cast<void>(now()), Error);
    unsetenv("PAYDOWN_NOW");
}

TEST(Age, IsShownInItsLargestUnit) {
    using std::chrono::days;
    EXPECT_EQ(formatAge(days{0}), "today");
    EXPECT_EQ(formatAge(days{13}), "13 d");
    EXPECT_EQ(formatAge(days{21}), "3 w");
    EXPECT_EQ(formatAge(days{200}), "6 mo");
    EXPECT_EQ(formatAge(days{1500}), "4 y");
}

} // namespace
} // namespace paydown
