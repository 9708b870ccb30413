// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/app/action_set.h"
#include "gui/backend/desk_requests.h"
#include "gui/triage/triage_session.h"

#include <QWidget>

class QSplitter;
class QStackedWidget;

namespace paydown::gui {

class DeskBackend;
class DetailPane;
class EmptyState;
class FieldPopup;
class FinishStrip;
class ItemList;
class ItemTable;
class PlainLabel;
class QueueModel;
class QueueSidebar;

/// The page on which a lead goes through the queues by keyboard: sidebar, list or table, detail with verdict bar.
class TriagePage : public QWidget {
    Q_OBJECT

public:
    TriagePage(DeskBackend* backend, ActionSet* actions, QWidget* parent = nullptr);
    ~TriagePage() override;

    void setState(const DeskStatePtr& state);
    void search(const QString& filter);
    void enterQueue(Queue queue);
    void showItem(const ItemKey& key); ///< In the queue Open, made current.
    void setSidebarShown(bool shown);
    [[nodiscard]] bool isSidebarShown() const;
    void focusList();
    [[nodiscard]] TriageSession* session() const { return m_session; }

signals:
    /// What the filter got wrong, for the search field; empty when it is right.
    void searchProblem(const QString& problem, int at);
    void searchCleared();
    void told(const QString& message); ///< For the status bar.

private:
    void makeActions();
    void makeFieldActions();
    void makeMoveActions();
    QAction* addVerdict(const char* name, const QString& text, const char* key, Verdict verdict, int role);
    void buildListPane();
    void layOut();
    void connectAll();

    void showRows();
    void showCurrent();
    void showDetail(const ItemDetailPtr& detail);
    void showFooter();
    void showEmpty();
    void beginVerdict(Verdict verdict);
    void finish(Verdict verdict, const FieldValues& values, AfterVerdict after);
    void dropVerdict();
    void askField(const char* field);
    void askBulk(int items);
    void setWide(bool wide);
    [[nodiscard]] QString aboutTargets() const;

    DeskBackend* m_backend;
    ActionSet* m_actions;
    TriageSession* m_session;
    QueueModel* m_queueModel;
    QWidget* m_sidebar;
    QueueSidebar* m_queues;
    QWidget* m_listPane;
    QStackedWidget* m_stack;
    ItemList* m_list;
    ItemTable* m_table;
    EmptyState* m_empty;
    PlainLabel* m_notice;
    PlainLabel* m_footer;
    QSplitter* m_splitter;
    QWidget* m_verdicts; ///< The bar, or in its place the strip.
    QWidget* m_bar;
    FinishStrip* m_strip;
    DetailPane* m_detail;
    FieldPopup* m_popup;
    QList<QAction*> m_verdictActions;
    QList<QAction*> m_letterActions; ///< Answer only while list, table or code has the focus.
    bool m_wide = false;
    QList<int> m_sizesBesideDetail; ///< The splitter's, from before the wide table.
    bool m_newRows = false;         ///< Rows came, and the current one was not shown in them yet.
    bool m_moving = false;          ///< The current row is being set by us, not by the user.
};

} // namespace paydown::gui
