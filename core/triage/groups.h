// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/item_view.h"

#include <cstdint>
#include <string>
#include <vector>

namespace paydown {

/// Open items whose titles are equal when folded (foldTitle): they can take one decision together.
struct Group {
    std::string folded;               ///< The folded title.
    std::vector<std::uint32_t> items; ///< Indexes into worklist.items, ascending; at least two.
};

/// All groups, largest first, ties by folded title. Items without a title are in none.
[[nodiscard]] std::vector<Group> groupsOf(const Worklist& worklist);

/// The open items alike to one item, itself included, ascending. Just itself when there is no other.
[[nodiscard]] std::vector<std::uint32_t> alikeTo(const Worklist& worklist, std::uint32_t item);

} // namespace paydown
