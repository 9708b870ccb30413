// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/git/commit_walk.h"
#include "core/git/object_store.h"
#include "core/git/revisions.h"

#include <algorithm>
#include <queue>
#include <unordered_map>

namespace paydown::git {

namespace {

/// Colours the ancestors of two commits, newest first by commit date, until nothing can change any more. Dates decide
/// only how much is read: a commit that is reached again with a further colour is looked at again.
class Painting {
public:
    enum Colour : unsigned { kFrom = 1, kTo = 2, kStale = 4 };
    struct Node {
        std::vector<CommitId> parents;
        std::int64_t date = 0;
        unsigned colours = 0;
        std::uint32_t queued = 0; ///< Times it stands in the queue.
    };

    explicit Painting(const Repository& repository) : m_repository(repository) {}

    void paint(const CommitId& id, unsigned colours) {
        Node& node = load(id);
        if ((node.colours | colours) == node.colours) return;
        if (node.queued > 0) m_interesting -= isInteresting(node) ? node.queued : 0;
        node.colours |= colours;
        ++node.queued;
        m_queue.emplace(node.date, id);
        m_interesting += isInteresting(node) ? node.queued : 0;
    }

    /// The next commit, newest first; its parents are not painted yet.
    CommitId pop() {
        const CommitId id = m_queue.top().second;
        m_queue.pop();
        Node& node = m_nodes.at(id);
        if (isInteresting(node)) --m_interesting;
        --node.queued;
        return id;
    }

    /// What keeps the walk going: whatever `isInteresting` says of queued commits.
    bool (*interest)(unsigned colours) = nullptr;

    [[nodiscard]] bool isEmpty() const { return m_queue.empty(); }
    [[nodiscard]] bool hasInteresting() const { return m_interesting > 0; }
    [[nodiscard]] std::int64_t newestDate() const { return m_queue.top().first; }
    [[nodiscard]] const Node& node(const CommitId& id) const { return m_nodes.at(id); }

private:
    [[nodiscard]] bool isInteresting(const Node& node) const { return interest(node.colours); }

    Node& load(const CommitId& id) {
        const auto [place, isNew] = m_nodes.try_emplace(id);
        if (!isNew) return place->second;
        const auto object = m_repository.objects().read(id.bytes);
        // A missing commit (partial, corrupt) has no ancestors that could be known.
        if (!object || object->kind() != ObjectKind::Commit) return place->second;
        if (auto commit = parseCommit(object->bytes())) {
            place->second.date = commit->committed.seconds;
            if (!std::ranges::binary_search(m_repository.shallowBoundary(), id))
                place->second.parents = std::move(commit->parents);
        }
        return place->second;
    }

    const Repository& m_repository;
    std::unordered_map<CommitId, Node, ObjectIdHash> m_nodes;
    std::priority_queue<std::pair<std::int64_t, CommitId>> m_queue;
    std::uint64_t m_interesting = 0;
};

/// Common ancestors that no other one found makes stale; more than one where histories cross.
std::vector<CommitId> commonAncestors(const Repository& repository, const CommitId& a, const CommitId& b) {
    Painting painting(repository);
    painting.interest = [](unsigned colours) { return (colours & Painting::kStale) == 0; };
    painting.paint(a, Painting::kFrom);
    painting.paint(b, Painting::kTo);
    std::vector<CommitId> found;
    while (painting.hasInteresting()) {
        const CommitId id = painting.pop();
        constexpr unsigned kBoth = Painting::kFrom | Painting::kTo;
        unsigned colours = painting.node(id).colours;
        if ((colours & kBoth) == kBoth) {
            if ((colours & Painting::kStale) == 0 && std::ranges::find(found, id) == found.end()) found.push_back(id);
            colours = kBoth | Painting::kStale; // for its parents: they are common, but not best
        }
        const auto parents = painting.node(id).parents;
        for (const auto& parent : parents) painting.paint(parent, colours);
    }
    std::erase_if(found, [&](const CommitId& id) { return (painting.node(id).colours & Painting::kStale) != 0; });
    return found;
}

/// Where clocks lie, an ancestor of a better one may have been found first.
bool isAncestorOfAnother(const Repository& repository, const CommitId& id, const std::vector<CommitId>& found) {
    return std::ranges::any_of(found, [&](const CommitId& other) {
        const auto common = other == id ? std::vector<CommitId>{} : commonAncestors(repository, id, other);
        return std::ranges::find(common, id) != common.end();
    });
}

} // namespace

std::optional<CommitId> mergeBase(const Repository& repository, const CommitId& a, const CommitId& b) {
    if (a == b) return a;
    const auto found = commonAncestors(repository, a, b); // newest first
    if (found.size() == 1) return found.front();
    for (const auto& candidate : found) {
        if (!isAncestorOfAnother(repository, candidate, found)) return candidate;
    }
    return std::nullopt;
}

std::vector<CommitId> commitsBetween(const Repository& repository, const CommitId& from, const CommitId& to) {
    Painting painting(repository);
    painting.interest = [](unsigned colours) { return (colours & Painting::kFrom) == 0; };
    painting.paint(from, Painting::kFrom);
    painting.paint(to, Painting::kTo);
    std::vector<CommitId> found;
    std::int64_t oldest = INT64_MAX;
    // Clocks differ: once everything queued is reachable from `from`, go on while something newer than the oldest
    // commit found could still be reached from there, and a little further.
    constexpr int kSlop = 16;
    int slop = kSlop;
    while (!painting.isEmpty()) {
        if (!painting.hasInteresting()) {
            if (found.empty()) break;
            if (painting.newestDate() < oldest && --slop < 0) break;
        }
        const CommitId id = painting.pop();
        const auto& node = painting.node(id);
        if ((node.colours & Painting::kFrom) == 0) {
            found.push_back(id);
            oldest = std::min(oldest, node.date);
        }
        const unsigned colours = node.colours & (Painting::kFrom | Painting::kTo);
        const auto parents = node.parents;
        for (const auto& parent : parents) painting.paint(parent, colours);
    }
    std::erase_if(found, [&](const CommitId& id) { return (painting.node(id).colours & Painting::kFrom) != 0; });
    return found;
}

} // namespace paydown::git
