// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/triage/triage_page.h"

#include "gui/backend/desk_backend.h"
#include "gui/models/item_text.h"
#include "gui/models/queue_model.h"
#include "gui/triage/detail_pane.h"
#include "gui/triage/field_popup.h"
#include "gui/triage/finish_strip.h"
#include "gui/triage/item_list.h"
#include "gui/triage/item_table.h"
#include "gui/triage/queue_sidebar.h"
#include "gui/triage/verdict_bar.h"
#include "gui/widgets/code_view.h"
#include "gui/widgets/empty_state.h"
#include "gui/widgets/plain_label.h"

#include <QMessageBox>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace paydown::gui {

TriagePage::TriagePage(DeskBackend* backend, ActionSet* actions, QWidget* parent)
    : QWidget(parent),
      m_backend(backend),
      m_actions(actions),
      m_session(new TriageSession(backend, this)),
      m_queueModel(new QueueModel(this)),
      m_sidebar(new QWidget),
      m_queues(new QueueSidebar(m_queueModel)),
      m_listPane(new QWidget),
      m_stack(new QStackedWidget),
      m_list(new ItemList(m_session->model())),
      m_table(new ItemTable(m_session->model())),
      m_empty(new EmptyState),
      m_notice(new PlainLabel({}, "amber")),
      m_footer(new PlainLabel({}, "muted")),
      m_splitter(new QSplitter),
      m_verdicts(new QWidget),
      m_strip(new FinishStrip) {
    setObjectName(QStringLiteral("triagePage"));
    makeActions();
    makeFieldActions();
    makeMoveActions();
    m_bar = new VerdictBar(m_verdictActions);
    auto* verdicts = new QVBoxLayout(m_verdicts);
    verdicts->setContentsMargins(0, 0, 0, 0);
    verdicts->addWidget(m_bar);
    verdicts->addWidget(m_strip);
    m_detail = new DetailPane(m_verdicts);
    buildListPane();
    layOut();
    m_popup = new FieldPopup(this);
    for (QAction* action : std::as_const(m_letterActions))
        bindToViews(action, {m_list, m_table, m_detail->code(), m_queues});
    connectAll();
    dropVerdict();
    m_queues->select(Queue::Review);
    m_detail->showNothing();
}

TriagePage::~TriagePage() {
    m_table->saveColumns();
    if (m_wide) m_splitter->setSizes(m_sizesBesideDetail);
    QSettings().setValue(QStringLiteral("triage/splitter"), m_splitter->saveState());
}

void TriagePage::buildListPane() {
    m_listPane->setObjectName(QStringLiteral("listPane"));
    m_listPane->setAttribute(Qt::WA_StyledBackground);
    m_listPane->setMinimumWidth(300);
    m_notice->setObjectName(QStringLiteral("notice"));
    m_notice->setWordWrap(true);
    m_notice->hide();
    m_footer->setObjectName(QStringLiteral("listFooter"));
    m_footer->setContentsMargins(16, 5, 12, 5);
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    auto* layout = new QVBoxLayout(m_listPane);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_notice);
    layout->addWidget(m_stack, 1);
    layout->addWidget(m_footer);
}

void TriagePage::layOut() {
    m_sidebar->setObjectName(QStringLiteral("sidebar"));
    m_sidebar->setAttribute(Qt::WA_StyledBackground);
    m_sidebar->setMinimumWidth(160);
    auto* side = new QVBoxLayout(m_sidebar);
    side->setContentsMargins(0, 8, 0, 8);
    side->addWidget(m_queues);
    m_splitter->addWidget(m_sidebar);
    m_splitter->addWidget(m_listPane);
    m_splitter->addWidget(m_detail);
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 0);
    m_splitter->setStretchFactor(2, 1); // in the wide table, the list's pane stretches instead: setWide
    m_splitter->setSizes({190, 400, 900});
    m_splitter->restoreState(QSettings().value(QStringLiteral("triage/splitter")).toByteArray());
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_splitter);
}

void TriagePage::connectAll() {
    connect(m_queues, &QueueSidebar::queueChosen, this, [this](Queue queue) {
        dropVerdict();
        m_table->showQueue(queue);
        m_session->enterQueue(queue);
    });
    connect(m_session, &TriageSession::rowsShown, this, &TriagePage::showRows);
    connect(m_session, &TriageSession::currentChanged, this, &TriagePage::showCurrent);
    connect(m_session, &TriageSession::decisionMade, this, &TriagePage::showFooter);
    connect(m_session, &TriageSession::bulkAsked, this, &TriagePage::askBulk);
    connect(m_session->model(), &ItemModel::marksChanged, this, &TriagePage::showFooter);
    connect(m_table, &ItemTable::sortAsked, m_session, &TriageSession::sortBy);
    for (QAbstractItemView* view : {static_cast<QAbstractItemView*>(m_list), static_cast<QAbstractItemView*>(m_table)})
        connect(view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& now) {
            if (m_moving || !now.isValid()) return;
            dropVerdict();
            m_session->setCurrentRow(now.row());
        });
    connect(m_table, &QAbstractItemView::doubleClicked, this, [this] { setWide(false); });
    connect(m_backend, &DeskBackend::detailReady, this, &TriagePage::showDetail);
    connect(m_strip, &FinishStrip::finished, this, &TriagePage::finish);
    connect(m_strip, &FinishStrip::dropped, this, [this] {
        dropVerdict();
        focusList();
    });
    connect(m_popup, &FieldPopup::answered, m_session, &TriageSession::setField);
    connect(m_popup, &FieldPopup::closed, this, &TriagePage::focusList);
    connect(m_empty, &EmptyState::acted, this, [this] {
        if (m_session->search().isEmpty()) return;
        if (m_session->model()->rows()->elsewhere > 0) {
            enterQueue(Queue::Open);
        } else {
            emit searchCleared();
        }
    });
}

