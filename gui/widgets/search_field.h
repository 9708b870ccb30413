// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/backend/desk_state.h"

#include <QLineEdit>
#include <QTimer>

class QFrame;
class QListWidget;

namespace paydown::gui {

class PlainLabel;

/// The search field: the filter language with completion. Searches while one types; Esc clears, then leaves.
class SearchField : public QLineEdit {
    Q_OBJECT

public:
    explicit SearchField(QWidget* parent = nullptr);

    void setState(const DeskStatePtr& state) { m_state = state; }
    /// What is wrong with what was typed; empty when nothing is.
    void showProblem(const QString& problem, int at);

signals:
    void searched(const QString& filter);
    void left(); ///< The user is done here: the list gets the focus.

protected:
    void keyPressEvent(QKeyEvent* event) override;
    bool focusNextPrevChild(bool next) override; ///< Tab takes what is offered before it leaves.
    void focusOutEvent(QFocusEvent* event) override;

private:
    void offer();
    void take();
    void placePopup();

    DeskStatePtr m_state;
    QTimer m_pause;            ///< Typing rests for a moment before the search runs.
    QFrame* m_popup = nullptr; ///< Child of the window, below the field.
    QListWidget* m_list = nullptr;
    PlainLabel* m_problem = nullptr;
    int m_replaceFrom = 0; ///< Characters that a completion replaces.
    int m_replaceTo = 0;
};

} // namespace paydown::gui
