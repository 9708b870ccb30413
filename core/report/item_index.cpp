// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/item_index.h"

namespace paydown {

ItemIndex::ItemIndex(const Worklist& worklist) {
    for (std::uint32_t i = 0; i < worklist.items.size(); ++i) {
        const Item& item = *worklist.items[i].item;
        if (!item.id.isPending()) m_indexOf.emplace(item.id, i);
    }
    // Ids go first: an item's own name never means another one.
    for (std::uint32_t i = 0; i < worklist.items.size(); ++i) {
        for (const ItemId& alias : worklist.items[i].item->aliases) m_indexOf.emplace(alias, i);
    }
}

std::optional<std::uint32_t> ItemIndex::find(const ItemId& id) const {
    const auto found = m_indexOf.find(id);
    return found == m_indexOf.end() ? std::nullopt : std::optional(found->second);
}

bool countsAsDebt(const ItemView& view) {
    return !view.item->annotation.mention && view.verdict != Verdict::NotDebt && view.verdict != Verdict::Obsolete;
}

} // namespace paydown
