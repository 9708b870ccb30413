// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/triage/assess.h"

#include "tests/core/triage/snapshot_builder.h"

#include <gtest/gtest.h>

namespace paydown {
namespace {

using test::commitNumber;
using test::day;
using test::SnapshotBuilder;

TEST(Assess, CallsAnUndecidedOldItemInherited) {
    SnapshotBuilder builder;
    builder.add("a.cpp", 1, "old");

    EXPECT_EQ(builder.assessed()->items[0].state, State::Inherited);
}

TEST(Assess, CallsAnItemNewThatCameOnThisSideOfTheLine) {
    SnapshotBuilder builder;
    SnapshotBuilder::introduce(builder.add("a.cpp", 1, "before"), "2026-11-20", "Ada", 1);
    SnapshotBuilder::introduce(builder.add("b.cpp", 1, "after"), "2020-01-01", "Ada", 2);
    AssessSources sources;
    sources.line.inherited = std::make_shared<std::unordered_set<CommitId, ObjectIdHash>>(
        std::unordered_set<CommitId, ObjectIdHash>{commitNumber(1)});

    const auto worklist = builder.assessed({}, sources);

    EXPECT_EQ(worklist->items[0].state, State::Inherited);
    EXPECT_EQ(worklist->items[1].state, State::New);
    EXPECT_TRUE(worklist->items[1].isNew);
}

TEST(Assess, DrawsTheLineAtADateWhereTheCommitsAreNotKnown) {
    SnapshotBuilder builder;
    SnapshotBuilder::introduce(builder.add("a.cpp", 1, "before"), "2025-05-31");
    SnapshotBuilder::introduce(builder.add("b.cpp", 1, "after"), "2025-06-01");
    AssessSources sources;
    sources.line.since = day("2025-06-01");

    const auto worklist = builder.assessed({}, sources);

    EXPECT_EQ(worklist->items[0].state, State::Inherited);
    EXPECT_EQ(worklist->items[1].state, State::New);
}

TEST(Assess, CallsNothingNewThatCameAtTheBoundaryOfAShallowClone) {
    SnapshotBuilder builder;
    Item& item = builder.add("a.cpp", 1, "x");
    SnapshotBuilder::introduce(item, "2026-11-22");
    item.introduced->boundary = true;

    EXPECT_EQ(builder.assessed()->items[0].state, State::Inherited);
}

TEST(Assess, CallsAPendingItemNewInARepository) {
    SnapshotBuilder builder;
    Item& item = builder.add("a.cpp", 1, "x");
    item.id = {};
    item.introduced.reset();
    item.changed.reset();

    EXPECT_EQ(builder.assessed()->items[0].state, State::New);
}

TEST(Assess, CallsNothingNewInAPlainDirectory) {
    SnapshotBuilder builder;
    Item& item = builder.add("a.cpp", 1, "x");
    item.id = {};
    item.introduced.reset();
    builder.snapshot().head.reset();

    EXPECT_EQ(builder.assessed()->items[0].state, State::Inherited);
}

// Each row adds one more thing that holds; the state has to follow the order of the design.
TEST(Assess, TakesTheFirstStateThatHolds) {
    const auto stateAfter = [](int steps) {
        SnapshotBuilder builder;
        Item& item = builder.add("a.cpp", 1, "x");
        builder.touch(item, {"2020-01-01"});
        if (steps >= 1) builder.decide(item, field::kOwner, "@kai");
        if (steps >= 2) builder.decide(item, field::kPeriod, "2026-11-01");
        if (steps >= 3) builder.decide(item, field::kOwner, "@kai").slips = 2;
        if (steps >= 4) builder.decide(item, field::kVerdict, "live-with");
        if (steps >= 5) SnapshotBuilder::end(item, "2026-11-20");
        return builder.assessed()->items[0].state;
    };

    EXPECT_EQ(stateAfter(0), State::Sleeping);
    EXPECT_EQ(stateAfter(1), State::Sleeping);
    EXPECT_EQ(stateAfter(2), State::Planned);
    EXPECT_EQ(stateAfter(3), State::NeedsAnswer);
    EXPECT_EQ(stateAfter(4), State::LivingWith);
    EXPECT_EQ(stateAfter(5), State::Ended);
}

TEST(Assess, CallsADecidedItemThatIsAwakeOpen) {
    SnapshotBuilder builder;
    Item& item = builder.add("a.cpp", 1, "x");
    builder.touch(item, {"2026-05-01"});
    builder.decide(item, field::kVerdict, "prudent");

    EXPECT_EQ(builder.assessed()->items[0].state, State::Open);
}

TEST(Assess, CallsAPlacementInAPastPeriodNoPlan) {
    SnapshotBuilder builder;
    builder.decide(builder.add("a.cpp", 1, "x"), field::kPeriod, "2026-10-01");

    EXPECT_EQ(builder.assessed()->items[0].state, State::Open);
}

TEST(Assess, LetsALivedWithItemGoOnceItsConditionHolds) {
    SnapshotBuilder builder;
    Item& item = builder.add("a.cpp", 1, "x");
    builder.touch(item, {"2026-11-10", "2026-11-12"});
    builder.decide(item, field::kVerdict, "live-with");
    builder.decide(item, field::kWake, "touched:2");

    const auto worklist = builder.assessed();

    EXPECT_EQ(worklist->items[0].state, State::Open);
    EXPECT_TRUE(worklist->items[0].woke);
}

TEST(Assess, NeedsNoAnswerForWhatIsNoDebt) {
    SnapshotBuilder builder;
    builder.decide(builder.add("a.cpp", 1, "x"), field::kVerdict, "not-debt").slips = 5;

    EXPECT_EQ(builder.assessed()->items[0].state, State::Open);
}

TEST(Assess, RanksByScoreAndTiesById) {
    SnapshotBuilder builder;
    builder.add("a.cpp", 1, "calm");
    builder.add("b.cpp", 1, "calm too");
    Item& busy = builder.add("c.cpp", 1, "busy");
    builder.touch(busy, {"2026-11-20", "2026-11-10"});

    const auto worklist = builder.assessed();

    EXPECT_THAT(worklist->byRank, testing::ElementsAre(2, 0, 1));
    EXPECT_EQ(worklist->items[2].score.rank, 1U);
    EXPECT_EQ(worklist->items[1].score.rank, 3U);
    EXPECT_GT(worklist->items[2].score.shown, worklist->items[0].score.shown);
}

TEST(Assess, RanksNeitherSleepingNorSettledItems) {
    SnapshotBuilder builder;
    builder.touch(builder.add("a.cpp", 1, "asleep"), {"2020-01-01"});
    builder.decide(builder.add("b.cpp", 1, "lived with"), field::kVerdict, "live-with");
    builder.decide(builder.add("c.cpp", 1, "a note"), field::kVerdict, "not-debt");
    SnapshotBuilder::end(builder.add("d.cpp", 1, "gone"), "2026-01-01");
    builder.add("e.cpp", 1, "see the TODO").annotation.mention = true;

    const auto worklist = builder.assessed();

    EXPECT_TRUE(worklist->byRank.empty());
    EXPECT_EQ(worklist->items[0].score.rank, 0U);
}

TEST(Assess, CountsOpenItemsOfEqualFoldedTitleAsAlike) {
    SnapshotBuilder builder;
    builder.add("a.cpp", 1, "Handle errors");
    builder.add("b.cpp", 1, "handle  errors!");
    SnapshotBuilder::end(builder.add("c.cpp", 1, "handle errors"), "2026-01-01");

    const auto worklist = builder.assessed();

    EXPECT_EQ(worklist->items[0].alike, 2U);
    EXPECT_EQ(worklist->items[2].alike, 1U);
}

TEST(Assess, GivesEqualWorklistsForEqualArguments) {
    SnapshotBuilder builder;
    for (std::uint32_t i = 0; i < 50; ++i) builder.add("a.cpp", i + 1, "same text");

    EXPECT_EQ(builder.assessed()->byRank, builder.assessed()->byRank);
}

TEST(Assess, TellsFactsOfWhatIsRanked) {
    SnapshotBuilder builder;
    Item& item = builder.add("a.cpp", 1, "x");
    builder.touch(item, {"2026-11-20", "2026-11-10"}, "Kai");

    EXPECT_THAT(builder.assessed()->items[0].score.reasons, testing::Contains("2 changes by 1 person in a year."));
}

} // namespace
} // namespace paydown
