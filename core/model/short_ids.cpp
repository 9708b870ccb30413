// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/short_ids.h"

#include <algorithm>

namespace paydown {

namespace {

std::size_t sharedPrefix(const std::string& a, const std::string& b) {
    const auto [left, right] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
    return static_cast<std::size_t>(left - a.begin());
}

} // namespace

ShortIds::ShortIds(std::vector<ItemId> known) : m_sorted(std::move(known)) {
    std::erase_if(m_sorted, [](const ItemId& id) { return id.isPending(); });
    std::ranges::sort(m_sorted);
    const auto repeated = std::ranges::unique(m_sorted);
    m_sorted.erase(repeated.begin(), repeated.end());
}

std::string ShortIds::shown(const ItemId& id) const {
    if (id.isPending()) return {};
    const auto found = std::ranges::lower_bound(m_sorted, id);
    if (found == m_sorted.end() || *found != id) return "D-" + id.value;
    std::size_t needed = kMinItemIdPrefix;
    if (found != m_sorted.begin()) needed = std::max(needed, sharedPrefix(id.value, std::prev(found)->value) + 1);
    if (std::next(found) != m_sorted.end()) {
        needed = std::max(needed, sharedPrefix(id.value, std::next(found)->value) + 1);
    }
    return "D-" + id.value.substr(0, needed);
}

std::vector<ItemId> ShortIds::matching(std::string_view typed) const {
    const std::string prefix = itemIdPrefix(typed);
    if (prefix.size() < kMinItemIdPrefix) return {};
    std::vector<ItemId> found;
    for (auto at = std::ranges::lower_bound(m_sorted, ItemId{prefix}); at != m_sorted.end(); ++at) {
        if (!at->value.starts_with(prefix)) break;
        found.push_back(*at);
    }
    return found;
}

} // namespace paydown
