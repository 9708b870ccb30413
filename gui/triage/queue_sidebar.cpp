// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/triage/queue_sidebar.h"

#include "gui/models/queue_model.h"
#include "gui/theme/theme.h"

#include <QPainter>
#include <QStyledItemDelegate>

namespace paydown::gui {

namespace {

constexpr int kQueueHeight = 30;

QString countText(int count) {
    if (count < 1000) return QString::number(count);
    if (count < 10000) return QStringLiteral("%1k").arg(count / 1000.0, 0, 'f', 1);
    return QStringLiteral("%1k").arg(count / 1000);
}

class QueueDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {120, kQueueHeight}; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        const int count = index.data(QueueModel::CountRole).toInt();
        const auto queue = static_cast<Queue>(index.data(QueueModel::QueueRole).toInt());
        const bool selected = option.state & QStyle::State_Selected;
        const bool urgent = queue == Queue::Answer && count > 0;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const QRect row = option.rect.adjusted(6, 1, -6, -1);
        if (selected || option.state & QStyle::State_MouseOver) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(colour(selected ? Role::Selection : Role::Hover));
            painter->drawRoundedRect(row, 5, 5);
        }
        QFont font = option.font;
        font.setBold(selected);
        painter->setFont(font);
        painter->setPen(colour(count == 0 ? Role::Muted : Role::Text));
        painter->drawText(row.adjusted(10, 0, -44, 0), Qt::AlignLeft | Qt::AlignVCenter, index.data().toString());
        painter->setFont(option.font);
        painter->setPen(colour(urgent ? Role::Amber : Role::Muted));
        painter->drawText(row.adjusted(10, 0, -10, 0), Qt::AlignRight | Qt::AlignVCenter, countText(count));
        painter->restore();
    }
};

} // namespace

QueueSidebar::QueueSidebar(QueueModel* model, QWidget* parent) : QListView(parent), m_model(model) {
    setObjectName(QStringLiteral("queueList"));
    setAccessibleName(tr("Queues"));
    setModel(model);
    setItemDelegate(new QueueDelegate(this));
    setUniformItemSizes(true);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setMouseTracking(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& now) {
        if (now.isValid()) emit queueChosen(m_model->queueAt(now.row()));
    });
}

void QueueSidebar::select(Queue queue) { setCurrentIndex(m_model->index(m_model->rowOf(queue))); }

} // namespace paydown::gui
