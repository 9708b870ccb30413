// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/item_model.h"

#include "gui/models/item_text.h"

#include <QCoreApplication>

namespace paydown::gui {

namespace {

// What a screen reader says of a row.
QString spokenOf(const ItemView& view, Date today) {
    const QStringList parts{wordFor(view.debtClass), titleOf(view), whereOf(view), touchesOf(view),
                            ageOf(view, today),      ownerOf(view), alikeOf(view)};
    QStringList said = parts;
    said.removeAll(QString());
    return said.join(QStringLiteral(", "));
}

} // namespace

int ItemModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() || !m_rows ? 0 : static_cast<int>(m_rows->rows.size());
}

int ItemModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : kColumnCount; }

QVariant ItemModel::data(const QModelIndex& index, int role) const {
    const ItemView* view = index.isValid() ? viewAt(index.row()) : nullptr;
    if (view == nullptr) return {};
    const auto column = static_cast<Column>(index.column());
    switch (role) {
    case Qt::DisplayRole: return cellText(*view, column, today());
    case Qt::TextAlignmentRole:
        return isNumber(column) ? QVariant(Qt::AlignRight | Qt::AlignVCenter)
                                : QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    case Qt::AccessibleTextRole: return spokenOf(*view, today());
    case KeyRole: return QString::fromStdString(keyOf(*view));
    case MarkedRole: return isMarked(index.row());
    case DecidedRole: return static_cast<int>(decidedAt(index.row()));
    default: return {};
    }
}

QVariant ItemModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= kColumnCount) return {};
    const auto column = static_cast<Column>(section);
    if (role == Qt::DisplayRole) return headingOf(column);
    if (role == Qt::TextAlignmentRole) {
        return isNumber(column) ? QVariant(Qt::AlignRight | Qt::AlignVCenter)
                                : QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    }
    return {};
}

void ItemModel::setRows(RowSetPtr rows) {
    beginResetModel();
    m_rows = std::move(rows);
    m_rowOfItem.assign(m_rows ? m_rows->state->worklist->items.size() : 0, -1);
    if (m_rows) {
        std::int32_t row = 0;
        for (const std::uint32_t item : m_rows->rows) m_rowOfItem[item] = row++;
    }
    std::erase_if(m_marked, [this](const ItemKey& key) { return rowOf(key) < 0; });
    endResetModel();
    emit marksChanged();
}

const ItemView* ItemModel::viewAt(int row) const {
    if (!m_rows || row < 0 || static_cast<std::size_t>(row) >= m_rows->rows.size()) return nullptr;
    return &m_rows->state->item(m_rows->rows[static_cast<std::size_t>(row)]);
}

ItemKey ItemModel::keyAt(int row) const {
    const ItemView* view = viewAt(row);
    return view == nullptr ? ItemKey() : keyOf(*view);
}

int ItemModel::rowOf(const ItemKey& key) const {
    const auto item = m_rows ? m_rows->state->find(key) : std::nullopt;
    return item ? m_rowOfItem[*item] : -1;
}

Date ItemModel::today() const { return m_rows ? m_rows->state->worklist->today : Date(); }

Verdict ItemModel::decidedAt(int row) const {
    if (m_decided.empty()) return Verdict::None;
    const auto found = m_decided.find(keyAt(row));
    return found == m_decided.end() ? Verdict::None : found->second;
}

void ItemModel::setDecided(const std::vector<ItemKey>& keys, Verdict verdict) {
    for (const ItemKey& key : keys) {
        if (verdict == Verdict::None) {
            m_decided.erase(key);
        } else {
            m_decided[key] = verdict;
        }
    }
    repaintAll();
}

void ItemModel::forgetDecided() {
    m_decided.clear();
    repaintAll();
}

bool ItemModel::isMarked(int row) const { return !m_marked.empty() && m_marked.count(keyAt(row)) > 0; }

void ItemModel::setMarked(int row, bool marked) {
    if (viewAt(row) == nullptr) return;
    if (marked) {
        m_marked.insert(keyAt(row));
    } else {
        m_marked.erase(keyAt(row));
    }
    emit dataChanged(index(row, 0), index(row, kColumnCount - 1), {MarkedRole});
    emit marksChanged();
}

void ItemModel::markAll() {
    for (int row = 0; row < rowCount(); ++row) m_marked.insert(keyAt(row));
    repaintAll();
    emit marksChanged();
}

void ItemModel::clearMarks() {
    if (m_marked.empty()) return;
    m_marked.clear();
    repaintAll();
    emit marksChanged();
}

std::vector<ItemKey> ItemModel::marked() const {
    std::vector<ItemKey> keys;
    if (m_marked.empty()) return keys;
    for (int row = 0; row < rowCount(); ++row) {
        if (isMarked(row)) keys.push_back(keyAt(row));
    }
    return keys;
}

void ItemModel::repaintAll() {
    if (rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, kColumnCount - 1), {MarkedRole, DecidedRole});
}

} // namespace paydown::gui
