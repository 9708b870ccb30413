// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/triage/waking.h"

#include "tests/core/triage/snapshot_builder.h"

#include <gtest/gtest.h>

namespace paydown {
namespace {

using test::day;
using test::kToday;
using test::SnapshotBuilder;

TEST(Waking, CountsMonthsByTheCalendar) {
    EXPECT_EQ(monthsBefore(day("2026-11-23"), std::chrono::months(24)), day("2024-11-23"));
    EXPECT_EQ(monthsBefore(day("2024-02-29"), std::chrono::months(12)), day("2023-02-28"));
}

TEST(Waking, SleepsAfterTwoYearsWithoutATouch) {
    SnapshotBuilder builder;
    builder.touch(builder.add("a.cpp", 1, "asleep"), {"2024-11-23"});
    builder.touch(builder.add("b.cpp", 1, "awake"), {"2024-11-24"});
    builder.touch(builder.add("c.cpp", 1, "never touched"), {});

    const auto worklist = builder.assessed();

    EXPECT_TRUE(worklist->items[0].sleeping);
    EXPECT_FALSE(worklist->items[1].sleeping);
    EXPECT_TRUE(worklist->items[2].sleeping);
}

TEST(Waking, DoesNotPutToSleepWhatItKnowsNoTouchesOf) {
    SnapshotBuilder builder;
    builder.add("a.cpp", 1, "x");

    EXPECT_FALSE(builder.assessed()->items[0].sleeping);
}

TEST(Waking, DoesNotPutToSleepWhatWasWrittenOrEditedLately) {
    SnapshotBuilder builder;
    Item& item = builder.add("a.cpp", 1, "x");
    builder.touch(item, {"2020-01-01"});
    item.changed->date = test::noon("2025-12-01");

    EXPECT_FALSE(builder.assessed()->items[0].sleeping);
}

TEST(Waking, WakesByATouchAfterTwoQuietYears) {
    SnapshotBuilder builder;
    builder.touch(builder.add("a.cpp", 1, "woken"), {"2026-11-20", "2020-02-01"});
    builder.touch(builder.add("b.cpp", 1, "never slept"), {"2026-11-20", "2025-02-01"});
    builder.touch(builder.add("c.cpp", 1, "woken long ago"), {"2026-03-01", "2020-02-01"});

    const auto worklist = builder.assessed();

    EXPECT_TRUE(worklist->items[0].woke);
    EXPECT_FALSE(worklist->items[1].woke);
    EXPECT_FALSE(worklist->items[2].woke);
}

TEST(Waking, DoesNotCallANewItemInOldCodeWoken) {
    SnapshotBuilder builder;
    Item& item = builder.add("a.cpp", 1, "x");
    SnapshotBuilder::introduce(item, "2026-11-20");
    builder.touch(item, {"2026-11-21", "2026-11-20", "2015-01-01"});

    EXPECT_FALSE(builder.assessed()->items[0].woke);
}

TEST(Waking, IsOverOnceSomebodyDecidedAfterTheTouch) {
    SnapshotBuilder builder;
    Item& item = builder.add("a.cpp", 1, "x");
    builder.touch(item, {"2026-11-20", "2020-02-01"});
    builder.decide(item, field::kOwner, "@kai", "2026-11-21");

    EXPECT_FALSE(builder.assessed()->items[0].woke);
}

struct WakeCase {
    std::string condition;
    bool woken;
};

class WakeConditions : public testing::TestWithParam<WakeCase> {};

// Decided on 2026-11-01; touched on the 10th and 12th, edited on the 12th; v2.0 tagged on the 15th.
TEST_P(WakeConditions, HoldOrNot) {
    SnapshotBuilder builder;
    Item& item = builder.add("a.cpp", 1, "x");
    builder.touch(item, {"2026-11-12", "2026-11-10", "2026-10-01"});
    item.changed->date = test::noon("2026-11-12");
    const DecidedItem decided = builder.decide(item, field::kWake, GetParam().condition);
    const std::vector<ReleaseTag> tags{{"v2.0", day("2026-11-15")}, {"v1.0", day("2026-01-01")}};

    EXPECT_EQ(Waking(day(kToday), tags).wokenByCondition(item, decided), GetParam().woken);
}

INSTANTIATE_TEST_SUITE_P(Table, WakeConditions,
                         testing::Values(WakeCase{"touched:2", true}, WakeCase{"touched:3", false},
                                         WakeCase{"touched:0", false}, WakeCase{"touched:x", false},
                                         WakeCase{"date:2026-11-23", true}, WakeCase{"date:2026-11-24", false},
                                         WakeCase{"changed", true}, WakeCase{"tag:v2*", true},
                                         WakeCase{"tag:V2.0", true}, WakeCase{"tag:v1*", false},
                                         WakeCase{"tag:", false}, WakeCase{"", false}, WakeCase{"someday", false}));

} // namespace
} // namespace paydown
