// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/empty_state.h"

#include "gui/widgets/plain_label.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace paydown::gui {

EmptyState::EmptyState(QWidget* parent)
    : QWidget(parent),
      m_heading(new PlainLabel({}, "heading")),
      m_text(new PlainLabel({}, "muted")),
      m_button(new QPushButton) {
    setObjectName(QStringLiteral("emptyState"));
    setAttribute(Qt::WA_StyledBackground);
    m_heading->setAlignment(Qt::AlignHCenter);
    m_heading->setWordWrap(true);
    m_text->setAlignment(Qt::AlignHCenter);
    m_text->setWordWrap(true);
    m_button->setObjectName(QStringLiteral("emptyStateButton"));

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(28, 28, 28, 28);
    layout->setSpacing(10);
    layout->addStretch(2);
    layout->addWidget(m_heading);
    layout->addWidget(m_text);
    layout->addSpacing(6);
    layout->addWidget(m_button, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    connect(m_button, &QPushButton::clicked, this, &EmptyState::acted);
}

void EmptyState::say(const QString& heading, const QString& text, const QString& action) {
    m_heading->setText(heading);
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    m_button->setText(action);
    m_button->setVisible(!action.isEmpty());
}

QString EmptyState::heading() const { return m_heading->text(); }
QString EmptyState::text() const { return m_text->text(); }

} // namespace paydown::gui
