// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/refresh/sharing.h"

#include "core/sharing/sync.h"
#include "scanner/refresh/checkout.h"

#include <algorithm>
#include <unordered_set>

namespace paydown {

namespace {

SharingPlace placeOf(CheckoutState& state) { return {*state.repository, state.writableRegistry(), state.me}; }

/// Whether a record can put an item on somebody's plan.
bool concernsPlan(const DecisionRecord& record) {
    return record.field == field::kPeriod || record.field == field::kOwner;
}

using ItemIds = std::unordered_set<ItemId, ItemIdHash>;

ItemIds itemsReceived(const std::vector<DecisionRecord>& records) {
    ItemIds ids;
    for (const auto& record : records) {
        if (concernsPlan(record) && !record.item.isPending()) ids.insert(record.item);
    }
    return ids;
}

bool isOneOf(const Item& item, const ItemIds& ids) {
    return ids.contains(item.id) || std::ranges::any_of(item.aliases, [&](const auto& id) { return ids.contains(id); });
}

} // namespace

SharedNews Checkout::sync(const std::string& remote) {
    SharedNews news;
    news.report = syncDecisions(placeOf(*m_state), remote);
    const ItemIds received = itemsReceived(news.report.received);
    if (received.empty() || !hasBeenScanned()) return news;
    LoadOptions committed;
    committed.workTree = false;
    const WorklistPtr worklist = assess(load(committed));
    for (const auto& view : worklist->items) {
        if (view.state == State::Planned && view.mine && isOneOf(*view.item, received)) ++news.plannedForMe;
    }
    return news;
}

SyncStatus Checkout::syncStatus(const std::string& remote) { return paydown::syncStatus(placeOf(*m_state), remote); }

std::vector<std::string> publish(CheckoutState& place) {
    std::vector<std::string> notices;
    // A repository that may not be written has its registry elsewhere; its decisions travel when somebody syncs.
    if (place.location.inUserFolder) return notices;
    try {
        if (auto said = followRewrites(*place.repository); !said.empty()) notices.push_back(std::move(said));
        std::ranges::move(publishDecisions(placeOf(place)).notices, std::back_inserter(notices));
    } catch (const Error& failure) {
        notices.push_back(fmt::format("decided, and kept in the log; not yet in the git notes: {}", failure.what()));
    }
    return notices;
}

} // namespace paydown
