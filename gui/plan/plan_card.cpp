// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/plan/plan_card.h"

#include "gui/models/item_text.h"
#include "gui/theme/theme.h"
#include "gui/triage/class_colour.h"
#include "gui/widgets/plain_label.h"

#include <QApplication>
#include <QFileInfo>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

namespace paydown::gui {

namespace {

constexpr int kCardPadding = 7;
constexpr int kCardStripe = 4;

QFont smaller(QFont font) {
    font.setPointSizeF(font.pointSizeF() * 0.88);
    return font;
}

} // namespace

CardText cardTextOf(const ItemView& view) {
    CardText text;
    text.key = keyOf(view);
    text.title = titleOf(view);
    QStringList facts{QFileInfo(lineOf(view.item->place.path)).fileName(), effortOf(view)};
    if (view.slips > 0) facts << PlanCard::tr("slipped %1×").arg(view.slips);
    if (view.due) facts << lineOf(formatDate(*view.due));
    facts.removeAll(QString());
    text.facts = facts.join(QStringLiteral(" · "));
    text.role = static_cast<int>(roleFor(view));
    return text;
}

PlanCard::PlanCard(CardText text, QWidget* parent) : QWidget(parent), m_text(std::move(text)) {
    setObjectName(QStringLiteral("card"));
    setProperty("key", QString::fromStdString(m_text.key));
    setAccessibleName(m_text.title);
    setAccessibleDescription(m_text.reason.isEmpty() ? m_text.facts : m_text.reason);
    setToolTip(plainToolTip(m_text.reason.isEmpty() ? m_text.title : m_text.title + QLatin1Char('\n') + m_text.reason));
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::OpenHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize PlanCard::sizeHint() const {
    const int lines =
        QFontMetrics(font()).height() + QFontMetrics(smaller(font())).height() * (m_text.reason.isEmpty() ? 1 : 2);
    return {150, lines + 2 * kCardPadding};
}

void PlanCard::setCurrent(bool current) {
    m_current = current;
    update();
}

void PlanCard::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool dashed = m_text.look == CardLook::Proposed || m_text.look == CardLook::Dropped;
    const bool struck = m_text.look == CardLook::Dropped || m_text.look == CardLook::Leaving;
    const QRectF box = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    QPainterPath shape;
    shape.addRoundedRect(box, 5, 5);
    painter.setPen(QPen(colour(m_current ? Role::Accent
                               : dashed  ? Role::Muted
                                         : Role::Line),
                        m_current ? 1.6 : 1, dashed ? Qt::DashLine : Qt::SolidLine));
    painter.fillPath(shape, colour(m_current ? Role::Selection : Role::Raised));
    painter.drawPath(shape);
    if (struck) painter.setOpacity(0.55);
    painter.setClipPath(shape);
    painter.fillRect(QRectF(0, 0, kCardStripe, height()), colour(static_cast<Role>(m_text.role)));
    painter.setClipping(false);

    const int left = kCardStripe + kCardPadding;
    const int wide = width() - left - kCardPadding;
    QFont bold = font();
    bold.setStrikeOut(struck);
    painter.setFont(bold);
    painter.setPen(colour(Role::Text));
    const QFontMetrics metrics(bold);
    int top = kCardPadding;
    painter.drawText(QRect(left, top, wide, metrics.height()), Qt::AlignVCenter,
                     metrics.elidedText(m_text.title, Qt::ElideRight, wide));
    top += metrics.height();
    painter.setFont(smaller(font()));
    const QFontMetrics small(smaller(font()));
    painter.setPen(colour(Role::Muted));
    painter.drawText(QRect(left, top, wide, small.height()), Qt::AlignVCenter,
                     small.elidedText(m_text.facts, Qt::ElideMiddle, wide));
    top += small.height();
    if (m_text.reason.isEmpty()) return;
    painter.setPen(colour(Role::Accent));
    painter.drawText(QRect(left, top, wide, small.height()), Qt::AlignVCenter,
                     small.elidedText(m_text.reason, Qt::ElideRight, wide));
}

void PlanCard::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return;
    m_pressed = event->pos();
    m_dragging = false;
    emit chosen(m_text.key);
}

// The drag is ours and not QDrag's, whose exec() would run an event loop inside of this one.
void PlanCard::mouseMoveEvent(QMouseEvent* event) {
    if (!(event->buttons() & Qt::LeftButton)) return;
    if ((event->pos() - m_pressed).manhattanLength() >= QApplication::startDragDistance()) m_dragging = true;
    if (m_dragging) emit dragged(m_text.key, event->globalPosition().toPoint());
}

void PlanCard::mouseReleaseEvent(QMouseEvent* event) {
    if (!m_dragging) return;
    m_dragging = false;
    emit released(m_text.key, event->globalPosition().toPoint());
}

void PlanCard::mouseDoubleClickEvent(QMouseEvent*) { emit opened(m_text.key); }

void PlanCard::focusInEvent(QFocusEvent* event) {
    QWidget::focusInEvent(event);
    emit chosen(m_text.key);
}

} // namespace paydown::gui
