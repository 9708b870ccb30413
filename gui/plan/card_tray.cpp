// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/plan/card_tray.h"

#include "gui/models/item_model.h"
#include "gui/widgets/plain_label.h"

#include <QApplication>
#include <QMouseEvent>
#include <QVBoxLayout>

namespace paydown::gui {

TrayList::TrayList(ItemModel* model, QWidget* parent) : ItemList(model, parent), m_items(model) {
    setObjectName(QStringLiteral("trayList"));
    setAccessibleName(tr("Waiting"));
}

void TrayList::mousePressEvent(QMouseEvent* event) {
    ItemList::mousePressEvent(event);
    m_pressed = m_items->keyAt(indexAt(event->pos()).row());
    m_at = event->pos();
    m_dragging = false;
}

void TrayList::mouseMoveEvent(QMouseEvent* event) {
    if (!(event->buttons() & Qt::LeftButton) || m_pressed.empty()) {
        ItemList::mouseMoveEvent(event);
        return;
    }
    if ((event->pos() - m_at).manhattanLength() >= QApplication::startDragDistance()) m_dragging = true;
    if (m_dragging) emit dragged(m_pressed, event->globalPosition().toPoint());
}

void TrayList::mouseReleaseEvent(QMouseEvent* event) {
    ItemList::mouseReleaseEvent(event);
    if (m_dragging) emit released(m_pressed, event->globalPosition().toPoint());
    m_dragging = false;
    m_pressed.clear();
}

CardTray::CardTray(PlanSession* session, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_model(new ItemModel(this)),
      m_heading(new PlainLabel({}, "heading")),
      m_empty(new PlainLabel(tr("Nothing waits. What you call reckless or prudent in Triage comes here."), "muted")),
      m_list(new TrayList(m_model)) {
    setObjectName(QStringLiteral("listPane"));
    setAttribute(Qt::WA_StyledBackground);
    setMinimumWidth(260);
    m_heading->setContentsMargins(16, 12, 12, 8);
    m_empty->setWordWrap(true);
    m_empty->setContentsMargins(16, 4, 16, 16);
    m_empty->setAlignment(Qt::AlignTop);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_heading);
    layout->addWidget(m_empty);
    layout->addWidget(m_list, 1);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& now) {
        if (now.isValid()) m_session->setCurrent(m_model->keyAt(now.row()));
    });
    connect(m_list, &QAbstractItemView::doubleClicked, this,
            [this](const QModelIndex& at) { emit cardOpened(m_model->keyAt(at.row())); });
}

void CardTray::show(const DeskStatePtr& state) {
    auto rows = std::make_shared<RowSet>();
    rows->state = state;
    rows->rows = state->plan.waiting;
    const int row = std::max(0, m_list->currentIndex().row());
    m_model->setRows(rows);
    m_heading->setText(tr("Waiting  %1").arg(rows->rows.size()));
    m_empty->setVisible(rows->rows.empty());
    const int current = m_model->rowOf(m_session->current());
    const QSignalBlocker quiet(m_list->selectionModel()); // the current card is where it was moved to
    const int at = current >= 0 ? current : std::min(row, m_model->rowCount() - 1);
    if (at >= 0) m_list->setCurrentIndex(m_model->index(at, 0));
}

} // namespace paydown::gui
