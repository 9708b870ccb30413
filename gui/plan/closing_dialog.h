// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/backend/desk_requests.h"

#include <QDialog>

class QVBoxLayout;

namespace paydown::gui {

/// "Close the period": what ended, what sits on a branch, and for what is not done whether it is carried over or given
/// back. Nothing is written until it is accepted.
class ClosingDialog : public QDialog {
    Q_OBJECT

public:
    ClosingDialog(const ClosingDraftPtr& draft, const DeskStatePtr& state, QWidget* parent);

signals:
    void closingAccepted(const paydown::ClosingDraft& draft);

private:
    void addSection(QVBoxLayout* layout, const QString& heading, const QList<ClosingOutcome>& outcomes);
    QWidget* makeLine(std::size_t line);
    void showSummary();

    ClosingDraft m_draft;
    DeskStatePtr m_state;
    class PlainLabel* m_summary;
};

} // namespace paydown::gui
