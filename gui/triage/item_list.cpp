// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/triage/item_list.h"

#include "gui/models/item_model.h"
#include "gui/triage/item_delegate.h"

#include <QMouseEvent>
#include <QScrollBar>

namespace paydown::gui {

ItemList::ItemList(ItemModel* model, QWidget* parent) : QListView(parent), m_model(model) {
    setObjectName(QStringLiteral("itemList"));
    setAccessibleName(tr("Items of the queue"));
    setModel(model);
    setItemDelegate(new ItemDelegate(this));
    setUniformItemSizes(true);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setMouseTracking(true);
    connect(model, &QAbstractItemModel::modelAboutToBeReset, this, [this] {
        const QRect row = currentIndex().isValid() ? visualRect(currentIndex()) : QRect(0, -1, 1, 1);
        m_offset = row.top() >= 0 && row.top() < viewport()->height() ? row.top() : -1;
    });
}

void ItemList::restorePlace() {
    if (m_offset < 0 || !currentIndex().isValid()) return;
    verticalScrollBar()->setValue(currentIndex().row() * ItemDelegate::kRowHeight - m_offset);
}

void ItemList::mousePressEvent(QMouseEvent* event) {
    const QModelIndex at = indexAt(event->pos());
    if (at.isValid() && event->modifiers() == Qt::ControlModifier) {
        m_model->setMarked(at.row(), !m_model->isMarked(at.row()));
        return;
    }
    if (at.isValid() && event->modifiers() == Qt::ShiftModifier) {
        const int from = currentIndex().isValid() ? currentIndex().row() : at.row();
        for (int row = std::min(from, at.row()); row <= std::max(from, at.row()); ++row) m_model->setMarked(row, true);
        return;
    }
    QListView::mousePressEvent(event);
}

} // namespace paydown::gui
