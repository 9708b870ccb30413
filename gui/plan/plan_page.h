// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/app/action_set.h"
#include "gui/backend/desk_requests.h"
#include "gui/plan/plan_session.h"

#include <QWidget>

class QPushButton;
class QScrollArea;

namespace paydown::gui {

class DeskBackend;
class PlainLabel;
class CardDrag;
class PlanBoard;
class CardTray;
class QuestionBand;

/// People by periods: the tray of what waits at the left, above it what needs an answer, cards in cells.
class PlanPage : public QWidget {
    Q_OBJECT

public:
    PlanPage(DeskBackend* backend, ActionSet* actions, QWidget* parent = nullptr);
    ~PlanPage() override;

    void setState(const DeskStatePtr& state);
    void focusBoard();
    [[nodiscard]] PlanSession* session() const { return m_session; }

signals:
    void told(const QString& message);
    void itemOpened(const paydown::gui::ItemKey& key);

private:
    void makeActions();
    void layOut();
    QWidget* makeHead();
    void connectAll();
    void showAll();
    void showProposalLine();
    void showClosing(const ClosingDraftPtr& draft);

    DeskBackend* m_backend;
    ActionSet* m_actions;
    PlanSession* m_session;
    QList<QAction*> m_boardActions; ///< Answer only while a card has the focus.
    QuestionBand* m_questions;
    CardTray* m_tray;
    PlanBoard* m_board;
    QScrollArea* m_boardScroll;
    PlainLabel* m_line;
    QPushButton* m_propose;
    QPushButton* m_accept;
    QPushButton* m_discard;
    QPushButton* m_close;
    CardDrag* m_drag;
};

} // namespace paydown::gui
