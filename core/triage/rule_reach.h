// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/filter/filter.h"
#include "core/model/item_view.h"

#include <cstdint>
#include <vector>

namespace paydown {

/// What a rule would do, for people to see before they save it. Indexes into worklist.items, ascending.
struct RuleReach {
    std::vector<std::uint32_t> covered; ///< Open items that it is about, as the code states them.
    std::vector<std::uint32_t> changed; ///< Of all items, those in which class, owner or verdict change.
};

/// Compares a repository without and with a rule.
/// @param when the rule's filter. @param before and after assessments of the same snapshot.
[[nodiscard]] RuleReach reachOf(const Filter& when, const Worklist& before, const Worklist& after);

} // namespace paydown
