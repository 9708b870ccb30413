// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/key_sheet.h"

#include "gui/app/action_set.h"
#include "gui/widgets/plain_label.h"

#include <QGridLayout>
#include <QVBoxLayout>

namespace paydown::gui {

namespace {

void addMenu(QVBoxLayout* column, MenuId menu, const QList<QAction*>& actions) {
    auto* heading = new PlainLabel(titleOf(menu).remove(QLatin1Char('&')), "heading");
    heading->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    column->addWidget(heading);
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(4);
    int row = 0;
    for (const QAction* action : actions) {
        if (action->shortcut().isEmpty()) continue;
        auto* key = new PlainLabel(action->shortcut().toString(QKeySequence::NativeText), "key");
        key->setAlignment(Qt::AlignCenter);
        key->ensurePolished();
        key->setFixedWidth(std::max(30, key->sizeHint().width()));
        grid->addWidget(key, row, 0, Qt::AlignRight);
        grid->addWidget(new PlainLabel(action->text().remove(QLatin1Char('&')).remove(QStringLiteral("…"))), row, 1);
        ++row;
    }
    grid->setColumnStretch(1, 1);
    column->addLayout(grid);
    column->addSpacing(12);
}

} // namespace

KeySheet::KeySheet(const ActionSet* actions, QWidget* parent) : QDialog(parent) {
    setObjectName(QStringLiteral("keySheet"));
    setWindowTitle(tr("Keys"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto* columns = new QHBoxLayout(this);
    columns->setContentsMargins(24, 20, 24, 20);
    columns->setSpacing(36);
    const QList<QList<MenuId>> menus{
        {MenuId::Decide}, {MenuId::Go, MenuId::Plan}, {MenuId::View, MenuId::File, MenuId::Help}};
    for (const QList<MenuId>& of : menus) {
        auto* column = new QVBoxLayout;
        for (const MenuId menu : of) addMenu(column, menu, actions->in(menu));
        column->addStretch(1);
        columns->addLayout(column);
    }
}

} // namespace paydown::gui
