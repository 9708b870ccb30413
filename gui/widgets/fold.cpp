// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/fold.h"

#include "gui/widgets/plain_label.h"

#include <QHBoxLayout>
#include <QSettings>
#include <QToolButton>
#include <QVBoxLayout>

namespace paydown::gui {

Fold::Fold(const QString& heading, const QString& objectName, QWidget* parent)
    : QWidget(parent), m_button(new QToolButton), m_summary(new PlainLabel({}, "muted")), m_text(new PlainLabel) {
    setObjectName(objectName);
    m_button->setText(heading);
    m_button->setAccessibleName(heading);
    m_button->setProperty("look", QStringLiteral("fold"));
    m_button->setCheckable(true);
    m_button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_button->setAutoRaise(true);
    m_text->setProse();

    auto* line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(m_button);
    line->addWidget(m_summary, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addLayout(line);
    layout->addWidget(m_text);
    m_text->setContentsMargins(20, 0, 0, 8);
    connect(m_button, &QToolButton::toggled, this, &Fold::setOpen);
    setOpen(QSettings().value(QStringLiteral("folds/") + objectName, false).toBool());
}

void Fold::setText(const QString& text) { m_text->setText(text); }
QString Fold::text() const { return m_text->text(); }
void Fold::setSummary(const QString& summary) { m_summary->setText(summary); }
bool Fold::isOpen() const { return m_button->isChecked(); }

void Fold::setOpen(bool open) {
    m_button->setChecked(open);
    m_button->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
    m_text->setVisible(open);
    QSettings().setValue(QStringLiteral("folds/") + objectName(), open);
}

} // namespace paydown::gui
