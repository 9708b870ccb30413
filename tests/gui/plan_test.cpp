// SPDX-License-Identifier: GPL-3.0-or-later
// The plan: cards moved by keys and by the mouse, a proposal taken apart and accepted, questions, closing.
#include "core/model/decision.h"
#include "gui/plan/card_tray.h"
#include "gui/plan/plan_board.h"
#include "gui/plan/plan_card.h"
#include "gui/plan/plan_cell.h"
#include "gui/plan/plan_page.h"
#include "tests/gui/support/desk_test.h"
#include "tests/gui/support/sample_snapshot.h"

#include <QApplication>
#include <QComboBox>
#include <QPushButton>

namespace paydown::gui {

class Plan : public DeskTest {
protected:
    PlanSession* plan() const { return window->plan()->session(); }
    const PlanGrid& grid() const { return plan()->state()->plan; }

    /// A repository in which so many items were called reckless, owned by @kai, and wait.
    void openPlan(int waiting) {
        Snapshot snapshot = makeSampleSnapshot(120);
        openWith(std::move(snapshot));
        const auto& open = session()->state()->queue(Queue::Open)->rows;
        for (int i = 0; i < waiting; ++i) {
            const ItemKey key = keyOf(session()->state()->item(open[static_cast<std::size_t>(i)]));
            backend->put(key, field::kVerdict, "reckless");
            backend->put(key, field::kOwner, "@kai");
            backend->put(key, field::kEffort, "240");
            keys.push_back(key);
        }
        reload();
        trigger("showPlan");
    }
    void reload() {
        const DeskStatePtr before = plan()->state();
        backend->publish();
        waitUntil([&] { return plan()->state() != before; });
    }
    void waitForChange(const DeskStatePtr& before) {
        waitUntil([&] { return plan()->state() != before; });
    }
    PlanCellView* cell(const std::string& owner, Slot slot) const {
        PlanCellView* found = nullptr;
        waitUntil([&] {
            for (auto* view : window->findChildren<PlanCellView*>()) {
                if (view->isVisible() && view->place() == PlanPlace{owner, slot}) found = view;
            }
            return found != nullptr;
        });
        return found;
    }
    PlanCard* card(const ItemKey& key) const {
        PlanCard* found = nullptr;
        waitUntil([&] {
            for (auto* each : window->findChildren<PlanCard*>()) {
                if (each->isVisible() && each->key() == key) found = each;
            }
            return found != nullptr;
        });
        return found;
    }
    int dashedCards() const {
        int dashed = 0;
        for (auto* each : window->findChildren<PlanCard*>())
            dashed += each->isVisible() && each->look() == CardLook::Proposed ? 1 : 0;
        return dashed;
    }
    std::vector<ItemKey> keys;
};

TEST_F(Plan, WhatWasCalledDebtAndHasNoPeriodWaits) {
    openPlan(4);
    for (const ItemKey& key : keys) {
        const auto item = plan()->state()->find(key);
        EXPECT_NE(std::find(grid().waiting.begin(), grid().waiting.end(), *item), grid().waiting.end());
    }
}

TEST_F(Plan, ShiftRightMovesTheCardIntoThePeriodAndOn) {
    openPlan(1);
    plan()->setCurrent(keys[0]);
    child<QListView>("trayList")->setFocus();
    DeskStatePtr before = plan()->state();
    press(Qt::Key_Right, Qt::ShiftModifier);
    EXPECT_EQ(decidedValue(field::kPeriod), formatDate(grid().periods[0].start));
    waitForChange(before);
    EXPECT_EQ(plan()->placeOf(keys[0]), (PlanPlace{"@kai", Slot::This}));
    before = plan()->state();
    trigger("cardLater");
    EXPECT_EQ(decidedValue(field::kPeriod), formatDate(grid().periods[1].start));
    waitForChange(before);
    EXPECT_EQ(plan()->placeOf(keys[0]), (PlanPlace{"@kai", Slot::Next}));
}

TEST_F(Plan, MovingBeforeThisPeriodTakesTheCardOutOfThePlan) {
    openPlan(1);
    backend->put(keys[0], field::kPeriod, formatDate(grid().periods[0].start));
    reload();
    plan()->setCurrent(keys[0]);
    trigger("cardEarlier");
    EXPECT_EQ(decidedValue(field::kPeriod), "");
}

TEST_F(Plan, ShiftDownGivesTheCardToTheNextPerson) {
    openPlan(1);
    backend->put(keys[0], field::kPeriod, formatDate(grid().periods[0].start));
    reload();
    plan()->setCurrent(keys[0]);
    trigger("cardDown");
    EXPECT_NE(decidedValue(field::kOwner), "@kai");
    EXPECT_EQ(decidedValue(field::kPeriod), "(absent)");
}

TEST_F(Plan, TheMouseCarriesACardFromOneCellToAnother) {
    openPlan(1);
    backend->put(keys[0], field::kPeriod, formatDate(grid().periods[0].start));
    reload();
    PlanCard* held = card(keys[0]);
    ASSERT_NE(held, nullptr);
    PlanCellView* target = cell("@kai", Slot::Later);
    ASSERT_NE(target, nullptr);
    const QPoint from(20, 20);
    const QPoint to = held->mapFromGlobal(target->mapToGlobal(target->rect().center()));
    QTest::mousePress(held, Qt::LeftButton, Qt::NoModifier, from);
    QTest::mouseMove(held, from + QPoint(30, 5));
    QMouseEvent move(QEvent::MouseMove, to, held->mapToGlobal(to), Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(held, &move);
    QTest::mouseRelease(held, Qt::LeftButton, Qt::NoModifier, to);
    EXPECT_EQ(decidedValue(field::kPeriod), formatDate(grid().periods[2].start));
}

TEST_F(Plan, OverCapacityTurnsAmberAndIsNotRefused) {
    openPlan(5);
    for (const ItemKey& key : keys) backend->put(key, field::kPeriod, formatDate(grid().periods[0].start));
    reload();
    const PlanCellView* full = cell("@kai", Slot::This);
    ASSERT_NE(full, nullptr);
    EXPECT_TRUE(full->isOver());
    EXPECT_TRUE(full->loadText().contains(QStringLiteral("of 3"))) << full->loadText().toStdString();
}

TEST_F(Plan, AProposalIsShownDashedAndWritesNothing) {
    openPlan(4);
    trigger("propose");
    waitUntil([this] { return plan()->proposal() != nullptr; });
    EXPECT_GT(plan()->keptCount(), 0);
    EXPECT_TRUE(backend->decisions.empty());
    waitUntil([this] { return dashedCards() == plan()->keptCount(); });
}

TEST_F(Plan, SpaceDropsAProposedCardAndAcceptWritesTheRest) {
    openPlan(3);
    trigger("propose");
    waitUntil([this] { return plan()->proposal() != nullptr; });
    ASSERT_NE(plan()->proposed(keys[0]), nullptr);
    const int all = plan()->keptCount();
    plan()->setCurrent(keys[0]);
    trigger("dropCard");
    EXPECT_EQ(plan()->keptCount(), all - 1);
    const DeskStatePtr before = plan()->state();
    trigger("acceptPlan");
    waitForChange(before);
    EXPECT_EQ(plan()->proposal(), nullptr);
    EXPECT_EQ(plan()->placeOf(keys[0]).slot, std::nullopt);
    EXPECT_NE(plan()->placeOf(keys[1]).slot, std::nullopt);
}

TEST_F(Plan, ASecondSlipNeedsAnAnswerAndReschedulingGivesOne) {
    openPlan(1);
    backend->put(keys[0], field::kSlip, "2026-10-19");
    backend->put(keys[0], field::kSlip, "2026-11-02");
    reload();
    ASSERT_TRUE(shown("questionBand"));
    child<QPushButton>("answerReschedule")->click();
    child<QLineEdit>("answerText")->setText(QStringLiteral("@lena"));
    const DeskStatePtr before = plan()->state();
    child<QPushButton>("answerApply")->click();
    EXPECT_EQ(decidedValue(field::kAnswer), "reschedule");
    EXPECT_EQ(decidedValue(field::kOwner), "@lena");
    EXPECT_EQ(decidedValue(field::kPeriod), formatDate(grid().periods[1].start));
    waitForChange(before);
    EXPECT_FALSE(shown("questionBand"));
}

TEST_F(Plan, ClosingAPeriodCarriesOverWhatIsNotDone) {
    openPlan(1);
    const Date past = grid().periods[0].start - std::chrono::days(14);
    backend->put(keys[0], field::kPeriod, formatDate(past));
    reload();
    ASSERT_TRUE(grid().toClose.has_value());
    trigger("closePeriod");
    waitUntil([this] { return window->findChild<QDialog*>(QStringLiteral("closingDialog")) != nullptr; });
    const DeskStatePtr before = plan()->state();
    child<QPushButton>("closingAccept")->click();
    waitForChange(before);
    EXPECT_EQ(plan()->placeOf(keys[0]).slot, Slot::This);
    EXPECT_EQ(plan()->state()->item(*plan()->state()->find(keys[0])).slips, 1U);
    EXPECT_FALSE(grid().toClose.has_value());
}

TEST_F(Plan, EnterOpensTheCardInTriage) {
    openPlan(1);
    plan()->setCurrent(keys[0]);
    trigger("openCard");
    EXPECT_EQ(window->page(), PageId::Triage);
    waitUntil([this] { return session()->currentRow() >= 0 && session()->currentKey() == keys[0]; });
}

} // namespace paydown::gui
