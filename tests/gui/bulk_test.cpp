// SPDX-License-Identifier: GPL-3.0-or-later
// Deciding about many at once, and taking all of it back.
#include "core/model/decision.h"
#include "tests/gui/support/desk_test.h"

#include <QMessageBox>

namespace paydown::gui {

class Bulk : public DeskTest {};

TEST_F(Bulk, SpaceSelectsAndGoesOn) {
    openWith(200);
    press(Qt::Key_Space);
    press(Qt::Key_Space);
    EXPECT_EQ(model()->markedCount(), 2U);
    EXPECT_EQ(session()->currentRow(), 2);
}

TEST_F(Bulk, AVerdictIsAboutAllSelectedItemsInOneBatch) {
    openWith(200);
    for (int i = 0; i < 3; ++i) press(Qt::Key_Space);
    const std::vector<ItemKey> marked = model()->marked();
    press(Qt::Key_N);
    ASSERT_EQ(backend->decisions.size(), 1U);
    EXPECT_EQ(lastDecision().items, marked);
    EXPECT_EQ(model()->markedCount(), 0U);
}

TEST_F(Bulk, ControlZTakesTheWholeBatchBack) {
    openWith(200);
    const ItemKey first = session()->currentKey();
    for (int i = 0; i < 3; ++i) press(Qt::Key_Space);
    press(Qt::Key_N);
    settle();
    ASSERT_NE(model()->decidedAt(1), Verdict::None);
    press(Qt::Key_Z, Qt::ControlModifier);
    waitUntil([this] { return model()->decidedAt(1) == Verdict::None; });
    settle();
    for (int row = 0; row < 3; ++row) EXPECT_EQ(model()->viewAt(row)->verdict, Verdict::None);
    EXPECT_EQ(session()->currentKey(), first);
}

TEST_F(Bulk, GTakesTheGroupOfEqualTexts) {
    openWith(400);
    enter(Queue::Open);
    while (session()->current()->alike < 3) press(Qt::Key_J);
    const std::string title = session()->current()->item->annotation.title;
    press(Qt::Key_G);
    ASSERT_GE(model()->markedCount(), 2U);
    for (const ItemKey& key : model()->marked())
        EXPECT_EQ(model()->viewAt(model()->rowOf(key))->item->annotation.title, title);
}

TEST_F(Bulk, MoreThanTwoHundredAskOnceAndCancelDecidesNothing) {
    openWith(600);
    enter(Queue::Open);
    ASSERT_GT(model()->rowCount(), 200);
    press(Qt::Key_A, Qt::ControlModifier);
    press(Qt::Key_N);
    auto* question = child<QMessageBox>("bulkQuestion");
    ASSERT_NE(question, nullptr);
    EXPECT_TRUE(backend->decisions.empty());
    question->reject();
    EXPECT_TRUE(backend->decisions.empty());
}

TEST_F(Bulk, MoreThanTwoHundredAreDecidedOnceConfirmed) {
    openWith(600);
    enter(Queue::Open);
    press(Qt::Key_A, Qt::ControlModifier);
    const auto count = model()->markedCount();
    press(Qt::Key_N);
    auto* question = child<QMessageBox>("bulkQuestion");
    ASSERT_NE(question, nullptr);
    question->button(QMessageBox::Ok)->click();
    ASSERT_EQ(backend->decisions.size(), 1U);
    EXPECT_EQ(lastDecision().items.size(), count);
}

TEST_F(Bulk, EscapeClearsTheSelection) {
    openWith(200);
    press(Qt::Key_Space);
    press(Qt::Key_Escape);
    EXPECT_EQ(model()->markedCount(), 0U);
}

} // namespace paydown::gui
