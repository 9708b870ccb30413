// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QKeySequence>
#include <QList>
#include <QObject>
#include <functional>

namespace paydown::gui {

enum class MenuId : std::uint8_t { File, Decide, Go, Plan, View, Help };
constexpr int kMenuCount = 6;

/// Every action of the desk, in the order of the menus. Menus, the palette (Ctrl+K), the page of keys (?) and tests all
/// read this one list; an action's object name is its name for tests and settings.
class ActionSet : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /// @param keys the first is shown; all of them work. An action with a letter as its key belongs to views: it is
    /// added to them by addTo(), so that text fields lose no key.
    QAction* add(MenuId menu, const char* name, const QString& text, const QList<QKeySequence>& keys,
                 std::function<void()> run);
    void addSeparator(MenuId menu);

    [[nodiscard]] QList<QAction*> in(MenuId menu) const;
    [[nodiscard]] QList<QAction*> all() const;           ///< Without separators.
    [[nodiscard]] QAction* find(const char* name) const; ///< Null for none.

private:
    struct Entry {
        MenuId menu;
        QAction* action;
    };
    QList<Entry> m_entries;
};

/// Makes an action answer its key only while one of these widgets, or a child of it, has the focus.
void bindToViews(QAction* action, const QList<QWidget*>& views);

[[nodiscard]] QString titleOf(MenuId menu);

} // namespace paydown::gui
