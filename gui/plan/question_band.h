// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/plan/plan_session.h"

#include <QFrame>

class QComboBox;
class QLineEdit;
class QPushButton;

namespace paydown::gui {

class PlainLabel;

/// "Needs an answer": one item at a time that slipped too often, and its three answers. Hidden when there is none.
class QuestionBand : public QFrame {
    Q_OBJECT

public:
    explicit QuestionBand(PlanSession* session, QWidget* parent = nullptr);

    void show(const DeskStatePtr& state);

private:
    enum class Answer : std::uint8_t { None, Reschedule, Split, LiveWith };

    void layOut();
    void ask(Answer answer);
    void apply();
    void step(int by);
    void showQuestion();

    PlanSession* m_session;
    DeskStatePtr m_state;
    int m_at = 0;
    Answer m_answer = Answer::None;
    PlainLabel* m_heading;
    PlainLabel* m_title;
    PlainLabel* m_facts;
    QPushButton* m_next;
    QWidget* m_form;
    PlainLabel* m_formLabel;
    QLineEdit* m_text;
    QComboBox* m_period;
};

} // namespace paydown::gui
