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
    m_isOnBase = false;
    m_line.clear();
    m_ancestry = TipAncestry::read(m_chronicle, tip);
    joinAliases();
    readStanding();
    do {
        m_twins.clear();
        makeClasses();
        for (auto& [root, one] : m_classes) {
            foldEvents(one);
            choosePlace(one);
            settle(one, tip);
        }
        for (const auto& [item, twin] : m_twins) join(item, twin);
    } while (!m_twins.empty());
    TipState state;
    state.commit = tip;
    state.basis = {tip, m_ancestry.outside()};
    keepClasses(state);
    return state;
}

void TipBuilder::keepClasses(TipState& state) {
    for (const auto& [root, one] : m_classes) {
        state.items.push_back(tipItem(one));
        state.implied.insert(state.implied.end(), one.implied.begin(), one.implied.end());
    }
    readSymbols(state);
}

/// The order of items that decides which name of several is canonical.
bool TipBuilder::isBefore(ItemNo a, ItemNo b) {
    const StoredItem& first = m_chronicle.item(a);
    const StoredItem& second = m_chronicle.item(b);
    const CommitNode& here = m_chronicle.node(first.introduced);
    const CommitNode& there = m_chronicle.node(second.introduced);
    return std::tie(here.generation, here.id, first.id) < std::tie(there.generation, there.id, second.id);
}

/// The order in which a life is told: parents' events before children's, else the same on every machine.
bool TipBuilder::isBefore(const StoredEvent& a, const StoredEvent& b) {
    const auto rank = [this](const StoredEvent& event) {
        const bool isImplied = event.sequence == kImpliedSequence;
        return std::tuple(event.generation, m_chronicle.node(event.commit).id, isImplied,
                          m_chronicle.item(event.item).id, event.sequence);
    };
    return rank(a) < rank(b);
}

ItemNo TipBuilder::rootOf(ItemNo item) {
    for (auto up = m_parentOf.find(item); up != m_parentOf.end() && up->second != item; up = m_parentOf.find(item)) {
        item = up->second;
    }
    return item;
}

void TipBuilder::join(ItemNo a, ItemNo b) {
    const ItemNo first = rootOf(a);
    const ItemNo second = rootOf(b);
    m_parentOf.try_emplace(first, first);
    m_parentOf.try_emplace(second, second);
    if (first == second) return;
    if (isBefore(first, second))
        m_parentOf[second] = first;
    else
        m_parentOf[first] = second;
}

void TipBuilder::joinAliases() {
    m_parentOf.clear();
    for (const StoredAlias& alias : m_store.aliases()) {
        if (m_ancestry.contains(alias.commit)) join(alias.item, alias.other);
    }
}

/// Whether anything happened to an item after a commit, so that it is no longer what stood there.
bool TipBuilder::hasLeft(ItemNo item, CommitNo commit) {
    return std::ranges::any_of(m_chronicle.eventsOf(item), [&](const StoredEvent& event) {
        return m_ancestry.contains(event.commit) && (event.commit > commit || chain(event.commit, commit).empty());
    });
}

/// Two items that one version of a file is said to hold were introduced on two branches, and no change has told since
/// that they are one.
void TipBuilder::joinRivals(const HistoryRecord& chosen, const HistoryRecord& rival) {
    const std::size_t count = std::min(chosen.standing.size(), rival.standing.size());
    for (std::size_t i = 0; i < count; ++i) {
        const ItemNo item = chosen.standing[i].item;
        const ItemNo other = rival.standing[i].item;
        if (rootOf(item) == rootOf(other)) continue;
        if (m_isOnBase)
            m_needsMore = true;
        else if (!isOnOneLine(item, other) && !hasLeft(other, rival.commit))
            m_twins.emplace_back(item, other);
    }
}

void TipBuilder::readStanding() {
    m_places.clear();
    const auto onRival = [this](const HistoryRecord& chosen, const HistoryRecord& rival) { joinRivals(chosen, rival); };
    const auto onFile = [&](std::string_view path, const BlobId& blob) {
        if (!m_chronicle.holdsAnnotations(blob).value_or(false)) return;
        const PathNo number = m_chronicle.pathNo(path);
        const HistoryRecord* record = m_lookup.find(m_ancestry.tip(), number, blob, onRival);
        if (record == nullptr) return;
        for (std::uint32_t i = 0; i < record->standing.size(); ++i) {
            m_places.push_back({number, blob, i, record->standing[i]});
        }
    };
    m_twins.clear();
    m_source.files(m_chronicle.node(m_ancestry.tip()).id, onFile);
    // What stands elsewhere under its own name only happens to have been written alike here.
    std::set<ItemNo> standing;
    for (const Place& place : m_places) standing.insert(rootOf(place.standing.item));
    std::erase_if(m_twins, [&](const auto& twins) { return standing.contains(rootOf(twins.second)); });
    for (const auto& [item, twin] : m_twins) join(item, twin);
}

void TipBuilder::makeClasses() {
    m_classes.clear();
    for (ItemNo item = 0; item < m_chronicle.itemCount(); ++item) {
        if (!m_ancestry.contains(m_chronicle.item(item).introduced)) continue;
        Class& one = m_classes[rootOf(item)];
        one.item = rootOf(item);
        one.members.push_back(item);
    }
    for (const Place& place : m_places) {
        const auto found = m_classes.find(rootOf(place.standing.item));
        if (found != m_classes.end()) found->second.places.push_back(place);
    }
}

void TipBuilder::foldEvents(Class& one) {
    for (const ItemNo member : one.members) {
        for (const StoredEvent& event : m_chronicle.eventsOf(member)) {
            if (m_ancestry.contains(event.commit)) one.events.push_back(event);
        }
    }
    std::ranges::sort(one.events, [this](const auto& a, const auto& b) { return isBefore(a, b); });
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
    const StoredEvent* last = nullptr;
    for (const auto* events : {&one.events, &one.implied}) {
        for (const StoredEvent& event : *events) {
            if (last == nullptr || isBefore(*last, event)) last = &event;
        }
    }
    item.changed = last != nullptr ? last->commit : item.introduced;
    if (one.places.empty()) {
        if (one.ending) last = &*one.ending;
        item.ended = last != nullptr ? last->commit : item.introduced;
        item.ending = one.ending ? *one.ending->ending : EndingKind::Dropped;
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
        const std::uint32_t position = found->second->position;
        if (position < file.symbols.size()) item.symbol = file.symbols[position];
        const std::uint32_t line = item.standing.line;
        item.extent = position < file.extents.size() ? file.extents[position] : LineExtent{line, line};
    }
}

} // namespace paydown::history
