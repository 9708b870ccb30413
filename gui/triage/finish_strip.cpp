// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/triage/finish_strip.h"

#include "core/model/decision.h"
#include "core/model/names.h"
#include "gui/backend/field_input.h"
#include "gui/models/item_text.h"
#include "gui/theme/theme.h"
#include "gui/triage/class_colour.h"
#include "gui/widgets/plain_label.h"

#include <QComboBox>
#include <QCompleter>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QStyle>
#include <QVBoxLayout>

namespace paydown::gui {

namespace {

QString explanationOf(Verdict verdict) {
    if (verdict == Verdict::Reckless)
        return FinishStrip::tr("Reckless: we knew it was wrong. It goes first, with an owner and a period.");
    if (verdict == Verdict::Prudent)
        return FinishStrip::tr(
            "Prudent: a chosen tradeoff. It keeps its reason, and comes back when it is time to look again.");
    return FinishStrip::tr("Live with it: we know and leave it. It comes back only when what you name here happens.");
}

void markWrong(QLineEdit* edit, bool wrong) {
    edit->setProperty("wrong", wrong);
    edit->style()->unpolish(edit);
    edit->style()->polish(edit);
}

} // namespace

FinishStrip::FinishStrip(QWidget* parent)
    : QFrame(parent),
      m_name(new PlainLabel({}, "heading")),
      m_explanation(new PlainLabel({}, "muted")),
      m_problem(new PlainLabel({}, "wrong")),
      m_recklessFields(new QWidget),
      m_reasonFields(new QWidget),
      m_ownerReason(new PlainLabel({}, "muted")),
      m_periodReason(new PlainLabel({}, "muted")),
      m_wakeLabel(new PlainLabel) {
    setObjectName(QStringLiteral("finishStrip"));
    setProperty("look", QStringLiteral("bar"));
    m_explanation->setWordWrap(true);
    m_explanation->setObjectName(QStringLiteral("finishExplanation"));
    m_problem->setObjectName(QStringLiteral("finishProblem"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 8, 16, 8);
    layout->setSpacing(6);
    layout->addWidget(m_explanation);
    buildFields();
    layout->addWidget(m_recklessFields);
    layout->addWidget(m_reasonFields);
    layout->addWidget(m_problem);
    buildFooter();
}

QLineEdit* FinishStrip::addField(QHBoxLayout* row, const char* name, const QString& label, int width) {
    auto* edit = new QLineEdit;
    edit->setObjectName(QLatin1String(name));
    edit->setAccessibleName(label);
    if (width > 0) edit->setFixedWidth(width);
    edit->installEventFilter(this);
    row->addWidget(new PlainLabel(label, "muted"));
    row->addWidget(edit, width > 0 ? 0 : 1);
    return edit;
}

void FinishStrip::buildFields() {
    auto* reckless = new QHBoxLayout(m_recklessFields);
    reckless->setContentsMargins(0, 0, 0, 0);
    m_owner = addField(reckless, "finishOwner", tr("owner"), 190);
    reckless->addWidget(m_ownerReason);
    reckless->addSpacing(6);
    m_effort = addField(reckless, "finishEffort", tr("effort"), 56);
    reckless->addSpacing(6);
    reckless->addWidget(new PlainLabel(tr("into"), "muted"));
    m_period = new QComboBox;
    m_period->setObjectName(QStringLiteral("finishPeriod"));
    m_period->setAccessibleName(tr("period"));
    m_period->installEventFilter(this);
    reckless->addWidget(m_period);
    reckless->addWidget(m_periodReason);
    reckless->addStretch(1);

    auto* reason = new QHBoxLayout(m_reasonFields);
    reason->setContentsMargins(0, 0, 0, 0);
    m_why = addField(reason, "finishWhy", tr("why"), 0);
    reason->addSpacing(6);
    m_wakeLabel->setProperty("look", QStringLiteral("muted"));
    reason->addWidget(m_wakeLabel);
    m_wake = new QComboBox;
    m_wake->setObjectName(QStringLiteral("finishWake"));
    m_wake->setMinimumWidth(180);
    m_wake->setEditable(true);
    m_wake->setInsertPolicy(QComboBox::NoInsert);
    m_wake->installEventFilter(this);
    m_wake->lineEdit()->installEventFilter(this);
    reason->addWidget(m_wake);
}

void FinishStrip::buildFooter() {
    auto* footer = new QHBoxLayout;
    auto* apply = new QPushButton(tr("Apply and next  ⏎"));
    apply->setObjectName(QStringLiteral("finishApply"));
    apply->setProperty("look", QStringLiteral("primary"));
    auto* stay = new QPushButton(tr("Apply  ⇧⏎"));
    auto* drop = new QPushButton(tr("Drop  Esc"));
    for (QPushButton* button : {apply, stay, drop}) button->installEventFilter(this);
    connect(apply, &QPushButton::clicked, this, [this] { this->apply(AfterVerdict::Advance); });
    connect(stay, &QPushButton::clicked, this, [this] { this->apply(AfterVerdict::Stay); });
    connect(drop, &QPushButton::clicked, this, &FinishStrip::dropped);
    footer->addWidget(m_name);
    footer->addStretch(1);
    footer->addWidget(apply);
    footer->addWidget(stay);
    footer->addWidget(drop);
    static_cast<QVBoxLayout*>(layout())->addLayout(footer);
}

void FinishStrip::begin(Verdict verdict, const VerdictProposal& proposal, const DeskStatePtr& state) {
    m_verdict = verdict;
    m_state = state;
    const bool reckless = verdict == Verdict::Reckless;
    m_name->setText(wordFor(verdict));
    m_name->setStyleSheet(QStringLiteral("color: %1").arg(colour(roleFor(verdict)).name()));
    m_recklessFields->setVisible(reckless);
    m_reasonFields->setVisible(!reckless);
    m_problem->hide();
    explainOnce();
    if (reckless) {
        fillReckless(proposal);
    } else {
        fillReason(proposal);
    }
    QLineEdit* first = reckless ? m_owner : m_why;
    first->setFocus(Qt::TabFocusReason);
    first->selectAll();
}

void FinishStrip::explainOnce() {
    const std::string_view word = nameOf(m_verdict);
    const QString key =
        QStringLiteral("explained/") + QString::fromUtf8(word.data(), static_cast<qsizetype>(word.size()));
    QSettings settings;
    m_explanation->setVisible(!settings.value(key, false).toBool());
    m_explanation->setText(explanationOf(m_verdict));
    settings.setValue(key, true);
}

void FinishStrip::fillReckless(const VerdictProposal& proposal) {
    QStringList owners;
    for (const std::string& owner : m_state->owners) owners << lineOf(owner);
    auto* completer = new QCompleter(owners, m_owner);
    completer->setFilterMode(Qt::MatchContains);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    if (m_owner->completer() != nullptr) m_owner->completer()->deleteLater();
    m_owner->setCompleter(completer);
    m_owner->setText(lineOf(proposal.owner));
    m_ownerReason->setText(proposal.ownerReason);
    m_ownerReason->setVisible(!proposal.ownerReason.isEmpty());
    m_effort->setText(proposal.effort);
    m_effort->setPlaceholderText(QStringLiteral("4h"));
    markWrong(m_owner, false);
    markWrong(m_effort, false);

    m_period->clear();
    const PlanGrid& plan = m_state->plan;
    const std::array names{tr("this: %1"), tr("next: %1"), tr("later: %1")};
    for (std::size_t i = 0; i < kSlotCount; ++i)
        m_period->addItem(names[i].arg(plan.names[i]), lineOf(formatDate(plan.periods[i].start)));
    m_period->addItem(tr("no period yet"), QString());
    const QString wanted = proposal.period ? lineOf(formatDate(*proposal.period)) : QString();
    m_period->setCurrentIndex(std::max(0, m_period->findData(wanted)));
    m_periodReason->setText(proposal.periodReason);
}

void FinishStrip::fillReason(const VerdictProposal& proposal) {
    const bool prudent = m_verdict == Verdict::Prudent;
    m_why->setText(proposal.why);
    m_why->setPlaceholderText(prudent ? tr("the tradeoff that was chosen") : tr("why we leave it"));
    markWrong(m_why, false);
    m_wakeLabel->setText(prudent ? tr("look again") : tr("wake"));
    m_wake->setAccessibleName(m_wakeLabel->text());
    m_wake->clear();
    m_wake->addItem(tr("when touched 5×"), QStringLiteral("touched:5"));
    m_wake->addItem(tr("when touched 10×"), QStringLiteral("touched:10"));
    m_wake->addItem(tr("when its text changes"), QStringLiteral("changed"));
    m_wake->addItem(tr("in 3 months"), QStringLiteral("+3mo"));
    m_wake->addItem(tr("in a year"), QStringLiteral("+1y"));
    m_wake->setCurrentIndex(std::max(0, m_wake->findData(proposal.wake)));
}

bool FinishStrip::read(FieldValues& values, const char* field, QLineEdit* edit, const QString& typed) {
    const auto value = readField(field, typed, *m_state);
    if (edit != nullptr) markWrong(edit, !value);
    if (value) {
        values.emplace_back(field, *value);
        return true;
    }
    m_problem->setText(lineOf(value.error().what + (value.error().remedy.empty() ? "" : "; " + value.error().remedy)));
    m_problem->show();
    if (edit != nullptr) edit->setFocus();
    return false;
}

void FinishStrip::apply(AfterVerdict after) {
    FieldValues values;
    m_problem->hide();
    if (m_verdict == Verdict::Reckless) {
        if (!read(values, field::kOwner, m_owner, m_owner->text())) return;
        if (!m_effort->text().isEmpty() && !read(values, field::kEffort, m_effort, m_effort->text())) return;
        const QString period = m_period->currentData().toString();
        if (!period.isEmpty()) values.emplace_back(field::kPeriod, period.toStdString());
    } else {
        if (!m_why->text().trimmed().isEmpty()) values.emplace_back(field::kWhy, m_why->text().trimmed().toStdString());
        const int chosen = m_wake->findText(m_wake->currentText());
        const QString typed = chosen < 0 ? m_wake->currentText() : m_wake->itemData(chosen).toString();
        if (!typed.trimmed().isEmpty() && !read(values, field::kWake, m_wake->lineEdit(), typed)) return;
    }
    emit finished(m_verdict, values, after);
}

bool FinishStrip::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool isButton = qobject_cast<QPushButton*>(watched) != nullptr;
        if (key->key() == Qt::Key_Escape) {
            emit dropped();
            return true;
        }
        if (!isButton && (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter)) {
            apply(key->modifiers() & Qt::ShiftModifier ? AfterVerdict::Stay : AfterVerdict::Advance);
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace paydown::gui
