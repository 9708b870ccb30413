// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/row_query.h"

#include "gui/models/row_filter.h"
#include "gui/models/row_order.h"

#include <algorithm>

namespace paydown::gui {

namespace {

// Rows on screen stay where they are, and what came into the queue meanwhile goes below them, so nothing moves under
// the hands of somebody who is deciding.
std::vector<std::uint32_t> keptRows(const DeskState& state, const RowQuery& query,
                                    const std::vector<std::uint32_t>& fresh) {
    std::vector<std::uint32_t> rows;
    rows.reserve(std::max(query.keep.size(), fresh.size()));
    std::vector<bool> shown(state.worklist->items.size(), false);
    const auto show = [&](std::uint32_t row) {
        if (!shown[row]) rows.push_back(row);
        shown[row] = true;
    };
    if (query.resort) std::for_each(fresh.begin(), fresh.end(), show);
    for (const std::uint32_t old : query.keep) {
        const ItemView& view = query.keepFrom->item(old);
        // Most often nothing moved: the same place in the list holds the same item.
        if (old < state.worklist->items.size() && !view.item->id.isPending() &&
            state.item(old).item->id == view.item->id) {
            show(old);
        } else if (const auto row = state.find(keyOf(view))) {
            show(*row);
        }
    }
    for (const std::uint32_t row : fresh) show(row);
    return rows;
}

std::size_t countElsewhere(const DeskState& state, const RowFilter& filter) {
    const DeskQueue* open = state.queue(Queue::Open);
    if (open == nullptr) return 0;
    const auto matches = [&](std::uint32_t row) { return filter.matches(state.item(row)); };
    return static_cast<std::size_t>(std::count_if(open->rows.begin(), open->rows.end(), matches));
}

} // namespace

RowSetPtr selectRows(const DeskStatePtr& state, const RowQuery& query) {
    auto set = std::make_shared<RowSet>();
    set->state = state;
    const DeskQueue* queue = state->queue(query.queue);
    if (queue != nullptr) set->rows = queue->rows;

    const RowFilter filter(query.filter, *state);
    set->problem = filter.problem();
    set->problemAt = filter.problemAt();
    if (!filter.isEmpty()) {
        const auto misses = [&](std::uint32_t row) { return !filter.matches(state->item(row)); };
        set->rows.erase(std::remove_if(set->rows.begin(), set->rows.end(), misses), set->rows.end());
        if (set->rows.empty() && query.queue != Queue::Open) set->elsewhere = countElsewhere(*state, filter);
    }
    // Rows that stay in their places are not sorted again; what is new among them is.
    const bool sortFirst = !query.keepFrom || !query.resort;
    if (query.sort && sortFirst) sortRows(set->rows, *state->worklist, *query.sort, query.descending);
    if (query.keepFrom) set->rows = keptRows(*state, query, set->rows);
    if (query.sort && !sortFirst) sortRows(set->rows, *state->worklist, *query.sort, query.descending);
    return set;
}

} // namespace paydown::gui
