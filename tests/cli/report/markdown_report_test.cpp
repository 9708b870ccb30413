// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/report/markdown_report.h"

#include "tests/core/report/period_builder.h"

namespace paydown::cli {
namespace {

using test::PeriodBuilder;
using test::SnapshotBuilder;
using ::testing::HasSubstr;
using ::testing::Not;

TEST(MarkdownReport, IsASummaryWithoutMarkupOfTheRepository) {
    SnapshotBuilder snapshot;
    snapshot.add("a.cpp", 88, "<b>retries</b> | [x](http://evil.example)");
    SnapshotBuilder::end(snapshot.add("b.cpp", 1, "paid *now*"), "2026-10-10");
    PeriodBuilder period;
    period.commit("2026-10-01", {0, 1});
    period.commit("2026-10-20").passedAfter.push_back(test::itemNumber(1));
    const Report report = makeReport(snapshot.assessed(), period.facts(), {});
    const ShortIds shortIds({test::itemNumber(0), test::itemNumber(1)});

    const std::string text = markdownReport({&report, &shortIds});

    EXPECT_THAT(text,
                HasSubstr("**50\u00a0% of the commits from 2026-09-01 to 2026-11-30 passed through code with known "
                          "debt.**"));
    EXPECT_THAT(text, HasSubstr("Ended: 1 paid."));
    EXPECT_THAT(text, HasSubstr("paid \\*now\\*"));
    EXPECT_THAT(text, HasSubstr("Its code was touched by 1 commit in the 91 days before, by 1 in the 51 days since."));
    EXPECT_THAT(text, Not(HasSubstr("<b>")));
    EXPECT_THAT(text, Not(HasSubstr("[x](")));
}

} // namespace
} // namespace paydown::cli
