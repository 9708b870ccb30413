// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/triage/today.h"

#include "tests/core/triage/snapshot_builder.h"

#include <gtest/gtest.h>

namespace paydown {
namespace {

using test::day;
using test::SnapshotBuilder;

TEST(Today, CountsWhatMatters) {
    SnapshotBuilder builder;
    SnapshotBuilder::introduce(builder.add("a.cpp", 1, "new"), "2026-11-20");
    builder.touch(builder.add("b.cpp", 1, "woken"), {"2026-11-20", "2020-02-01"});
    builder.add("c.cpp", 1, "overdue and mine").annotation.stated.due = day("2026-11-22");
    builder.snapshot().items[2].annotation.stated.owner = "@mia";
    builder.add("d.cpp", 1, "due today").annotation.stated.due = day("2026-11-23");
    SnapshotBuilder::end(builder.add("e.cpp", 1, "paid"), "2026-11-20");
    SnapshotBuilder::end(builder.add("f.cpp", 1, "paid long ago"), "2025-11-20");

    const Today numbers = today(*builder.assessed());

    EXPECT_EQ(numbers.fresh, 1U);
    EXPECT_EQ(numbers.woke, 1U);
    EXPECT_EQ(numbers.overdue, 1U);
    EXPECT_EQ(numbers.dueSoon, 1U);
    EXPECT_EQ(numbers.mine, 1U);
    EXPECT_EQ(numbers.mineNow, 1U);
    EXPECT_EQ(numbers.open, 4U);
    EXPECT_EQ(numbers.endedLately, 1U);
}

TEST(Today, NamesTheCommandThatIsMostWorthTyping) {
    SnapshotBuilder builder;
    EXPECT_EQ(today(*builder.assessed()).nextCommand, "paydown list");

    builder.add("a.cpp", 1, "old");
    EXPECT_EQ(today(*builder.assessed()).nextCommand, "paydown list --queue review");

    SnapshotBuilder::introduce(builder.add("b.cpp", 1, "new"), "2026-11-20");
    EXPECT_EQ(today(*builder.assessed()).nextCommand, "paydown list state:new");

    builder.decide(builder.snapshot().items[0], field::kOwner, "@kai").slips = 2;
    EXPECT_EQ(today(*builder.assessed()).nextCommand, "paydown list state:needs-answer");
}

} // namespace
} // namespace paydown
