// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/triage/verdict_bar.h"

#include "gui/widgets/key_button.h"

#include <QAction>
#include <QHBoxLayout>

namespace paydown::gui {

VerdictBar::VerdictBar(const QList<QAction*>& verdicts, QWidget* parent) : QFrame(parent) {
    setObjectName(QStringLiteral("verdictBar"));
    setProperty("look", QStringLiteral("bar"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 7, 12, 7);
    layout->setSpacing(4);
    for (QAction* action : verdicts) layout->addWidget(new KeyButton(action));
    layout->addStretch(1);
}

} // namespace paydown::gui
