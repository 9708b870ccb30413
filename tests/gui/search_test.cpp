// SPDX-License-Identifier: GPL-3.0-or-later
// The search field: the filter language, with completion, and what it says when it finds nothing.
#include "gui/widgets/empty_state.h"
#include "gui/widgets/search_field.h"
#include "tests/gui/support/desk_test.h"

#include <QApplication>
#include <QListWidget>
#include <QPushButton>
#include <algorithm>

namespace paydown::gui {

class Search : public DeskTest {
protected:
    void searchFor(const QString& words) {
        const RowSetPtr before = model()->rows();
        press(Qt::Key_Slash);
        child<QLineEdit>("searchField")->clear();
        type(words);
        press(Qt::Key_Return);
        waitUntil([&] { return model()->rows() != before && session()->search() == words; });
        waitUntil([&] { return session()->search() == words && model()->rows()->state == session()->state(); });
    }
};

TEST_F(Search, SlashGoesToTheFieldAndEnterBackToTheList) {
    openWith(200);
    press(Qt::Key_Slash);
    EXPECT_EQ(QApplication::focusWidget(), child<QLineEdit>("searchField"));
    press(Qt::Key_Return);
    EXPECT_EQ(QApplication::focusWidget(), child<QListView>("itemList"));
}

TEST_F(Search, FiltersTheQueueByClass) {
    openWith(400);
    enter(Queue::Open);
    const int all = model()->rowCount();
    searchFor(QStringLiteral("class:reckless"));
    waitUntil([&] { return model()->rowCount() < all; });
    ASSERT_GT(model()->rowCount(), 0);
    for (int row = 0; row < model()->rowCount(); ++row) EXPECT_EQ(model()->viewAt(row)->debtClass, DebtClass::Reckless);
}

TEST_F(Search, CompletesKeysAndValues) {
    openWith(200);
    press(Qt::Key_Slash);
    type(QStringLiteral("class:re"));
    auto* offered = child<QListWidget>("searchSuggestions");
    ASSERT_GT(offered->count(), 0);
    press(Qt::Key_Tab);
    EXPECT_EQ(child<QLineEdit>("searchField")->text().trimmed(), QStringLiteral("class:reckless"));
}

TEST_F(Search, AMistakeMarksTheFieldAndKeepsTheRows) {
    openWith(200);
    const int rows = model()->rowCount();
    searchFor(QStringLiteral("class:recless"));
    waitUntil([this] { return child<QLineEdit>("searchField")->property("wrong").toBool(); });
    EXPECT_EQ(model()->rowCount(), rows);
    EXPECT_TRUE(model()->rows()->problem.contains(QStringLiteral("reckless")));
}

TEST_F(Search, WhatIsFoundElsewhereIsOffered) {
    openWith(400);
    const DeskQueue* review = session()->state()->queue(Queue::Review);
    std::string path;
    for (const std::uint32_t row : session()->state()->queue(Queue::Open)->rows) {
        const std::string& candidate = session()->state()->item(row).item->place.path;
        const bool inReview = std::any_of(review->rows.begin(), review->rows.end(), [&](std::uint32_t item) {
            return session()->state()->item(item).item->place.path == candidate;
        });
        if (!inReview) path = candidate;
    }
    ASSERT_FALSE(path.empty());
    searchFor(QStringLiteral("path:") + QString::fromStdString(path));
    waitUntil([this] { return model()->rowCount() == 0; });
    ASSERT_GT(model()->rows()->elsewhere, 0U);
    child<QPushButton>("emptyStateButton")->click();
    waitUntil([this] { return model()->rowCount() > 0; });
    EXPECT_EQ(session()->queue(), Queue::Open);
}

TEST_F(Search, EscapeClearsAndThenLeaves) {
    openWith(200);
    press(Qt::Key_Slash);
    type(QStringLiteral("bank"));
    press(Qt::Key_Escape);
    EXPECT_TRUE(child<QLineEdit>("searchField")->text().isEmpty());
    press(Qt::Key_Escape);
    EXPECT_EQ(QApplication::focusWidget(), child<QListView>("itemList"));
}

} // namespace paydown::gui
