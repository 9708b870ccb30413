// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/item_view.h"

#include <cstddef>

namespace paydown {

/// How many items are open, by class in force; sleeping and lived-with ones are parts of these.
struct OpenCounts {
    std::size_t reckless = 0;
    std::size_t prudent = 0;
    std::size_t unclassified = 0;
    std::size_t sleeping = 0;
    std::size_t livingWith = 0;

    [[nodiscard]] std::size_t all() const { return reckless + prudent + unclassified; }
    /// Counts an item's class alone: as it stood on some day, of which nothing else is known.
    void addClass(DebtClass debtClass);
    /// Counts an open item with its state.
    void add(const ItemView& view);
};

} // namespace paydown