void TriagePage::setState(const DeskStatePtr& state) {
    m_queueModel->setState(state);
    m_notice->setText(state->notice);
    m_notice->setVisible(!state->notice.isEmpty());
    m_session->setState(state);
}

void TriagePage::search(const QString& filter) { m_session->searchFor(filter); }
void TriagePage::enterQueue(Queue queue) { m_queues->select(queue); }

void TriagePage::showItem(const ItemKey& key) {
    enterQueue(Queue::Open);
    m_session->setCurrent(key);
    focusList();
}

void TriagePage::setSidebarShown(bool shown) { m_sidebar->setVisible(shown); }
bool TriagePage::isSidebarShown() const { return m_sidebar->isVisibleTo(this); }

void TriagePage::focusList() { (m_wide ? static_cast<QWidget*>(m_table) : m_list)->setFocus(); }

void TriagePage::showRows() {
    m_newRows = true;
    const RowSetPtr& rows = m_session->model()->rows();
    emit searchProblem(rows->problem, rows->problemAt);
    if (rows->rows.empty()) {
        showEmpty();
    } else {
        m_stack->setCurrentIndex(m_wide ? 1 : 0);
    }
    showFooter();
}

void TriagePage::showEmpty() {
    const RowSet& rows = *m_session->model()->rows();
    if (m_session->search().isEmpty()) {
        m_empty->say(titleOf(m_session->queue()), emptyTextOf(m_session->queue()));
    } else if (rows.elsewhere > 0) {
        m_empty->say(tr("Nothing in %1 matches.").arg(titleOf(m_session->queue())),
                     counted(static_cast<qint64>(rows.elsewhere), tr("One open item elsewhere does."),
                             tr("%1 open items elsewhere do.")),
                     tr("Show them"));
    } else {
        m_empty->say(tr("Nothing matches."), m_session->search(), tr("Clear the search"));
    }
    m_stack->setCurrentWidget(m_empty);
}

void TriagePage::showCurrent() {
    const ItemView* view = m_session->current();
    if (view == nullptr) {
        m_detail->showNothing();
        return;
    }
    m_moving = true;
    const int row = m_session->currentRow();
    for (QAbstractItemView* view_ :
         {static_cast<QAbstractItemView*>(m_list), static_cast<QAbstractItemView*>(m_table)}) {
        if (view_->currentIndex().row() == row) continue;
        view_->setCurrentIndex(m_session->model()->index(row, 0));
    }
    m_moving = false;
    if (std::exchange(m_newRows, false)) m_list->restorePlace();
    m_detail->showItem(*view, *m_session->state());
    m_backend->requestDetail(m_session->currentKey());
}

void TriagePage::showDetail(const ItemDetailPtr& detail) {
    const ItemView* view = m_session->current();
    if (view != nullptr) m_detail->showDetail(*detail, *view, *m_session->state());
}

void TriagePage::showFooter() {
    const int rows = m_session->model()->rowCount();
    const int marked = static_cast<int>(m_session->model()->markedCount());
    const int decided = m_session->decidedCount();
    QStringList parts;
    if (marked > 0) parts << tr("%1 selected").arg(marked);
    if (decided > 0) {
        parts << tr("%1 of %2 decided").arg(decided).arg(rows);
    } else {
        parts << counted(rows, tr("1 item"), tr("%1 items"));
    }
    // Half a minute an item is what a verdict with its reason takes.
    const int minutes = (rows - decided + 1) / 2;
    if (m_session->queue() == Queue::Review && minutes > 0) parts << tr("about %1 min left").arg(minutes);
    m_footer->setText(parts.join(QStringLiteral("  ·  ")));
}

void TriagePage::setWide(bool wide) {
    if (wide == m_wide) return;
    // The splitter would share the room of the hidden detail among both others; the table gets all of it.
    if (wide) m_sizesBesideDetail = m_splitter->sizes();
    m_wide = wide;
    m_splitter->setStretchFactor(1, wide ? 1 : 0);
    m_detail->setVisible(!wide);
    QList<int> sizes = m_sizesBesideDetail;
    if (wide) {
        sizes[1] += sizes[2];
        sizes[2] = 0;
    }
    m_splitter->setSizes(sizes);
    if (m_session->model()->rowCount() > 0) m_stack->setCurrentIndex(wide ? 1 : 0);
    m_actions->find("wideTable")->setChecked(wide);
    focusList();
}

} // namespace paydown::gui
