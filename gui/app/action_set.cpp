// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/action_set.h"

#include <QWidget>
#include <array>

namespace paydown::gui {

QAction* ActionSet::add(MenuId menu, const char* name, const QString& text, const QList<QKeySequence>& keys,
                        std::function<void()> run) {
    auto* action = new QAction(text, this);
    action->setObjectName(QLatin1String(name));
    action->setShortcuts(keys);
    action->setMenuRole(QAction::NoRole);
    connect(action, &QAction::triggered, this, [run = std::move(run)] { run(); });
    m_entries.append({menu, action});
    return action;
}

void ActionSet::addSeparator(MenuId menu) {
    auto* separator = new QAction(this);
    separator->setSeparator(true);
    m_entries.append({menu, separator});
}

QList<QAction*> ActionSet::in(MenuId menu) const {
    QList<QAction*> actions;
    for (const Entry& entry : m_entries) {
        if (entry.menu == menu) actions << entry.action;
    }
    return actions;
}

QList<QAction*> ActionSet::all() const {
    QList<QAction*> actions;
    for (const Entry& entry : m_entries) {
        if (!entry.action->isSeparator()) actions << entry.action;
    }
    return actions;
}

QAction* ActionSet::find(const char* name) const {
    for (QAction* action : all()) {
        if (action->objectName() == QLatin1String(name)) return action;
    }
    return nullptr;
}

void bindToViews(QAction* action, const QList<QWidget*>& views) {
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    for (QWidget* view : views) view->addAction(action);
}

QString titleOf(MenuId menu) {
    const std::array titles{ActionSet::tr("&File"), ActionSet::tr("&Decide"), ActionSet::tr("&Go"),
                            ActionSet::tr("&Plan"), ActionSet::tr("&View"),   ActionSet::tr("&Help")};
    return titles[static_cast<std::size_t>(menu)];
}

} // namespace paydown::gui
