// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/backend/desk_requests.h"

#include <QWidget>

class QStackedWidget;

namespace paydown::gui {

class CodeView;
class Fold;
class PlainLabel;

/// One item in the order of deciding: its full text, a sentence of facts, the code, the verdict bar (which belongs to
/// the page), and three folded sections whose state is remembered.
class DetailPane : public QWidget {
    Q_OBJECT

public:
    explicit DetailPane(QWidget* verdicts, QWidget* parent = nullptr);

    void showItem(const ItemView& view, const DeskState& state);
    void showDetail(const ItemDetail& detail, const ItemView& view, const DeskState& state);
    void showNothing();
    [[nodiscard]] CodeView* code() const { return m_code; }

private:
    void buildHead(class QVBoxLayout* layout);
    void buildFolds(class QVBoxLayout* layout);
    void showPlace(const ItemView& view, Date today);
    void showDecisions(const ItemView& view, const DeskState& state);

    PlainLabel* m_title;
    PlainLabel* m_place;
    PlainLabel* m_values;
    PlainLabel* m_body;
    PlainLabel* m_facts;
    CodeView* m_code;
    Fold* m_rank;
    Fold* m_life;
    Fold* m_decisions;
    ItemKey m_key;
    QString m_shortId;
};

} // namespace paydown::gui
