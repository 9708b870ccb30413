// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/triage/compare_tips.h"

#include "tests/core/triage/snapshot_builder.h"

#include <gmock/gmock.h>

namespace paydown {
namespace {

using test::SnapshotBuilder;
using testing::IsEmpty;
using testing::SizeIs;

Item& addAs(SnapshotBuilder& builder, const std::string& id, const std::string& path, const std::string& title) {
    Item& item = builder.add(path, 1, title);
    item.id.value = id;
    return item;
}

TEST(CompareTips, KnowsAnItemByAnyOfItsNames) {
    SnapshotBuilder before;
    addAs(before, "oldname000", "a.c", "same");
    SnapshotBuilder after;
    addAs(after, "newname000", "a.c", "same").aliases = {ItemId{"oldname000"}};
    const auto was = before.assessed();
    const auto is = after.assessed();
    EXPECT_TRUE(compareTips(*was, *is).isEmpty());
    EXPECT_TRUE(compareTips(*is, *was).isEmpty());
}

TEST(CompareTips, TellsEndedFromNeverKnown) {
    SnapshotBuilder before;
    addAs(before, "ended00000", "a.c", "one");
    addAs(before, "elsewhere0", "b.c", "two");
    SnapshotBuilder after;
    SnapshotBuilder::end(addAs(after, "ended00000", "a.c", "one"), "2026-11-01", EndingKind::Dropped);
    const auto was = before.assessed();
    const auto is = after.assessed();
    const TipDifference difference = compareTips(*was, *is);
    ASSERT_THAT(difference.ended, SizeIs(1));
    EXPECT_EQ(difference.ended[0].after->item->ended->kind, EndingKind::Dropped);
    ASSERT_THAT(difference.absent, SizeIs(1));
    EXPECT_EQ(difference.absent[0]->item->annotation.title, "two");
    EXPECT_EQ(difference.openBefore, 2U);
    EXPECT_EQ(difference.openAfter, 0U);
}

TEST(CompareTips, TellsIntroducedFromReopenedAndFromWhatCameAndWent) {
    SnapshotBuilder before;
    SnapshotBuilder::end(addAs(before, "again00000", "a.c", "again"), "2026-01-01");
    SnapshotBuilder after;
    addAs(after, "again00000", "a.c", "again");
    addAs(after, "fresh00000", "b.c", "fresh");
    SnapshotBuilder::end(addAs(after, "shortlived", "c.c", "short-lived"), "2026-11-01");
    const auto was = before.assessed();
    const auto is = after.assessed();
    const TipDifference difference = compareTips(*was, *is);
    EXPECT_THAT(difference.introduced, SizeIs(1));
    EXPECT_THAT(difference.reopened, SizeIs(1));
    EXPECT_EQ(difference.cameAndWent, 1U);
    EXPECT_THAT(difference.ended, IsEmpty());
}

TEST(CompareTips, LeavesAnotherLineOfTheSameFileUnsaid) {
    SnapshotBuilder before;
    addAs(before, "item000000", "a.c", "same");
    SnapshotBuilder after;
    addAs(after, "item000000", "a.c", "same").place.line = 80;
    const auto was = before.assessed();
    const auto is = after.assessed();
    EXPECT_TRUE(compareTips(*was, *is).isEmpty());
}

TEST(CompareTips, SaysBothThatAnItemMovedAndThatItWasEdited) {
    SnapshotBuilder before;
    addAs(before, "item000000", "a.c", "before");
    SnapshotBuilder after;
    addAs(after, "item000000", "b.c", "after");
    const auto was = before.assessed();
    const auto is = after.assessed();
    const TipDifference difference = compareTips(*was, *is);
    EXPECT_THAT(difference.moved, SizeIs(1));
    EXPECT_THAT(difference.edited, SizeIs(1));
}

TEST(CompareTips, LeavesAsideWhatPeopleJudgedNoDebt) {
    SnapshotBuilder before;
    SnapshotBuilder after;
    after.decide(addAs(after, "item000000", "a.c", "a note"), field::kVerdict, "not-debt");
    const auto was = before.assessed();
    const auto is = after.assessed();
    EXPECT_TRUE(compareTips(*was, *is).isEmpty());
}

} // namespace
} // namespace paydown
