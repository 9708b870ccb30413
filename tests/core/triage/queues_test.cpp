// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/triage/queues.h"

#include "tests/core/triage/snapshot_builder.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace paydown {
namespace {

using test::day;
using test::SnapshotBuilder;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

TEST(Queues, HaveDistinctKeysThatReadBack) {
    for (const QueueInfo& info : queues()) EXPECT_EQ(parseQueue(info.key), info.queue) << info.key;
    EXPECT_FALSE(parseQueue("nonsense"));
}

TEST(Queues, ReviewHoldsTheTwentyHighestByRank) {
    SnapshotBuilder builder;
    for (std::uint32_t i = 0; i < 30; ++i) builder.add("a.cpp", i + 1, fmt::format("item number {}", i));
    builder.touch(builder.add("b.cpp", 1, "busy"), {"2026-11-20"});

    const auto review = members(Queue::Review, *builder.assessed());

    EXPECT_THAT(review, SizeIs(kReviewSize));
    EXPECT_EQ(review.front(), 30U);
}

TEST(Queues, ReviewShowsOneOfEachGroupOfEqualTexts) {
    SnapshotBuilder builder;
    for (std::uint32_t i = 0; i < 5; ++i) builder.add("a.cpp", i + 1, "handle errors");
    builder.add("b.cpp", 1, "something else");

    EXPECT_THAT(members(Queue::Review, *builder.assessed()), ElementsAre(0, 5));
}

TEST(Queues, ReviewLeavesOutWhatSomebodyJudged) {
    SnapshotBuilder builder;
    builder.decide(builder.add("a.cpp", 1, "x"), field::kVerdict, "prudent");

    EXPECT_THAT(members(Queue::Review, *builder.assessed()), IsEmpty());
}

TEST(Queues, SleepingItemsLeaveEveryQueueButTheirOwn) {
    SnapshotBuilder builder;
    Item& item = builder.add("a.cpp", 1, "x");
    item.annotation.stated.owner = "@mia";
    builder.touch(item, {"2020-01-01"});
    const auto worklist = builder.assessed();

    for (const QueueInfo& info : queues()) {
        EXPECT_EQ(count(info.queue, *worklist), info.queue == Queue::Sleeping ? 1U : 0U) << info.key;
    }
}

TEST(Queues, DueHoldsWhatIsOverdueOrDueWithinAWeekByDate) {
    SnapshotBuilder builder;
    builder.add("a.cpp", 1, "in a week").annotation.stated.due = day("2026-11-30");
    builder.add("b.cpp", 1, "later").annotation.stated.due = day("2026-12-01");
    builder.add("c.cpp", 1, "overdue").annotation.stated.due = day("2026-01-01");

    EXPECT_THAT(members(Queue::Due, *builder.assessed()), ElementsAre(2, 0));
}

TEST(Queues, DueRemindsOfSleepingItemsToo) {
    SnapshotBuilder builder;
    Item& item = builder.add("a.cpp", 1, "x");
    item.annotation.stated.due = day("2026-01-01");
    builder.touch(item, {"2020-01-01"});

    EXPECT_THAT(members(Queue::Due, *builder.assessed()), ElementsAre(0));
}

TEST(Queues, MineShowsWhatPressesFirst) {
    SnapshotBuilder builder;
    builder.touch(builder.add("a.cpp", 1, "busy"), {"2026-11-20", "2025-11-20"});
    builder.add("b.cpp", 1, "overdue").annotation.stated.due = day("2026-11-01");
    for (Item& item : builder.snapshot().items) item.annotation.stated.owner = "@mia";

    EXPECT_THAT(members(Queue::Mine, *builder.assessed()), ElementsAre(1, 0));
}

TEST(Queues, MineDoesNotPressWithWhatIsPlannedForLater) {
    SnapshotBuilder builder;
    builder.decide(builder.add("a.cpp", 1, "later"), field::kPeriod, "2027-01-01");
    builder.decide(builder.add("b.cpp", 1, "now"), field::kPeriod, "2026-11-01");
    for (Item& item : builder.snapshot().items) item.annotation.stated.owner = "@mia";

    EXPECT_THAT(members(Queue::Mine, *builder.assessed()), ElementsAre(1, 0));
}

TEST(Queues, DecidedShowsTheNewestVerdictFirst) {
    SnapshotBuilder builder;
    builder.decide(builder.add("a.cpp", 1, "x"), field::kVerdict, "prudent", "2026-11-01");
    builder.decide(builder.add("b.cpp", 1, "y"), field::kVerdict, "not-debt", "2026-11-02");
    builder.decide(builder.add("c.cpp", 1, "z"), field::kOwner, "@kai", "2026-11-03");

    EXPECT_THAT(members(Queue::Decided, *builder.assessed()), ElementsAre(1, 0));
}

TEST(Queues, JudgedAwayItemsLeaveTheOpenQueue) {
    SnapshotBuilder builder;
    builder.decide(builder.add("a.cpp", 1, "x"), field::kVerdict, "not-debt");
    builder.decide(builder.add("b.cpp", 1, "y"), field::kVerdict, "obsolete");
    builder.add("c.cpp", 1, "z");

    EXPECT_THAT(members(Queue::Open, *builder.assessed()), ElementsAre(2));
}

TEST(Queues, CountsAreTheSizesOfTheirMembers) {
    SnapshotBuilder builder;
    for (std::uint32_t i = 0; i < 40; ++i) {
        Item& item = builder.add("a.cpp", i + 1, fmt::format("text {}", i % 30));
        if (i % 2 == 0) builder.touch(item, {"2020-01-01"});
        if (i % 3 == 0) builder.decide(item, field::kVerdict, "live-with");
        if (i % 5 == 0) item.annotation.stated.due = day("2026-11-25");
        if (i % 7 == 0) SnapshotBuilder::end(item, "2026-11-20");
    }
    const auto worklist = builder.assessed();

    for (const QueueInfo& info : queues()) {
        EXPECT_EQ(count(info.queue, *worklist), members(info.queue, *worklist).size()) << info.key;
    }
}

} // namespace
} // namespace paydown
