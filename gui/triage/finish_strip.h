// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/triage/triage_session.h"

#include <QFrame>

class QComboBox;
class QHBoxLayout;
class QLineEdit;

namespace paydown::gui {

class PlainLabel;

/// Finishes a verdict that needs a word more: owner, effort and period for reckless, the reason and when to look again
/// for prudent and live with it. Comes filled with proposals; Enter applies and advances, Shift+Enter applies and
/// stays, Esc drops the verdict.
class FinishStrip : public QFrame {
    Q_OBJECT

public:
    explicit FinishStrip(QWidget* parent = nullptr);

    void begin(Verdict verdict, const VerdictProposal& proposal, const DeskStatePtr& state);
    [[nodiscard]] Verdict verdict() const { return m_verdict; }

signals:
    void finished(paydown::Verdict verdict, const paydown::gui::FieldValues& values, paydown::gui::AfterVerdict after);
    void dropped();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildFields();
    void buildFooter();
    QLineEdit* addField(QHBoxLayout* row, const char* name, const QString& label, int width);
    void fillReckless(const VerdictProposal& proposal);
    void fillReason(const VerdictProposal& proposal);
    void apply(AfterVerdict after);
    bool read(FieldValues& values, const char* field, QLineEdit* edit, const QString& typed);
    void explainOnce();

    DeskStatePtr m_state;
    Verdict m_verdict = Verdict::None;
    PlainLabel* m_name;
    PlainLabel* m_explanation;
    PlainLabel* m_problem;
    QWidget* m_recklessFields;
    QWidget* m_reasonFields;
    QLineEdit* m_owner = nullptr;
    QLineEdit* m_effort = nullptr;
    QComboBox* m_period = nullptr;
    PlainLabel* m_ownerReason;
    PlainLabel* m_periodReason;
    PlainLabel* m_wakeLabel;
    QLineEdit* m_why = nullptr;
    QComboBox* m_wake = nullptr;
};

} // namespace paydown::gui
