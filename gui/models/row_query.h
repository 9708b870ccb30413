// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/backend/desk_state.h"
#include "gui/models/columns.h"

#include <QMetaType>
#include <QString>
#include <optional>
#include <vector>

namespace paydown::gui {

/// Which rows to show and in which order. Without a sort the order is the queue's own, best first.
struct RowQuery {
    Queue queue = Queue::Review;
    QString filter; ///< The search language; empty for all.
    std::optional<Column> sort;
    bool descending = false;
    /// Rows that are on screen already, of an older state: they keep their places, even those that have left the queue.
    DeskStatePtr keepFrom;
    std::vector<std::uint32_t> keep;
    bool resort = false; ///< The order was asked for anew: kept rows stay in the list, but not in their places.
};

/// The answer: rows of one state. Immutable, swapped whole.
struct RowSet {
    DeskStatePtr state;
    std::vector<std::uint32_t> rows; ///< Indexes into state->worklist->items.
    QString problem;                 ///< What is wrong with the filter and what was meant; rows are then unfiltered.
    int problemAt = -1;              ///< Column of the mistake in the filter, 0-based.
    std::size_t elsewhere = 0;       ///< With a filter that finds nothing here: how many open items it finds in all.
};
using RowSetPtr = std::shared_ptr<const RowSet>;

/// Pure and thread-safe; about 20 ms for 100,000 items.
[[nodiscard]] RowSetPtr selectRows(const DeskStatePtr& state, const RowQuery& query);

} // namespace paydown::gui

Q_DECLARE_METATYPE(paydown::gui::RowSetPtr)
