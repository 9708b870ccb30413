// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/key_sheet.h"

#include "gui/app/action_set.h"
#include "gui/widgets/plain_label.h"

#include <QGridLayout>
#include <QVBoxLayout>

namespace paydown::gui {

namespace {

void addMenu(QVBoxLayout* column, MenuId menu, const QList<QAction*>& actions) {
    column->addWidget(new PlainLabel(titleOf(menu).remove(QLatin1Char('&')), "heading"));
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(4);
    int row = 0;
    for (const QAction* action : actions) {
        if (action->shortcut().isEmpty()) continue;
        auto* key = new PlainLabel(action->shortcut().toString(QKeySequence::NativeText), "key");
        key->setAlignment(Qt::AlignCenter);
        key->setMinimumWidth(30);
        grid->addWidget(key, row, 0);
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
    auto* left = new QVBoxLayout;
    auto* right = new QVBoxLayout;
    addMenu(left, MenuId::Decide, actions->in(MenuId::Decide));
    for (const MenuId menu : {MenuId::Go, MenuId::Plan, MenuId::View, MenuId::File, MenuId::Help})
        addMenu(right, menu, actions->in(menu));
    left->addStretch(1);
    right->addStretch(1);
    columns->addLayout(left);
    columns->addLayout(right);
}

} // namespace paydown::gui
