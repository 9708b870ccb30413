// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/months.h"

#include "tests/core/triage/snapshot_builder.h"

namespace paydown {
namespace {

using test::day;
using test::SnapshotBuilder;
using ::testing::ElementsAre;

TEST(Months, GoUpToTheOneOfADay) {
    EXPECT_THAT(monthsUpTo(day("2024-03-31"), 3), ElementsAre(day("2024-01-01"), day("2024-02-01"), day("2024-03-01")));
    EXPECT_EQ(lastOfMonth(day("2024-02-01")), day("2024-02-29"));
    EXPECT_EQ(lastOfMonth(day("2026-12-01")), day("2026-12-31"));
}

TEST(Months, CountWhatCameAndWentAndWhatStoodAtTheEnd) {
    SnapshotBuilder builder;
    SnapshotBuilder::introduce(builder.add("a.cpp", 1, "x"), "2026-09-30");
    Item& dropped = builder.add("a.cpp", 2, "x");
    SnapshotBuilder::introduce(dropped, "2026-10-01");
    SnapshotBuilder::end(dropped, "2026-11-30", EndingKind::Dropped);
    const auto worklist = builder.assessed();

    const auto months = monthsOf(*worklist, monthsUpTo(day("2026-11-23"), 3), 0);

    ASSERT_EQ(months.size(), 3U);
    EXPECT_EQ(months[0].introduced, 1U);
    EXPECT_EQ(months[0].open.all(), 1U);
    EXPECT_EQ(months[1].introduced, 1U);
    EXPECT_EQ(months[1].open.all(), 2U);
    EXPECT_EQ(months[2].ended[static_cast<std::size_t>(EndingKind::Dropped)], 1U);
    EXPECT_EQ(months[2].open.all(), 1U);
}

TEST(Months, AreThoseOfTheConfiguredOffset) {
    SnapshotBuilder builder;
    Item& item = builder.add("a.cpp", 1, "x");
    SnapshotBuilder::introduce(item, "2026-09-30");
    item.introduced->committed = {day("2026-10-01").time_since_epoch().count() * 86'400 - 1'800, 0}; // 23:30 in UTC
    const auto worklist = builder.assessed();
    const auto months = monthsUpTo(day("2026-10-23"), 2);
    EXPECT_EQ(monthsOf(*worklist, months, 0)[0].introduced, 1U);
    EXPECT_EQ(monthsOf(*worklist, months, 120)[0].introduced, 0U);
    EXPECT_EQ(monthsOf(*worklist, months, 120)[1].introduced, 1U);
}

TEST(Months, KnowNoDebtOfAnUnknownBeginning) {
    SnapshotBuilder builder;
    builder.add("a.cpp", 1, "x").introduced.reset();
    const auto worklist = builder.assessed();
    EXPECT_EQ(monthsOf(*worklist, monthsUpTo(day("2026-11-23"), 1), 0)[0].open.all(), 0U);
}

} // namespace
} // namespace paydown
