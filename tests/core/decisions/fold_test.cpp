// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decisions/fold.h"

#include "tests/core/decisions/sample_records.h"

namespace paydown {
namespace {

using Records = std::vector<DecisionRecord>;

DecidedItem folded(const Records& records) {
    auto all = foldDecisions(records);
    return all.items[ItemId{"aaaaaaaaaa"}];
}

std::string valueIn(const DecidedItem& item, const char* name) {
    const DecidedValue* value = item.find(name);
    return value == nullptr ? "(absent)" : value->value;
}

DecisionRecord undoOf(unsigned number, std::uint64_t seq, std::vector<std::string> ids) {
    DecisionRecord record = recordOf(number, seq, field::kUndo, ulidOf(1));
    record.takesBack = std::move(ids);
    return record;
}

DecisionRecord closing(unsigned number, const char* start) {
    DecisionRecord record = recordOf(number, number, field::kClosed, start);
    record.item = {};
    return record;
}

TEST(Fold, LetsTheLastValueOfAFieldWin) {
    EXPECT_EQ(valueIn(folded({recordOf(2, 2, "owner", "@kai"), recordOf(1, 1, "owner", "@mia")}), "owner"), "@kai");
}

TEST(Fold, KeepsWhoSetAValueWhenAndWhy) {
    DecisionRecord record = recordOf(1, 1, "due", "2027-01-01");
    record.note = "after the release";
    const DecidedItem item = folded({record});
    const DecidedValue* due = item.find("due");
    ASSERT_NE(due, nullptr);
    EXPECT_EQ(due->by.name, "Mia");
    EXPECT_EQ(due->at, record.time);
    EXPECT_EQ(due->note, "after the release");
    EXPECT_EQ(due->recordId, record.id);
}

TEST(Fold, LetsAClockOfTheFutureWinNothing) {
    DecisionRecord fromTheFuture = recordOf(1, 1, "owner", "@future");
    fromTheFuture.time.seconds = 4'102'444'800; // 2100
    EXPECT_EQ(valueIn(folded({recordOf(2, 2, "owner", "@kai"), fromTheFuture}), "owner"), "@kai");
}

TEST(Fold, BreaksTiesByTimeThenId) {
    const DecisionRecord earlier = recordOf(1, 1, "owner", "@mia");
    const DecisionRecord later = recordOf(2, 1, "owner", "@kai");
    EXPECT_EQ(valueIn(folded({later, earlier}), "owner"), "@kai");
}

TEST(Fold, TakesAVerdictBackByAnEmptyValue) {
    EXPECT_EQ(valueIn(folded({recordOf(1, 1, "verdict", "reckless"), recordOf(2, 2, "verdict", "")}), "verdict"),
              "(absent)");
}

TEST(Fold, KeepsNobodyAsADecision) { EXPECT_EQ(valueIn(folded({recordOf(1, 1, "owner", "")}), "owner"), ""); }

TEST(Fold, BringsTheEarlierValueBackAfterAnUndo) {
    const Records records{recordOf(1, 1, "owner", "@mia"), recordOf(2, 2, "owner", "@kai"), undoOf(3, 3, {ulidOf(2)})};
    EXPECT_EQ(valueIn(folded(records), "owner"), "@mia");
}

TEST(Fold, LetsAnUndoneUndoDoNothing) {
    const Records records{recordOf(1, 1, "owner", "@mia"), recordOf(2, 2, "owner", "@kai"), undoOf(3, 3, {ulidOf(2)}),
                          undoOf(4, 4, {ulidOf(3)})};
    EXPECT_EQ(valueIn(folded(records), "owner"), "@kai");
}

TEST(Fold, LetsNoUndoReachAnotherItem) {
    DecisionRecord foreign = undoOf(3, 3, {ulidOf(1)});
    foreign.item.value = "bbbbbbbbbb";
    EXPECT_EQ(valueIn(folded({recordOf(1, 1, "owner", "@mia"), foreign}), "owner"), "@mia");
}

TEST(Fold, KeepsEveryNoteOldestFirst) {
    const DecidedItem item = folded({recordOf(2, 2, "note", "second"), recordOf(1, 1, "note", "first")});
    ASSERT_EQ(item.notes.size(), 2U);
    EXPECT_EQ(item.notes[0].value, "first");
    EXPECT_EQ(item.notes[1].value, "second");
}

TEST(Fold, CountsASlipPerPeriod) {
    EXPECT_EQ(folded({recordOf(1, 1, "slip", "2026-10-01"), recordOf(2, 2, "slip", "2026-11-01")}).slips, 2U);
}

TEST(Fold, CountsAPeriodThatTwoPeopleClosedOnce) {
    EXPECT_EQ(folded({recordOf(1, 1, "slip", "2026-10-01"), recordOf(2, 1, "slip", "2026-10-01")}).slips, 1U);
}

TEST(Fold, StartsSlipsAnewAtAnAnswer) {
    const DecidedItem item = folded({recordOf(1, 1, "slip", "2026-10-01"), recordOf(2, 2, "slip", "2026-11-01"),
                                     recordOf(3, 3, "answer", "reschedule"), recordOf(4, 4, "slip", "2026-12-01")});
    EXPECT_EQ(item.slips, 1U);
    EXPECT_EQ(item.answeredAt, parseDate("2026-09-21"));
}

TEST(Fold, LeavesUnknownFieldsAside) { EXPECT_TRUE(folded({recordOf(1, 1, "mood", "bright")}).fields.empty()); }

TEST(Fold, CountsARecordOnceThoughTheLogHasItTwice) {
    const DecisionRecord note = recordOf(1, 1, "note", "only once");
    EXPECT_EQ(folded({note, note}).notes.size(), 1U);
}

TEST(Fold, ListsClosedPeriodsInOrder) {
    const Records records{closing(2, "2026-11-01"), closing(1, "2026-10-01")};
    EXPECT_EQ(foldDecisions(records).closedPeriods,
              (std::vector<Date>{*parseDate("2026-10-01"), *parseDate("2026-11-01")}));
}

TEST(Fold, ReopensAPeriodWhoseClosingWasTakenBack) {
    DecisionRecord undo = closing(2, "");
    undo.field = field::kUndo;
    undo.takesBack = {ulidOf(1)};
    EXPECT_TRUE(foldDecisions(Records{closing(1, "2026-10-01"), undo}).closedPeriods.empty());
}

TEST(Fold, FollowsAliases) {
    DecisionRecord onAlias = recordOf(1, 1, "owner", "@mia");
    onAlias.item.value = "bbbbbbbbbb";
    const Records records{onAlias, recordOf(2, 2, "verdict", "reckless")};
    auto all = foldDecisions(records, [](const DecisionRecord&) { return ItemId{"cccccccccc"}; });
    ASSERT_EQ(all.items.size(), 1U);
    EXPECT_EQ(valueIn(all.items[ItemId{"cccccccccc"}], "owner"), "@mia");
    EXPECT_EQ(valueIn(all.items[ItemId{"cccccccccc"}], "verdict"), "reckless");
}

TEST(Fold, LeavesRecordsOfUnknownItemsAside) {
    const Records records{recordOf(1, 1, "owner", "@mia")};
    EXPECT_TRUE(foldDecisions(records, [](const DecisionRecord&) { return ItemId{}; }).items.empty());
}

TEST(DecisionHistory, SaysWhatBecameOfEachRecord) {
    const auto history = decisionHistory({recordOf(1, 1, "owner", "@mia"), recordOf(2, 2, "owner", "@kai"),
                                          recordOf(3, 3, "owner", "@ann"), undoOf(4, 4, {ulidOf(3)})});
    std::vector<RecordFate> fates;
    for (const auto& entry : history) fates.push_back(entry.fate);
    EXPECT_THAT(fates, ::testing::ElementsAre(RecordFate::Replaced, RecordFate::InForce, RecordFate::TakenBack,
                                              RecordFate::InForce));
}

TEST(EndingAsJudged, IsTidiedWhereWhatWasObsoleteWentAlone) {
    const DecidedItem obsolete = folded({recordOf(1, 1, field::kVerdict, "obsolete")});
    EXPECT_EQ(endingAsJudged(EndingKind::Erased, &obsolete), EndingKind::Tidied);
    EXPECT_EQ(endingAsJudged(EndingKind::Paid, &obsolete), EndingKind::Tidied);
    EXPECT_EQ(endingAsJudged(EndingKind::Dropped, &obsolete), EndingKind::Dropped);
    const DecidedItem prudent = folded({recordOf(1, 1, field::kVerdict, "prudent")});
    EXPECT_EQ(endingAsJudged(EndingKind::Erased, &prudent), EndingKind::Erased);
    EXPECT_EQ(endingAsJudged(EndingKind::Erased, nullptr), EndingKind::Erased);
}

} // namespace
} // namespace paydown
