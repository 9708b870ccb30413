// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/triage/compare_tips.h"

#include "core/triage/assess.h"

#include <unordered_map>

namespace paydown {

namespace {

/// Finds the items of one worklist by any of their names.
class ByAnyName {
public:
    explicit ByAnyName(const Worklist& worklist) {
        m_viewOf.reserve(worklist.items.size());
        for (const ItemView& view : worklist.items) {
            if (!view.item->id.isPending()) m_viewOf.emplace(view.item->id, &view);
        }
        for (const ItemView& view : worklist.items) {
            for (const ItemId& alias : view.item->aliases) m_viewOf.emplace(alias, &view);
        }
    }

    [[nodiscard]] const ItemView* find(const Item& item) const {
        if (const auto found = m_viewOf.find(item.id); found != m_viewOf.end()) return found->second;
        for (const ItemId& alias : item.aliases) {
            if (const auto found = m_viewOf.find(alias); found != m_viewOf.end()) return found->second;
        }
        return nullptr;
    }

private:
    std::unordered_map<ItemId, const ItemView*, ItemIdHash> m_viewOf;
};

bool saysTheSame(const Annotation& a, const Annotation& b) {
    return a.tag == b.tag && a.title == b.title && a.body == b.body && a.stated == b.stated;
}

} // namespace

TipDifference compareTips(const Worklist& before, const Worklist& after, const Filter& filter,
                          const FilterContext& context) {
    TipDifference difference;
    const ByAnyName namesAfter(after);
    const ByAnyName namesBefore(before);
    const auto isWanted = [&](const ItemView& view) { return matches(filter, view, context); };
    for (const ItemView& view : before.items) {
        if (!isOpenDebt(view)) continue;
        const ItemView* now = namesAfter.find(*view.item);
        const bool isDebtNow = now != nullptr && isOpenDebt(*now);
        if (!isWanted(now != nullptr ? *now : view)) continue;
        ++difference.openBefore;
        if (now == nullptr) {
            difference.absent.push_back(&view);
        } else if (now->item->ended) {
            difference.ended.push_back({&view, now});
        } else if (isDebtNow) {
            if (now->item->place.path != view.item->place.path) difference.moved.push_back({&view, now});
            if (!saysTheSame(view.item->annotation, now->item->annotation)) difference.edited.push_back({&view, now});
        }
    }
    for (const ItemView& view : after.items) {
        if (view.item->annotation.mention || !isWanted(view)) continue;
        const ItemView* was = namesBefore.find(*view.item);
        if (isOpenDebt(view)) {
            ++difference.openAfter;
            if (was == nullptr)
                difference.introduced.push_back(&view);
            else if (was->item->ended) {
                difference.reopened.push_back(&view);
            }
        } else if (view.item->ended && was == nullptr) {
            ++difference.cameAndWent;
        }
    }
    return difference;
}

} // namespace paydown
