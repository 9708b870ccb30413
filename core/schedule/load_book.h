// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schedule/plan.h"

#include <map>
#include <string>
#include <utility>

namespace paydown {

/// Adds up hours and items by person and period while a plan is made.
class LoadBook {
public:
    explicit LoadBook(const PlanRequest& request);

    [[nodiscard]] Capacity capacityOf(const std::string& owner) const;
    /// What somebody has taken on in a period so far.
    [[nodiscard]] Capacity takenBy(const std::string& owner, const Period& period) const;
    /// Whether an item of this effort fits beside what is there. The first item of a period always fits by its hours,
    /// else an item larger than a period would never be done.
    [[nodiscard]] bool fits(const std::string& owner, const Period& period, double hours) const;
    void add(const std::string& owner, const Period& period, double hours);

private:
    const PlanRequest& m_request;
    std::map<std::string, Capacity> m_capacity;
    std::map<std::pair<std::string, Date>, Capacity> m_taken;
};

/// The hours that an item is planned with: its effort, else kAssumedEffort.
[[nodiscard]] double plannedHours(const ItemView& view);

/// This period and those after it, request.periods in all.
[[nodiscard]] std::vector<Period> periodsOf(const PlanRequest& request, const Config& config);

} // namespace paydown
