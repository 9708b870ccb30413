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
    findAncestry(tip);
    joinAliases();
    readStanding(tip);
    do {
        m_twins.clear();
        makeClasses();
        foldEvents();
        for (auto& [root, one] : m_classes) {
            choosePlace(one, tip);
            settle(one, tip);
        }
        for (const auto& [item, twin] : m_twins) join(item, twin);
    } while (!m_twins.empty());
    TipState state;
    state.commit = tip;
    for (const auto& [root, one] : m_classes) {
        state.items.push_back(tipItem(one));
        state.implied.insert(state.implied.end(), one.implied.begin(), one.implied.end());
    }
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

/// The order in which a life is told: parents' events before children's, else the same on every machine.
bool TipBuilder::isBefore(const StoredEvent& a, const StoredEvent& b) const {
    const auto rank = [this](const StoredEvent& event) {
        return std::tie(event.generation, m_commits[event.commit].id, m_items[event.item].id, event.sequence);
    };
    return rank(a) < rank(b);
}

ItemNo TipBuilder::rootOf(ItemNo item) {
    while (m_parentOf[item] != item) item = m_parentOf[item] = m_parentOf[m_parentOf[item]];
    return item;
}

void TipBuilder::join(ItemNo a, ItemNo b) {
    const ItemNo first = rootOf(a);
    const ItemNo second = rootOf(b);
    if (first == second) return;
    if (isBefore(first, second))
        m_parentOf[second] = first;
    else
        m_parentOf[first] = second;
}

void TipBuilder::joinAliases() {
    m_parentOf.resize(m_items.size());
    std::iota(m_parentOf.begin(), m_parentOf.end(), 0U);
    for (const StoredAlias& alias : m_store.aliases()) {
        if (m_isAncestor[alias.commit]) join(alias.item, alias.other);
    }
}

/// Whether anything happened to an item after a commit, so that it is no longer what stood there.
bool TipBuilder::hasLeft(ItemNo item, CommitNo commit) {
    return std::ranges::any_of(m_chronicle.eventsOf(item), [&](const StoredEvent& event) {
        if (event.commit >= m_isAncestor.size() || !m_isAncestor[event.commit]) return false;
        return event.commit > commit || chain(event.commit, commit).empty();
    });
}

/// Reads what stands. Two items that one version of a file is said to hold were introduced on two branches, and no
/// change has told since that they are one.
void TipBuilder::readStanding(CommitNo tip) {
    m_places.clear();
    const auto onRival = [&](const HistoryRecord& chosen, const HistoryRecord& rival) {
        const std::size_t count = std::min(chosen.standing.size(), rival.standing.size());
        for (std::size_t i = 0; i < count; ++i) {
            const ItemNo item = chosen.standing[i].item;
            const ItemNo other = rival.standing[i].item;
            if (rootOf(item) == rootOf(other) || isOnOneLine(item, other)) continue;
            if (!hasLeft(other, rival.commit)) join(item, other);
        }
    };
    const auto onFile = [&](std::string_view path, const BlobId& blob) {
        if (!m_chronicle.holdsAnnotations(blob).value_or(false)) return;
        const PathNo number = m_chronicle.pathNo(path);
        const HistoryRecord* record = m_lookup.find(tip, number, blob, onRival);
        if (record == nullptr) return;
        for (std::uint32_t i = 0; i < record->standing.size(); ++i) {
            m_places.push_back({number, blob, i, record->standing[i]});
        }
    };
    m_source.files(m_commits[tip].id, onFile);
}

void TipBuilder::makeClasses() {
    m_classes.clear();
    for (const StoredItem& item : m_items) {
        if (!m_isAncestor[item.introduced]) continue;
        Class& one = m_classes[rootOf(item.number)];
        one.item = rootOf(item.number);
        one.members.push_back(item.number);
    }
    for (const Place& place : m_places) {
        const auto found = m_classes.find(rootOf(place.standing.item));
        if (found != m_classes.end()) found->second.places.push_back(place);
    }
}

void TipBuilder::foldEvents() {
    for (const StoredEvent& event : m_store.allEvents()) {
        if (!m_isAncestor[event.commit]) continue;
        const auto found = m_classes.find(rootOf(event.item));
        if (found != m_classes.end()) found->second.events.push_back(event);
    }
    for (auto& [root, one] : m_classes) {
        std::ranges::sort(one.events, [this](const auto& a, const auto& b) { return isBefore(a, b); });
    }
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
    item.changed = item.introduced;
    const StoredEvent* last = nullptr;
    for (const auto* events : {&one.events, &one.implied}) {
        for (const StoredEvent& event : *events) {
            if (last == nullptr || isBefore(*last, event)) last = &event;
        }
    }
    if (last != nullptr) item.changed = last->commit;
    if (one.places.empty()) {
        if (one.ending) last = &*one.ending;
        item.ended = last != nullptr ? last->commit : item.introduced;
        item.ending = one.ending ? *one.ending->ending : EndingKind::Dropped;
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
        if (found->second->position < file.symbols.size()) item.symbol = file.symbols[found->second->position];
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
