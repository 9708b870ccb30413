// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/triage/queues.h"
#include "gui/models/columns.h"

#include <QTableView>
#include <optional>

namespace paydown::gui {

class ItemModel;

/// The wide, sortable table for bulk work. Which columns are shown, their order and widths are remembered per queue.
class ItemTable : public QTableView {
    Q_OBJECT

public:
    explicit ItemTable(ItemModel* model, QWidget* parent = nullptr);

    /// Saves the columns of the queue that was shown and restores those of this one.
    void showQueue(Queue queue);
    void saveColumns() const;
    void clearSort();

    void keyboardSearch(const QString&) override {}

signals:
    /// The order was asked for by a click on a heading; nothing means the queue's own order.
    void sortAsked(std::optional<paydown::gui::Column> column, bool descending);

private:
    void offerColumns(const QPoint& at);
    void showFirstColumns();

    Queue m_queue = Queue::Review;
};

} // namespace paydown::gui
