// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/triage/queues.h"

#include <QListView>

namespace paydown::gui {

class QueueModel;

/// The queues with their counts.
class QueueSidebar : public QListView {
    Q_OBJECT

public:
    explicit QueueSidebar(QueueModel* model, QWidget* parent = nullptr);

    void select(Queue queue);
    void keyboardSearch(const QString&) override {}

signals:
    void queueChosen(paydown::Queue queue);

private:
    QueueModel* m_model;
};

} // namespace paydown::gui
