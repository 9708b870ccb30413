// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/search_field.h"

#include "core/filter/completion.h"
#include "gui/models/item_text.h"
#include "gui/widgets/plain_label.h"

#include <QAction>
#include <QFrame>
#include <QKeyEvent>
#include <QListWidget>
#include <QStyle>
#include <QVBoxLayout>

namespace paydown::gui {

namespace {

constexpr int kPauseMs = 120;
constexpr int kOffered = 9;
constexpr int kOfferedHeight = 24;

} // namespace

SearchField::SearchField(QWidget* parent) : QLineEdit(parent) {
    setObjectName(QStringLiteral("searchField"));
    setAccessibleName(tr("Search"));
    setPlaceholderText(tr("Search: words, class:reckless, owner:@kai, path:src/**   ( / )"));
    setClearButtonEnabled(true);
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPauseMs);
    connect(&m_pause, &QTimer::timeout, this, [this] { emit searched(text()); });
    connect(this, &QLineEdit::textChanged, this, [this] {
        m_pause.start();
        offer();
    });
}

void SearchField::offer() {
    if (!hasFocus() || !m_state) return;
    if (m_popup == nullptr) {
        m_popup = new QFrame(window());
        m_popup->setObjectName(QStringLiteral("searchPopup"));
        m_popup->setProperty("look", QStringLiteral("popup"));
        m_list = new QListWidget;
        m_list->setObjectName(QStringLiteral("searchSuggestions"));
        m_list->setFocusPolicy(Qt::NoFocus);
        m_problem = new PlainLabel({}, "wrong");
        auto* layout = new QVBoxLayout(m_popup);
        layout->setContentsMargins(4, 4, 4, 4);
        layout->addWidget(m_problem);
        layout->addWidget(m_list);
        m_problem->hide();
        connect(m_list, &QListWidget::itemClicked, this, &SearchField::take);
    }
    const std::string bytes = text().toStdString();
    const auto cursor = static_cast<std::size_t>(text().left(cursorPosition()).toUtf8().size());
    const Completion completion = complete(bytes, cursor, *m_state->worklist);
    m_replaceFrom = static_cast<int>(QString::fromUtf8(bytes.data(), static_cast<qsizetype>(completion.begin)).size());
    m_replaceTo = static_cast<int>(QString::fromUtf8(bytes.data(), static_cast<qsizetype>(completion.end)).size());
    m_list->clear();
    for (const FilterSuggestion& suggestion : completion.suggestions) {
        if (m_list->count() == kOffered) break;
        const QString shown = lineOf(suggestion.text);
        auto* item =
            new QListWidgetItem(suggestion.count > 0 ? tr("%1   %2").arg(shown).arg(suggestion.count) : shown, m_list);
        item->setData(Qt::UserRole, shown);
        item->setSizeHint(QSize(100, kOfferedHeight));
    }
    m_list->setVisible(m_list->count() > 0);
    m_problem->setVisible(m_list->count() == 0 && !m_problem->text().isEmpty());
    placePopup();
}

void SearchField::placePopup() {
    if (m_popup == nullptr) return;
    const bool wanted = hasFocus() && (m_list->count() > 0 || !m_problem->text().isEmpty());
    m_popup->setVisible(wanted);
    if (!wanted) return;
    m_list->setFixedHeight(m_list->count() * kOfferedHeight + 2);
    m_popup->setFixedWidth(std::clamp(width(), 320, 460));
    m_popup->adjustSize();
    m_popup->move(mapTo(window(), QPoint(0, height() + 3)));
    m_popup->raise();
}

void SearchField::showProblem(const QString& problem, int) {
    setProperty("wrong", !problem.isEmpty());
    style()->unpolish(this);
    style()->polish(this);
    setToolTip(plainToolTip(problem));
    if (m_problem == nullptr) return;
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty() && m_list->count() == 0); // half a word is no mistake yet
    placePopup();
}

void SearchField::take() {
    const QListWidgetItem* item = m_list->currentItem();
    if (item == nullptr) return;
    const QString word = item->data(Qt::UserRole).toString();
    const bool wholeWord = !word.endsWith(QLatin1Char(':'));
    QString now = text();
    now.replace(m_replaceFrom, m_replaceTo - m_replaceFrom, wholeWord ? word + QLatin1Char(' ') : word);
    const int cursor = m_replaceFrom + static_cast<int>(word.size()) + (wholeWord ? 1 : 0);
    setText(now);
    setCursorPosition(cursor);
    offer();
}

void SearchField::keyPressEvent(QKeyEvent* event) {
    const bool offered = m_popup != nullptr && m_popup->isVisible() && m_list->count() > 0;
    switch (event->key()) {
    case Qt::Key_Down:
    case Qt::Key_Up:
        if (!offered) break;
        m_list->setCurrentRow(
            std::clamp(m_list->currentRow() + (event->key() == Qt::Key_Down ? 1 : -1), 0, m_list->count() - 1));
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (offered && m_list->currentRow() >= 0) {
            take();
            return;
        }
        m_pause.stop();
        emit searched(text());
        emit left();
        return;
    case Qt::Key_Escape:
        if (text().isEmpty()) {
            emit left();
        } else {
            clear();
        }
        return;
    default: break;
    }
    QLineEdit::keyPressEvent(event);
}

bool SearchField::focusNextPrevChild(bool next) {
    const bool offered = m_popup != nullptr && m_popup->isVisible() && m_list->count() > 0;
    if (!next || !offered) return QLineEdit::focusNextPrevChild(next);
    if (m_list->currentRow() < 0) m_list->setCurrentRow(0);
    take();
    return true;
}

void SearchField::focusOutEvent(QFocusEvent* event) {
    QLineEdit::focusOutEvent(event);
    if (m_popup != nullptr) m_popup->hide();
}

} // namespace paydown::gui
