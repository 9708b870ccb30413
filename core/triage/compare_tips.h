// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/filter/filter.h"
#include "core/model/item_view.h"

#include <cstddef>
#include <vector>

namespace paydown {

/// An item at two tips. `after` may be an ended one.
struct ItemAtTwoTips {
    const ItemView* before = nullptr;
    const ItemView* after = nullptr;
};

/// What differs between two tips. Lists are in the order of the worklists; views live as long as these.
struct TipDifference {
    std::vector<const ItemView*> introduced; ///< Stand after; the history before did not know them.
    std::vector<const ItemView*> reopened;   ///< Stand after; had ended before.
    std::vector<ItemAtTwoTips> ended;        ///< Stood before, and ended on the way.
    std::vector<const ItemView*> absent;     ///< Stand before only: the history after never had them (another branch).
    std::vector<ItemAtTwoTips> moved;        ///< Stand at both, in different files.
    std::vector<ItemAtTwoTips> edited;       ///< Stand at both, and their text, tag or class in the code differ.
    std::size_t cameAndWent = 0;             ///< Introduced and ended in between.
    std::size_t openBefore = 0;
    std::size_t openAfter = 0;

    [[nodiscard]] bool isEmpty() const {
        return introduced.empty() && reopened.empty() && ended.empty() && absent.empty() && moved.empty() &&
               edited.empty() && cameAndWent == 0;
    }
};

/// Compares what stood at two tips of one repository. Both worklists hold ended items too. An item is the same one
/// under any of its ids. What people judged no debt does not count. Pure; linear.
/// @param filter what is looked at: an item counts where it matches, an ended one by what it was last.
[[nodiscard]] TipDifference compareTips(const Worklist& before, const Worklist& after, const Filter& filter = {},
                                        const FilterContext& context = {});

} // namespace paydown
