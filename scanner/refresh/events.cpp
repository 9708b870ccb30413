// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/git/revisions.h"
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
            told.push_back({std::move(event), quoted(commit), commit.summary});
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

std::optional<CommitId> CheckoutState::readTip(HistoryReader& history, const std::string& revision) {
    const auto wanted = revision.empty() ? repository->head() : git::resolveCommit(*repository, revision);
    if (wanted && history.hasTip(*wanted)) return wanted;
    return revision.empty() ? history.latestTip() : std::nullopt;
}

std::vector<ToldEvent> Checkout::eventsOf(const ItemId& item, const std::string& revision) {
    if (!hasBeenScanned()) return {};
    HistoryReader history(m_state->readableRegistry().database());
    const auto tip = m_state->readTip(history, revision);
    if (!tip) return {};
    return Teller(history).tell(history.eventsOf(item, *tip));
}

std::vector<ToldEvent> Checkout::allEvents(const std::string& revision) {
    if (!hasBeenScanned()) return {};
    HistoryReader history(m_state->readableRegistry().database());
    const auto tip = m_state->readTip(history, revision);
    if (!tip) return {};
    auto events = history.eventsBefore(*tip);
    std::ranges::reverse(events); // The reader gives children before parents; a life is told from its beginning.
    return Teller(history).tell(std::move(events));
}

} // namespace paydown
