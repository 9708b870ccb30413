// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/plan/plan_session.h"

#include <QObject>
#include <QPointer>

class QLabel;
class QWidget;

namespace paydown::gui {

class CardTray;
class PlanBoard;

/// Carries a card under the mouse from the tray or a cell to another, without an event loop of its own.
class CardDrag : public QObject {
    Q_OBJECT

public:
    CardDrag(PlanSession* session, PlanBoard* board, CardTray* tray, QWidget* page);

private:
    void move(const ItemKey& key, const QPoint& global);
    void drop(const ItemKey& key, const QPoint& global);
    void showGhost(const ItemKey& key, const QPoint& global);

    PlanSession* m_session;
    PlanBoard* m_board;
    CardTray* m_tray;
    QWidget* m_page;
    QPointer<QWidget> m_ghost;
};

} // namespace paydown::gui
