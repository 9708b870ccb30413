// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decisions/fold.h"
#include "core/git/revisions.h"
#include "core/registry/history_reader.h"
#include "core/registry/landing.h"
#include "scanner/refresh/checkout.h"
#include "scanner/refresh/checkout_state.h"

#include <algorithm>
#include <unordered_map>

namespace paydown {

namespace {

/// Tells events with their commits; many events share one.
class Teller {
public:
    Teller(RegistryHandle& registry, HistoryReader& history, const std::optional<CommitId>& mainline)
        : m_database(registry.database()),
          m_history(history),
          m_mainline(mainline),
          m_decided(foldDecisions(registry.records()).items) {}

    /// Puts a life in the order of time: lines of history that ran side by side are told as one. Where clocks were so
    /// wrong that something would come before the beginning, it stays in the order of the commits.
    std::vector<Event> inOrderOfTime(const std::vector<Event>& life) {
        std::vector<Event> sorted = life;
        std::ranges::stable_sort(sorted, {},
                                 [this](const Event& event) { return commitOf(event.commit).committed.seconds; });
        const auto begins = [](EventKind kind) { return kind == EventKind::Introduced || kind == EventKind::Copied; };
        return sorted.empty() || begins(sorted.front().kind) ? sorted : life;
    }

    std::vector<ToldEvent> tell(std::vector<Event> events) {
        std::vector<ToldEvent> told;
        told.reserve(events.size());
        for (auto& event : events) {
            const Commit& commit = commitOf(event.commit);
            ToldEvent one{std::move(event), quoted(commit), commit.summary, std::nullopt};
            if (one.event.ending) {
                const auto decided = m_decided.find(one.event.item);
                one.event.ending =
                    endingAsJudged(*one.event.ending, decided == m_decided.end() ? nullptr : &decided->second);
                one.landed = landingOf(one.event.commit);
            }
            told.push_back(std::move(one));
        }
        return told;
    }

private:
    const Commit& commitOf(const CommitId& id) {
        const auto [entry, isNew] = m_commits.try_emplace(id);
        if (isNew) entry->second = m_history.commit(id).value_or(Commit{});
        return entry->second;
    }

    std::optional<CommitRef> landingOf(const CommitId& commit) {
        if (!m_mainline) return std::nullopt;
        if (!m_landings) m_landings.emplace(m_database, *m_mainline);
        const auto landed = m_landings->of(commit);
        return landed ? std::optional(quoted(commitOf(*landed))) : std::nullopt;
    }

    Database& m_database;
    HistoryReader& m_history;
    std::optional<CommitId> m_mainline;
    std::unordered_map<ItemId, DecidedItem, ItemIdHash> m_decided;
    std::optional<Landings> m_landings;
    std::unordered_map<CommitId, Commit, ObjectIdHash> m_commits;
};

std::optional<CommitId> mainlineOf(const CheckoutState& place) {
    if (!place.repository->head()) return std::nullopt;
    return git::resolveMainline(*place.repository, place.config.mainline).tip;
}

} // namespace

std::optional<CommitId> CheckoutState::readTip(HistoryReader& history, const std::string& revision) {
    const auto wanted = revision.empty() ? repository->head() : git::resolveCommit(*repository, revision);
    if (wanted && history.hasTip(*wanted)) return wanted;
    return revision.empty() ? history.latestTip() : std::nullopt;
}

std::vector<ToldEvent> Checkout::eventsOf(const ItemId& item, const std::string& revision) {
    if (!hasBeenScanned()) return {};
    RegistryHandle& registry = m_state->readableRegistry();
    HistoryReader history(registry.database());
    const auto tip = m_state->readTip(history, revision);
    if (!tip) return {};
    Teller teller(registry, history, mainlineOf(*m_state));
    return teller.tell(teller.inOrderOfTime(history.eventsOf(item, *tip)));
}

std::vector<ToldEvent> Checkout::allEvents(const std::string& revision) {
    if (!hasBeenScanned()) return {};
    RegistryHandle& registry = m_state->readableRegistry();
    HistoryReader history(registry.database());
    const auto tip = m_state->readTip(history, revision);
    if (!tip) return {};
    auto events = history.eventsBefore(*tip);
    std::ranges::reverse(events); // The reader gives children before parents; a life is told from its beginning.
    return Teller(registry, history, mainlineOf(*m_state)).tell(std::move(events));
}

} // namespace paydown
