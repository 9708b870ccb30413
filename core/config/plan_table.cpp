// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/plan_table.h"

namespace paydown::detail {

bool readPlanTable(PlanConfig& plan, TableReader& root) {
    auto table = root.table("plan");
    if (!table) return false;
    plan.start = table->date("start");
    if (const auto days = table->whole("days", 1, 366)) {
        plan.days = static_cast<std::uint32_t>(*days);
        if (!plan.start) {
            table->messages().warnings.push_back(table->messages().at(table->sourceOf("days")) +
                                                 "[plan] days has no effect without start");
        }
    }
    if (const auto hours = table->number("hours", 0, TableReader::Bound::AtLeast)) plan.hours = *hours;
    if (const auto items = table->whole("items_per_person", 0, 1000)) {
        plan.itemsPerPerson = static_cast<std::uint32_t>(*items);
    }
    if (const auto slips = table->whole("answer_after", 1, 1000)) plan.answerAfter = static_cast<std::uint32_t>(*slips);
    table->warnOfUnknownKeys();
    return true;
}

} // namespace paydown::detail
