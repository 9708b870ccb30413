// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/item_view.h"

#include <cstdint>
#include <string>
#include <vector>

namespace paydown {

/// How many open debts the review of one incident may leave behind: more than that, and nobody does any.
inline constexpr std::size_t kMostDebtsOfIncident = 3;

/// The debts that an incident's review left behind (from=INC-42), each of which needs an owner and a date.
struct Incident {
    std::string name;                ///< "INC-42"
    std::vector<std::uint32_t> open; ///< Indexes into worklist.items, ascending; the lists below are parts of it.
    std::vector<std::uint32_t> withoutOwner;
    std::vector<std::uint32_t> withoutDate;
    std::uint32_t ended = 0; ///< Debts of it that are gone.

    [[nodiscard]] bool isInOrder() const {
        return open.size() <= kMostDebtsOfIncident && withoutOwner.empty() && withoutDate.empty();
    }
};

/// All incidents that items name, by name.
[[nodiscard]] std::vector<Incident> incidentsOf(const Worklist& worklist);

} // namespace paydown
