// SPDX-License-Identifier: GPL-3.0-or-later
// Triage by keyboard: from the first row to a verdict and on, without the mouse.
#include "core/model/decision.h"
#include "gui/triage/item_list.h"
#include "tests/gui/support/desk_test.h"

#include <QApplication>
#include <QComboBox>

namespace paydown::gui {

TEST_F(DeskTest, OpensOnReviewTwentyWithTheFirstItemInTheDetail) {
    openWith(200);
    EXPECT_EQ(session()->queue(), Queue::Review);
    EXPECT_EQ(model()->rowCount(), 20);
    EXPECT_EQ(session()->currentRow(), 0);
    EXPECT_EQ(text("detailTitle"), model()->index(0, 0).data().toString());
    EXPECT_EQ(QApplication::focusWidget(), child<ItemList>("itemList"));
}

TEST_F(DeskTest, StepsWithJAndKAndStopsAtTheEnds) {
    openWith(200);
    press(Qt::Key_K);
    EXPECT_EQ(session()->currentRow(), 0);
    press(Qt::Key_J);
    press(Qt::Key_J);
    EXPECT_EQ(session()->currentRow(), 2);
    EXPECT_EQ(child<QListView>("itemList")->currentIndex().row(), 2);
    press(Qt::Key_K);
    EXPECT_EQ(session()->currentRow(), 1);
}

TEST_F(DeskTest, NotDebtAppliesAtOnceAndAdvances) {
    openWith(200);
    const ItemKey first = session()->currentKey();
    press(Qt::Key_N);
    ASSERT_EQ(backend->decisions.size(), 1U);
    EXPECT_EQ(lastDecision().items, std::vector<ItemKey>{first});
    EXPECT_EQ(decidedValue(field::kVerdict), "not-debt");
    EXPECT_EQ(session()->currentRow(), 1);
}

TEST_F(DeskTest, KeepsDecidedRowsInPlaceUntilTheQueueIsLeft) {
    openWith(200);
    const ItemKey first = session()->currentKey();
    press(Qt::Key_X);
    settle();
    EXPECT_EQ(model()->rowOf(first), 0);
    EXPECT_EQ(model()->decidedAt(0), Verdict::Obsolete);
    EXPECT_EQ(session()->currentRow(), 1);
    enter(Queue::Open);
    enter(Queue::Review);
    EXPECT_EQ(model()->rowOf(first), -1);
}

TEST_F(DeskTest, RecklessOpensTheStripFilledWithProposalsAndEnterAppliesThem) {
    openWith(200);
    press(Qt::Key_R);
    ASSERT_TRUE(shown("finishStrip"));
    EXPECT_EQ(QApplication::focusWidget(), child<QLineEdit>("finishOwner"));
    EXPECT_FALSE(child<QLineEdit>("finishEffort")->text().isEmpty());
    child<QLineEdit>("finishOwner")->selectAll();
    type(QStringLiteral("@mia"));
    press(Qt::Key_Return);
    EXPECT_FALSE(shown("finishStrip"));
    EXPECT_EQ(decidedValue(field::kVerdict), "reckless");
    EXPECT_EQ(decidedValue(field::kOwner), "@mia");
    EXPECT_NE(decidedValue(field::kPeriod), "(absent)");
    EXPECT_EQ(session()->currentRow(), 1);
}

TEST_F(DeskTest, ShiftEnterAppliesAndStays) {
    openWith(200);
    press(Qt::Key_P);
    type(QStringLiteral("the vendor fixes it in June"));
    press(Qt::Key_Return, Qt::ShiftModifier);
    EXPECT_EQ(decidedValue(field::kVerdict), "prudent");
    EXPECT_EQ(decidedValue(field::kWhy), "the vendor fixes it in June");
    EXPECT_EQ(decidedValue(field::kWake), "touched:10");
    EXPECT_EQ(session()->currentRow(), 0);
}

TEST_F(DeskTest, EscapeDropsTheVerdictAndDecidesNothing) {
    openWith(200);
    press(Qt::Key_L);
    type(QStringLiteral("never mind"));
    press(Qt::Key_Escape);
    EXPECT_FALSE(shown("finishStrip"));
    EXPECT_TRUE(backend->decisions.empty());
    EXPECT_EQ(QApplication::focusWidget(), child<ItemList>("itemList"));
}

TEST_F(DeskTest, TheStripTakesLettersAsTextAndNotAsVerdicts) {
    openWith(200);
    press(Qt::Key_P);
    type(QStringLiteral("rplnxjk.gov"));
    EXPECT_EQ(child<QLineEdit>("finishWhy")->text(), QStringLiteral("rplnxjk.gov"));
    EXPECT_TRUE(backend->decisions.empty());
}

TEST_F(DeskTest, TabMovesThroughTheStrip) {
    openWith(200);
    press(Qt::Key_R);
    press(Qt::Key_Tab);
    EXPECT_EQ(QApplication::focusWidget(), child<QLineEdit>("finishEffort"));
    press(Qt::Key_Tab);
    EXPECT_EQ(QApplication::focusWidget(), child<QComboBox>("finishPeriod"));
}

TEST_F(DeskTest, ExplainsAVerdictOnItsFirstUseOnly) {
    openWith(200);
    press(Qt::Key_R);
    EXPECT_TRUE(shown("finishExplanation"));
    press(Qt::Key_Escape);
    press(Qt::Key_R);
    EXPECT_FALSE(shown("finishExplanation"));
}

TEST_F(DeskTest, AWrongEffortIsPointedAtAndNothingIsWritten) {
    openWith(200);
    press(Qt::Key_R);
    press(Qt::Key_Tab);
    type(QStringLiteral("soon"));
    press(Qt::Key_Return);
    EXPECT_TRUE(shown("finishStrip"));
    EXPECT_TRUE(shown("finishProblem"));
    EXPECT_TRUE(backend->decisions.empty());
}

TEST_F(DeskTest, DotRepeatsTheLastVerdictWithItsValues) {
    openWith(200);
    press(Qt::Key_P);
    type(QStringLiteral("by design"));
    press(Qt::Key_Return);
    const ItemKey second = session()->currentKey();
    press(Qt::Key_Period);
    EXPECT_EQ(lastDecision().items, std::vector<ItemKey>{second});
    EXPECT_EQ(decidedValue(field::kVerdict), "prudent");
    EXPECT_EQ(decidedValue(field::kWhy), "by design");
    EXPECT_EQ(session()->currentRow(), 2);
}

TEST_F(DeskTest, OOpensTheEditor) {
    openWith(200);
    press(Qt::Key_O);
    EXPECT_EQ(backend->edited, std::vector<ItemKey>{session()->currentKey()});
}

TEST_F(DeskTest, AnItemKeepsTheFocusWhenANewStateMovesItsRow) {
    openWith(200);
    enter(Queue::Open);
    press(Qt::Key_J);
    press(Qt::Key_J);
    const ItemKey current = session()->currentKey();
    backend->put(model()->keyAt(0).c_str(), field::kVerdict, "not-debt");
    backend->publish();
    const DeskStatePtr before = session()->state();
    waitUntil([&] { return session()->state() != before; });
    settle();
    EXPECT_EQ(session()->currentKey(), current);
}

} // namespace paydown::gui
