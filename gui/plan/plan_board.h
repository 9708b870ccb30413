// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/plan/plan_session.h"

#include <QWidget>

class QGridLayout;

namespace paydown::gui {

class PlanCard;
class PlanCellView;

/// The grid of people by periods. Rebuilt whole when the session changes; the current card keeps the focus.
class PlanBoard : public QWidget {
    Q_OBJECT

public:
    explicit PlanBoard(PlanSession* session, QWidget* parent = nullptr);

    void rebuild();
    /// The cell under a point of the screen, null for none.
    [[nodiscard]] PlanCellView* cellAt(const QPoint& global) const;
    void light(const PlanCellView* target);
    /// Gives the focus to the current card, else to the first. @return whether there is one.
    bool focusCard();

signals:
    void cardOpened(const paydown::gui::ItemKey& key);
    void cardDragged(const paydown::gui::ItemKey& key, const QPoint& global);
    void cardReleased(const paydown::gui::ItemKey& key, const QPoint& global);

protected:
    void keyPressEvent(QKeyEvent* event) override; ///< Arrows go to the nearest card that way.

private:
    void stepFocus(int columns, int rows);
    void buildHead();
    void buildRow(const PlanRow& person, int row);
    PlanCellView* buildCell(const PlanRow& person, std::size_t slot);
    PlanCard* makeCard(std::uint32_t item, PlanCellView* cell);
    void showCurrent();

    PlanSession* m_session;
    QGridLayout* m_grid;
    QList<PlanCellView*> m_cells;
    QList<PlanCard*> m_cards;
};

} // namespace paydown::gui
