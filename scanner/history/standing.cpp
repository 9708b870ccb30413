// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/history/standing.h"

#include "scanner/history/ancestry.h"

#include <algorithm>

namespace paydown::history {

namespace {

bool sameItems(const HistoryRecord& a, const HistoryRecord& b) {
    return std::ranges::equal(a.standing, b.standing, {}, &Standing::item, &Standing::item);
}

} // namespace

const HistoryRecord* StandingLookup::find(CommitNo commit, PathNo path, const BlobId& blob, const OnRival& onRival) {
    const auto& records = m_chronicle.records(path, blob);
    if (records.empty()) return nullptr;
    const HistoryRecord& first = *records.front();
    if (std::ranges::all_of(records, [&](const HistoryRecord* other) { return sameItems(first, *other); })) {
        return &first;
    }
    AncestorWalk ancestors(m_chronicle, {commit});
    std::vector<const HistoryRecord*> candidates;
    for (const HistoryRecord* record : records) {
        if (ancestors.contains(record->commit)) candidates.push_back(record);
    }
    if (candidates.empty()) return nullptr;
    const HistoryRecord* chosen =
        candidates.size() == 1 ? candidates.front() : followBack(commit, path, blob, candidates);
    if (onRival) {
        for (const HistoryRecord* rival : candidates) {
            if (!sameItems(*rival, *chosen)) onRival(*chosen, *rival);
        }
    }
    return chosen;
}

const HistoryRecord* StandingLookup::followBack(CommitNo commit, PathNo path, const BlobId& blob,
                                                const std::vector<const HistoryRecord*>& records) {
    CommitNo at = commit;
    for (;;) {
        const auto here = std::ranges::find(records, at, &HistoryRecord::commit);
        if (here != records.end()) return *here;
        const CommitNode& node = m_chronicle.node(at);
        if (node.parents.empty()) return records.front(); // A gap: an object on the way is missing.
        CommitNo next = node.parents.front();
        if (node.parents.size() > 1) {
            const auto holds = [&](CommitNo parent) {
                return m_source.blobAt(m_chronicle.node(parent).id, m_chronicle.path(path)) == blob;
            };
            const auto parent = std::ranges::find_if(node.parents, holds);
            if (parent != node.parents.end()) next = *parent;
        }
        at = next;
    }
}

} // namespace paydown::history
