// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/backend/desk_state.h"

#include <QAbstractListModel>

namespace paydown::gui {

/// The queues with their counts, in the order of core/triage.
class QueueModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum DataRole { CountRole = Qt::UserRole, QueueRole };

    using QAbstractListModel::QAbstractListModel;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

    void setState(DeskStatePtr state);
    [[nodiscard]] Queue queueAt(int row) const;
    [[nodiscard]] int rowOf(Queue queue) const;

private:
    DeskStatePtr m_state;
};

[[nodiscard]] QString titleOf(Queue queue);
/// What to say when the queue holds nothing.
[[nodiscard]] QString emptyTextOf(Queue queue);

} // namespace paydown::gui
