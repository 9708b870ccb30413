// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/history/lineage.h"

#include "scanner/history/ancestry.h"

#include <algorithm>
#include <functional>
#include <tuple>

namespace paydown::history {

std::optional<Stand> Lineage::standIn(const Versions& versions, const Names& names, std::uint32_t near) {
    for (const HistoryRecord* version : versions) {
        // Mostly at the same position, or next to it.
        const auto count = static_cast<std::uint32_t>(version->standing.size());
        const auto isAt = [&](std::uint32_t at) { return at < count && names.contains(version->standing[at].item); };
        for (std::uint32_t distance = 0; distance <= std::max(near, count); ++distance) {
            if (distance <= near && isAt(near - distance)) return Stand{version, near - distance};
            if (isAt(near + distance)) return Stand{version, near + distance};
        }
    }
    return std::nullopt;
}

std::optional<Stand> Lineage::find(const Names& names, CommitNo commit, PathNo path) {
    const auto blob = m_source.blobAt(m_chronicle.node(commit).id, m_chronicle.path(path));
    if (!blob || !m_chronicle.holdsAnnotations(*blob).value_or(false)) return std::nullopt;
    return standIn(versionsAt(commit, path, m_chronicle.blobNo(*blob)), names, 0);
}

/// A blob may have been put at a path several times (a revert): those in the ancestry, the highest and so last first.
Lineage::Versions Lineage::versionsAt(CommitNo commit, PathNo path, BlobNo blob) {
    Versions versions = m_chronicle.records(path, blob);
    if (versions.size() < 2) return versions;
    AncestorWalk ancestors(m_chronicle, {commit});
    std::erase_if(versions, [&](const HistoryRecord* record) { return !ancestors.contains(record->commit); });
    std::ranges::sort(versions, std::greater(), [this](const HistoryRecord* record) {
        const CommitNode& node = m_chronicle.node(record->commit);
        return std::tie(node.generation, node.id);
    });
    return versions;
}

const std::vector<Lineage::Versions>& Lineage::parentsOf(const HistoryRecord* version) {
    const auto [found, isNew] = m_parents.try_emplace(version);
    if (!isNew) return found->second;
    const std::vector<CommitNo> parents = m_chronicle.node(version->commit).parents;
    for (std::size_t i = 0; i < parents.size(); ++i) {
        const BlobNo blob = i < version->before.size() ? version->before[i] : kNoNumber;
        found->second.push_back(blob == kNoNumber ? Versions{} : versionsAt(parents[i], version->path, blob));
    }
    return found->second;
}

std::vector<Stand> Lineage::before(const Names& names, const Stand& stand) {
    const CommitNo commit = stand.version->commit;
    std::vector<Stand> stands;
    const std::vector<Versions>& parents = parentsOf(stand.version);
    for (std::size_t i = 0; i < parents.size(); ++i) {
        auto old = standIn(parents[i], names, stand.position);
        if (!old) old = elsewhere(names, m_chronicle.node(commit).parents[i], stand.version->path);
        if (old) stands.push_back(*old);
    }
    if (stands.empty()) {
        if (const auto old = beforeItsEnding(names, commit)) stands.push_back(*old);
    }
    return stands;
}

/// Where it was ever seen.
std::set<PathNo> Lineage::pathsOf(const Names& names) {
    std::set<PathNo> paths;
    for (const ItemNo item : names.items) {
        for (const StoredEvent& event : m_chronicle.eventsOf(item)) {
            paths.insert(event.path);
            if (event.fromPath != kNoNumber) paths.insert(event.fromPath);
        }
    }
    return paths;
}

/// In another file of a parent: it was moved from there by the commit.
std::optional<Stand> Lineage::elsewhere(const Names& names, CommitNo parent, PathNo notAt) {
    std::optional<Stand> first;
    for (const PathNo path : pathsOf(names)) {
        if (path == notAt) continue;
        const auto found = find(names, parent, path);
        if (found && (!first || m_chronicle.path(path) < m_chronicle.path(first->version->path))) first = found;
    }
    return first;
}

/// Where it stood last before it ended, if the commit brought it back.
std::optional<Stand> Lineage::beforeItsEnding(const Names& names, CommitNo commit) {
    std::vector<StoredEvent> endings;
    bool isBack = false;
    for (const ItemNo item : names.items) {
        for (const StoredEvent& event : m_chronicle.eventsOf(item)) {
            if (event.ending) endings.push_back(event);
            isBack = isBack || (event.commit == commit && event.kind != EventKind::Introduced && !event.ending);
        }
    }
    if (!isBack || endings.empty()) return std::nullopt;
    std::ranges::sort(endings, std::greater(), [this](const StoredEvent& event) {
        return std::tuple(event.generation, m_chronicle.node(event.commit).id, m_chronicle.item(event.item).id);
    });
    AncestorWalk ancestors(m_chronicle, m_chronicle.node(commit).parents);
    for (const StoredEvent& ending : endings) {
        if (!ancestors.contains(ending.commit)) continue;
        for (const CommitNo parent : m_chronicle.node(ending.commit).parents) {
            if (auto found = find(names, parent, ending.path)) {
                found->wasGone = true;
                return found;
            }
        }
    }
    return std::nullopt;
}

} // namespace paydown::history
