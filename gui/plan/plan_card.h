// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/backend/desk_state.h"

#include <QWidget>

namespace paydown::gui {

/// How a card stands in the plan.
enum class CardLook : std::uint8_t {
    Placed,   ///< Somebody put it here.
    Proposed, ///< A proposal would put it here: dashed, with its reason.
    Dropped,  ///< Proposed, and the user does not want it: dashed and struck.
    Leaving,  ///< Placed here, and a proposal would move it: struck.
};

/// What a card shows.
struct CardText {
    ItemKey key;
    QString title;
    QString facts;  ///< "pay/bank.cpp · 4h · slipped 2×"
    QString reason; ///< Of a proposal.
    int role = 0;   ///< Role of its class.
    CardLook look = CardLook::Placed;
};

[[nodiscard]] CardText cardTextOf(const ItemView& view);

/// One item in the plan. It can be chosen, opened and dragged.
class PlanCard : public QWidget {
    Q_OBJECT

public:
    explicit PlanCard(CardText text, QWidget* parent = nullptr);

    [[nodiscard]] const ItemKey& key() const { return m_text.key; }
    [[nodiscard]] CardLook look() const { return m_text.look; }
    void setCurrent(bool current);
    [[nodiscard]] QSize sizeHint() const override;

signals:
    void chosen(const paydown::gui::ItemKey& key);
    void opened(const paydown::gui::ItemKey& key);
    void dragged(const paydown::gui::ItemKey& key, const QPoint& global);
    void released(const paydown::gui::ItemKey& key, const QPoint& global);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;

private:
    CardText m_text;
    QPoint m_pressed;
    bool m_dragging = false;
    bool m_current = false;
};

} // namespace paydown::gui
