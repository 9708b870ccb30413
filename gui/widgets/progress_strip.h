// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/backend/desk_requests.h"

#include <QElapsedTimer>
#include <QWidget>

class QProgressBar;
class QPushButton;

namespace paydown::gui {

class PlainLabel;

/// "indexing history 41,200 / 75,310 commits ▮▮▮▮▯▯▯ 0:12 left  Cancel" in the status bar. Hidden while nothing runs.
class ProgressStrip : public QWidget {
    Q_OBJECT

public:
    explicit ProgressStrip(QWidget* parent = nullptr);

    void show(const DeskProgress& progress);
    void finish();
    [[nodiscard]] QString text() const;

signals:
    void cancelled();

private:
    [[nodiscard]] QString pace(const DeskProgress& progress);

    PlainLabel* m_text;
    PlainLabel* m_pace;
    QProgressBar* m_bar;
    QPushButton* m_cancel;
    QString m_phase;
    QElapsedTimer m_since; ///< Of this phase.
    quint64 m_first = 0;   ///< What was done when it was first seen.
};

/// "0:12 left", "3:05 left"; "1 h 10 min left" above an hour.
[[nodiscard]] QString timeLeftText(qint64 seconds);

} // namespace paydown::gui
