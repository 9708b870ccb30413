// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/plan/plan_board.h"

#include "core/schedule/plan.h"
#include "gui/models/item_text.h"
#include "gui/plan/plan_card.h"
#include "gui/plan/plan_cell.h"
#include "gui/widgets/plain_label.h"

#include <QApplication>
#include <QGridLayout>
#include <QKeyEvent>
#include <QVBoxLayout>
#include <array>

namespace paydown::gui {

namespace {

constexpr int kNameWidth = 110;
constexpr int kRowLeast = 66; ///< Pixels of a row without cards: there is room to drop one.

double hoursOf(const ItemView& view) { return static_cast<double>(view.effort.value_or(kAssumedEffort).count()) / 60; }

void clear(QGridLayout* grid) {
    while (QLayoutItem* item = grid->takeAt(0)) {
        if (QWidget* widget = item->widget()) {
            widget->hide();
            widget->deleteLater(); // a card may be on the call stack
        }
        delete item;
    }
}

} // namespace

PlanBoard::PlanBoard(PlanSession* session, QWidget* parent)
    : QWidget(parent), m_session(session), m_grid(new QGridLayout(this)) {
    setObjectName(QStringLiteral("pane"));
    setAccessibleName(tr("Plan: people by periods"));
    m_grid->setContentsMargins(12, 4, 12, 12);
    m_grid->setSpacing(2);
    m_grid->setColumnMinimumWidth(0, kNameWidth);
    for (int column = 1; column <= static_cast<int>(kSlotCount); ++column) m_grid->setColumnStretch(column, 1);
    connect(session, &PlanSession::currentChanged, this, &PlanBoard::showCurrent);
}

void PlanBoard::rebuild() {
    const bool hadFocus = isAncestorOf(QApplication::focusWidget());
    clear(m_grid);
    m_cells.clear();
    m_cards.clear();
    if (!m_session->state()) return;
    buildHead();
    int row = 1;
    for (const PlanRow& person : m_session->state()->plan.rows) buildRow(person, row++);
    m_grid->setRowStretch(row, 1);
    showCurrent();
    if (hadFocus) focusCard();
}

void PlanBoard::buildHead() {
    const std::array names{tr("This period"), tr("Next"), tr("Later")};
    for (std::size_t slot = 0; slot < kSlotCount; ++slot) {
        auto* head = new QWidget;
        auto* layout = new QVBoxLayout(head);
        layout->setContentsMargins(8, 6, 8, 6);
        layout->setSpacing(0);
        layout->addWidget(new PlainLabel(names[slot], "heading"));
        const QString& when = m_session->state()->plan.names[slot];
        layout->addWidget(new PlainLabel(slot == 2 ? tr("from %1").arg(when) : when, "muted"));
        m_grid->addWidget(head, 0, static_cast<int>(slot) + 1);
    }
}

void PlanBoard::buildRow(const PlanRow& person, int row) {
    auto* name = new PlainLabel(person.owner.empty() ? tr("nobody") : lineOf(person.owner),
                                person.owner.empty() ? "muted" : "heading");
    name->setContentsMargins(4, 10, 4, 0);
    name->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    name->setFixedWidth(kNameWidth);
    m_grid->addWidget(name, row, 0);
    m_grid->setRowMinimumHeight(row, kRowLeast);
    for (std::size_t slot = 0; slot < kSlotCount; ++slot)
        m_grid->addWidget(buildCell(person, slot), row, static_cast<int>(slot) + 1);
}

PlanCellView* PlanBoard::buildCell(const PlanRow& person, std::size_t slot) {
    const DeskState& state = *m_session->state();
    const PlanCell& placed = person.cells[slot];
    const PlanPlace place{person.owner, static_cast<Slot>(slot)};
    const std::vector<ItemKey> proposed = m_session->proposedAt(place);
    int items = 0;
    double hours = 0;
    for (const ItemKey& key : proposed) {
        const auto item = state.find(key);
        if (!item || m_session->proposed(key)->dropped || m_session->placeOf(key) == place) continue;
        ++items;
        hours += hoursOf(state.item(*item));
    }
    auto* cell = new PlanCellView(place, placed, items, hours);
    int shown = 0;
    for (const std::uint32_t item : placed.items) {
        if (shown++ < PlanCellView::kShownCards) makeCard(item, cell);
    }
    for (const ItemKey& key : proposed) {
        const auto item = state.find(key);
        if (!item) continue;
        CardText text = cardTextOf(state.item(*item));
        text.look = m_session->proposed(key)->dropped ? CardLook::Dropped : CardLook::Proposed;
        text.reason = m_session->proposed(key)->reason;
        auto* card = new PlanCard(std::move(text));
        connect(card, &PlanCard::chosen, m_session, &PlanSession::setCurrent);
        connect(card, &PlanCard::opened, this, &PlanBoard::cardOpened);
        cell->addCard(card);
        m_cards << card;
    }
    if (shown > PlanCellView::kShownCards) cell->setHidden(shown - PlanCellView::kShownCards);
    m_cells << cell;
    return cell;
}

PlanCard* PlanBoard::makeCard(std::uint32_t item, PlanCellView* cell) {
    CardText text = cardTextOf(m_session->state()->item(item));
    const ProposedCard* proposed = m_session->proposed(text.key);
    if (proposed != nullptr && !proposed->dropped) text.look = CardLook::Leaving;
    auto* card = new PlanCard(std::move(text));
    connect(card, &PlanCard::chosen, m_session, &PlanSession::setCurrent);
    connect(card, &PlanCard::opened, this, &PlanBoard::cardOpened);
    connect(card, &PlanCard::dragged, this, &PlanBoard::cardDragged);
    connect(card, &PlanCard::released, this, &PlanBoard::cardReleased);
    cell->addCard(card);
    m_cards << card;
    return card;
}

void PlanBoard::showCurrent() {
    for (PlanCard* card : std::as_const(m_cards))
        card->setCurrent(card->key() == m_session->current() && card->look() != CardLook::Leaving);
}

bool PlanBoard::focusCard() {
    PlanCard* wanted = m_cards.isEmpty() ? nullptr : m_cards.first();
    for (PlanCard* card : std::as_const(m_cards)) {
        if (card->key() == m_session->current() && card->look() != CardLook::Leaving) wanted = card;
    }
    if (wanted != nullptr) wanted->setFocus();
    return wanted != nullptr;
}

void PlanBoard::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
    case Qt::Key_Left: return stepFocus(-1, 0);
    case Qt::Key_Right: return stepFocus(1, 0);
    case Qt::Key_Up: return stepFocus(0, -1);
    case Qt::Key_Down: return stepFocus(0, 1);
    default: QWidget::keyPressEvent(event);
    }
}

