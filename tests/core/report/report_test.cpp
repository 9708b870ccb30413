// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/report.h"

#include "tests/core/report/period_builder.h"

namespace paydown {
namespace {

using test::day;
using test::itemNumber;
using test::PeriodBuilder;
using test::SnapshotBuilder;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(Report, SaysWhatEndedByKindAndWhatThatChangedAroundIt) {
    SnapshotBuilder snapshot;
    SnapshotBuilder::end(snapshot.add("a.cpp", 1, "dropped"), "2026-10-01", EndingKind::Dropped);
    SnapshotBuilder::end(snapshot.add("a.cpp", 2, "paid"), "2026-11-20");
    SnapshotBuilder::end(snapshot.add("a.cpp", 3, "long ago"), "2026-08-31");
    PeriodBuilder period;
    period.commit("2026-08-20", {1}); // More than the period's 91 days before the end.
    period.commit("2026-08-22", {1});
    period.commit("2026-11-01", {1, 0});
    period.commit("2026-11-25").passedAfter.push_back(itemNumber(1));

    const Report report = makeReport(snapshot.assessed(), period.facts(), {});

    ASSERT_EQ(report.ended.size(), 2U);
    EXPECT_EQ(report.ended[0].item, 1U);
    EXPECT_THAT(report.ended[0].before, ElementsAre(1, 2));
    EXPECT_THAT(report.ended[0].since, ElementsAre(3));
    EXPECT_EQ(report.ended[0].daysBefore, std::chrono::days{91});
    EXPECT_EQ(report.ended[0].daysSince, std::chrono::days{10});
    EXPECT_EQ(report.endedByKind[static_cast<std::size_t>(EndingKind::Dropped)], 1U);
}

TEST(Report, ComparesTheTaxWithThatOfAsManyDaysBefore) {
    SnapshotBuilder snapshot;
    snapshot.add("a.cpp", 1, "x");
    PeriodBuilder period;
    period.commit("2026-06-02", {0}); // The 91 days before begin here.
    period.commit("2026-06-01", {0});
    period.commit("2026-09-01");

    const Report report = makeReport(snapshot.assessed(), period.facts(), {});

    EXPECT_DOUBLE_EQ(report.tax.share(), 0);
    EXPECT_THAT(report.taxBefore.commits, ElementsAre(0));
    EXPECT_DOUBLE_EQ(report.taxBefore.share(), 1);
}

TEST(Report, ListsWhatIsNewAndStillOpenNewestFirst) {
    SnapshotBuilder snapshot;
    SnapshotBuilder::introduce(snapshot.add("a.cpp", 1, "old"), "2026-08-01");
    SnapshotBuilder::introduce(snapshot.add("a.cpp", 2, "first"), "2026-09-01");
    SnapshotBuilder::introduce(snapshot.add("a.cpp", 3, "second"), "2026-10-01");
    Item& gone = snapshot.add("a.cpp", 4, "gone");
    SnapshotBuilder::introduce(gone, "2026-10-01");
    SnapshotBuilder::end(gone, "2026-10-02");

    EXPECT_THAT(makeReport(snapshot.assessed(), PeriodBuilder().facts(), {}).introduced, ElementsAre(2, 1));
}

TEST(Report, GroupsThePlanByPeriods) {
    SnapshotBuilder snapshot;
    snapshot.decide(snapshot.add("a.cpp", 1, "later"), field::kPeriod, "2026-12-01");
    snapshot.decide(snapshot.add("a.cpp", 2, "now"), field::kPeriod, "2026-11-01");
    snapshot.add("a.cpp", 3, "never");

    const Report report = makeReport(snapshot.assessed(), PeriodBuilder().facts(), {});

    ASSERT_EQ(report.plan.size(), 2U);
    EXPECT_EQ(report.plan[0].name, "November 2026");
    EXPECT_THAT(report.plan[0].items, ElementsAre(1));
    EXPECT_THAT(report.plan[1].items, ElementsAre(0));
}

TEST(Report, LeavesOutIncidentsThatAreSettled) {
    SnapshotBuilder snapshot;
    snapshot.add("a.cpp", 1, "open").annotation.stated.from = "INC-1";
    Item& settled = snapshot.add("a.cpp", 2, "settled");
    settled.annotation.stated.from = "INC-2";
    SnapshotBuilder::end(settled, "2026-10-01");

    const auto incidents = makeReport(snapshot.assessed(), PeriodBuilder().facts(), {}).incidents;

    ASSERT_EQ(incidents.size(), 1U);
    EXPECT_EQ(incidents[0].name, "INC-1");
}

TEST(Report, OfAnEmptyRepositoryIsEmpty) {
    const Report report = makeReport(SnapshotBuilder().assessed(), PeriodBuilder().facts(), {});
    EXPECT_THAT(report.top, IsEmpty());
    EXPECT_THAT(report.folders, IsEmpty());
    EXPECT_EQ(report.months.size(), kMonthsOfReport);
}

} // namespace
} // namespace paydown
