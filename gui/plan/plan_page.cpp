// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/plan/plan_page.h"

#include "gui/backend/desk_backend.h"
#include "gui/models/item_text.h"
#include "gui/plan/card_drag.h"
#include "gui/plan/card_tray.h"
#include "gui/plan/closing_dialog.h"
#include "gui/plan/plan_board.h"
#include "gui/plan/plan_cell.h"
#include "gui/plan/question_band.h"
#include "gui/widgets/plain_label.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QSettings>
#include <QSplitter>
#include <QVBoxLayout>

namespace paydown::gui {

PlanPage::PlanPage(DeskBackend* backend, ActionSet* actions, QWidget* parent)
    : QWidget(parent),
      m_backend(backend),
      m_actions(actions),
      m_session(new PlanSession(backend, this)),
      m_questions(new QuestionBand(m_session)),
      m_tray(new CardTray(m_session)),
      m_board(new PlanBoard(m_session)),
      m_boardScroll(new QScrollArea),
      m_line(new PlainLabel({}, "muted")),
      m_propose(new QPushButton(tr("Propose"))),
      m_accept(new QPushButton(tr("Accept  Ctrl+⏎"))),
      m_discard(new QPushButton(tr("Discard"))),
      m_close(new QPushButton(tr("Close the period…"))),
      m_drag(new CardDrag(m_session, m_board, m_tray, this)) {
    setObjectName(QStringLiteral("planPage"));
    setAttribute(Qt::WA_StyledBackground);
    makeActions();
    layOut();
    for (QAction* action : std::as_const(m_boardActions)) bindToViews(action, {m_board, m_tray});
    connectAll();
    showProposalLine();
}

PlanPage::~PlanPage() = default;

void PlanPage::makeActions() {
    const auto bound = [this](const char* name, const QString& text, const QKeySequence& key,
                              std::function<void()> run) {
        m_boardActions << m_actions->add(MenuId::Plan, name, text, {key}, std::move(run));
    };
    m_actions->add(MenuId::Plan, "propose", tr("Propose"), {QKeySequence(Qt::CTRL | Qt::Key_P)},
                   [this] { m_session->propose(); });
    bound("dropCard", tr("Drop the proposed card, or take it back in"), Qt::Key_Space,
          [this] { m_session->toggleDropped(m_session->current()); });
    m_actions->add(MenuId::Plan, "acceptPlan", tr("Accept the proposal"), {QKeySequence(Qt::CTRL | Qt::Key_Return)},
                   [this] { m_session->accept(); });
    bound("discardPlan", tr("Discard the proposal"), Qt::Key_Escape, [this] { m_session->discard(); });
    m_actions->addSeparator(MenuId::Plan);
    const auto mover = [this](int columns, int rows) {
        return [this, columns, rows] { m_session->moveBy(m_session->current(), columns, rows); };
    };
    bound("cardEarlier", tr("Move the card earlier"), Qt::SHIFT | Qt::Key_Left, mover(-1, 0));
    bound("cardLater", tr("Move the card later"), Qt::SHIFT | Qt::Key_Right, mover(1, 0));
    bound("cardUp", tr("Move the card to the person above"), Qt::SHIFT | Qt::Key_Up, mover(0, -1));
    bound("cardDown", tr("Move the card to the person below"), Qt::SHIFT | Qt::Key_Down, mover(0, 1));
    bound("openCard", tr("Open the card in Triage"), Qt::Key_Return, [this] {
        if (!m_session->current().empty()) emit itemOpened(m_session->current());
    });
    m_actions->addSeparator(MenuId::Plan);
    m_actions->add(MenuId::Plan, "closePeriod", tr("Close the period…"), {}, [this] { m_backend->draftClosing(); });
}

QWidget* PlanPage::makeHead() {
    auto* head = new QWidget;
    auto* layout = new QHBoxLayout(head);
    layout->setContentsMargins(16, 8, 14, 8);
    m_line->setObjectName(QStringLiteral("planLine"));
    m_propose->setObjectName(QStringLiteral("proposeButton"));
    m_accept->setObjectName(QStringLiteral("acceptButton"));
    m_discard->setObjectName(QStringLiteral("discardButton"));
    m_close->setObjectName(QStringLiteral("closePeriodButton"));
    m_accept->setProperty("look", QStringLiteral("primary"));
    layout->addWidget(m_line, 1);
    for (QPushButton* button : {m_propose, m_accept, m_discard, m_close}) layout->addWidget(button);
    return head;
}

void PlanPage::layOut() {
    auto* right = new QWidget;
    auto* column = new QVBoxLayout(right);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHead());
    m_boardScroll->setWidget(m_board);
    m_boardScroll->setWidgetResizable(true);
    m_boardScroll->setFrameShape(QFrame::NoFrame);
    column->addWidget(m_boardScroll, 1);
    auto* splitter = new QSplitter;
    splitter->setHandleWidth(1);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_tray);
    splitter->addWidget(right);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({330, 1000});
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_questions);
    layout->addWidget(splitter, 1);
}

