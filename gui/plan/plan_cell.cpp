// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/plan/plan_cell.h"

#include "gui/models/item_text.h"
#include "gui/plan/plan_card.h"
#include "gui/theme/theme.h"
#include "gui/widgets/plain_label.h"

#include <QLocale>
#include <QPainter>
#include <QVBoxLayout>
#include <algorithm>

namespace paydown::gui {

namespace {

constexpr int kHeadHeight = 26;

QString hoursText(double hours) { return QLocale(QLocale::English).toString(hours, 'g', 3); }

} // namespace

PlanCellView::PlanCellView(PlanPlace place, const PlanCell& cell, int proposedItems, double proposedHours,
                           QWidget* parent)
    : QWidget(parent), m_place(std::move(place)), m_layout(new QVBoxLayout(this)) {
    const int items = static_cast<int>(cell.items.size()) + proposedItems;
    const double hours = cell.hours + proposedHours;
    const bool limited = cell.capacityItems > 0;
    m_over = limited && (static_cast<unsigned>(items) > cell.capacityItems || hours > cell.capacityHours);
    m_share = limited && cell.capacityHours > 0 ? hours / cell.capacityHours : 0;
    if (limited) {
        m_load = tr("%1 of %2  ·  %3 of %4 h")
                     .arg(items)
                     .arg(cell.capacityItems)
                     .arg(hoursText(hours), hoursText(cell.capacityHours));
    } else if (items > 0) {
        m_load = counted(items, tr("1 item"), tr("%1 items"));
    }
    setObjectName(QStringLiteral("planCell"));
    setAccessibleName(m_over ? tr("%1, over capacity").arg(m_load) : m_load);
    m_layout->setContentsMargins(6, kHeadHeight, 6, 8);
    m_layout->setSpacing(5);
    m_layout->setAlignment(Qt::AlignTop);
}

void PlanCellView::addCard(PlanCard* card) { m_layout->addWidget(card); }

void PlanCellView::setHidden(int cards) { m_layout->addWidget(new PlainLabel(tr("and %1 more").arg(cards), "muted")); }

void PlanCellView::setTarget(bool target) {
    if (m_target == target) return;
    m_target = target;
    update();
}

void PlanCellView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(rect()).adjusted(2.5, 2.5, -2.5, -2.5);
    const QColor fill = m_target ? colour(Role::Selection) : m_over ? colour(Role::AmberFill) : colour(Role::Window);
    painter.setPen(m_target ? QPen(colour(Role::Accent), 1.5) : QPen(colour(m_over ? Role::Amber : Role::Line)));
    painter.setBrush(fill);
    painter.drawRoundedRect(box, 6, 6);
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.88);
    painter.setFont(small);
    painter.setPen(colour(m_over ? Role::Amber : Role::Muted));
    const QRect head(12, 2, width() - 24, kHeadHeight - 4);
    painter.drawText(head, Qt::AlignLeft | Qt::AlignVCenter, m_load);
    if (m_share <= 0) return;
    const QRectF track(width() - 12 - 52, head.center().y() - 1, 52, 4);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour(Role::Line));
    painter.drawRoundedRect(track, 2, 2);
    painter.setBrush(colour(m_over ? Role::Amber : Role::Accent));
    painter.drawRoundedRect(QRectF(track.topLeft(), QSizeF(track.width() * std::min(1.0, m_share), track.height())), 2,
                            2);
}

} // namespace paydown::gui
