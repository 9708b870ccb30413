// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/row_finder.h"

namespace paydown::gui {

RowFinder::RowFinder(QObject* parent) : QObject(parent) { m_thread.setMaxThreadCount(1); }

RowFinder::~RowFinder() {
    m_last = 0;
    m_thread.clear();
    m_thread.waitForDone();
}

void RowFinder::find(const DeskStatePtr& state, const RowQuery& query) {
    const quint64 number = ++m_last;
    m_thread.start([this, state, query, number] {
        if (m_last != number) return;
        RowSetPtr rows = selectRows(state, query);
        const auto deliver = [this, rows = std::move(rows), number] {
            if (m_last == number) emit found(rows);
        };
        QMetaObject::invokeMethod(this, deliver, Qt::QueuedConnection);
    });
}

} // namespace paydown::gui
