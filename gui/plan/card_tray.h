// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/plan/plan_session.h"
#include "gui/triage/item_list.h"

#include <QWidget>

namespace paydown::gui {

class ItemModel;
class PlainLabel;

/// A list whose rows can be pulled out by the mouse.
class TrayList : public ItemList {
    Q_OBJECT

public:
    explicit TrayList(ItemModel* model, QWidget* parent = nullptr);

signals:
    void dragged(const paydown::gui::ItemKey& key, const QPoint& global);
    void released(const paydown::gui::ItemKey& key, const QPoint& global);

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    ItemModel* m_items;
    ItemKey m_pressed;
    QPoint m_at;
    bool m_dragging = false;
};

/// "Waiting": what is to be paid and stands in no period, reckless first.
class CardTray : public QWidget {
    Q_OBJECT

public:
    explicit CardTray(PlanSession* session, QWidget* parent = nullptr);

    void show(const DeskStatePtr& state);
    [[nodiscard]] TrayList* list() const { return m_list; }

signals:
    void cardOpened(const paydown::gui::ItemKey& key);

private:
    PlanSession* m_session;
    ItemModel* m_model;
    PlainLabel* m_heading;
    PlainLabel* m_empty;
    TrayList* m_list;
};

} // namespace paydown::gui
