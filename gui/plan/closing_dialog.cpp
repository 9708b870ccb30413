// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/plan/closing_dialog.h"

#include "core/schedule/calendar.h"
#include "gui/models/item_text.h"
#include "gui/widgets/plain_label.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace paydown::gui {

ClosingDialog::ClosingDialog(const ClosingDraftPtr& draft, const DeskStatePtr& state, QWidget* parent)
    : QDialog(parent), m_draft(*draft), m_state(state), m_summary(new PlainLabel({}, "muted")) {
    setObjectName(QStringLiteral("closingDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    const QString name = lineOf(Calendar(state->config->plan).nameOf(m_draft.period));
    setWindowTitle(tr("Close %1").arg(name));
    resize(760, 520);
    auto* content = new QWidget;
    content->setObjectName(QStringLiteral("pane"));
    auto* lines = new QVBoxLayout(content);
    lines->setContentsMargins(0, 0, 8, 0);
    lines->setSpacing(4);
    addSection(lines, tr("Done"), {ClosingOutcome::Ended});
    addSection(lines, tr("Done on a branch, not merged yet: goes on without a slip"), {ClosingOutcome::OnBranch});
    addSection(lines, tr("Not done"),
               {ClosingOutcome::CarryOver, ClosingOutcome::GiveBack, ClosingOutcome::NeedsAnswer});
    lines->addStretch(1);
    auto* scroll = new QScrollArea;
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);

    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    QPushButton* close = buttons->addButton(tr("Close the period"), QDialogButtonBox::AcceptRole);
    close->setObjectName(QStringLiteral("closingAccept"));
    close->setProperty("look", QStringLiteral("primary"));
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        emit closingAccepted(m_draft);
        accept();
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 18, 20, 16);
    layout->setSpacing(10);
    layout->addWidget(new PlainLabel(name, "title"));
    layout->addWidget(m_summary);
    layout->addWidget(scroll, 1);
    layout->addWidget(buttons);
    showSummary();
}

void ClosingDialog::addSection(QVBoxLayout* layout, const QString& heading, const QList<ClosingOutcome>& outcomes) {
    bool first = true;
    for (std::size_t line = 0; line < m_draft.lines.size(); ++line) {
        if (!outcomes.contains(m_draft.lines[line].outcome)) continue;
        if (first) {
            layout->addSpacing(6);
            layout->addWidget(new PlainLabel(heading, "heading"));
        }
        first = false;
        layout->addWidget(makeLine(line));
    }
}

QWidget* ClosingDialog::makeLine(std::size_t line) {
    const ClosingLine& entry = m_draft.lines[line];
    auto* widget = new QWidget;
    auto* layout = new QHBoxLayout(widget);
    layout->setContentsMargins(0, 2, 0, 2);
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    const auto item = m_state->find(entry.what.id.value);
    words->addWidget(new PlainLabel(item ? titleOf(m_state->item(*item)) : lineOf(entry.what.id.value)));
    auto* reason = new PlainLabel(
        QStringLiteral("%1  %2").arg(entry.owner.empty() ? tr("nobody") : lineOf(entry.owner), lineOf(entry.reason)),
        "muted");
    reason->setWordWrap(true);
    words->addWidget(reason);
    layout->addLayout(words, 1);
    const bool open = entry.outcome != ClosingOutcome::Ended && entry.outcome != ClosingOutcome::OnBranch;
    if (!open) return widget;
    auto* choice = new QComboBox;
    choice->setObjectName(QStringLiteral("closingChoice"));
    choice->setAccessibleName(tr("What happens to it"));
    const ClosingOutcome carried =
        entry.outcome == ClosingOutcome::GiveBack ? ClosingOutcome::CarryOver : entry.outcome;
    choice->addItem(carried == ClosingOutcome::NeedsAnswer ? tr("carry over, needs an answer") : tr("carry over"),
                    static_cast<int>(carried));
    choice->addItem(tr("give back"), static_cast<int>(ClosingOutcome::GiveBack));
    choice->setCurrentIndex(entry.outcome == ClosingOutcome::GiveBack ? 1 : 0);
    connect(choice, &QComboBox::currentIndexChanged, this, [this, choice, line] {
        m_draft.lines[line].outcome = static_cast<ClosingOutcome>(choice->currentData().toInt());
        showSummary();
    });
    layout->addWidget(choice);
    return widget;
}

void ClosingDialog::showSummary() {
    m_summary->setText(tr("%1 done  ·  %2 on a branch  ·  %3 carried over  ·  %4 given back  ·  %5 need an answer")
                           .arg(m_draft.count(ClosingOutcome::Ended))
                           .arg(m_draft.count(ClosingOutcome::OnBranch))
                           .arg(m_draft.count(ClosingOutcome::CarryOver))
                           .arg(m_draft.count(ClosingOutcome::GiveBack))
                           .arg(m_draft.count(ClosingOutcome::NeedsAnswer)));
}

} // namespace paydown::gui
