// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/app/action_set.h"
#include "gui/backend/desk_requests.h"

#include <QMainWindow>

class QStackedWidget;
class QToolButton;

namespace paydown::gui {

class CommandPalette;
class DeskBackend;
class PlainLabel;
class PlanPage;
class ProgressStrip;
class SearchField;
class TriagePage;
class WelcomePage;

enum class PageId : std::uint8_t { Triage, Plan };

/// The window of the desk: tabs, search and refresh above, one page, what is going on below. It owns no data: the
/// backend delivers, the pages show.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    /// @param backend outlives the window.
    explicit MainWindow(DeskBackend* backend, QWidget* parent = nullptr);
    ~MainWindow() override;

    /// Shows a repository; its name goes to the recent ones once it could be read.
    void openRepository(const QString& path);
    void showPage(PageId page);
    void startOn(PageId page) { m_firstPage = page; } ///< Shown once a repository is.
    [[nodiscard]] PageId page() const;
    [[nodiscard]] ActionSet* actionSet() const { return m_actions; }
    [[nodiscard]] TriagePage* triage() const { return m_triage; }
    [[nodiscard]] PlanPage* plan() const { return m_plan; }
    [[nodiscard]] WelcomePage* welcome() const { return m_welcome; }

protected:
    void resizeEvent(QResizeEvent* event) override;
    void closeEvent(QCloseEvent* event) override;

private:
    void makeFileActions();
    void makeGoActions();
    void makeViewActions();
    void makeHelpActions();
    void makePages();
    void makeToolBar();
    void makeStatusBar();
    void makeMenus();
    void connectBackend();
    void connectPages();
    void restoreLayout();

    void showState(const DeskStatePtr& state);
    void showFailure(const DeskFailure& failure);
    void showWelcome();
    void chooseRepository();
    void fillRecent();
    void showKeys();
    void showAbout();
    void setTheme(int choice);
    void focusSearch();
    void tell(const QString& message);

    DeskBackend* m_backend;
    ActionSet* m_actions;
    QStackedWidget* m_pages;
    TriagePage* m_triage = nullptr;
    PlanPage* m_plan = nullptr;
    WelcomePage* m_welcome = nullptr;
    QToolButton* m_repository = nullptr;
    SearchField* m_search = nullptr;
    ProgressStrip* m_progress = nullptr;
    PlainLabel* m_message = nullptr;
    PlainLabel* m_asOf = nullptr;
    CommandPalette* m_palette = nullptr;
    DeskStatePtr m_state;
    QString m_opening; ///< Path that was asked for and not shown yet.
    PageId m_firstPage = PageId::Triage;
    bool m_sidebarByHand = false; ///< The user showed or hid it; its width no longer decides.
};

} // namespace paydown::gui
