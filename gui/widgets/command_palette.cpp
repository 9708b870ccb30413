// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/command_palette.h"

#include "gui/app/action_set.h"
#include "gui/theme/theme.h"

#include <QApplication>
#include <QGraphicsDropShadowEffect>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace paydown::gui {

namespace {

QString nameOfAction(const QAction* action) {
    return action->text().remove(QLatin1Char('&')).remove(QStringLiteral("…"));
}

/// The name at the left, the key at the right.
class CommandDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {200, 28}; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        painter->save();
        if (option.state & QStyle::State_Selected) painter->fillRect(option.rect, colour(Role::Selection));
        const QRect area = option.rect.adjusted(12, 0, -12, 0);
        painter->setFont(option.font);
        painter->setPen(colour(Role::Text));
        painter->drawText(area, Qt::AlignLeft | Qt::AlignVCenter, index.data(Qt::DisplayRole).toString());
        painter->setPen(colour(Role::Muted));
        painter->drawText(area, Qt::AlignRight | Qt::AlignVCenter, index.data(Qt::UserRole + 1).toString());
        painter->restore();
    }
};

// Every typed word starts some word of the name, or stands in it.
bool fits(const QString& name, const QString& typed) {
    const QStringList words = typed.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    return std::all_of(words.begin(), words.end(),
                       [&](const QString& word) { return name.contains(word, Qt::CaseInsensitive); });
}

} // namespace

CommandPalette::CommandPalette(ActionSet* actions, QWidget* parent)
    : QFrame(parent), m_actions(actions), m_edit(new QLineEdit), m_list(new QListWidget) {
    setObjectName(QStringLiteral("commandPalette"));
    setProperty("look", QStringLiteral("popup"));
    m_edit->setObjectName(QStringLiteral("commandEdit"));
    m_edit->setAccessibleName(tr("Action"));
    m_edit->setPlaceholderText(tr("Type the name of an action"));
    m_edit->installEventFilter(this);
    m_list->setObjectName(QStringLiteral("commandList"));
    m_list->setItemDelegate(new CommandDelegate(this));
    m_list->setFocusPolicy(Qt::NoFocus);
    auto* shadow = new QGraphicsDropShadowEffect(this);
    shadow->setBlurRadius(32);
    shadow->setOffset(0, 8);
    shadow->setColor(QColor(0, 0, 0, 80));
    setGraphicsEffect(shadow);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(10, 10, 10, 10);
    layout->addWidget(m_edit);
    layout->addWidget(m_list);
    connect(m_edit, &QLineEdit::textChanged, this, &CommandPalette::fill);
    connect(m_list, &QListWidget::itemClicked, this, &CommandPalette::run);
    hide();
}

void CommandPalette::open() {
    m_before = QApplication::focusWidget();
    m_edit->clear();
    fill();
    setFixedSize(520, 380);
    move((parentWidget()->width() - width()) / 2, 70);
    show();
    raise();
    m_edit->setFocus();
}

void CommandPalette::fill() {
    m_list->clear();
    for (QAction* action : m_actions->all()) {
        const QString name = nameOfAction(action);
        if (!action->isVisible() || !fits(name, m_edit->text()) || action->objectName() == QLatin1String("commands"))
            continue;
        auto* item = new QListWidgetItem(name, m_list);
        item->setData(Qt::UserRole, action->objectName());
        item->setData(Qt::UserRole + 1, action->shortcut().toString(QKeySequence::NativeText));
    }
    m_list->setCurrentRow(0);
}

void CommandPalette::close() {
    hide();
    if (m_before) m_before->setFocus();
}

void CommandPalette::run() {
    const QListWidgetItem* item = m_list->currentItem();
    QAction* action =
        item == nullptr ? nullptr : m_actions->find(item->data(Qt::UserRole).toString().toLatin1().constData());
    close();
    if (action != nullptr && action->isEnabled()) action->trigger();
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::KeyPress) {
        switch (static_cast<QKeyEvent*>(event)->key()) {
        case Qt::Key_Escape: close(); return true;
        case Qt::Key_Return:
        case Qt::Key_Enter: run(); return true;
        case Qt::Key_Down: m_list->setCurrentRow(std::min(m_list->currentRow() + 1, m_list->count() - 1)); return true;
        case Qt::Key_Up: m_list->setCurrentRow(std::max(m_list->currentRow() - 1, 0)); return true;
        default: break;
        }
    }
    if (event->type() == QEvent::FocusOut && isVisible() &&
        static_cast<QFocusEvent*>(event)->reason() == Qt::MouseFocusReason)
        hide();
    return QFrame::eventFilter(watched, event);
}

} // namespace paydown::gui
