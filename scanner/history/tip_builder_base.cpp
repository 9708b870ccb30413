// SPDX-License-Identifier: GPL-3.0-or-later
// Building a tip on another one: what the new commits may have changed is looked at anew, the rest is the base's.
#include "scanner/history/tip_builder.h"

#include <algorithm>
#include <span>
#include <utility>

namespace paydown::history {

std::optional<TipState> TipBuilder::buildOn(const TipBase& base, CommitNo tip) {
    m_classes.clear();
    m_isOnBase = true;
    m_needsMore = false;
    m_ancestry = base.before.extended(base.commits);
    joinAliases();
    m_open.clear();
    for (const auto& [commit, item] : m_chronicle.news().events) {
        if (m_ancestry.contains(commit)) m_open.try_emplace(rootOf(item));
    }
    for (const PathNo path : changedPaths(base, tip)) {
        addStanding(base.before.tip(), path);
        addStanding(tip, path);
    }
    for (auto& [root, places] : m_open) addClass(root, base);
    for (auto& [root, one] : m_classes) {
        findPlaces(one, m_open.at(root));
        if (m_needsMore || !settleOn(one, base)) return std::nullopt;
    }
    TipState state;
    state.commit = tip;
    state.base = base.before.tip();
    state.basis = {tip, m_ancestry.outside()};
    keepClasses(state);
    return state;
}

std::set<PathNo> TipBuilder::changedPaths(const TipBase& base, CommitNo tip) {
    std::set<PathNo> paths;
    const Chronicle::News& news = m_chronicle.news();
    for (const auto* changes : {&news.changes, &news.merged}) {
        for (const auto& [commit, path] : *changes)
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
    const auto onRival = [this](const HistoryRecord& chosen, const HistoryRecord& rival) { joinRivals(chosen, rival); };
    const HistoryRecord* record = blob ? m_lookup.find(commit, path, *blob, onRival) : nullptr;
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

std::vector<ItemNo> TipBuilder::membersOf(ItemNo root) {
    std::vector<ItemNo> members{root};
    for (const auto& [item, up] : m_parentOf) {
        if (item != root && rootOf(item) == root && m_ancestry.contains(m_chronicle.item(item).introduced)) {
            members.push_back(item);
        }
    }
    std::ranges::sort(members);
    return members;
}

/// Tells the life of a class from what the base says of it and what is new. False where that is not enough: names that
/// only the base knew to be one, or something that a merge did on its own.
bool TipBuilder::settleOn(Class& one, const TipBase& base) {
    const CommitNo before = base.before.tip();
    const auto known = m_store.tipItem(before, one.item);
    const auto isOld = [&](ItemNo item) { return base.before.contains(m_chronicle.item(item).introduced); };
    std::vector<ItemNo> aliases;
    std::ranges::copy_if(one.members, std::back_inserter(aliases), [&](ItemNo member) { return member != one.item; });
    if (known ? known->aliases != aliases : std::ranges::any_of(one.members, isOld)) return false;
    const ItemNo parent = m_chronicle.item(one.item).parent;
    if (parent != kNoNumber && isOld(parent) && !m_store.tipItem(before, rootOf(parent))) return false;
    if (!keepPlace(one, known, base)) return false;
    const std::vector<StoredEvent> implied = known ? m_store.tipEvents(before, one.item) : std::vector<StoredEvent>{};
    const auto isNew = [&](const StoredEvent& event) { return !base.before.contains(event.commit); };
    if (std::ranges::none_of(one.events, isNew)) {
        one.implied = implied;
        return known && known->ended == kNoNumber && !one.places.empty();
    }
    const auto wasAway = [&](const StoredEvent& event) {
        return !isNew(event) && (event.ending || event.kind == EventKind::Reopened);
    };
    if (!implied.empty() || std::ranges::any_of(one.events, wasAway)) return false;
    settle(one, m_ancestry.tip());
    return !m_needsMore;
}

/// Of several places, the base's, as long as they have been the same on the way from there: the search for the choice
/// (firstAt() in tip_life.cpp) takes all beyond the base's end for what has several places, and so it has to be.
bool TipBuilder::keepPlace(Class& one, const std::optional<TipItem>& known, const TipBase& base) {
    if (one.places.size() < 2) return true;
    if (!known || known->ended != kNoNumber || known->also.size() + 1 != one.places.size()) return false;
    if (!stoodInSeveralSince(base, one)) return false;
    const auto chosen = std::ranges::find(one.places, known->path, &Place::path);
    if (chosen == one.places.end()) return false;
    std::rotate(one.places.begin(), chosen, chosen + 1);
    return std::ranges::equal(known->also, std::span(one.places).subspan(1), {}, &TipItem::Also::path, &Place::path);
}

/// Whether the first parents lead to the base, and each of them on the way has several of the places.
bool TipBuilder::stoodInSeveralSince(const TipBase& base, const Class& one) {
    CommitNo commit = m_ancestry.tip();
    while (commit != base.before.tip()) {
        if (base.before.contains(commit) || placesAt(commit, one).size() < 2) return false;
        const auto& parents = m_chronicle.node(commit).parents;
        if (parents.empty()) return false;
        commit = parents.front();
    }
    return true;
}

} // namespace paydown::history
