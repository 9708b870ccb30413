// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/triage/groups.h"

#include "core/triage/assess.h"

#include <algorithm>
#include <unordered_map>

namespace paydown {

std::vector<Group> groupsOf(const Worklist& worklist) {
    std::unordered_map<std::string, std::vector<std::uint32_t>> byTitle;
    for (std::uint32_t i = 0; i < worklist.items.size(); ++i) {
        // The count was taken when the worklist was made, so single items need not be folded again.
        if (worklist.items[i].alike < 2 || !isOpenDebt(worklist.items[i])) continue;
        byTitle[foldTitle(worklist.items[i].item->annotation.title)].push_back(i);
    }
    std::vector<Group> groups;
    groups.reserve(byTitle.size());
    for (auto& [folded, items] : byTitle) groups.push_back({folded, std::move(items)});
    std::sort(groups.begin(), groups.end(), [](const Group& a, const Group& b) {
        return a.items.size() != b.items.size() ? a.items.size() > b.items.size() : a.folded < b.folded;
    });
    return groups;
}

std::vector<std::uint32_t> alikeTo(const Worklist& worklist, std::uint32_t item) {
    const ItemView& view = worklist.items[item];
    if (view.alike < 2) return {item};
    const std::string folded = foldTitle(view.item->annotation.title);
    std::vector<std::uint32_t> alike;
    for (std::uint32_t i = 0; i < worklist.items.size(); ++i) {
        const ItemView& other = worklist.items[i];
        if (other.alike != view.alike || !isOpenDebt(other)) continue;
        if (foldTitle(other.item->annotation.title) == folded) alike.push_back(i);
    }
    return alike;
}

} // namespace paydown
