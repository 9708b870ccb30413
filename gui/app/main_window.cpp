// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/main_window.h"

#include "gui/app/recent_repositories.h"
#include "gui/backend/desk_backend.h"
#include "gui/models/item_text.h"
#include "gui/plan/plan_page.h"
#include "gui/triage/triage_page.h"
#include "gui/welcome/welcome_page.h"
#include "gui/widgets/command_palette.h"
#include "gui/widgets/plain_label.h"
#include "gui/widgets/progress_strip.h"
#include "gui/widgets/search_field.h"

#include <QCloseEvent>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QSettings>
#include <QStackedWidget>
#include <QStatusBar>
#include <QToolBar>
#include <QToolButton>

namespace paydown::gui {

namespace {

constexpr int kSidebarFrom = 1400; ///< Pixels of width from which the sidebar has room.
constexpr int kMessageMs = 6000;

} // namespace

MainWindow::MainWindow(DeskBackend* backend, QWidget* parent)
    : QMainWindow(parent), m_backend(backend), m_actions(new ActionSet(this)), m_pages(new QStackedWidget) {
    setObjectName(QStringLiteral("mainWindow"));
    setWindowTitle(tr("paydown"));
    setMinimumSize(1100, 680);
    setContextMenuPolicy(Qt::NoContextMenu);
    makeFileActions();
    makePages();
    makeGoActions();
    makeViewActions();
    makeHelpActions();
    makeToolBar();
    makeStatusBar();
    makeMenus();
    m_palette = new CommandPalette(m_actions, this);
    connectBackend();
    connectPages();
    restoreLayout();
    showWelcome();
}

MainWindow::~MainWindow() = default;

void MainWindow::makePages() {
    m_triage = new TriagePage(m_backend, m_actions);
    m_plan = new PlanPage(m_backend, m_actions);
    m_welcome = new WelcomePage(m_backend);
    m_pages->addWidget(m_triage);
    m_pages->addWidget(m_plan);
    m_pages->addWidget(m_welcome);
    setCentralWidget(m_pages);
}

void MainWindow::makeToolBar() {
    auto* bar = new QToolBar(tr("Tools"));
    bar->setObjectName(QStringLiteral("toolBar"));
    bar->setMovable(false);
    for (const char* name : {"showTriage", "showPlan"}) {
        auto* tab = new QToolButton;
        tab->setProperty("look", QStringLiteral("tab"));
        tab->setDefaultAction(m_actions->find(name));
        tab->setFocusPolicy(Qt::NoFocus);
        bar->addWidget(tab);
    }
    auto* gap = new QWidget;
    gap->setFixedWidth(12);
    bar->addWidget(gap);
    m_repository = new QToolButton;
    m_repository->setObjectName(QStringLiteral("repositoryButton"));
    m_repository->setProperty("look", QStringLiteral("flat"));
    m_repository->setPopupMode(QToolButton::InstantPopup);
    m_repository->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_repository->setFocusPolicy(Qt::TabFocus);
    m_repository->setMenu(new QMenu(m_repository));
    connect(m_repository->menu(), &QMenu::aboutToShow, this, &MainWindow::fillRecent);
    bar->addWidget(m_repository);
    m_search = new SearchField;
    m_search->setMinimumWidth(320);
    bar->addWidget(m_search);
    auto* refresh = new QToolButton;
    refresh->setProperty("look", QStringLiteral("flat"));
    refresh->setDefaultAction(m_actions->find("refresh"));
    refresh->setFocusPolicy(Qt::TabFocus);
    bar->addWidget(refresh);
    addToolBar(bar);
}

void MainWindow::makeStatusBar() {
    m_progress = new ProgressStrip;
    m_message = new PlainLabel({}, "muted");
    m_message->setObjectName(QStringLiteral("statusMessage"));
    m_asOf = new PlainLabel({}, "muted");
    m_asOf->setObjectName(QStringLiteral("statusAsOf"));
    m_asOf->setContentsMargins(0, 0, 10, 0);
    statusBar()->setSizeGripEnabled(false);
    statusBar()->addWidget(m_progress);
    statusBar()->addWidget(m_message, 1);
    statusBar()->addPermanentWidget(m_asOf);
    m_message->setContentsMargins(10, 4, 0, 4);
}

void MainWindow::makeMenus() {
    for (int menu = 0; menu < kMenuCount; ++menu) {
        const auto id = static_cast<MenuId>(menu);
        menuBar()->addMenu(titleOf(id))->addActions(m_actions->in(id));
    }
    // Window-wide keys work from everywhere, also while their menu was never opened.
    for (QAction* action : m_actions->all()) {
        if (action->shortcutContext() == Qt::WindowShortcut) addAction(action);
    }
}

void MainWindow::connectBackend() {
    connect(m_backend, &DeskBackend::stateReady, this, &MainWindow::showState);
    connect(m_backend, &DeskBackend::failed, this, &MainWindow::showFailure);
    connect(m_backend, &DeskBackend::progressed, m_progress, &ProgressStrip::show);
    connect(m_backend, &DeskBackend::refreshEnded, this, [this](bool complete) {
        m_progress->finish();
        m_actions->find("cancelRefresh")->setEnabled(false);
        if (!complete) tell(tr("Stopped. What was read is kept; F5 goes on."));
    });
    connect(m_backend, &DeskBackend::progressed, this, [this] { m_actions->find("cancelRefresh")->setEnabled(true); });
    connect(m_backend, &DeskBackend::decided, this, [this](int items) {
        tell(counted(items, tr("Decided about 1 item. Ctrl+Z takes it back."),
                     tr("Decided about %1 items. Ctrl+Z takes all of it back.")));
    });
    connect(m_backend, &DeskBackend::undone, this, [this](int items) {
        tell(items == 0 ? tr("Nothing to take back.")
                        : counted(items, tr("Took back what was decided about 1 item."),
                                  tr("Took back what was decided about %1 items.")));
    });
    connect(m_backend, &DeskBackend::noticed, this, &MainWindow::tell);
    connect(m_progress, &ProgressStrip::cancelled, m_backend, &DeskBackend::cancelRefresh);
}

void MainWindow::connectPages() {
    connect(m_search, &SearchField::searched, this, [this](const QString& filter) { m_triage->search(filter); });
    connect(m_search, &SearchField::left, this, [this] {
        showPage(PageId::Triage);
        m_triage->focusList();
    });
    connect(m_triage, &TriagePage::searchProblem, m_search, &SearchField::showProblem);
    connect(m_triage, &TriagePage::searchCleared, m_search, &QLineEdit::clear);
    connect(m_triage, &TriagePage::told, this, &MainWindow::tell);
    connect(m_plan, &PlanPage::told, this, &MainWindow::tell);
    connect(m_plan, &PlanPage::itemOpened, this, [this](const ItemKey& key) {
        showPage(PageId::Triage);
        m_triage->showItem(key);
    });
    connect(m_welcome, &WelcomePage::started, this, &MainWindow::openRepository);
    connect(m_welcome, &WelcomePage::chooseAsked, this, &MainWindow::chooseRepository);
}

void MainWindow::openRepository(const QString& path) {
    m_opening = path;
    m_welcome->showOpening(path);
    m_backend->open(path);
}

void MainWindow::showState(const DeskStatePtr& state) {
    const Snapshot& snapshot = *state->worklist->snapshot;
    const bool first = !m_state || m_state->worklist->snapshot->repository != snapshot.repository;
    m_state = state;
    m_repository->setText(lineOf(snapshot.name) + QStringLiteral("  ▾"));
    m_repository->setToolTip(plainToolTip(lineOf(snapshot.repository)));
    setWindowTitle(tr("%1 — paydown").arg(lineOf(snapshot.name)));
    m_asOf->setText(tr("%1  ·  %2 commits read").arg(lineOf(snapshot.headName)).arg(snapshot.commitCount));
    m_search->setState(state);
    m_triage->setState(state);
    m_plan->setState(state);
    if (!first) return;
    m_opening.clear();
    addRecentRepository(lineOf(snapshot.repository));
    showPage(m_firstPage);
}

void MainWindow::showFailure(const DeskFailure& failure) {
    m_progress->finish();
    const QString line = failure.remedy.isEmpty() ? failure.what : tr("%1; %2").arg(failure.what, failure.remedy);
    if (failure.fatal && (!m_state || !m_opening.isEmpty())) {
        m_welcome->showFailure(failure);
        showWelcome();
        return;
    }
    tell(line);
}

void MainWindow::tell(const QString& message) {
    m_message->setText(message);
    m_message->setToolTip(plainToolTip(message));
    QTimer::singleShot(kMessageMs, m_message, [this, message] {
        if (m_message->text() == message) m_message->clear();
    });
}

void MainWindow::showWelcome() {
    m_welcome->setRecent(recentRepositories());
    m_pages->setCurrentWidget(m_welcome);
    for (const char* name : {"showTriage", "showPlan", "search", "refresh"})
        m_actions->find(name)->setEnabled(m_state != nullptr);
    m_search->setEnabled(m_state != nullptr);
    m_repository->setText(m_state ? m_repository->text() : tr("No repository  ▾"));
}

void MainWindow::showPage(PageId page) {
    if (!m_state) return;
    for (const char* name : {"showTriage", "showPlan", "search", "refresh"}) m_actions->find(name)->setEnabled(true);
    m_search->setEnabled(true);
    m_pages->setCurrentWidget(page == PageId::Plan ? static_cast<QWidget*>(m_plan) : m_triage);
    m_actions->find("showTriage")->setChecked(page == PageId::Triage);
    m_actions->find("showPlan")->setChecked(page == PageId::Plan);
    if (page == PageId::Plan) {
        m_plan->focusBoard();
    } else {
        m_triage->focusList();
    }
}

PageId MainWindow::page() const { return m_pages->currentWidget() == m_plan ? PageId::Plan : PageId::Triage; }

void MainWindow::focusSearch() {
    if (page() == PageId::Plan) showPage(PageId::Triage);
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void MainWindow::restoreLayout() {
    resize(1440, 900);
    restoreGeometry(QSettings().value(QStringLiteral("window/geometry")).toByteArray());
}

void MainWindow::resizeEvent(QResizeEvent* event) {
    QMainWindow::resizeEvent(event);
    if (!m_sidebarByHand) m_triage->setSidebarShown(width() >= kSidebarFrom);
}

void MainWindow::closeEvent(QCloseEvent* event) {
    QSettings().setValue(QStringLiteral("window/geometry"), saveGeometry());
    m_backend->cancelRefresh();
    QMainWindow::closeEvent(event);
}

} // namespace paydown::gui
