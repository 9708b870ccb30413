// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/history/code_touches.h"

#include "scanner/history/line_hunks.h"

#include <map>
#include <optional>
#include <string_view>
#include <unordered_map>

namespace paydown::history {

namespace {

/// Comparisons of two versions, each made once, all at a time.
class Comparisons {
public:
    void want(const BlobId& before, const BlobId& after) {
        if (before != after) m_slots.try_emplace({before, after}, 0);
    }

    void make(HunkReader& hunks) {
        std::vector<HunkReader::Pair> pairs;
        for (auto& [pair, slot] : m_slots) {
            slot = pairs.size();
            pairs.push_back({pair.first, pair.second});
        }
        m_made = hunks.read(pairs);
    }

    /// Nothing where it could not be made.
    [[nodiscard]] const std::vector<Hunk>* between(const BlobId& before, const BlobId& after) const {
        static const std::vector<Hunk> kEqual;
        if (before == after) return &kEqual;
        const auto& made = m_made[m_slots.at({before, after})];
        return made ? &made->hunks : nullptr;
    }

private:
    std::map<std::pair<BlobId, BlobId>, std::size_t> m_slots;
    std::vector<std::optional<HunkReader::Difference>> m_made;
};

bool touches(const VersionChange& change, const CodePlace& place, const Comparisons& comparisons) {
    const auto* toPlace = comparisons.between(change.before, place.version);
    if (toPlace == nullptr) return false;
    const LineExtent before = carriedBack(*toPlace, place.lines);
    if (before.last < before.first) return false;
    if (change.after.isNull()) return true;
    // From the version after to the one before: what the change took away is what this brings.
    const auto* undone = comparisons.between(change.after, change.before);
    return undone != nullptr && meets(*undone, before);
}

} // namespace

std::vector<std::vector<std::size_t>> touchesOfCode(std::span<const CodePlace> places,
                                                    std::span<const VersionChange> changes, HunkReader& hunks) {
    std::unordered_map<std::string_view, std::vector<std::size_t>> changesOf;
    for (std::size_t change = 0; change < changes.size(); ++change) {
        if (!changes[change].before.isNull()) changesOf[changes[change].path].push_back(change);
    }
    Comparisons comparisons;
    for (const CodePlace& place : places) {
        const auto found = changesOf.find(place.path);
        if (found == changesOf.end()) continue;
        for (const std::size_t change : found->second) {
            comparisons.want(changes[change].before, place.version);
            if (!changes[change].after.isNull()) comparisons.want(changes[change].after, changes[change].before);
        }
    }
    comparisons.make(hunks);
    std::vector<std::vector<std::size_t>> touched(places.size());
    for (std::size_t place = 0; place < places.size(); ++place) {
        const auto found = changesOf.find(places[place].path);
        if (found == changesOf.end()) continue;
        for (const std::size_t change : found->second) {
            if (touches(changes[change], places[place], comparisons)) touched[place].push_back(change);
        }
    }
    return touched;
}

} // namespace paydown::history
