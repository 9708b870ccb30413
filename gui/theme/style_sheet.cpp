// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/theme/style_sheet.h"

#include "gui/theme/theme.h"

#include <array>
#include <utility>

namespace paydown::gui {

namespace {

constexpr const char* kSheet = R"(
QToolTip { color: @text; background: @raised; border: 1px solid @line; padding: 3px 5px; }
QMenuBar { background: @window; border-bottom: 0; padding: 1px 4px; }
QMenuBar::item { padding: 4px 8px; border-radius: 4px; background: transparent; }
QMenuBar::item:selected { background: @selection; }
QMenu { background: @raised; border: 1px solid @line; padding: 4px; }
QMenu::item { padding: 4px 24px 4px 22px; border-radius: 4px; }
QMenu::item:selected { background: @selection; color: @text; }
QMenu::item:disabled { color: @muted; }
QMenu::separator { height: 1px; background: @line; margin: 4px 8px; }
QToolBar { background: @window; border: 0; border-bottom: 1px solid @line; spacing: 6px; padding: 4px 8px; }
QStatusBar { background: @window; border-top: 1px solid @line; color: @muted; }
QStatusBar::item { border: 0; }
QSplitter::handle { background: @line; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QAbstractItemView { background: @base; border: 0; outline: 0; }
QListView#queueList { background: @window; }
QHeaderView { background: @window; }
QHeaderView::section { background: @window; color: @muted; border: 0; border-right: 1px solid @line;
    border-bottom: 1px solid @line; padding: 4px 8px; font-weight: 600; }
QLineEdit, QPlainTextEdit[look="field"] { background: @base; color: @text; border: 1px solid @line; border-radius: 5px;
    padding: 3px 7px; selection-background-color: @selection; selection-color: @text; min-height: 18px; }
QLineEdit:focus { border-color: @accent; }
QLineEdit[wrong="true"] { border-color: @reckless; }
QPushButton { background: @button; color: @text; border: 1px solid @line; border-radius: 5px; padding: 4px 12px; min-height: 18px; }
QPushButton:hover { background: @hover; border-color: @muted; }
QPushButton:focus { border-color: @accent; }
QPushButton:pressed { background: @selection; }
QPushButton:disabled { color: @faded; }
QPushButton[look="primary"] { background: @accent; color: @onaccent; border-color: @accent; font-weight: 600; }
QPushButton[look="primary"]:disabled { background: @line; color: @muted; border-color: @line; }
QPushButton[look="big"] { background: @accent; color: @onaccent; border-color: @accent; font-weight: 600; padding: 8px 22px; }
QPushButton[look="big"]:disabled { background: @line; color: @muted; border-color: @line; }
QPushButton[look="flat"], QToolButton[look="flat"] { background: transparent; border: 1px solid transparent; border-radius: 5px; padding: 4px 8px; }
QPushButton[look="flat"]:hover, QToolButton[look="flat"]:hover { background: @hover; border-color: @line; }
QPushButton[look="flat"]:focus, QToolButton[look="flat"]:focus { border-color: @accent; }
QToolButton[look="tab"] { background: transparent; border: 0; border-bottom: 2px solid transparent; padding: 6px 14px 5px 14px; color: @muted; font-weight: 600; }
QToolButton[look="tab"]:hover { color: @text; }
QToolButton[look="tab"]:checked { color: @text; border-bottom-color: @accent; }
QToolButton[look="fold"] { background: transparent; border: 0; color: @muted; padding: 5px 2px; font-weight: 600; }
QToolButton[look="fold"]:hover, QToolButton[look="fold"]:focus { color: @text; }
QToolButton::menu-indicator { image: none; }
QLabel[look="title"] { font-size: 15pt; font-weight: 600; }
QLabel[look="heading"] { font-weight: 600; }
QLabel[look="hero"] { font-size: 19pt; font-weight: 600; }
QLabel[look="muted"] { color: @muted; }
QLabel[look="amber"] { color: @amber; background: @amberfill; border-radius: 4px; padding: 4px 8px; }
QLabel[look="wrong"] { color: @reckless; }
QLabel[look="key"] { color: @muted; border: 1px solid @line; border-radius: 3px; padding: 0px 4px; background: @base; }
QFrame[look="panel"] { background: @raised; border: 1px solid @line; border-radius: 6px; }
QFrame[look="popup"] { background: @raised; border: 1px solid @muted; border-radius: 7px; }
QFrame[look="bar"] { background: @window; border-top: 1px solid @line; border-bottom: 1px solid @line; }
QFrame[look="rule"] { background: @line; max-height: 1px; border: 0; }
QProgressBar { background: @line; border: 0; border-radius: 3px; max-height: 6px; min-height: 6px; }
QProgressBar::chunk { background: @accent; border-radius: 3px; }
QScrollBar:vertical { background: transparent; width: 11px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 11px; margin: 0; }
QScrollBar::handle { background: @thumb; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::handle:hover { background: @muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QScrollArea { border: 0; background: transparent; }
QScrollArea > QWidget > QWidget#pane { background: @base; }
QWidget#detailPane, QWidget#listPane, QWidget#planPage, QWidget#welcomePage, QWidget#emptyState { background: @base; }
QWidget#sidebar { background: @window; }
)";

} // namespace

QString makeStyleSheet(const Theme& theme) {
    const std::array<std::pair<const char*, QColor>, 16> words{{
        {"@amberfill", theme(Role::AmberFill)},
        {"@selection", theme(Role::Selection)},
        {"@reckless", theme(Role::Reckless)},
        {"@onaccent", theme(Role::OnAccent)},
        {"@button", blend(theme(Role::Window), theme(Role::Text), 0.04)},
        {"@window", theme(Role::Window)},
        {"@raised", theme(Role::Raised)},
        {"@accent", theme(Role::Accent)},
        {"@faded", blend(theme(Role::Window), theme(Role::Text), 0.45)},
        {"@muted", theme(Role::Muted)},
        {"@hover", theme(Role::Hover)},
        {"@amber", theme(Role::Amber)},
        {"@thumb", blend(theme(Role::Base), theme(Role::Text), 0.25)},
        {"@base", theme(Role::Base)},
        {"@line", theme(Role::Line)},
        {"@text", theme(Role::Text)},
    }};
    QString sheet = QString::fromLatin1(kSheet);
    for (const auto& [word, value] : words) sheet.replace(QLatin1String(word), value.name());
    return sheet;
}

} // namespace paydown::gui
