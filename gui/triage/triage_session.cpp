// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/triage/triage_session.h"

#include "core/model/decision.h"
#include "core/model/names.h"
#include "core/triage/groups.h"
#include "gui/backend/desk_backend.h"

#include <algorithm>

namespace paydown::gui {

TriageSession::TriageSession(DeskBackend* backend, QObject* parent)
    : QObject(parent), m_backend(backend), m_model(new ItemModel(this)), m_finder(new RowFinder(this)) {
    connect(m_finder, &RowFinder::found, this, &TriageSession::show);
    connect(m_backend, &DeskBackend::undone, this, &TriageSession::takeBack);
}

void TriageSession::setState(const DeskStatePtr& state) {
    const bool sameRepository =
        m_state && m_state->worklist->snapshot->repository == state->worklist->snapshot->repository;
    m_state = state;
    if (!sameRepository) {
        m_model->forgetDecided();
        m_batches.clear();
        m_decidedCount = 0;
        m_current.clear();
    }
    find(sameRepository ? Rows::Keep : Rows::Fresh);
}

void TriageSession::enterQueue(Queue queue) {
    m_query.queue = queue;
    m_query.sort.reset();
    m_model->forgetDecided();
    m_model->clearMarks();
    m_decidedCount = 0;
    m_current.clear();
    m_lastRow = 0;
    find(Rows::Fresh);
}

void TriageSession::searchFor(const QString& filter) {
    if (filter == m_query.filter) return;
    m_query.filter = filter;
    find(Rows::Fresh);
}

void TriageSession::sortBy(std::optional<Column> column, bool descending) {
    m_query.sort = column;
    m_query.descending = descending;
    find(Rows::Resort);
}

void TriageSession::find(Rows rows) {
    if (!m_state) return;
    RowQuery query = m_query;
    if (rows != Rows::Fresh && m_model->rows()) {
        query.keepFrom = m_model->rows()->state;
        query.keep = m_model->rows()->rows;
        query.resort = rows == Rows::Resort;
    }
    m_finder->find(m_state, query);
}

void TriageSession::show(const RowSetPtr& rows) {
    m_model->setRows(rows);
    int row = m_model->rowOf(m_current);
    if (row < 0) row = std::min(m_lastRow, m_model->rowCount() - 1);
    m_current = m_model->keyAt(row);
    m_lastRow = std::max(row, 0);
    emit rowsShown();
    emit currentChanged();
}

int TriageSession::currentRow() const { return m_model->rowOf(m_current); }
const ItemView* TriageSession::current() const { return m_model->viewAt(currentRow()); }

void TriageSession::setCurrentRow(int row) {
    if (m_model->viewAt(row) == nullptr) return;
    const ItemKey key = m_model->keyAt(row);
    m_lastRow = row;
    if (key == m_current) return;
    m_current = key;
    emit currentChanged();
}

void TriageSession::setCurrent(const ItemKey& key) {
    m_current = key; // it may come with the next rows
    if (const int row = m_model->rowOf(key); row >= 0) m_lastRow = row;
    emit currentChanged();
}

void TriageSession::step(int rows) {
    if (m_model->rowCount() == 0) return;
    setCurrentRow(std::clamp(currentRow() + rows, 0, m_model->rowCount() - 1));
}

std::vector<ItemKey> TriageSession::targets() const {
    if (m_model->markedCount() > 0) return m_model->marked();
    return current() == nullptr ? std::vector<ItemKey>() : std::vector<ItemKey>{m_current};
}

void TriageSession::toggleMark() {
    const int row = currentRow();
    if (row < 0) return;
    m_model->setMarked(row, !m_model->isMarked(row));
    step(1);
}

void TriageSession::markGroup() {
    const auto item = m_state ? m_state->find(m_current) : std::nullopt;
    if (!item) return;
    for (const std::uint32_t alike : alikeTo(*m_state->worklist, *item)) {
        const int row = m_model->rowOf(keyOf(m_state->item(alike)));
        if (row >= 0) m_model->setMarked(row, true);
    }
}

void TriageSession::decide(Verdict verdict, FieldValues values, AfterVerdict after) {
    m_lastVerdict = {verdict, values};
    Pending pending;
    pending.verdict = verdict;
    pending.after = after;
    pending.request.items = targets();
    pending.request.values.emplace_back(field::kVerdict, std::string(nameOf(verdict)));
    for (auto& value : values) pending.request.values.push_back(std::move(value));
    submit(std::move(pending));
}

void TriageSession::setField(const std::string& field, const std::string& value) {
    Pending pending;
    pending.request.items = targets();
    pending.request.values.emplace_back(field, value);
    submit(std::move(pending));
}

bool TriageSession::repeat() {
    if (!m_lastVerdict) return false;
    const auto [verdict, values] = *m_lastVerdict;
    decide(verdict, values, AfterVerdict::Advance);
    return true;
}

void TriageSession::submit(Pending pending) {
    if (pending.request.items.empty()) return;
    if (pending.request.items.size() > kAskAbove) {
        const int count = static_cast<int>(pending.request.items.size());
        m_asked = std::move(pending);
        emit bulkAsked(count);
        return;
    }
    carryOut(pending);
}

void TriageSession::confirmBulk() {
    if (!m_asked) return;
    const Pending pending = std::move(*m_asked);
    m_asked.reset();
    carryOut(pending);
}

void TriageSession::dropBulk() { m_asked.reset(); }

void TriageSession::carryOut(const Pending& pending) {
    if (pending.verdict != Verdict::None) {
        m_model->setDecided(pending.request.items, pending.verdict);
        m_decidedCount += static_cast<int>(pending.request.items.size());
        m_model->clearMarks();
    }
    m_batches.push_back(pending.request.items);
    m_backend->decide(pending.request);
    if (pending.verdict != Verdict::None && pending.after == AfterVerdict::Advance) advance();
    emit decisionMade();
}

// To the next row that nobody decided about; where there is none below, the first above.
void TriageSession::advance() {
    const int rows = m_model->rowCount();
    const int from = std::max(currentRow(), 0);
    for (int step = 1; step < rows; ++step) {
        const int row = (from + step) % rows;
        if (m_model->decidedAt(row) == Verdict::None) {
            setCurrentRow(row);
            return;
        }
    }
}

void TriageSession::undo() { m_backend->undo(); }

void TriageSession::takeBack() {
    if (m_batches.empty()) return;
    const std::vector<ItemKey> batch = std::move(m_batches.back());
    m_batches.pop_back();
    int decided = 0;
    for (const ItemKey& key : batch) decided += m_model->decidedAt(m_model->rowOf(key)) == Verdict::None ? 0 : 1;
    m_decidedCount = std::max(0, m_decidedCount - decided);
    m_model->setDecided(batch, Verdict::None);
    if (m_model->rowOf(batch.front()) >= 0) setCurrent(batch.front());
    emit decisionMade();
}

} // namespace paydown::gui
