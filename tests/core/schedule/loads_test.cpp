// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schedule/plan.h"

#include "tests/core/triage/snapshot_builder.h"

#include <gtest/gtest.h>

namespace paydown {
namespace {

using test::day;
using test::kToday;
using test::SnapshotBuilder;

TEST(Loads, AddUpHoursAndItemsByPersonAndPeriodWithNobodyLast) {
    SnapshotBuilder builder;
    for (const char* owner : {"@kai", "@kai", ""}) {
        Item& item = builder.add("a.cpp", 1, "x");
        item.annotation.stated.owner = owner;
        item.annotation.stated.effort = std::chrono::hours(10);
        builder.decide(item, field::kPeriod, "2026-11-01");
    }
    const std::vector<WorklistPtr> worklists{builder.assessed()};
    PlanRequest request;
    request.worklists = worklists;
    request.people = {{"@kai", {16, 3}}};
    request.periods = 2;
    request.today = day(kToday);

    const auto all = loads(request, Config{});

    ASSERT_EQ(all.size(), 4U);
    EXPECT_EQ(all[0].owner, "@kai");
    EXPECT_DOUBLE_EQ(all[0].hours, 20);
    EXPECT_EQ(all[0].items, 2U);
    EXPECT_TRUE(all[0].isOver());
    EXPECT_FALSE(all[1].isOver());
    EXPECT_EQ(all[2].owner, "");
    EXPECT_EQ(all[2].items, 1U);
}

TEST(TeamOf, NamesOwnersOfOpenItemsAndPeopleOfTheConfig) {
    SnapshotBuilder builder;
    builder.add("a.cpp", 1, "x").annotation.stated.owner = "@kai";
    Item& ended = builder.add("b.cpp", 1, "y");
    ended.annotation.stated.owner = "@gone";
    SnapshotBuilder::end(ended, "2026-01-01");
    Config config;
    config.ownerAliases["@ada"] = {"ada@corp.example"};
    config.plan.hours = 8;
    const std::vector<WorklistPtr> worklists{builder.assessed()};

    const auto team = teamOf(worklists, config);

    ASSERT_EQ(team.size(), 2U);
    EXPECT_EQ(team[0].owner, "@ada");
    EXPECT_EQ(team[1].owner, "@kai");
    EXPECT_DOUBLE_EQ(team[1].capacity.hours, 8);
}

} // namespace
} // namespace paydown
