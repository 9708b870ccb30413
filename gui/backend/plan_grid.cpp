// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/backend/plan_grid.h"

#include "core/schedule/closing.h"
#include "core/schedule/plan.h"
#include "core/triage/assess.h"
#include "gui/models/item_text.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace paydown::gui {

namespace {

PlanRow emptyRow(const std::string& owner, const Capacity& capacity) {
    PlanRow row;
    row.owner = owner;
    for (PlanCell& cell : row.cells) {
        cell.capacityHours = owner.empty() ? 0 : capacity.hours;
        cell.capacityItems = owner.empty() ? 0 : capacity.items;
    }
    return row;
}

Slot slotOf(const PlanGrid& grid, Date period) {
    if (period <= grid.periods[0].last) return Slot::This;
    return period <= grid.periods[1].last ? Slot::Next : Slot::Later;
}

// Reckless first, then as ranked; what has no rank comes last, by place.
void sortWaiting(std::vector<std::uint32_t>& rows, const Worklist& worklist) {
    const auto key = [&](std::uint32_t row) {
        const ItemView& view = worklist.items[row];
        const std::uint32_t rank = view.score.rank == 0 ? ~0U : view.score.rank;
        return std::tuple(view.debtClass == DebtClass::Reckless ? 0 : 1, rank, row);
    };
    std::sort(rows.begin(), rows.end(), [&](std::uint32_t a, std::uint32_t b) { return key(a) < key(b); });
}

// What waits is what the planner would place: reckless debt, and prudent debt that woke.
bool isWaiting(const ItemView& view) {
    if (view.period || view.sleeping || view.state == State::LivingWith || !isOpenDebt(view)) return false;
    return view.debtClass == DebtClass::Reckless || (view.debtClass == DebtClass::Prudent && view.woke);
}

} // namespace

PlanGrid makePlanGrid(const Worklist& worklist, const Config& config) {
    PlanGrid grid;
    const Calendar calendar(config.plan);
    grid.periods[0] = calendar.periodOf(worklist.today);
    grid.periods[1] = calendar.next(grid.periods[0]);
    grid.periods[2] = calendar.next(grid.periods[1]);
    for (std::size_t i = 0; i < kSlotCount; ++i) grid.names[i] = lineOf(calendar.nameOf(grid.periods[i]));

    const WorklistPtr borrowed(WorklistPtr(), &worklist); // the planner takes shared lists; this call outlives none
    const std::array<WorklistPtr, 1> lists{borrowed};
    std::map<std::string, PlanRow> rows;
    for (const auto& person : teamOf(lists, config))
        rows.emplace(person.owner, emptyRow(person.owner, person.capacity));
    const Capacity otherwise{config.plan.hours, config.plan.itemsPerPerson};

    for (std::uint32_t i = 0; i < worklist.items.size(); ++i) {
        const ItemView& view = worklist.items[i];
        if (view.state == State::NeedsAnswer) grid.questions.push_back(i);
        if (isWaiting(view)) grid.waiting.push_back(i);
        if (!view.period || !isOpenDebt(view)) continue;
        PlanRow& row = rows.try_emplace(view.owner, emptyRow(view.owner, otherwise)).first->second;
        PlanCell& cell = row.cells[static_cast<std::size_t>(slotOf(grid, *view.period))];
        cell.items.push_back(i);
        cell.hours += static_cast<double>(view.effort.value_or(kAssumedEffort).count()) / 60;
    }
    rows.try_emplace(std::string(), emptyRow({}, otherwise));
    for (auto& [owner, row] : rows) {
        if (!owner.empty()) grid.rows.push_back(std::move(row));
    }
    grid.rows.push_back(std::move(rows.at(std::string())));
    for (PlanRow& row : grid.rows) {
        for (PlanCell& cell : row.cells) sortWaiting(cell.items, worklist);
    }
    sortWaiting(grid.waiting, worklist);
    sortWaiting(grid.questions, worklist);
    grid.toClose = periodToClose(lists, config, worklist.today);
    if (grid.toClose) grid.toCloseName = lineOf(calendar.nameOf(*grid.toClose));
    return grid;
}

} // namespace paydown::gui
