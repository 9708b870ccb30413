// SPDX-License-Identifier: GPL-3.0-or-later
// The window's own actions; those of a page are made by the page.
#include "gui/app/main_window.h"
#include "gui/app/recent_repositories.h"
#include "gui/backend/desk_backend.h"
#include "gui/theme/theme.h"
#include "gui/triage/triage_page.h"
#include "gui/widgets/command_palette.h"
#include "gui/widgets/key_sheet.h"

#include <QActionGroup>
#include <QApplication>
#include <QFileDialog>
#include <QMenu>
#include <QMessageBox>
#include <QSettings>
#include <QToolButton>

namespace paydown::gui {

void MainWindow::makeFileActions() {
    m_actions->add(MenuId::File, "openRepository", tr("Open a folder…"), {QKeySequence(QKeySequence::Open)},
                   [this] { chooseRepository(); });
    m_actions->add(MenuId::File, "firstRun", tr("Recent repositories"),
                   {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O)}, [this] { showWelcome(); });
    m_actions->addSeparator(MenuId::File);
    m_actions->add(MenuId::File, "refresh", tr("Refresh"), {QKeySequence(Qt::Key_F5)},
                   [this] { m_backend->refresh(); });
    m_actions->add(MenuId::File, "cancelRefresh", tr("Cancel the refresh"), {}, [this] { m_backend->cancelRefresh(); })
        ->setEnabled(false);
    m_actions->addSeparator(MenuId::File);
    m_actions->add(MenuId::File, "quit", tr("Quit"), {QKeySequence(QKeySequence::Quit)}, [this] { close(); });
}

void MainWindow::makeGoActions() {
    m_actions->addSeparator(MenuId::Go);
    m_actions->add(MenuId::Go, "search", tr("Search"), {QKeySequence(Qt::Key_Slash), QKeySequence(QKeySequence::Find)},
                   [this] { focusSearch(); });
    m_actions->add(MenuId::Go, "commands", tr("Any action by name…"), {QKeySequence(Qt::CTRL | Qt::Key_K)},
                   [this] { m_palette->open(); });
}

void MainWindow::makeViewActions() {
    m_actions->addSeparator(MenuId::View);
    m_actions
        ->add(MenuId::View, "showTriage", tr("Triage"), {QKeySequence(Qt::CTRL | Qt::Key_1)},
              [this] { showPage(PageId::Triage); })
        ->setCheckable(true);
    m_actions
        ->add(MenuId::View, "showPlan", tr("Plan"), {QKeySequence(Qt::CTRL | Qt::Key_2)},
              [this] { showPage(PageId::Plan); })
        ->setCheckable(true);
    m_actions->add(MenuId::View, "sidebar", tr("Sidebar"), {QKeySequence(Qt::CTRL | Qt::Key_B)}, [this] {
        m_sidebarByHand = true;
        m_triage->setSidebarShown(!m_triage->isSidebarShown());
    });
    auto* pages = new QActionGroup(this);
    for (const char* name : {"showTriage", "showPlan"}) pages->addAction(m_actions->find(name));
    m_actions->addSeparator(MenuId::View);
    auto* group = new QActionGroup(this);
    const QString kept = QSettings().value(QStringLiteral("theme"), QStringLiteral("auto")).toString();
    const auto add = [&](const char* name, const QString& text, ThemeChoice choice, const char* word) {
        QAction* action =
            m_actions->add(MenuId::View, name, text, {}, [this, choice] { setTheme(static_cast<int>(choice)); });
        action->setCheckable(true);
        action->setChecked(kept == QLatin1String(word));
        group->addAction(action);
    };
    add("themeAuto", tr("Colours of the desktop"), ThemeChoice::Auto, "auto");
    add("themeLight", tr("Light"), ThemeChoice::Light, "light");
    add("themeDark", tr("Dark"), ThemeChoice::Dark, "dark");
}

void MainWindow::setTheme(int choice) {
    constexpr std::array kWords{"auto", "light", "dark"};
    QSettings().setValue(QStringLiteral("theme"), QLatin1String(kWords[static_cast<std::size_t>(choice)]));
    Theme::apply(*qApp, static_cast<ThemeChoice>(choice));
}

void MainWindow::makeHelpActions() {
    m_actions->add(MenuId::Help, "keys", tr("Keys"), {QKeySequence(Qt::Key_Question)}, [this] { showKeys(); });
    m_actions->add(MenuId::Help, "about", tr("About paydown"), {}, [this] { showAbout(); });
}

void MainWindow::showKeys() { (new KeySheet(m_actions, this))->open(); }

void MainWindow::showAbout() {
    auto* box = new QMessageBox(QMessageBox::NoIcon, tr("About paydown"),
                                tr("paydown %1\nThe registry of technical debt that lives with the code.\n"
                                   "GPL-3.0-or-later")
                                    .arg(QApplication::applicationVersion()),
                                QMessageBox::Close, this);
    box->setTextFormat(Qt::PlainText);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

void MainWindow::chooseRepository() {
    auto* dialog = new QFileDialog(this, tr("Open a folder with a repository, or with several below it"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& folder) {
        showWelcome();
        m_backend->findRepositories(folder);
    });
    dialog->open();
}

void MainWindow::fillRecent() {
    QMenu* menu = m_repository->menu();
    menu->clear();
    for (const QString& path : recentRepositories())
        connect(menu->addAction(QString(path).replace(QLatin1Char('&'), QStringLiteral("&&"))), &QAction::triggered,
                this, [this, path] { openRepository(path); });
    menu->addSeparator();
    menu->addAction(m_actions->find("openRepository"));
}

} // namespace paydown::gui
