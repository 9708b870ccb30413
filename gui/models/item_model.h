// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/backend/desk_state.h"
#include "gui/models/columns.h"
#include "gui/models/row_query.h"

#include <QAbstractTableModel>
#include <unordered_map>
#include <unordered_set>

namespace paydown::gui {

/// Shows one immutable RowSet in list and table. What the user marked, and what was decided since the queue was
/// entered, is kept by key, so it survives every new state. Sorting and filtering happen before, off the GUI thread.
class ItemModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum DataRole { KeyRole = Qt::UserRole, MarkedRole, DecidedRole };

    using QAbstractTableModel::QAbstractTableModel;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// Swaps everything shown. Marks and session verdicts whose items are gone are dropped.
    void setRows(RowSetPtr rows);
    [[nodiscard]] const RowSetPtr& rows() const { return m_rows; }

    [[nodiscard]] const ItemView* viewAt(int row) const; ///< Null for a row that is not there.
    [[nodiscard]] ItemKey keyAt(int row) const;
    [[nodiscard]] int rowOf(const ItemKey& key) const; ///< -1 for none.
    [[nodiscard]] Date today() const;

    /// The verdict that this row was given since the queue was entered, None for none.
    [[nodiscard]] Verdict decidedAt(int row) const;
    void setDecided(const std::vector<ItemKey>& keys, Verdict verdict);
    void forgetDecided(); ///< The queue is left.

    [[nodiscard]] bool isMarked(int row) const;
    void setMarked(int row, bool marked);
    void markAll();
    void clearMarks();
    [[nodiscard]] std::vector<ItemKey> marked() const; ///< In the order of the rows.
    [[nodiscard]] std::size_t markedCount() const { return m_marked.size(); }

signals:
    void marksChanged();

private:
    void repaintAll();

    RowSetPtr m_rows;
    std::vector<std::int32_t> m_rowOfItem; ///< By index into the worklist; -1 where not shown.
    std::unordered_set<ItemKey> m_marked;
    std::unordered_map<ItemKey, Verdict> m_decided;
};

} // namespace paydown::gui
