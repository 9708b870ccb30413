// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/triage/rule_reach.h"

#include "core/triage/assess.h"
#include "core/triage/values_in_force.h"

namespace paydown {

namespace {

/// The item as a rule sees it. Whether its owner is gone is known only of the owner in force.
ItemView asRulesSee(const ItemView& inForce) {
    ItemView view;
    view.item = inForce.item;
    ValuesInForce::fillStated(view);
    if (view.owner == inForce.owner) view.ownerGoneSince = inForce.ownerGoneSince;
    return view;
}

bool differ(const ItemView& a, const ItemView& b) {
    return a.debtClass != b.debtClass || a.owner != b.owner || a.verdict != b.verdict;
}

} // namespace

RuleReach reachOf(const Filter& when, const Worklist& before, const Worklist& after) {
    RuleReach reach;
    const FilterContext context = filterContext(before);
    for (std::uint32_t i = 0; i < before.items.size(); ++i) {
        const ItemView& view = before.items[i];
        if (isOpenDebt(view) && matches(when, asRulesSee(view), context)) reach.covered.push_back(i);
        if (!view.item->ended && differ(view, after.items[i])) reach.changed.push_back(i);
    }
    return reach;
}

} // namespace paydown
