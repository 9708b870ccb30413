// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/key_button.h"

#include "gui/theme/theme.h"

#include <QAction>
#include <QPainter>

namespace paydown::gui {

namespace {

constexpr int kCap = 19;
constexpr int kPadding = 8;

QString withoutMnemonic(QString text) { return text.remove(QLatin1Char('&')).remove(QStringLiteral("…")); }

} // namespace

KeyButton::KeyButton(QAction* action, QWidget* parent) : QAbstractButton(parent), m_action(action) {
    setObjectName(action->objectName() + QStringLiteral("Button"));
    setAccessibleName(withoutMnemonic(action->text()));
    setText(withoutMnemonic(action->text()));
    setFocusPolicy(Qt::TabFocus);
    setEnabled(action->isEnabled());
    connect(this, &QAbstractButton::clicked, action, &QAction::trigger);
    connect(action, &QAction::changed, this, [this] {
        setEnabled(m_action->isEnabled());
        update();
    });
}

QString KeyButton::key() const { return m_action->shortcut().toString(QKeySequence::NativeText); }
QString KeyButton::label() const { return text(); }

QSize KeyButton::sizeHint() const {
    const int cap = std::max(kCap, fontMetrics().horizontalAdvance(key()) + 8);
    return {kPadding + cap + 7 + fontMetrics().horizontalAdvance(label()) + kPadding + 2, 30};
}

void KeyButton::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (isEnabled() && (underMouse() || isDown())) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour(isDown() ? Role::Selection : Role::Hover));
        painter.drawRoundedRect(rect(), 5, 5);
    }
    if (hasFocus()) {
        painter.setPen(colour(Role::Accent));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
    }
    // The role comes as a number, so that the colour follows the theme.
    const auto role = m_action->data().isValid() ? static_cast<Role>(m_action->data().toInt()) : Role::Muted;
    const QColor ink = isEnabled() ? colour(role) : colour(Role::Line);
    const int width = std::max(kCap, fontMetrics().horizontalAdvance(key()) + 8);
    const QRectF cap(kPadding + 0.5, (height() - kCap) / 2 + 0.5, width, kCap);
    painter.setPen(blend(colour(Role::Base), ink, 0.75));
    painter.setBrush(blend(colour(Role::Base), ink, 0.10));
    painter.drawRoundedRect(cap, 4, 4);
    painter.setPen(ink);
    painter.drawText(cap, Qt::AlignCenter, key());
    painter.setPen(colour(isEnabled() ? Role::Text : Role::Muted));
    const QRect text(static_cast<int>(cap.right()) + 7, 0, this->width() - static_cast<int>(cap.right()) - 7, height());
    painter.drawText(text, Qt::AlignLeft | Qt::AlignVCenter, label());
}

void KeyButton::enterEvent(QEnterEvent* event) {
    QAbstractButton::enterEvent(event);
    update();
}

void KeyButton::leaveEvent(QEvent* event) {
    QAbstractButton::leaveEvent(event);
    update();
}

} // namespace paydown::gui
