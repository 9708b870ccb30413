// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/history/tip_builder.h"

#include <algorithm>
#include <numeric>
#include <set>
#include <tuple>

namespace paydown::history {

TipBuilder::TipBuilder(HistoryStore& store, Chronicle& chronicle, HistorySource& source, SymbolReader& symbols)
    : m_store(store), m_chronicle(chronicle), m_source(source), m_symbols(symbols), m_lookup(chronicle, source) {}

TipState TipBuilder::build(CommitNo tip) {
    m_commits = m_store.allCommits();
    m_items = m_store.allItems();
    m_classes.clear();
    findAncestry(tip);
    joinAliases();
    findStanding(tip);
    foldEvents();
    TipState state;
    state.commit = tip;
    for (auto& [root, one] : m_classes) settle(one, tip);
    for (const auto& [root, one] : m_classes) state.items.push_back(tipItem(one));
    std::ranges::sort(state.items, {}, [](const TipItem& item) { return item.standing.item; });
    readSymbols(state);
    collectTouches(state);
    return state;
}

void TipBuilder::findAncestry(CommitNo tip) {
    m_isAncestor.assign(m_commits.size(), false);
    m_isAncestor[tip] = true;
    for (CommitNo commit = tip + 1; commit-- > 0;) {
        if (!m_isAncestor[commit]) continue;
        for (const CommitNo parent : m_commits[commit].parents) m_isAncestor[parent] = true;
    }
}

/// The order of items that decides which name of several is canonical.
bool TipBuilder::isBefore(ItemNo a, ItemNo b) const {
    const auto rank = [this](ItemNo item) {
        const CommitNode& introduced = m_commits[m_items[item].introduced];
        return std::tie(introduced.generation, introduced.id, m_items[item].id);
    };
    return rank(a) < rank(b);
}

ItemNo TipBuilder::rootOf(ItemNo item) {
    while (m_parentOf[item] != item) item = m_parentOf[item] = m_parentOf[m_parentOf[item]];
    return item;
}

void TipBuilder::joinAliases() {
    m_parentOf.resize(m_items.size());
    std::iota(m_parentOf.begin(), m_parentOf.end(), 0U);
    const auto join = [this](ItemNo a, ItemNo b) {
        const ItemNo first = rootOf(a);
        const ItemNo second = rootOf(b);
        if (first == second) return;
        if (isBefore(first, second))
            m_parentOf[second] = first;
        else
            m_parentOf[first] = second;
    };
    for (const StoredAlias& alias : m_store.aliases()) {
        if (m_isAncestor[alias.commit]) join(alias.item, alias.other);
    }
    for (const StoredItem& item : m_items) {
        if (!m_isAncestor[item.introduced]) continue;
        Class& one = m_classes[rootOf(item.number)];
        one.item = rootOf(item.number);
        one.members.push_back(item.number);
    }
}

void TipBuilder::findStanding(CommitNo tip) {
    const auto onFile = [&](std::string_view path, const BlobId& blob) {
        if (!m_chronicle.holdsAnnotations(blob).value_or(false)) return;
        const PathNo number = m_chronicle.pathNo(path);
        const HistoryRecord* record = m_lookup.find(tip, number, blob);
        if (record == nullptr) return;
        for (std::uint32_t i = 0; i < record->standing.size(); ++i) {
            const auto found = m_classes.find(rootOf(record->standing[i].item));
            if (found != m_classes.end()) found->second.places.push_back({number, blob, i, record->standing[i]});
        }
    };
    m_source.files(m_commits[tip].id, onFile);
}

void TipBuilder::foldEvents() {
    for (const StoredEvent& event : m_store.allEvents()) {
        if (!m_isAncestor[event.commit]) continue;
        const auto found = m_classes.find(rootOf(event.item));
        if (found != m_classes.end()) found->second.events.push_back(event);
    }
    for (auto& [root, one] : m_classes) {
        std::ranges::sort(one.events, {}, [this](const StoredEvent& event) {
            return std::tuple(event.generation, m_commits[event.commit].id, m_items[event.item].id, event.sequence);
        });
    }
}

/// Decides whether and where an item has ended: open is what stands; the last ending explains what does not, and where
/// none does (a merge took the other side whole), the merge in which it is first missing.
void TipBuilder::settle(Class& one, CommitNo tip) {
    if (!one.places.empty() || one.events.empty()) return;
    const StoredEvent& last = one.events.back();
    for (const StoredEvent& event : one.events) {
        if (event.ending) one.ending = &event;
    }
    if (last.ending || (one.ending != nullptr && last.generation == one.ending->generation)) {
        one.ended = one.ending->commit;
        one.kind = *one.ending->ending;
        return;
    }
    if (const auto loss = findLoss(one, last, tip)) {
        one.ended = *loss;
        const bool fileStands = m_source.blobAt(m_commits[*loss].id, m_chronicle.path(last.path)).has_value();
        one.kind = fileStands ? EndingKind::Paid : EndingKind::Dropped;
        return;
    }
    one.ended = one.ending != nullptr ? one.ending->commit : last.commit;
    one.kind = one.ending != nullptr ? *one.ending->ending : EndingKind::Dropped;
}

bool TipBuilder::standsAt(CommitNo commit, const Class& one) {
    std::set<PathNo> paths;
    for (const StoredEvent& event : one.events) paths.insert(event.path);
    return std::ranges::any_of(paths, [&](PathNo path) {
        const auto blob = m_source.blobAt(m_commits[commit].id, m_chronicle.path(path));
        const HistoryRecord* record = blob ? m_lookup.find(commit, path, *blob) : nullptr;
        if (record == nullptr) return false;
        return std::ranges::any_of(record->standing,
                                   [&](const Standing& standing) { return rootOf(standing.item) == one.item; });
    });
}

std::optional<CommitNo> TipBuilder::findLoss(const Class& one, const StoredEvent& last, CommitNo tip) {
    std::vector<bool> descends(tip + 1, false);
    descends[last.commit] = true;
    for (CommitNo commit = last.commit + 1; commit <= tip; ++commit) {
        const auto& parents = m_commits[commit].parents;
        descends[commit] = std::ranges::any_of(parents, [&](CommitNo parent) { return descends[parent]; });
    }
    std::vector<CommitNo> chain{tip}; // From the tip down to where it stood last.
    while (chain.back() != last.commit) {
        const auto& parents = m_commits[chain.back()].parents;
        const auto next = std::ranges::find_if(parents, [&](CommitNo parent) { return descends[parent]; });
        if (next == parents.end()) return std::nullopt;
        chain.push_back(*next);
    }
    // It stands at the end of the chain and not at its beginning.
    std::size_t missing = 0;
    std::size_t standing = chain.size() - 1;
    while (standing - missing > 1) {
        const std::size_t middle = (missing + standing) / 2;
        if (standsAt(chain[middle], one))
            standing = middle;
        else
            missing = middle;
    }
    return missing == standing ? std::nullopt : std::optional(chain[missing]);
}

TipItem TipBuilder::tipItem(const Class& one) {
    TipItem item;
    item.standing.item = one.item;
    item.introduced = m_items[one.item].introduced;
    item.parent = m_items[one.item].parent;
    if (item.parent != kNoNumber) item.parent = rootOf(item.parent);
    for (const ItemNo member : one.members) {
        if (member != one.item) item.aliases.push_back(member);
    }
    item.changed = one.events.empty() ? item.introduced : one.events.back().commit;
    if (one.places.empty()) {
        const StoredEvent* last = one.ending != nullptr ? one.ending
                                  : one.events.empty()  ? nullptr
                                                        : &one.events.back();
        item.ended = one.ended != kNoNumber ? one.ended : item.introduced;
        item.ending = one.kind;
        item.path = last != nullptr ? last->path : m_items[one.item].path;
        item.standing.text = last != nullptr ? last->text : m_items[one.item].text;
        item.standing.line = last != nullptr ? last->line : 1;
        item.standing.column = last != nullptr ? last->column : 1;
        return item;
    }
    const Place& place = one.places.front();
    item.path = place.path;
    item.standing = {one.item, place.standing.text, place.standing.line, place.standing.column};
    for (std::size_t i = 1; i < one.places.size(); ++i) {
        item.also.push_back({one.places[i].path, one.places[i].standing.line, one.places[i].standing.column});
    }
    return item;
}

void TipBuilder::readSymbols(TipState& state) {
    std::map<PathNo, StoredShown> shownAt;
    std::map<ItemNo, const Place*> placeOf;
    std::vector<SymbolReader::File> files;
    std::vector<PathNo> paths;
    for (const auto& [root, one] : m_classes) {
        if (one.places.empty()) continue;
        const Place& place = one.places.front();
        placeOf[one.item] = &place;
        if (const auto [slot, isNew] = shownAt.try_emplace(place.path); isNew) {
            if (auto known = m_chronicle.findShown(place.path, place.blob)) {
                slot->second = std::move(*known);
            } else {
                files.push_back({m_chronicle.path(place.path), place.blob});
                paths.push_back(place.path);
            }
        }
    }
    std::vector<StoredShown> read = m_symbols.read(files);
    for (std::size_t i = 0; i < files.size(); ++i) {
        read[i].path = paths[i];
        shownAt[paths[i]] = read[i];
        m_chronicle.addShown(std::move(read[i]), files[i].blob);
    }
    for (TipItem& item : state.items) {
        const auto found = placeOf.find(item.standing.item);
        if (found == placeOf.end()) continue;
        const StoredShown& file = shownAt.at(found->second->path);
        item.language = file.language;
        const std::uint32_t position = found->second->position;
        if (position < file.symbols.size()) item.symbol = file.symbols[position];
        const std::uint32_t line = item.standing.line;
        item.extent = position < file.extents.size() ? file.extents[position] : LineExtent{line, line};
    }
}

/// Touches of a path: its own changes, and those of the paths that its items came from until they came.
void TipBuilder::collectTouches(TipState& state) {
    std::map<PathNo, std::set<PathNo>> lineage;
    for (const auto& [root, one] : m_classes) {
        if (one.places.empty()) continue;
        auto& paths = lineage[one.places.front().path];
        paths.insert(one.places.front().path);
        for (const StoredEvent& event : one.events) {
            if (event.kind == EventKind::Moved && event.fromPath != kNoNumber) paths.insert(event.fromPath);
        }
    }
    for (const auto& [path, paths] : lineage) {
        std::map<CommitNo, TipTouch> touches;
        for (const PathNo from : paths) {
            for (const HistoryStore::PathChange& change : m_store.changesOf(from)) {
                if (m_isAncestor[change.commit]) touches.emplace(change.commit, change.touch);
            }
        }
        std::vector<TipTouch> newestFirst;
        for (const auto& [commit, touch] : touches) newestFirst.push_back(touch);
        std::ranges::stable_sort(newestFirst, [](const TipTouch& a, const TipTouch& b) { return a.day > b.day; });
        state.touches.emplace_back(path, std::move(newestFirst));
    }
}

} // namespace paydown::history
