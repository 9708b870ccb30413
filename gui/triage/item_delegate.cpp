// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/triage/item_delegate.h"

#include "gui/models/item_model.h"
#include "gui/models/item_text.h"
#include "gui/theme/theme.h"
#include "gui/triage/class_colour.h"

#include <QPainter>
#include <QPainterPath>

namespace paydown::gui {

namespace {

constexpr int kStripe = 4;
constexpr int kLeft = 16;
constexpr int kRight = 12;
constexpr int kGap = 8;

/// One row being painted: what is left of its width shrinks as pieces are drawn.
struct RowPainter {
    QPainter& painter;
    QFont font;
    QFont small;
    QFontMetrics metrics;
    QFontMetrics smallMetrics;

    RowPainter(QPainter& painter_, const QFont& base)
        : painter(painter_), font(base), small(base), metrics(base), smallMetrics(base) {
        small.setPointSizeF(base.pointSizeF() * 0.9);
        smallMetrics = QFontMetrics(small);
    }

    void drawRight(QRect& area, const QString& text, Role role) {
        if (text.isEmpty()) return;
        painter.setFont(small);
        painter.setPen(colour(role));
        painter.drawText(area, Qt::AlignRight | Qt::AlignVCenter, text);
        area.setRight(area.right() - smallMetrics.horizontalAdvance(text) - kGap);
    }

    // A verdict given since the queue was entered stands as a tag at the right of the title.
    void drawTag(QRect& area, const QString& text, Role role) {
        const int width = smallMetrics.horizontalAdvance(text) + 12;
        const QRect box(area.right() - width, area.center().y() - 8, width, 17);
        painter.setFont(small);
        painter.setPen(colour(role));
        painter.drawRoundedRect(box, 4, 4);
        painter.drawText(box, Qt::AlignCenter, text);
        area.setRight(box.left() - kGap);
    }
};

void fillRow(QPainter& painter, const QStyleOptionViewItem& option) {
    if (option.state & QStyle::State_Selected) {
        painter.fillRect(option.rect, colour(Role::Selection));
    } else if (option.state & QStyle::State_MouseOver) {
        painter.fillRect(option.rect, colour(Role::Hover));
    }
    const QColor hairline = blend(colour(Role::Base), colour(Role::Line), 0.6);
    painter.fillRect(option.rect.left() + kLeft, option.rect.bottom(), option.rect.width() - kLeft, 1, hairline);
}

void drawMark(QPainter& painter, const QRect& area) {
    const QRectF box(area.left() + 8.5, area.center().y() - 7.5, 15, 15);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour(Role::Accent));
    painter.drawRoundedRect(box, 4, 4);
    QPainterPath tick(box.topLeft() + QPointF(3.5, 7.5));
    tick.lineTo(box.topLeft() + QPointF(6.5, 10.5));
    tick.lineTo(box.topLeft() + QPointF(11.5, 4.5));
    painter.setPen(QPen(colour(Role::OnAccent), 1.8));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(tick);
}

void drawSecondLine(RowPainter& row, QRect area, const ItemView& view, Date today) {
    row.drawRight(area, alikeOf(view), Role::Muted);
    row.drawRight(area, ownerOf(view), Role::Accent);
    QString facts = touchesOf(view);
    const QString age = ageOf(view, today);
    if (!age.isEmpty()) facts += (facts.isEmpty() ? QString() : QStringLiteral(" · ")) + age;
    row.drawRight(area, facts, Role::Muted);
    row.painter.setFont(row.small);
    row.painter.setPen(colour(Role::Muted));
    const QString where = row.smallMetrics.elidedText(whereOf(view), Qt::ElideLeft, area.width());
    row.painter.drawText(area, Qt::AlignLeft | Qt::AlignVCenter, where);
}

} // namespace

void ItemDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const auto* model = qobject_cast<const ItemModel*>(index.model());
    const ItemView* view = model == nullptr ? nullptr : model->viewAt(index.row());
    if (view == nullptr) return;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    fillRow(*painter, option);
    const Verdict decided = model->decidedAt(index.row());
    if (decided != Verdict::None) painter->setOpacity(0.55);
    painter->fillRect(option.rect.left(), option.rect.top(), kStripe, option.rect.height() - 1,
                      colour(decided == Verdict::None ? roleFor(*view) : roleFor(decided)));

    RowPainter row(*painter, option.font);
    int left = option.rect.left() + kLeft;
    if (model->isMarked(index.row())) {
        drawMark(*painter, option.rect);
        left += 16;
    }
    const int middle = option.rect.top() + option.rect.height() / 2;
    QRect first(left, option.rect.top() + 3, option.rect.right() - kRight - left, middle - option.rect.top() - 3);
    if (decided != Verdict::None) {
        row.drawTag(first, wordFor(decided), roleFor(decided));
    } else if (view->state == State::NeedsAnswer) {
        row.drawTag(first, wordFor(view->state), Role::Amber);
    }
    painter->setFont(row.font);
    painter->setPen(colour(Role::Text));
    painter->drawText(first, Qt::AlignLeft | Qt::AlignVCenter,
                      row.metrics.elidedText(titleOf(*view), Qt::ElideRight, first.width()));
    const QRect second(left, middle, option.rect.right() - kRight - left, option.rect.bottom() - middle - 3);
    drawSecondLine(row, second, *view, model->today());
    painter->restore();
}

QSize ItemDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const { return {200, kRowHeight}; }

} // namespace paydown::gui
