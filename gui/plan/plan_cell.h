// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/plan/plan_session.h"

#include <QFrame>

class QVBoxLayout;

namespace paydown::gui {

class PlanCard;

/// One person in one period: hours and slots against capacity, and the cards. Over capacity it turns amber; it never
/// refuses a card.
class PlanCellView : public QWidget {
    Q_OBJECT

public:
    /// More cards than this are counted, not drawn; Triage shows them all.
    static constexpr int kShownCards = 12;

    PlanCellView(PlanPlace place, const PlanCell& cell, int proposedItems, double proposedHours,
                 QWidget* parent = nullptr);

    void addCard(PlanCard* card);
    void setHidden(int cards);   ///< How many were not drawn.
    void setTarget(bool target); ///< A card is held above.
    [[nodiscard]] const PlanPlace& place() const { return m_place; }
    [[nodiscard]] bool isOver() const { return m_over; }
    [[nodiscard]] QString loadText() const { return m_load; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    PlanPlace m_place;
    QString m_load;
    double m_share = 0; ///< Of the hours.
    bool m_over = false;
    bool m_target = false;
    QVBoxLayout* m_layout;
};

} // namespace paydown::gui