void PlanPage::connectAll() {
    connect(m_session, &PlanSession::changed, this, &PlanPage::showAll);
    connect(m_board, &PlanBoard::cardOpened, this, &PlanPage::itemOpened);
    connect(m_tray, &CardTray::cardOpened, this, &PlanPage::itemOpened);
    connect(m_propose, &QPushButton::clicked, m_session, &PlanSession::propose);
    connect(m_accept, &QPushButton::clicked, m_session, &PlanSession::accept);
    connect(m_discard, &QPushButton::clicked, m_session, &PlanSession::discard);
    connect(m_close, &QPushButton::clicked, m_backend, &DeskBackend::draftClosing);
    connect(m_backend, &DeskBackend::closingReady, this, &PlanPage::showClosing);
}

void PlanPage::setState(const DeskStatePtr& state) { m_session->setState(state); }

void PlanPage::showAll() {
    if (!m_session->state()) return;
    m_questions->show(m_session->state());
    m_tray->show(m_session->state());
    m_board->rebuild();
    showProposalLine();
}

void PlanPage::showProposalLine() {
    const bool proposing = m_session->proposal() != nullptr;
    for (const char* name : {"dropCard", "acceptPlan", "discardPlan"}) m_actions->find(name)->setEnabled(proposing);
    m_propose->setVisible(!proposing);
    m_accept->setVisible(proposing);
    m_accept->setEnabled(m_session->keptCount() > 0);
    m_discard->setVisible(proposing);
    const auto& state = m_session->state();
    const bool closable = state && state->plan.toClose.has_value();
    m_close->setVisible(closable && !proposing);
    m_actions->find("closePeriod")->setEnabled(closable);
    if (!proposing) {
        m_line->setText(closable ? tr("%1 is over and not closed.").arg(state->plan.toCloseName) : QString());
        return;
    }
    const int unplaced = static_cast<int>(m_session->proposal()->unplaced.size());
    if (!m_session->proposal()->changesAnything()) {
        m_line->setText(tr("Nothing to place: what waits is placed, or nobody has room."));
        return;
    }
    QString line = counted(m_session->keptCount(), tr("1 card would be placed. Space drops it."),
                           tr("%1 cards would be placed. Space drops one."));
    if (unplaced > 0) line += QLatin1Char(' ') + tr("%1 did not fit.").arg(unplaced);
    m_line->setText(line);
}

void PlanPage::showClosing(const ClosingDraftPtr& draft) {
    auto* dialog = new ClosingDialog(draft, m_session->state(), this);
    connect(dialog, &ClosingDialog::closingAccepted, m_backend, &DeskBackend::closePeriod);
    dialog->open();
}

void PlanPage::focusBoard() {
    if (!m_board->focusCard()) m_tray->list()->setFocus();
}

} // namespace paydown::gui
