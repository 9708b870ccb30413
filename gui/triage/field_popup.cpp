// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/triage/field_popup.h"

#include "core/model/decision.h"
#include "gui/backend/field_input.h"
#include "gui/models/item_text.h"
#include "gui/widgets/plain_label.h"

#include <QCompleter>
#include <QGraphicsDropShadowEffect>
#include <QKeyEvent>
#include <QLineEdit>
#include <QVBoxLayout>

namespace paydown::gui {

namespace {

struct FieldWords {
    const char* field;
    const char* heading;
    const char* hint;
};

constexpr std::array<FieldWords, 6> kFields{{
    {field::kOwner, QT_TRANSLATE_NOOP("FieldPopup", "Owner"),
     QT_TRANSLATE_NOOP("FieldPopup", "@name, or empty for nobody")},
    {field::kEffort, QT_TRANSLATE_NOOP("FieldPopup", "Effort"), QT_TRANSLATE_NOOP("FieldPopup", "30m, 4h, 2d, 1w")},
    {field::kDue, QT_TRANSLATE_NOOP("FieldPopup", "Due"),
     QT_TRANSLATE_NOOP("FieldPopup", "fri, +2w, q1, 2027-03-31; empty for none")},
    {field::kPeriod, QT_TRANSLATE_NOOP("FieldPopup", "Period"),
     QT_TRANSLATE_NOOP("FieldPopup", "this, next, later, or a date; empty to take it out of the plan")},
    {field::kNote, QT_TRANSLATE_NOOP("FieldPopup", "Note"),
     QT_TRANSLATE_NOOP("FieldPopup", "a comment; all of them are kept")},
    {field::kTicket, QT_TRANSLATE_NOOP("FieldPopup", "Ticket"),
     QT_TRANSLATE_NOOP("FieldPopup", "PAY-142; empty for none")},
}};

} // namespace

FieldPopup::FieldPopup(QWidget* parent)
    : QFrame(parent),
      m_heading(new PlainLabel({}, "heading")),
      m_hint(new PlainLabel({}, "muted")),
      m_problem(new PlainLabel({}, "wrong")),
      m_edit(new QLineEdit) {
    setObjectName(QStringLiteral("fieldPopup"));
    setProperty("look", QStringLiteral("popup"));
    m_edit->setObjectName(QStringLiteral("fieldEdit"));
    m_edit->installEventFilter(this);
    m_problem->setObjectName(QStringLiteral("fieldProblem"));
    m_problem->setWordWrap(true);
    auto* shadow = new QGraphicsDropShadowEffect(this);
    shadow->setBlurRadius(28);
    shadow->setOffset(0, 6);
    shadow->setColor(QColor(0, 0, 0, 70));
    setGraphicsEffect(shadow);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 12, 14, 12);
    layout->addWidget(m_heading);
    layout->addWidget(m_edit);
    layout->addWidget(m_problem);
    layout->addWidget(m_hint);
    hide();
}

QStringList FieldPopup::choices() const {
    QStringList words;
    if (m_field == field::kOwner) {
        for (const std::string& owner : m_state->owners) words << lineOf(owner);
    } else if (m_field == field::kPeriod) {
        words << QStringLiteral("this") << QStringLiteral("next") << QStringLiteral("later");
    } else if (m_field == field::kDue) {
        words << QStringLiteral("today") << QStringLiteral("fri") << QStringLiteral("+1w") << QStringLiteral("+2w")
              << QStringLiteral("+1mo") << QStringLiteral("q1");
    } else if (m_field == field::kEffort) {
        words << QStringLiteral("1h") << QStringLiteral("4h") << QStringLiteral("1d") << QStringLiteral("2d");
    }
    return words;
}

void FieldPopup::ask(const std::string& field, const QString& about, const QString& value, const DeskStatePtr& state) {
    m_field = field;
    m_state = state;
    for (const FieldWords& words : kFields) {
        if (field != words.field) continue;
        m_heading->setText(QStringLiteral("%1 · %2").arg(tr(words.heading), about));
        m_edit->setAccessibleName(tr(words.heading));
        m_hint->setText(tr("%1  ·  Enter applies, Esc closes").arg(tr(words.hint)));
    }
    m_problem->hide();
    if (m_edit->completer() != nullptr) m_edit->completer()->deleteLater();
    auto* completer = new QCompleter(choices(), m_edit);
    completer->setFilterMode(Qt::MatchContains);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_edit->setCompleter(completer);
    m_edit->setText(value);
    place();
    show();
    raise();
    m_edit->selectAll();
    m_edit->setFocus(Qt::PopupFocusReason);
}

void FieldPopup::place() {
    setFixedWidth(420);
    adjustSize();
    const QWidget* over = parentWidget();
    move((over->width() - width()) / 2, std::max(40, over->height() / 4));
}

void FieldPopup::apply() {
    const auto value = readField(m_field, m_edit->text(), *m_state);
    if (!value) {
        m_problem->setText(
            lineOf(value.error().what + (value.error().remedy.empty() ? "" : "; " + value.error().remedy)));
        m_problem->show();
        adjustSize();
        return;
    }
    hide();
    emit answered(m_field, *value);
    emit closed();
}

bool FieldPopup::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Escape) {
            hide();
            emit closed();
            return true;
        }
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            apply();
            return true;
        }
    }
    if (event->type() == QEvent::FocusOut && isVisible() &&
        static_cast<QFocusEvent*>(event)->reason() == Qt::MouseFocusReason)
        hide();
    return QFrame::eventFilter(watched, event);
}

} // namespace paydown::gui
