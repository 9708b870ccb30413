// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schedule/calendar.h"

#include <gtest/gtest.h>

namespace paydown {
namespace {

Date day(std::string_view text) { return parseDate(text).value(); }

Calendar fortnights() {
    PlanConfig config;
    config.start = day("2026-11-16");
    config.days = 14;
    return Calendar(config);
}

TEST(Calendar, UsesCalendarMonthsWhenNothingIsConfigured) {
    const Calendar months{PlanConfig{}};
    const Period november = months.periodOf(day("2026-11-23"));

    EXPECT_EQ(november, (Period{day("2026-11-01"), day("2026-11-30")}));
    EXPECT_EQ(months.next(november), (Period{day("2026-12-01"), day("2026-12-31")}));
    EXPECT_EQ(months.previous(november), (Period{day("2026-10-01"), day("2026-10-31")}));
    EXPECT_EQ(months.nameOf(november), "November 2026");
}

TEST(Calendar, CountsPeriodsFromTheConfiguredStartInBothDirections) {
    const Calendar calendar = fortnights();

    EXPECT_EQ(calendar.periodOf(day("2026-11-16")).start, day("2026-11-16"));
    EXPECT_EQ(calendar.periodOf(day("2026-11-29")).start, day("2026-11-16"));
    EXPECT_EQ(calendar.periodOf(day("2026-11-30")).start, day("2026-11-30"));
    EXPECT_EQ(calendar.periodOf(day("2026-11-15")).start, day("2026-11-02"));
    EXPECT_EQ(calendar.periodOf(day("2026-11-02")).start, day("2026-11-02"));
    EXPECT_EQ(calendar.periodOf(day("2026-11-01")).start, day("2026-10-19"));
    EXPECT_EQ(calendar.nameOf(calendar.periodOf(day("2026-11-23"))), "16 Nov – 29 Nov");
}

TEST(Calendar, PutsEveryDayInOnePeriodThatHoldsIt) {
    for (const Calendar& calendar : {fortnights(), Calendar{PlanConfig{}}}) {
        for (int i = -800; i < 800; ++i) {
            const Date date = day("2026-11-16") + std::chrono::days(i);
            const Period period = calendar.periodOf(date);
            EXPECT_TRUE(period.start <= date && date <= period.last);
            EXPECT_EQ(calendar.previous(calendar.next(period)), period);
            EXPECT_EQ(calendar.next(period).start, period.last + std::chrono::days(1));
        }
    }
}

} // namespace
} // namespace paydown
