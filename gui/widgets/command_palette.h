// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QPointer>

class QLineEdit;
class QListWidget;

namespace paydown::gui {

class ActionSet;

/// Ctrl+K: any action by its name. Shows those that can run now, with their keys; Enter runs the first.
class CommandPalette : public QFrame {
    Q_OBJECT

public:
    CommandPalette(ActionSet* actions, QWidget* parent);

    void open();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fill();
    void run();
    void close();

    ActionSet* m_actions;
    QLineEdit* m_edit;
    QListWidget* m_list;
    QPointer<QWidget> m_before; ///< Had the focus; gets it back.
};

} // namespace paydown::gui
