// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/plan/question_band.h"

#include "core/model/decision.h"
#include "core/model/names.h"
#include "gui/models/item_text.h"
#include "gui/widgets/plain_label.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace paydown::gui {

QuestionBand::QuestionBand(PlanSession* session, QWidget* parent)
    : QFrame(parent),
      m_session(session),
      m_heading(new PlainLabel({}, "amber")),
      m_title(new PlainLabel({}, "heading")),
      m_facts(new PlainLabel({}, "muted")),
      m_next(new QPushButton(tr("Next question"))),
      m_form(new QWidget),
      m_formLabel(new PlainLabel({}, "muted")),
      m_text(new QLineEdit),
      m_period(new QComboBox) {
    setObjectName(QStringLiteral("questionBand"));
    setProperty("look", QStringLiteral("bar"));
    m_text->setObjectName(QStringLiteral("answerText"));
    m_period->setObjectName(QStringLiteral("answerPeriod"));
    m_period->setAccessibleName(tr("period"));
    layOut();
    connect(m_next, &QPushButton::clicked, this, [this] { step(1); });
    connect(m_text, &QLineEdit::returnPressed, this, &QuestionBand::apply);
    hide();
}

void QuestionBand::layOut() {
    auto* line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(m_heading);
    line->addWidget(m_title);
    line->addWidget(m_facts);
    line->addStretch(1);
    const auto add = [&](const char* name, const QString& text, Answer answer) {
        auto* button = new QPushButton(text);
        button->setObjectName(QLatin1String(name));
        connect(button, &QPushButton::clicked, this, [this, answer] { ask(answer); });
        line->addWidget(button);
    };
    add("answerReschedule", tr("Reschedule"), Answer::Reschedule);
    add("answerSplit", tr("Split"), Answer::Split);
    add("answerLiveWith", tr("Live with it"), Answer::LiveWith);
    line->addWidget(m_next);

    auto* form = new QHBoxLayout(m_form);
    form->setContentsMargins(0, 0, 0, 0);
    form->addWidget(m_formLabel);
    form->addWidget(m_text, 1);
    form->addWidget(m_period);
    auto* apply = new QPushButton(tr("Answer  ⏎"));
    apply->setObjectName(QStringLiteral("answerApply"));
    apply->setProperty("look", QStringLiteral("primary"));
    connect(apply, &QPushButton::clicked, this, &QuestionBand::apply);
    form->addWidget(apply);
    m_form->hide();

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 8, 14, 8);
    layout->addLayout(line);
    layout->addWidget(m_form);
}

void QuestionBand::show(const DeskStatePtr& state) {
    m_state = state;
    const int count = static_cast<int>(state->plan.questions.size());
    setVisible(count > 0);
    m_at = std::clamp(m_at, 0, std::max(0, count - 1));
    m_form->hide();
    if (count > 0) showQuestion();
}

void QuestionBand::step(int by) {
    m_at = (m_at + by) % static_cast<int>(m_state->plan.questions.size());
    m_form->hide();
    showQuestion();
}

void QuestionBand::showQuestion() {
    const auto& questions = m_state->plan.questions;
    const ItemView& view = m_state->item(questions[static_cast<std::size_t>(m_at)]);
    m_heading->setText(tr("Needs an answer  %1 of %2").arg(m_at + 1).arg(questions.size()));
    m_title->setText(fontMetrics().elidedText(titleOf(view), Qt::ElideRight, 340));
    m_title->setToolTip(plainToolTip(titleOf(view)));
    m_facts->setText(QStringLiteral("%1  ·  %2")
                         .arg(view.owner.empty() ? tr("nobody owns it") : ownerOf(view),
                              counted(view.slips, tr("slipped once"), tr("slipped %1 times"))));
    m_next->setVisible(questions.size() > 1);
}

void QuestionBand::ask(Answer answer) {
    m_answer = answer;
    const ItemView& view = m_state->item(m_state->plan.questions[static_cast<std::size_t>(m_at)]);
    m_period->clear();
    for (std::size_t slot = 0; slot < kSlotCount; ++slot)
        m_period->addItem(m_state->plan.names[slot], lineOf(formatDate(m_state->plan.periods[slot].start)));
    m_period->setCurrentIndex(1);
    m_period->setVisible(answer == Answer::Reschedule);
    m_formLabel->setText(answer == Answer::Reschedule ? tr("Who takes it, and when")
                         : answer == Answer::Split    ? tr("Into what is it split")
                                                      : tr("Why we leave it"));
    m_text->setText(answer == Answer::Reschedule ? ownerOf(view) : QString());
    m_text->setAccessibleName(m_formLabel->text());
    m_form->show();
    m_text->setFocus();
    m_text->selectAll();
}

void QuestionBand::apply() {
    const ItemKey key = keyOf(m_state->item(m_state->plan.questions[static_cast<std::size_t>(m_at)]));
    const std::string text = m_text->text().trimmed().toStdString();
    if (text.empty() && m_answer != Answer::Reschedule) {
        m_text->setPlaceholderText(tr("an answer needs its reason"));
        return;
    }
    m_form->hide();
    switch (m_answer) {
    case Answer::Reschedule:
        m_session->answer(key, "reschedule",
                          {{field::kOwner, text}, {field::kPeriod, m_period->currentData().toString().toStdString()}});
        break;
    case Answer::Split: m_session->answer(key, "split", {{field::kNote, text}}); break;
    case Answer::LiveWith:
        m_session->answer(key, "live-with",
                          {{field::kVerdict, std::string(nameOf(Verdict::LiveWith))}, {field::kWhy, text}});
        break;
    case Answer::None: break;
    }
}

} // namespace paydown::gui
