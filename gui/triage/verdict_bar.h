// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QAction;

namespace paydown::gui {

/// The five verdicts as buttons with their keys; each is its action.
class VerdictBar : public QFrame {
    Q_OBJECT

public:
    VerdictBar(const QList<QAction*>& verdicts, QWidget* parent = nullptr);
};

} // namespace paydown::gui
