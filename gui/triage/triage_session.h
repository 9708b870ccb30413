// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/backend/desk_requests.h"
#include "gui/models/item_model.h"
#include "gui/models/row_finder.h"

#include <QObject>

namespace paydown::gui {

class DeskBackend;

/// Values of a decision: names of namespace field and what they are set to.
using FieldValues = std::vector<std::pair<std::string, std::string>>;

/// What happens to the current row after a verdict.
enum class AfterVerdict : std::uint8_t { Advance, Stay };

/// One sitting of triage: which queue, search and order are shown, which item is current, and what was decided. Holds
/// no widget; the page shows it.
class TriageSession : public QObject {
    Q_OBJECT

public:
    /// Decisions on more items than this are asked about once.
    static constexpr std::size_t kAskAbove = 200;

    explicit TriageSession(DeskBackend* backend, QObject* parent = nullptr);

    [[nodiscard]] ItemModel* model() const { return m_model; }
    [[nodiscard]] const DeskStatePtr& state() const { return m_state; }
    [[nodiscard]] Queue queue() const { return m_query.queue; }
    [[nodiscard]] QString search() const { return m_query.filter; }

    void setState(const DeskStatePtr& state);
    void enterQueue(Queue queue);
    void searchFor(const QString& filter);
    void sortBy(std::optional<Column> column, bool descending);

    [[nodiscard]] int currentRow() const;
    [[nodiscard]] const ItemView* current() const; ///< Null when nothing is shown.
    [[nodiscard]] const ItemKey& currentKey() const { return m_current; }
    void setCurrentRow(int row);
    void setCurrent(const ItemKey& key);
    void step(int rows); ///< To the next or previous row, stopping at the ends.

    /// What a decision is about: the marked items, else the current one.
    [[nodiscard]] std::vector<ItemKey> targets() const;
    void toggleMark(); ///< Marks or unmarks the current row and goes on.
    void markGroup();  ///< Marks all items of equal text that are shown.

    void decide(Verdict verdict, FieldValues values, AfterVerdict after);
    void setField(const std::string& field, const std::string& value); ///< Never advances.
    /// The last verdict with its values on the current targets. @return whether there was one.
    bool repeat();
    void undo();
    void confirmBulk(); ///< Goes on with the decision that bulkAsked() was about.
    void dropBulk();

    [[nodiscard]] int decidedCount() const { return m_decidedCount; } ///< Since the queue was entered.

signals:
    void rowsShown();
    void currentChanged();
    void bulkAsked(int items);
    void decisionMade();

private:
    struct Pending {
        DecisionRequest request;
        Verdict verdict = Verdict::None;
        AfterVerdict after = AfterVerdict::Stay;
    };

    enum class Rows : std::uint8_t { Keep, Resort, Fresh };
    void find(Rows rows);
    void show(const RowSetPtr& rows);
    void submit(Pending pending);
    void carryOut(const Pending& pending);
    void advance();
    void takeBack();

    DeskBackend* m_backend;
    ItemModel* m_model;
    RowFinder* m_finder;
    DeskStatePtr m_state;
    RowQuery m_query;
    ItemKey m_current;
    int m_lastRow = 0;
    std::optional<Pending> m_asked;
    std::optional<std::pair<Verdict, FieldValues>> m_lastVerdict;
    std::vector<std::vector<ItemKey>> m_batches; ///< Of this sitting, for undo to light up again.
    int m_decidedCount = 0;
};

} // namespace paydown::gui
