// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/registry/history_reader.h"
#include "scanner/refresh/checkout.h"
#include "scanner/refresh/checkout_state.h"

#include <algorithm>
#include <unordered_map>

namespace paydown {

namespace {

/// Tells events with their commits; many events share one.
class Teller {
public:
    explicit Teller(HistoryReader& history) : m_history(history) {}

    std::vector<ToldEvent> tell(std::vector<Event> events) {
        std::vector<ToldEvent> told;
        told.reserve(events.size());
        for (auto& event : events) {
            const Commit& commit = commitOf(event.commit);
            CommitRef ref{event.commit, commit.author, commit.authored, commit.boundary};
            told.push_back({std::move(event), std::move(ref), commit.summary});
        }
        return told;
    }

private:
    const Commit& commitOf(const CommitId& id) {
        const auto [entry, isNew] = m_commits.try_emplace(id);
        if (isNew) entry->second = m_history.commit(id).value_or(Commit{});
        return entry->second;
    }

    HistoryReader& m_history;
    std::unordered_map<CommitId, Commit, ObjectIdHash> m_commits;
};

} // namespace

std::vector<ToldEvent> Checkout::eventsOf(const ItemId& item) {
    if (!hasBeenScanned()) return {};
    HistoryReader history(m_state->readableRegistry().database());
    return Teller(history).tell(history.eventsOf(item));
}

std::vector<ToldEvent> Checkout::allEvents() {
    if (!hasBeenScanned()) return {};
    HistoryReader history(m_state->readableRegistry().database());
    const auto head = repository().head();
    const auto tip = head && history.hasTip(*head) ? head : history.latestTip();
    if (!tip) return {};
    auto events = history.eventsBefore(*tip);
    std::ranges::reverse(events); // The reader gives children before parents; a life is told from its beginning.
    return Teller(history).tell(std::move(events));
}

} // namespace paydown
