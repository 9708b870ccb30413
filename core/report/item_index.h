// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/item_view.h"

#include <cstdint>
#include <optional>
#include <unordered_map>

namespace paydown {

/// Finds items of a worklist by any of their names. Refers to nothing once built.
class ItemIndex {
public:
    explicit ItemIndex(const Worklist& worklist);

    /// Index into worklist.items.
    [[nodiscard]] std::optional<std::uint32_t> find(const ItemId& id) const;

private:
    std::unordered_map<ItemId, std::uint32_t, ItemIdHash> m_indexOf;
};

/// Whether an item is debt, or was until it ended: no mention, and nobody judged it no debt or obsolete.
[[nodiscard]] bool countsAsDebt(const ItemView& view);

} // namespace paydown
