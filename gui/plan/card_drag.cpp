// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/plan/card_drag.h"

#include "gui/plan/card_tray.h"
#include "gui/plan/plan_board.h"
#include "gui/plan/plan_card.h"
#include "gui/plan/plan_cell.h"

#include <QWidget>

namespace paydown::gui {

CardDrag::CardDrag(PlanSession* session, PlanBoard* board, CardTray* tray, QWidget* page)
    : QObject(page), m_session(session), m_board(board), m_tray(tray), m_page(page) {
    connect(board, &PlanBoard::cardDragged, this, &CardDrag::move);
    connect(board, &PlanBoard::cardReleased, this, &CardDrag::drop);
    connect(tray->list(), &TrayList::dragged, this, &CardDrag::move);
    connect(tray->list(), &TrayList::released, this, &CardDrag::drop);
}

void CardDrag::move(const ItemKey& key, const QPoint& global) {
    showGhost(key, global);
    m_board->light(m_board->cellAt(global));
}

void CardDrag::showGhost(const ItemKey& key, const QPoint& global) {
    if (!m_ghost) {
        const auto item = m_session->state()->find(key);
        if (!item) return;
        m_ghost = new PlanCard(cardTextOf(m_session->state()->item(*item)), m_page);
        m_ghost->setAttribute(Qt::WA_TransparentForMouseEvents);
        m_ghost->setFocusPolicy(Qt::NoFocus);
        m_ghost->resize(260, m_ghost->sizeHint().height());
        m_ghost->show();
        m_ghost->raise();
    }
    m_ghost->move(m_page->mapFromGlobal(global) + QPoint(8, 8));
}

void CardDrag::drop(const ItemKey& key, const QPoint& global) {
    if (m_ghost) m_ghost->deleteLater();
    m_ghost.clear();
    m_board->light(nullptr);
    if (const PlanCellView* cell = m_board->cellAt(global)) {
        m_session->move(key, PlanPlace(cell->place())); // a copy: the board may be rebuilt meanwhile
    } else if (m_tray->rect().contains(m_tray->mapFromGlobal(global))) {
        m_session->move(key, PlanPlace{m_session->placeOf(key).owner, std::nullopt});
    }
}

} // namespace paydown::gui
