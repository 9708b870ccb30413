// SPDX-License-Identifier: GPL-3.0-or-later
// Single fields: a popup with a completer that never advances.
#include "core/model/decision.h"
#include "gui/triage/item_list.h"
#include "tests/gui/support/desk_test.h"
#include "tests/gui/support/sample_snapshot.h"

#include <QApplication>

namespace paydown::gui {

class SingleFields : public DeskTest {};

TEST_F(SingleFields, OwnerIsSetWithoutAdvancing) {
    openWith(200);
    press(Qt::Key_A);
    ASSERT_TRUE(shown("fieldPopup"));
    child<QLineEdit>("fieldEdit")->selectAll();
    type(QStringLiteral("@noor"));
    press(Qt::Key_Return);
    EXPECT_FALSE(shown("fieldPopup"));
    EXPECT_EQ(decidedValue(field::kOwner), "@noor");
    EXPECT_EQ(session()->currentRow(), 0);
    EXPECT_EQ(QApplication::focusWidget(), child<ItemList>("itemList"));
}

TEST_F(SingleFields, EffortBecomesMinutes) {
    openWith(200);
    press(Qt::Key_E);
    child<QLineEdit>("fieldEdit")->selectAll();
    type(QStringLiteral("2d"));
    press(Qt::Key_Return);
    EXPECT_EQ(decidedValue(field::kEffort), "960");
}

TEST_F(SingleFields, DueTakesWords) {
    openWith(200);
    press(Qt::Key_D);
    type(QStringLiteral("+2w"));
    press(Qt::Key_Return);
    EXPECT_EQ(decidedValue(field::kDue), formatDate(sampleToday() + std::chrono::days(14)));
}

TEST_F(SingleFields, PeriodTakesNextAndLater) {
    openWith(200);
    press(Qt::Key_S);
    type(QStringLiteral("later"));
    press(Qt::Key_Return);
    EXPECT_EQ(decidedValue(field::kPeriod), formatDate(session()->state()->plan.periods[2].start));
}

TEST_F(SingleFields, ANoteAndATicketAreKept) {
    openWith(200);
    press(Qt::Key_C);
    type(QStringLiteral("asked the vendor"));
    press(Qt::Key_Return);
    EXPECT_EQ(decidedValue(field::kNote), "asked the vendor");
    press(Qt::Key_T);
    type(QStringLiteral("PAY-142"));
    press(Qt::Key_Return);
    EXPECT_EQ(decidedValue(field::kTicket), "PAY-142");
}

TEST_F(SingleFields, AMistakeIsExplainedAndThePopupStays) {
    openWith(200);
    press(Qt::Key_D);
    type(QStringLiteral("someday"));
    press(Qt::Key_Return);
    EXPECT_TRUE(shown("fieldPopup"));
    EXPECT_TRUE(shown("fieldProblem"));
    EXPECT_TRUE(backend->decisions.empty());
}

TEST_F(SingleFields, EscapeClosesWithoutDeciding) {
    openWith(200);
    press(Qt::Key_A);
    press(Qt::Key_Escape);
    EXPECT_FALSE(shown("fieldPopup"));
    EXPECT_TRUE(backend->decisions.empty());
}

TEST_F(SingleFields, AnEmptyOwnerMeansNobody) {
    openWith(200);
    press(Qt::Key_A);
    child<QLineEdit>("fieldEdit")->clear();
    press(Qt::Key_Return);
    EXPECT_EQ(decidedValue(field::kOwner), "");
}

} // namespace paydown::gui
