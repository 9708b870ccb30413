// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/triage/item_table.h"

#include "gui/models/item_model.h"
#include "gui/theme/theme.h"
#include "gui/triage/class_colour.h"

#include <QHeaderView>
#include <QMenu>
#include <QPainter>
#include <QSettings>
#include <QStyledItemDelegate>

namespace paydown::gui {

namespace {

constexpr int kRowHeight = 26;
constexpr std::array kHiddenAtFirst{Column::Tag, Column::Slips, Column::Ticket, Column::Symbol, Column::Due};

/// A cell with the class as a stripe at the start of the row, dimmed once decided.
class CellDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        const auto* model = qobject_cast<const ItemModel*>(index.model());
        const ItemView* view = model->viewAt(index.row());
        if (view == nullptr) return;
        painter->save();
        if (model->isMarked(index.row()))
            painter->fillRect(option.rect, blend(colour(Role::Base), colour(Role::Accent), 0.18));
        if (option.state & QStyle::State_Selected) painter->fillRect(option.rect, colour(Role::Selection));
        const Verdict decided = model->decidedAt(index.row());
        if (decided != Verdict::None) painter->setOpacity(0.5);
        const auto column = static_cast<Column>(index.column());
        if (column == Column::Title)
            painter->fillRect(option.rect.left(), option.rect.top(), 4, option.rect.height(), colour(roleFor(*view)));
        const QRect area = option.rect.adjusted(column == Column::Title ? 12 : 8, 0, -8, 0);
        painter->setFont(option.font);
        painter->setPen(colour(column == Column::Title   ? Role::Text
                               : column == Column::Class ? roleFor(*view)
                                                         : Role::Muted));
        const auto mode = column == Column::Where ? Qt::ElideLeft : Qt::ElideRight;
        const QString text = index.data(Qt::DisplayRole).toString();
        painter->drawText(area, isNumber(column) ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter,
                          option.fontMetrics.elidedText(text, mode, area.width()));
        painter->restore();
    }
};

QString settingsKey(Queue queue) {
    const std::string_view key = infoOf(queue).key;
    return QStringLiteral("table/") + QString::fromUtf8(key.data(), static_cast<qsizetype>(key.size()));
}

} // namespace

ItemTable::ItemTable(ItemModel* model, QWidget* parent) : QTableView(parent) {
    setObjectName(QStringLiteral("itemTable"));
    setAccessibleName(tr("Items of the queue, as a table"));
    setModel(model);
    setItemDelegate(new CellDelegate(this));
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(kRowHeight);
    horizontalHeader()->setSectionsMovable(true);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSortIndicatorShown(true);
    horizontalHeader()->setSectionsClickable(true);
    horizontalHeader()->setContextMenuPolicy(Qt::CustomContextMenu);
    horizontalHeader()->setSortIndicatorClearable(true);
    clearSort();
    showFirstColumns();
    connect(horizontalHeader(), &QHeaderView::customContextMenuRequested, this, &ItemTable::offerColumns);
    connect(horizontalHeader(), &QHeaderView::sortIndicatorChanged, this, [this](int section, Qt::SortOrder order) {
        const bool sorted = section >= 0 && section < kColumnCount;
        emit sortAsked(sorted ? std::optional(static_cast<Column>(section)) : std::nullopt,
                       order == Qt::DescendingOrder);
    });
}

void ItemTable::showFirstColumns() {
    for (int section = 0; section < kColumnCount; ++section) {
        const auto column = static_cast<Column>(section);
        horizontalHeader()->moveSection(horizontalHeader()->visualIndex(section), section);
        setColumnWidth(section, widthOf(column));
        const bool hidden = std::find(kHiddenAtFirst.begin(), kHiddenAtFirst.end(), column) != kHiddenAtFirst.end();
        setColumnHidden(section, hidden);
    }
}

void ItemTable::clearSort() {
    const QSignalBlocker quiet(horizontalHeader());
    horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
}

void ItemTable::showQueue(Queue queue) {
    if (queue != m_queue) saveColumns();
    m_queue = queue;
    const QSignalBlocker quiet(horizontalHeader());
    const QByteArray kept = QSettings().value(settingsKey(queue)).toByteArray();
    if (kept.isEmpty() || !horizontalHeader()->restoreState(kept)) showFirstColumns();
    clearSort();
}

void ItemTable::saveColumns() const { QSettings().setValue(settingsKey(m_queue), horizontalHeader()->saveState()); }

void ItemTable::offerColumns(const QPoint& at) {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (int section = 1; section < kColumnCount; ++section) {
        QAction* action = menu->addAction(headingOf(static_cast<Column>(section)));
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(section));
        connect(action, &QAction::toggled, this, [this, section](bool shown) {
            setColumnHidden(section, !shown);
            saveColumns();
        });
    }
    menu->popup(horizontalHeader()->mapToGlobal(at));
}

} // namespace paydown::gui
