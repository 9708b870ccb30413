// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListView>

namespace paydown::gui {

class ItemModel;

/// The narrow list. Letters are actions, so the view's own keyboard search is off. Ctrl+click marks a row, Shift+click
/// marks from the current row to it.
class ItemList : public QListView {
    Q_OBJECT

public:
    explicit ItemList(ItemModel* model, QWidget* parent = nullptr);

    /// After new rows: scrolls so that the current row stands where it stood before they came.
    void restorePlace();

    void keyboardSearch(const QString&) override {}

protected:
    void mousePressEvent(QMouseEvent* event) override;

private:
    ItemModel* m_model;
    int m_offset = -1; ///< Pixels from the top of the view to the current row before new rows came; -1: not in sight.
};

} // namespace paydown::gui
