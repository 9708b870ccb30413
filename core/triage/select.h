// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/filter/filter.h"
#include "core/model/item_view.h"

#include <cstdint>
#include <vector>

namespace paydown {

/// How a list is ordered. Ties by the place in the snapshot: open items by path and line, then ended ones.
enum class SortBy : std::uint8_t { Rank, Place, Age, Due, Owner, Class, Interest, Title };

/// The items that a filter asks for, ascending indexes into worklist.items. Only what counts as open debt is
/// considered, unless the filter itself speaks of more: ended items with state: or ended:, those judged no debt or
/// obsolete with verdict: or state:all, mentions with form:mention.
[[nodiscard]] std::vector<std::uint32_t> select(const Worklist& worklist, const Filter& filter,
                                                const FilterContext& context);

/// The same among given items, keeping their order.
[[nodiscard]] std::vector<std::uint32_t> select(const Worklist& worklist, std::vector<std::uint32_t> among,
                                                const Filter& filter, const FilterContext& context);

/// Sorts indexes: unranked after ranked, oldest first, earliest due first and none last, nobody last, reckless first.
void sortItems(std::vector<std::uint32_t>& items, const Worklist& worklist, SortBy order);

} // namespace paydown
