// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/models/row_query.h"

#include <QObject>
#include <QThreadPool>
#include <atomic>

namespace paydown::gui {

/// Runs selectRows() on a thread of its own. Only the answer to the last question is delivered.
class RowFinder : public QObject {
    Q_OBJECT

public:
    explicit RowFinder(QObject* parent = nullptr);
    ~RowFinder() override;

    void find(const DeskStatePtr& state, const RowQuery& query);

signals:
    void found(const paydown::gui::RowSetPtr& rows);

private:
    QThreadPool m_thread;
    std::atomic<quint64> m_last{0};
};

} // namespace paydown::gui
