// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/report/charts.h"

#include "tests/core/report/period_builder.h"

namespace paydown::cli {
namespace {

using test::day;
using ::testing::HasSubstr;

TEST(TaxChart, HasABarForEachWeekThatEndsWithThePeriod) {
    test::PeriodBuilder period;
    period.commit("2026-11-30", {0});
    period.commit("2026-11-24");
    period.commit("2026-09-01", {0});
    test::SnapshotBuilder snapshot;
    snapshot.add("a.cpp", 1, "x");

    const std::string chart = taxChart(makeReport(snapshot.assessed(), period.facts(), {}));

    EXPECT_THAT(chart, HasSubstr("<title>7 days from 2026-11-24: 1 of 2 commits passed through debt</title>"));
    EXPECT_THAT(chart, HasSubstr("<title>7 days from 2026-09-01: 1 of 1 commits passed through debt</title>"));
}

TEST(Charts, DrawMonthsOfNothing) {
    const std::vector<MonthOfDebt> months{{day("2026-10-01"), 0, {}, {}}, {day("2026-11-01"), 0, {}, {}}};
    EXPECT_THAT(comingAndGoingChart(months), HasSubstr("</svg>"));
    EXPECT_THAT(openChart(months), HasSubstr("2026-10"));
    EXPECT_THAT(comingAndGoingChart({}), HasSubstr("</svg>"));
}

TEST(Charts, HangEndingsBelowTheLine) {
    std::vector<MonthOfDebt> months{{day("2026-10-01"), 4, {2, 0, 0, 1, 0, 0}, {}}};
    const std::string chart = comingAndGoingChart(months);
    EXPECT_THAT(chart, HasSubstr("2026-10: 4 introduced"));
    EXPECT_THAT(chart, HasSubstr("2026-10: 2 paid"));
    EXPECT_THAT(chart, HasSubstr("2026-10: 1 reverted"));
}

TEST(Sparkline, IsNothingForLessThanTwoValues) {
    const std::vector<std::size_t> values{1, 5, 3};
    EXPECT_EQ(sparkline({}), "");
    EXPECT_THAT(sparkline(values), HasSubstr("from 1 to 3"));
}

} // namespace
} // namespace paydown::cli
