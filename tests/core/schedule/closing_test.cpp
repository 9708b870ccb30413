// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schedule/closing.h"

#include "tests/core/triage/snapshot_builder.h"

#include <gtest/gtest.h>

namespace paydown {
namespace {

using test::commitNumber;
using test::day;
using test::kToday;
using test::SnapshotBuilder;

const Period kOctober{day("2026-10-01"), day("2026-10-31")};

// In October: 0 ended, 1 done on a branch, 2 not done, 3 not done for the second time; in November: 4.
std::vector<WorklistPtr> october() {
    SnapshotBuilder builder;
    for (std::uint32_t i = 0; i < 5; ++i) {
        Item& item = builder.add("a.cpp", i + 1, "x");
        builder.decide(item, field::kPeriod, i == 4 ? "2026-11-01" : "2026-10-01").slips = i == 3 ? 1 : 0;
    }
    SnapshotBuilder::end(builder.snapshot().items[0], "2026-10-20");
    return {builder.assessed()};
}

ClosingDraft drafted() {
    const std::vector<DoneOnBranch> branches{{ItemId{"item000001"}, "topic", commitNumber(5)}};
    return draftClosing(october(), Config{}, kOctober, day(kToday), branches);
}

TEST(Closing, ListsWhatEndedWhatIsOnABranchAndWhatIsNotDone) {
    const ClosingDraft draft = drafted();

    ASSERT_EQ(draft.lines.size(), 4U);
    EXPECT_EQ(draft.lines[0].outcome, ClosingOutcome::Ended);
    EXPECT_EQ(draft.lines[0].commit, commitNumber(99));
    EXPECT_EQ(draft.lines[1].outcome, ClosingOutcome::OnBranch);
    EXPECT_EQ(draft.lines[1].branch, "topic");
    EXPECT_EQ(draft.lines[1].slips, 0U);
    EXPECT_EQ(draft.lines[2].outcome, ClosingOutcome::CarryOver);
    EXPECT_EQ(draft.lines[2].slips, 1U);
    EXPECT_EQ(draft.lines[3].outcome, ClosingOutcome::NeedsAnswer);
    EXPECT_EQ(draft.lines[3].slips, 2U);
}

TEST(Closing, CarriesIntoThePeriodOfTodayWhenItComesLate) {
    const ClosingDraft late = draftClosing(october(), Config{}, {day("2026-08-01"), day("2026-08-31")}, day(kToday));

    EXPECT_EQ(late.into.start, day("2026-11-01"));
    EXPECT_EQ(drafted().into.start, day("2026-11-01"));
}

TEST(Closing, WritesSlipsOnlyForWhatIsCarriedOver) {
    ClosingDraft draft = drafted();
    draft.lines[2].outcome = ClosingOutcome::GiveBack;

    std::vector<std::string> written;
    for (const FieldChange& change : changesOf(draft)) {
        written.push_back(change.what.id.value + " " + change.field + " " + change.value);
    }

    EXPECT_THAT(written,
                testing::ElementsAre("item000001 period 2026-11-01", "item000002 period ", "item000003 slip 2026-10-01",
                                     "item000003 period 2026-11-01", " closed 2026-10-01"));
}

TEST(Closing, FindsTheEarliestPeriodThatIsOverAndNotClosed) {
    EXPECT_EQ(periodToClose(october(), Config{}, day(kToday)), kOctober);
    EXPECT_FALSE(periodToClose(october(), Config{}, day("2026-10-31")));

    SnapshotBuilder closed;
    closed.decide(closed.add("a.cpp", 1, "x"), field::kPeriod, "2026-10-01");
    closed.snapshot().closedPeriods = {kOctober.start};
    const std::vector<WorklistPtr> worklists{closed.assessed()};
    EXPECT_FALSE(periodToClose(worklists, Config{}, day(kToday)));
}

} // namespace
} // namespace paydown
