// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schedule/plan.h"

#include "tests/core/triage/snapshot_builder.h"

#include <algorithm>
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <random>

namespace paydown {
namespace {

using test::day;
using test::kToday;
using test::SnapshotBuilder;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

Item& addReckless(SnapshotBuilder& builder, const std::string& title, const std::string& owner) {
    Item& item = builder.add(title + ".cpp", 1, title);
    item.annotation.stated.debtClass = DebtClass::Reckless;
    item.annotation.stated.owner = owner;
    return item;
}

Proposal proposed(const std::vector<WorklistPtr>& worklists, Capacity capacity = {16, 3}, std::uint32_t periods = 3) {
    PlanRequest request;
    request.worklists = worklists;
    request.people = {{"@kai", capacity}, {"@mia", capacity}};
    request.otherwise = capacity;
    request.periods = periods;
    request.today = day(kToday);
    return propose(request, Config{});
}

std::vector<std::uint32_t> itemsOf(const std::vector<Placement>& placements) {
    std::vector<std::uint32_t> items;
    for (const Placement& placement : placements) items.push_back(placement.what.item);
    return items;
}

TEST(Plan, PlacesRecklessByScoreIntoThisPeriodFirst) {
    SnapshotBuilder builder;
    addReckless(builder, "calm", "@kai");
    builder.touch(addReckless(builder, "busy", "@kai"), {"2026-11-20", "2026-11-01", "2025-12-01"});

    const Proposal proposal = proposed({builder.assessed()}, {16, 1});

    EXPECT_THAT(itemsOf(proposal.placements), ElementsAre(1, 0));
    EXPECT_EQ(proposal.placements[0].period.start, day("2026-11-01"));
    EXPECT_EQ(proposal.placements[1].period.start, day("2026-12-01"));
    EXPECT_EQ(proposal.placements[0].reason, "Reckless, 1st of 2; @kai has 1 of 1 slots left.");
}

TEST(Plan, LeavesWhatPeoplePlacedAndCountsItsLoad) {
    SnapshotBuilder builder;
    builder.decide(addReckless(builder, "placed", "@kai"), field::kPeriod, "2026-11-01");
    addReckless(builder, "waiting", "@kai");

    const Proposal proposal = proposed({builder.assessed()}, {16, 1});

    EXPECT_THAT(itemsOf(proposal.kept), ElementsAre(0));
    EXPECT_THAT(itemsOf(proposal.placements), ElementsAre(1));
    EXPECT_EQ(proposal.placements[0].period.start, day("2026-12-01"));
}

TEST(Plan, TakesPrudentOnlyOnceItWokeAndAfterReckless) {
    SnapshotBuilder builder;
    Item& woken = builder.add("a.cpp", 1, "woken");
    woken.annotation.stated.debtClass = DebtClass::Prudent;
    woken.annotation.stated.owner = "@kai";
    builder.touch(woken, {"2026-11-20", "2026-11-19", "2020-02-01"});
    Item& calm = builder.add("b.cpp", 1, "calm");
    calm.annotation.stated.debtClass = DebtClass::Prudent;
    calm.annotation.stated.owner = "@kai";
    addReckless(builder, "reckless", "@kai");
    builder.add("c.cpp", 1, "unclassified").annotation.stated.owner = "@kai";

    EXPECT_THAT(itemsOf(proposed({builder.assessed()}).placements), ElementsAre(2, 0));
}

TEST(Plan, ProposesAnOwnerFromRecentChangesOrSaysWhyNot) {
    SnapshotBuilder builder;
    builder.touch(addReckless(builder, "changed", ""), {"2026-11-01", "2026-10-01"}, "Kai");
    addReckless(builder, "unchanged", "");

    const Proposal proposal = proposed({builder.assessed()});

    ASSERT_THAT(proposal.placements, SizeIs(1));
    EXPECT_TRUE(proposal.placements[0].ownerProposed);
    EXPECT_EQ(proposal.placements[0].owner, "kai@corp.example");
    ASSERT_THAT(proposal.unplaced, SizeIs(1));
    EXPECT_THAT(proposal.unplaced[0].reason, HasSubstr("Nobody owns it"));
}

TEST(Plan, SaysWhatDidNotFit) {
    SnapshotBuilder builder;
    for (int i = 0; i < 3; ++i) addReckless(builder, fmt::format("item {}", i), "@kai");

    const Proposal proposal = proposed({builder.assessed()}, {16, 1}, 2);

    EXPECT_THAT(proposal.placements, SizeIs(2));
    ASSERT_THAT(proposal.unplaced, SizeIs(1));
    EXPECT_EQ(proposal.unplaced[0].reason, "@kai is full in all 2 periods.");
}

TEST(Plan, FillsHoursAndStillPlacesWhatIsLargerThanAPeriod) {
    SnapshotBuilder builder;
    addReckless(builder, "whole week", "@kai").annotation.stated.effort = std::chrono::hours(40);
    addReckless(builder, "small", "@kai").annotation.stated.effort = std::chrono::hours(2);
    builder.touch(builder.snapshot().items[0], {"2026-11-20", "2026-11-10", "2025-12-01"});

    const Proposal proposal = proposed({builder.assessed()});

    EXPECT_EQ(proposal.placements[0].what.item, 0U);
    EXPECT_THAT(proposal.placements[0].reason, HasSubstr("more than a period holds"));
    EXPECT_EQ(proposal.placements[1].period.start, day("2026-12-01"));
}

TEST(Plan, CountsCapacityAcrossTheRepositoriesOfAWorkspace) {
    SnapshotBuilder first;
    addReckless(first, "one", "@kai");
    SnapshotBuilder second;
    addReckless(second, "two", "@kai");

    const Proposal proposal = proposed({first.assessed(), second.assessed()}, {16, 1});

    ASSERT_THAT(proposal.placements, SizeIs(2));
    EXPECT_NE(proposal.placements[0].period, proposal.placements[1].period);
}

TEST(Plan, MovesWhatIsLeftInAClosedPeriodAndAsksToCloseOneThatIsNot) {
    SnapshotBuilder builder;
    builder.decide(addReckless(builder, "left over", "@kai"), field::kPeriod, "2026-09-01");
    builder.decide(addReckless(builder, "not closed", "@kai"), field::kPeriod, "2026-10-01");
    builder.snapshot().closedPeriods = {day("2026-09-01")};

    const Proposal proposal = proposed({builder.assessed()});

    EXPECT_THAT(itemsOf(proposal.moves), ElementsAre(0));
    EXPECT_EQ(proposal.moves[0].from->start, day("2026-09-01"));
    ASSERT_THAT(proposal.unplaced, SizeIs(1));
    EXPECT_THAT(proposal.unplaced[0].reason, HasSubstr("not closed yet"));
}

TEST(Plan, BecomesPeriodsAndProposedOwnersWhenAccepted) {
    SnapshotBuilder builder;
    builder.touch(addReckless(builder, "changed", ""), {"2026-11-01"}, "Kai");

    const auto changes = changesOf(proposed({builder.assessed()}));

    ASSERT_THAT(changes, SizeIs(2));
    EXPECT_EQ(changes[0].field, field::kOwner);
    EXPECT_EQ(changes[0].value, "kai@corp.example");
    EXPECT_EQ(changes[1].field, field::kPeriod);
    EXPECT_EQ(changes[1].value, "2026-11-01");
}

// Some debts of a few people, many with equal scores.
SnapshotBuilder crowd(unsigned seed) {
    SnapshotBuilder builder;
    std::mt19937 random(seed);
    for (int i = 0; i < 60; ++i) {
        Item& item = addReckless(builder, fmt::format("item {}", i), fmt::format("@p{}", random() % 5));
        if (random() % 2 == 0) item.annotation.stated.effort = std::chrono::hours(1 + random() % 20);
        if (random() % 3 == 0) builder.touch(item, {"2026-11-20", "2025-12-01"});
        if (random() % 6 == 0) builder.decide(item, field::kPeriod, "2026-12-01");
    }
    return builder;
}

std::vector<std::string> asText(const Proposal& proposal, const Worklist& worklist) {
    std::vector<std::string> lines;
    for (const Placement& placement : proposal.placements) {
        lines.push_back(fmt::format("{} {} {}", worklist.items[placement.what.item].item->annotation.title,
                                    placement.owner, formatDate(placement.period.start)));
    }
    return lines;
}

TEST(Plan, DependsOnTheItemsAndNotOnTheirOrder) {
    for (unsigned seed = 0; seed < 20; ++seed) {
        SnapshotBuilder builder = crowd(seed);
        const auto forth = builder.assessed();
        const auto expected = asText(proposed({forth}), *forth);
        EXPECT_EQ(asText(proposed({forth}), *forth), expected);

        std::reverse(builder.snapshot().items.begin(), builder.snapshot().items.end());
        const auto back = builder.assessed();
        EXPECT_EQ(asText(proposed({back}), *back), expected) << seed;
    }
}

TEST(Plan, NeverOverloadsAnyoneByItself) {
    for (unsigned seed = 0; seed < 20; ++seed) {
        SnapshotBuilder builder = crowd(seed);
        builder.snapshot().decided.clear();
        const std::vector<WorklistPtr> worklists{builder.assessed()};
        PlanRequest request;
        request.worklists = worklists;
        request.otherwise = {16, 3};
        request.today = day(kToday);
        const Proposal proposal = propose(request, Config{});
        for (const Load& load : loads(request, Config{}, &proposal)) {
            EXPECT_TRUE(!load.isOver() || load.items == 1) << load.owner;
        }
    }
}

TEST(Plan, ProposesNothingMoreOnceItWasAccepted) {
    SnapshotBuilder builder;
    addReckless(builder, "a", "@kai");
    addReckless(builder, "b", "@kai");
    for (const FieldChange& change : changesOf(proposed({builder.assessed()}))) {
        builder.decide(builder.snapshot().items[change.what.item], change.field, change.value);
    }

    EXPECT_FALSE(proposed({builder.assessed()}).changesAnything());
}

} // namespace
} // namespace paydown
