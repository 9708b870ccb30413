// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/item_view.h"
#include "core/report/period_facts.h"

#include <cstdint>
#include <span>
#include <vector>

namespace paydown {

/// What known debt cost the work of a period: which share of its commits had to pass through the code around some debt
/// that stood then. Merges are left out, as everywhere where touches are counted.
struct DebtTax {
    /// The commits that passed through one debt.
    struct Toll {
        std::uint32_t item = 0;             ///< Index into worklist.items; open, or ended since.
        std::vector<std::uint32_t> commits; ///< Indexes into PeriodFacts::commits, ascending.
    };

    std::vector<std::uint32_t> commits; ///< Of the period: indexes into PeriodFacts::commits.
    std::vector<std::uint32_t> taxed;   ///< Those of them that passed through debt, ascending.
    /// By debt. First a few that together had half of the taxed commits: the one that most of them passed through, then
    /// the one that adds most to it, and so on; ties by id. Then the others by their number of commits.
    std::vector<Toll> tolls;
    std::size_t half = 0; ///< How many of the tolls come first; 0 when nothing is taxed.

    /// 0 to 1; 0 without commits.
    [[nodiscard]] double share() const;
};

/// Pure. What people judged no debt, or obsolete, taxes nothing.
/// @param worklist with the ended items of the period.
[[nodiscard]] DebtTax debtTax(const Worklist& worklist, const PeriodFacts& facts, const ReportPeriod& period);

} // namespace paydown
