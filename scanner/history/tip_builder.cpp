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
    if (const auto base = findTipBase(m_store, m_chronicle, tip)) {
        if (auto state = buildOn(*base, tip)) return std::move(*state);
    }
    return buildWhole(tip);
}

TipState TipBuilder::buildWhole(CommitNo tip) {
    m_chronicle.loadAll();
    m_classes.clear();
    m_leftPaths.clear();
    m_ancestry = TipAncestry::read(m_chronicle, tip);
    joinAliases();
    for (ItemNo item = 0; item < m_chronicle.itemCount(); ++item) {
        if (!m_ancestry.contains(m_chronicle.item(item).introduced)) continue;
        Class& one = m_classes[rootOf(item)];
        one.item = rootOf(item);
        one.members.push_back(item);
    }
    findStanding();
    TipState state;
    state.commit = tip;
    state.basis = {tip, m_ancestry.outside()};
    for (auto& [root, one] : m_classes) {
        foldEvents(one);
        settle(one, tip);
    }
    keepClasses(state);
    return state;
}

void TipBuilder::keepClasses(TipState& state) {
    for (const auto& [root, one] : m_classes) state.items.push_back(tipItem(one));
    readSymbols(state);
    collectTouches(state);
}

/// The order of items that decides which name of several is canonical.
bool TipBuilder::isBefore(ItemNo a, ItemNo b) {
    const auto rank = [this](ItemNo item) {
        const StoredItem& known = m_chronicle.item(item);
        const CommitNode& introduced = m_chronicle.node(known.introduced);
        return std::tuple(introduced.generation, introduced.id, known.id);
    };
    return rank(a) < rank(b);
}

ItemNo TipBuilder::rootOf(ItemNo item) {
    for (auto up = m_parentOf.find(item); up != m_parentOf.end() && up->second != item; up = m_parentOf.find(item)) {
        item = up->second;
    }
    return item;
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

void TipBuilder::joinAliases() {
    m_parentOf.clear();
    const auto join = [this](ItemNo a, ItemNo b) {
        const ItemNo first = rootOf(a);
        const ItemNo second = rootOf(b);
        m_parentOf.try_emplace(first, first);
        m_parentOf.try_emplace(second, second);
        if (first == second) return;
        if (isBefore(first, second))
            m_parentOf[second] = first;
        else
            m_parentOf[first] = second;
    };
    for (const StoredAlias& alias : m_store.aliases()) {
        if (m_ancestry.contains(alias.commit)) join(alias.item, alias.other);
    }
}

void TipBuilder::findStanding() {
    const auto onFile = [&](std::string_view path, const BlobId& blob) {
        if (!m_chronicle.holdsAnnotations(blob).value_or(false)) return;
        const PathNo number = m_chronicle.pathNo(path);
        const HistoryRecord* record = m_lookup.find(m_ancestry.tip(), number, blob);
        if (record == nullptr) return;
        for (std::uint32_t i = 0; i < record->standing.size(); ++i) {
            const auto found = m_classes.find(rootOf(record->standing[i].item));
            if (found != m_classes.end()) found->second.places.push_back({number, blob, i, record->standing[i]});
        }
    };
    m_source.files(m_chronicle.node(m_ancestry.tip()).id, onFile);
}

void TipBuilder::foldEvents(Class& one) {
    for (const ItemNo member : one.members) {
        for (const StoredEvent& event : m_chronicle.eventsOf(member)) {
            if (m_ancestry.contains(event.commit)) one.events.push_back(event);
        }
    }
    std::ranges::sort(one.events, {}, [this](const StoredEvent& event) {
        return std::tuple(event.generation, m_chronicle.node(event.commit).id, m_chronicle.item(event.item).id,
                          event.sequence);
    });
}

/// Whether it stands nowhere although its last event does not say that it ended.
bool TipBuilder::needsLoss(const Class& one) const {
    if (!one.places.empty() || one.events.empty()) return false;
    const StoredEvent& last = one.events.back();
    return !last.ending && std::ranges::none_of(one.events, [&](const StoredEvent& event) {
        return event.ending && event.generation == last.generation;
    });
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
        const bool fileStands = m_source.blobAt(m_chronicle.node(*loss).id, m_chronicle.path(last.path)).has_value();
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
        const auto blob = m_source.blobAt(m_chronicle.node(commit).id, m_chronicle.path(path));
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
        const auto& parents = m_chronicle.node(commit).parents;
        descends[commit] = std::ranges::any_of(parents, [&](CommitNo parent) { return descends[parent]; });
    }
    std::vector<CommitNo> chain{tip}; // From the tip down to where it stood last.
    while (chain.back() != last.commit) {
        const auto& parents = m_chronicle.node(chain.back()).parents;
        const auto next = std::ranges::find_if(parents, [&](CommitNo parent) { return descends[parent]; });
        if (next == parents.end()) return std::nullopt;
        chain.push_back(*next);
    }
    std::ranges::reverse(chain);
    // It stands at the beginning of the chain and not at its end. Looked for from the old end on, in steps that double,
    // what is found stays the same when the chain grows.
    const auto stands = [&](std::size_t at) { return at < chain.size() && standsAt(chain[at], one); };
    std::size_t missing = 1;
    while (stands(missing)) missing *= 2;
    std::size_t standing = missing / 2;
    while (missing - standing > 1) {
        const std::size_t middle = (missing + standing) / 2;
        if (stands(middle))
            standing = middle;
        else
            missing = middle;
    }
    return missing < chain.size() ? std::optional(chain[missing]) : std::nullopt;
}

TipItem TipBuilder::tipItem(const Class& one) {
    TipItem item;
    item.standing.item = one.item;
    const StoredItem& known = m_chronicle.item(one.item);
    item.introduced = known.introduced;
    item.parent = known.parent;
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
        item.path = last != nullptr ? last->path : known.path;
        item.standing.text = last != nullptr ? last->text : known.text;
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
    constexpr std::uint32_t kAlways = 0xFFFFFFFF;
    std::map<PathNo, std::map<PathNo, std::uint32_t>> lineage; // Paths, each up to a generation.
    for (const PathNo left : m_leftPaths) lineage[left];
    for (const auto& [root, one] : m_classes) {
        if (one.places.empty()) continue;
        const PathNo own = one.places.front().path;
        auto& paths = lineage[own];
        paths[own] = kAlways;
        for (const StoredEvent& event : one.events) {
            if (event.kind != EventKind::Moved || event.fromPath == kNoNumber || event.fromPath == own) continue;
            std::uint32_t& until = paths[event.fromPath];
            until = std::max(until, event.generation);
        }
    }
    for (const auto& [path, paths] : lineage) {
        std::map<CommitNo, TipTouch> touches;
        for (const auto& from : paths) {
            for (const HistoryStore::PathChange& change : m_store.changesOf(from.first)) {
                if (!m_ancestry.contains(change.commit)) continue;
                if (from.second == kAlways || m_chronicle.node(change.commit).generation < from.second) {
                    touches.emplace(change.commit, change.touch);
                }
            }
        }
        std::vector<TipTouch> newestFirst;
        for (const auto& [commit, touch] : touches) newestFirst.push_back(touch);
        std::ranges::stable_sort(newestFirst, [](const TipTouch& a, const TipTouch& b) { return a.day > b.day; });
        state.touches.emplace_back(path, std::move(newestFirst));
    }
}

} // namespace paydown::history
