// SPDX-License-Identifier: GPL-3.0-or-later
// The wide table: sorted by headings, columns remembered per queue.
#include "gui/triage/item_table.h"
#include "tests/gui/support/desk_test.h"

#include <QApplication>
#include <QHeaderView>

namespace paydown::gui {

class WideTable : public DeskTest {
protected:
    ItemTable* table() const { return child<ItemTable>("itemTable"); }
    void sortBy(Column column, Qt::SortOrder order) {
        const RowSetPtr before = model()->rows();
        table()->horizontalHeader()->setSortIndicator(static_cast<int>(column), order);
        waitUntil([&] { return model()->rows() != before; });
    }
};

TEST_F(WideTable, VShowsItAndVAgainTheDetail) {
    openWith(200);
    press(Qt::Key_V);
    EXPECT_TRUE(shown("itemTable"));
    EXPECT_FALSE(shown("detailPane"));
    EXPECT_EQ(QApplication::focusWidget(), table());
    press(Qt::Key_V);
    EXPECT_TRUE(shown("detailPane"));
    EXPECT_TRUE(shown("itemList"));
}

TEST_F(WideTable, TakesTheRoomOfTheDetailAndGivesItBack) {
    openWith(200);
    const int queues = child<QWidget>("queueList")->width();
    const int detail = child<QWidget>("detailPane")->width();
    const int list = child<QWidget>("itemList")->width();
    press(Qt::Key_V);
    EXPECT_EQ(child<QWidget>("queueList")->width(), queues);
    EXPECT_GE(table()->width(), list + detail);
    press(Qt::Key_V);
    EXPECT_EQ(child<QWidget>("queueList")->width(), queues);
    EXPECT_EQ(child<QWidget>("detailPane")->width(), detail);
}

TEST_F(WideTable, SortsByAColumnAndKeepsTheCurrentItem) {
    openWith(200);
    enter(Queue::Open);
    press(Qt::Key_V);
    settle();
    press(Qt::Key_J);
    const ItemKey current = session()->currentKey();
    sortBy(Column::Where, Qt::AscendingOrder);
    for (int row = 1; row < model()->rowCount(); ++row)
        EXPECT_LE(model()->viewAt(row - 1)->item->place.path, model()->viewAt(row)->item->place.path);
    EXPECT_EQ(session()->currentKey(), current);
    EXPECT_EQ(table()->currentIndex().row(), session()->currentRow());
}

TEST_F(WideTable, WhatHasNoValueComesLastInBothOrders) {
    openWith(200);
    enter(Queue::Open);
    press(Qt::Key_V);
    settle();
    sortBy(Column::Owner, Qt::DescendingOrder);
    bool nobody = false;
    for (int row = 0; row < model()->rowCount(); ++row) {
        EXPECT_TRUE(!nobody || model()->viewAt(row)->owner.empty());
        nobody = nobody || model()->viewAt(row)->owner.empty();
    }
}

TEST_F(WideTable, RemembersItsColumnsForEachQueue) {
    openWith(200);
    press(Qt::Key_V);
    table()->setColumnHidden(static_cast<int>(Column::Age), true);
    enter(Queue::Open);
    EXPECT_FALSE(table()->isColumnHidden(static_cast<int>(Column::Age)));
    enter(Queue::Review);
    EXPECT_TRUE(table()->isColumnHidden(static_cast<int>(Column::Age)));
}

TEST_F(WideTable, DecidesFromTheTableToo) {
    openWith(200);
    press(Qt::Key_V);
    settle();
    press(Qt::Key_N);
    EXPECT_EQ(backend->decisions.size(), 1U);
    EXPECT_EQ(session()->currentRow(), 1);
}

} // namespace paydown::gui
