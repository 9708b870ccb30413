// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace paydown::gui {

class ActionSet;

/// `?`: every action that has a key, by menu, in columns.
class KeySheet : public QDialog {
    Q_OBJECT

public:
    KeySheet(const ActionSet* actions, QWidget* parent);
};

} // namespace paydown::gui