// The nearest card in that direction, by where the cards are on the screen.
void PlanBoard::stepFocus(int columns, int rows) {
    const auto* from = qobject_cast<PlanCard*>(QApplication::focusWidget());
    if (from == nullptr || !isAncestorOf(from)) {
        focusCard();
        return;
    }
    const QPoint here = from->mapTo(this, from->rect().center());
    PlanCard* best = nullptr;
    int bestAway = 0;
    for (PlanCard* card : std::as_const(m_cards)) {
        const QPoint off = card->mapTo(this, card->rect().center()) - here;
        const int along = columns != 0 ? off.x() * columns : off.y() * rows;
        const int aside = std::abs(columns != 0 ? off.y() : off.x());
        if (card == from || along <= 4) continue;
        const int away = along + 3 * aside;
        if (best == nullptr || away < bestAway) {
            best = card;
            bestAway = away;
        }
    }
    if (best != nullptr) best->setFocus();
}

PlanCellView* PlanBoard::cellAt(const QPoint& global) const {
    for (PlanCellView* cell : m_cells) {
        if (cell->rect().contains(cell->mapFromGlobal(global))) return cell;
    }
    return nullptr;
}

void PlanBoard::light(const PlanCellView* target) {
    for (PlanCellView* cell : std::as_const(m_cells)) cell->setTarget(cell == target);
}

} // namespace paydown::gui
