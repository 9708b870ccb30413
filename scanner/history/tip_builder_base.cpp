// SPDX-License-Identifier: GPL-3.0-or-later
// Building a tip on another one: what the new commits may have changed is looked at anew, the rest is the base's.
#include "scanner/history/tip_builder.h"

#include <algorithm>
#include <utility>

namespace paydown::history {

std::optional<TipState> TipBuilder::buildOn(const TipBase& base, CommitNo tip) {
    m_classes.clear();
    m_leftPaths.clear();
    m_ancestry = base.before.extended(base.commits);
    joinAliases();
    m_open.clear();
    for (const auto& [commit, item] : m_chronicle.news().events) {
        if (m_ancestry.contains(commit)) m_open.try_emplace(rootOf(item));
    }
    std::set<PathNo> paths = changedPaths(base, tip);
    std::set<PathNo> seen;
    // Touches belong to a path, so where one item is looked at, all that stand beside it are.
    while (!paths.empty() || m_classes.size() < m_open.size()) {
        for (const PathNo path : std::exchange(paths, {})) {
            if (!seen.insert(path).second) continue;
            addStanding(base.before.tip(), path);
            addStanding(tip, path);
        }
        for (auto& [root, places] : m_open) {
            if (!m_classes.contains(root)) addClass(root, base);
            for (const PathNo path : places) {
                if (!seen.contains(path)) paths.insert(path);
            }
        }
    }
    for (auto& [root, one] : m_classes) findPlaces(one, m_open.at(root));
    TipState state;
    state.commit = tip;
    state.base = base.before.tip();
    state.basis = {tip, m_ancestry.outside()};
    for (auto& [root, one] : m_classes) {
        if (needsLoss(one)) return std::nullopt;
        settle(one, tip);
    }
    keepClasses(state);
    return state;
}

std::set<PathNo> TipBuilder::changedPaths(const TipBase& base, CommitNo tip) {
    std::set<PathNo> paths;
    for (const auto& [commit, path] : m_chronicle.news().changes) {
        if (std::ranges::binary_search(base.commits, commit)) paths.insert(path);
    }
    const auto onDifference = [&](std::string_view path, const BlobId&, const BlobId&) {
        paths.insert(m_chronicle.pathNo(path));
    };
    m_source.differences(m_chronicle.node(base.before.tip()).id, m_chronicle.node(tip).id, onDifference);
    return paths;
}

void TipBuilder::addStanding(CommitNo commit, PathNo path) {
    const auto blob = m_source.blobAt(m_chronicle.node(commit).id, m_chronicle.path(path));
    const HistoryRecord* record = blob ? m_lookup.find(commit, path, *blob) : nullptr;
    if (record == nullptr) return;
    for (const Standing& standing : record->standing) m_open[rootOf(standing.item)].insert(path);
}

void TipBuilder::addClass(ItemNo root, const TipBase& base) {
    Class& one = m_classes[root];
    one.item = root;
    one.members = membersOf(root);
    foldEvents(one);
    const auto before = m_store.tipItem(base.before.tip(), root);
    if (!before || before->ended != kNoNumber) return;
    m_leftPaths.insert(before->path);
    auto& places = m_open.at(root);
    places.insert(before->path);
    for (const TipItem::Also& also : before->also) places.insert(also.path);
}

void TipBuilder::findPlaces(Class& one, const std::set<PathNo>& paths) {
    std::vector<PathNo> inOrder(paths.begin(), paths.end());
    // The order of a tree is that of its whole paths.
    std::ranges::sort(inOrder, {}, [this](PathNo path) -> const std::string& { return m_chronicle.path(path); });
    for (const PathNo path : inOrder) {
        const auto blob = m_source.blobAt(m_chronicle.node(m_ancestry.tip()).id, m_chronicle.path(path));
        const HistoryRecord* record = blob ? m_lookup.find(m_ancestry.tip(), path, *blob) : nullptr;
        if (record == nullptr) continue;
        for (std::uint32_t i = 0; i < record->standing.size(); ++i) {
            if (rootOf(record->standing[i].item) == one.item) {
                one.places.push_back({path, *blob, i, record->standing[i]});
            }
        }
    }
}

} // namespace paydown::history
