// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/queue_model.h"

#include "gui/models/item_text.h"

#include <QCoreApplication>

namespace paydown::gui {

int QueueModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(queues().size());
}

QVariant QueueModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const Queue queue = queueAt(index.row());
    const DeskQueue* shown = m_state ? m_state->queue(queue) : nullptr;
    const int count = shown == nullptr ? 0 : static_cast<int>(shown->rows.size());
    switch (role) {
    case Qt::DisplayRole: return titleOf(queue);
    case Qt::AccessibleTextRole: return tr("%1, %2").arg(titleOf(queue), counted(count, tr("1 item"), tr("%1 items")));
    case CountRole: return count;
    case QueueRole: return static_cast<int>(queue);
    default: return {};
    }
}

void QueueModel::setState(DeskStatePtr state) {
    m_state = std::move(state);
    emit dataChanged(index(0), index(rowCount() - 1));
}

Queue QueueModel::queueAt(int row) const { return queues()[static_cast<std::size_t>(row)].queue; }

int QueueModel::rowOf(Queue queue) const {
    for (int row = 0; row < rowCount(); ++row) {
        if (queueAt(row) == queue) return row;
    }
    return -1;
}

QString titleOf(Queue queue) { return QCoreApplication::translate("Queue", std::string(infoOf(queue).name).c_str()); }

QString emptyTextOf(Queue queue) {
    return QCoreApplication::translate("Queue", std::string(infoOf(queue).empty).c_str());
}

} // namespace paydown::gui
