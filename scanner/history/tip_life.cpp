// SPDX-License-Identifier: GPL-3.0-or-later
// How a tip explains the lives of its items where no commit's own changes do: a merge that takes one side whole ends
// what only the other one held, or brings back what had ended on the other one. Each turn is found between two commits
// of which it is known whether the item stands there.
#include "core/identity/ending.h"
#include "core/identity/match.h"
#include "scanner/history/tip_builder.h"

#include <algorithm>
#include <set>

namespace paydown::history {

namespace {

/// Where along [0, size) something begins to hold; it does at the end. It is looked for in steps that double from the
/// beginning on, so that what is found stays the same when more comes behind that end.
template <typename Predicate>
std::size_t firstAt(std::size_t size, Predicate&& holds) {
    const auto isPast = [&](std::size_t at) { return at + 1 >= size || holds(at); };
    if (isPast(0)) return 0;
    std::size_t past = 1;
    while (!isPast(past)) past *= 2;
    std::size_t before = past / 2;
    while (past - before > 1) {
        const std::size_t middle = (past + before) / 2;
        if (isPast(middle))
            past = middle;
        else
            before = middle;
    }
    return past;
}

} // namespace

/// Of several places, the one that the first parents had before the others came.
void TipBuilder::choosePlace(Class& one) {
    if (one.places.size() < 2) return;
    if (m_line.empty()) {
        m_line.push_back(m_ancestry.tip());
        while (!m_chronicle.node(m_line.back()).parents.empty()) {
            m_line.push_back(m_chronicle.node(m_line.back()).parents.front());
        }
        std::ranges::reverse(m_line);
    }
    const auto areThere = [&](std::size_t age) { return placesAt(m_line[age], one).size() > 1; };
    const std::size_t since = firstAt(m_line.size(), areThere);
    if (since == 0) return;
    const auto first = placesAt(m_line[since - 1], one);
    if (first.empty()) return;
    const auto chosen = one.places.begin() + static_cast<std::ptrdiff_t>(first.front());
    std::rotate(one.places.begin(), chosen, chosen + 1);
}

/// Which of its places had the item at a commit already.
std::vector<std::size_t> TipBuilder::placesAt(CommitNo commit, const Class& one) {
    std::vector<std::size_t> there;
    for (std::size_t i = 0; i < one.places.size(); ++i) {
        const PathNo path = one.places[i].path;
        const auto blob = m_source.blobAt(m_chronicle.node(commit).id, m_chronicle.path(path));
        const HistoryRecord* record = blob ? m_lookup.find(commit, path, *blob) : nullptr;
        const auto isIt = [&](const Standing& standing) { return rootOf(standing.item) == one.item; };
        if (record != nullptr && std::ranges::any_of(record->standing, isIt)) there.push_back(i);
    }
    return there;
}

/// Open is what stands. Events explain: what has ended ended at its last ending that nothing followed, and where there
/// is none, in the merge in which it is first missing.
void TipBuilder::settle(Class& one, CommitNo tip) {
    if (one.events.empty()) return;
    const std::vector<StoredEvent> events = one.events;
    for (const StoredEvent& event : events) {
        if (event.kind == EventKind::Reopened) explainLossBefore(one, event);
        if (!event.ending) continue;
        const StoredEvent* answer = answerTo(one, event);
        if (answer != nullptr) {
            if (answer->kind != EventKind::Reopened) explainReturn(one, event, answer->commit);
        } else if (!one.places.empty()) {
            explainReturn(one, event, tip);
        } else {
            one.ending = event;
        }
    }
    if (one.places.empty() && !one.ending) explainLoss(one, events.back(), tip);
}

/// What first happened after an ending on a line of history that comes from it; null for nothing.
const StoredEvent* TipBuilder::answerTo(const Class& one, const StoredEvent& ending) {
    std::optional<CommitNo> known;
    std::vector<bool> descends;
    for (const StoredEvent& event : one.events) {
        if (event.ending || event.generation <= ending.generation || event.commit <= ending.commit) continue;
        if (!known || *known < event.commit) {
            if (!known) {
                descends.assign(1, true);
                known = ending.commit;
            }
            for (CommitNo commit = *known + 1; commit <= event.commit; ++commit) {
                const auto& parents = m_chronicle.node(commit).parents;
                descends.push_back(std::ranges::any_of(parents, [&](CommitNo parent) {
                    return parent >= ending.commit && descends[parent - ending.commit];
                }));
            }
            known = event.commit;
        }
        if (descends[event.commit - ending.commit]) return &event;
    }
    return nullptr;
}

/// Notes that a life needs a look at commits of before, which a tip that is built on another one does not take.
bool TipBuilder::looksBack() {
    if (m_isOnBase) m_needsMore = true;
    return m_isOnBase;
}

/// It ended, and stands later without having been reopened: the merge that it stands in again reopened it. Where it
/// never left, since it stood in another place under another name, it moved there.
void TipBuilder::explainReturn(Class& one, const StoredEvent& ending, CommitNo until) {
    if (looksBack()) return;
    const std::vector<CommitNo> way = chain(ending.commit, until);
    if (way.empty()) return;
    const std::size_t turn = findTurn(one, way, true);
    const auto place = placeAt(way[turn], one);
    if (!place) return;
    if (way[turn] == ending.commit) {
        one.implied.push_back(impliedEvent(one, ending.commit, EventKind::Moved, *place));
    } else if (std::ranges::none_of(one.events, [&](const StoredEvent& event) { return event.commit == way[turn]; })) {
        one.implied.push_back(impliedEvent(one, way[turn], EventKind::Reopened, *place));
    }
}

/// A return without an ending before it: a merge had lost it.
void TipBuilder::explainLossBefore(Class& one, const StoredEvent& back) {
    const StoredEvent* last = nullptr;
    for (const StoredEvent& event : one.events) {
        if (event.generation >= back.generation) break;
        if (event.ending) return;
        last = &event;
    }
    if (last == nullptr || looksBack()) return;
    for (const CommitNo parent : m_chronicle.node(back.commit).parents) {
        if (parent < last->commit || chain(last->commit, parent).empty()) continue;
        explainLoss(one, *last, parent);
        one.ending.reset(); // Of an earlier time.
        return;
    }
}

void TipBuilder::explainLoss(Class& one, const StoredEvent& last, CommitNo tip) {
    if (looksBack()) return;
    const std::vector<CommitNo> way = chain(last.commit, tip);
    const std::size_t turn = way.empty() ? 0 : findTurn(one, way, false);
    if (turn + 1 >= way.size()) return;
    const auto place = placeAt(way[turn + 1], one);
    if (!place) return;
    if (const auto twin = twinOf(way[turn], way[turn + 1], *place)) {
        m_twins.emplace_back(one.item, *twin);
        return;
    }
    StoredEvent event = impliedEvent(one, way[turn], EventKind::Ended, *place);
    event.ending = kindOfLoss(way[turn], *place);
    one.implied.push_back(event);
    one.ending = event;
}

/// Whether one of two items was introduced after the other on one line of history.
bool TipBuilder::isOnOneLine(ItemNo a, ItemNo b) {
    const CommitNo first = m_chronicle.item(a).introduced;
    const CommitNo second = m_chronicle.item(b).introduced;
    return !chain(std::min(first, second), std::max(first, second)).empty();
}

/// The commits from `to` back to `from`, by first parents that descend from `from`; empty when there is no such way.
std::vector<CommitNo> TipBuilder::chain(CommitNo from, CommitNo to) {
    std::vector<bool> descends(to - from + 1, false);
    descends[0] = true;
    const auto isOnWay = [&](CommitNo commit) { return commit >= from && descends[commit - from]; };
    for (CommitNo commit = from + 1; commit <= to; ++commit) {
        descends[commit - from] = std::ranges::any_of(m_chronicle.node(commit).parents, isOnWay);
    }
    if (!isOnWay(to)) return {};
    std::vector<CommitNo> way{to};
    while (way.back() != from) way.push_back(*std::ranges::find_if(m_chronicle.node(way.back()).parents, isOnWay));
    return way;
}

/// The commit of the chain, by index, from which on, up to its first one, the item stands (or does not).
std::size_t TipBuilder::findTurn(const Class& one, const std::vector<CommitNo>& chain, bool standsAtFirst) {
    const std::size_t oldest = chain.size() - 1;
    const auto isAsAtFirst = [&](std::size_t age) {
        return placeAt(chain[oldest - age], one).has_value() == standsAtFirst;
    };
    return oldest - firstAt(chain.size(), isAsAtFirst);
}

std::optional<TipBuilder::Place> TipBuilder::placeAt(CommitNo commit, const Class& one) {
    std::set<std::string> names; // In an order that all clones have.
    for (const StoredEvent& event : one.events) names.insert(m_chronicle.path(event.path));
    for (const std::string& name : names) {
        const auto blob = m_source.blobAt(m_chronicle.node(commit).id, name);
        const PathNo path = m_chronicle.pathNo(name);
        const HistoryRecord* record = blob ? m_lookup.find(commit, path, *blob) : nullptr;
        if (record == nullptr) continue;
        for (std::uint32_t i = 0; i < record->standing.size(); ++i) {
            if (rootOf(record->standing[i].item) == one.item) return Place{path, *blob, i, record->standing[i]};
        }
    }
    return std::nullopt;
}

StoredEvent TipBuilder::impliedEvent(const Class& one, CommitNo commit, EventKind kind, const Place& place) {
    StoredEvent event;
    event.item = one.item;
    event.sequence = kImpliedSequence;
    event.commit = commit;
    event.generation = m_chronicle.node(commit).generation;
    event.kind = kind;
    event.path = place.path;
    event.line = place.standing.line;
    event.column = place.standing.column;
    event.text = place.standing.text;
    return event;
}

/// The other side of a merge may say the same in the same file: then both sides introduced one debt, and the merge, by
/// taking that side's file whole, kept it.
std::optional<ItemNo> TipBuilder::twinOf(CommitNo merge, CommitNo parent, const Place& lost) {
    const std::string& path = m_chronicle.path(lost.path);
    const auto blob = m_source.blobAt(m_chronicle.node(merge).id, path);
    const HistoryRecord* record = blob ? m_lookup.find(merge, lost.path, *blob) : nullptr;
    const HistoryRecord* before = m_lookup.find(parent, lost.path, lost.blob);
    if (record == nullptr || before == nullptr) return std::nullopt;
    const FileMarksPtr was = m_source.marksOf(path, lost.blob);
    const FileMarksPtr is = m_source.marksOf(path, *blob);
    if (!was || !is || was->marks.size() <= lost.position || is->marks.size() != record->standing.size()) {
        return std::nullopt;
    }
    const auto isHadByParent = [&](ItemNo item) {
        return std::ranges::any_of(before->standing,
                                   [&](const Standing& standing) { return rootOf(standing.item) == rootOf(item); });
    };
    std::vector<const identity::Mark*> marks;
    std::vector<ItemNo> items;
    for (std::size_t i = 0; i < is->marks.size(); ++i) {
        if (isHadByParent(record->standing[i].item)) continue;
        marks.push_back(&is->marks[i]);
        items.push_back(record->standing[i].item);
    }
    // All that the parent lost there takes part, so that equal texts keep their order.
    std::vector<identity::OldMark> olds;
    for (std::uint32_t i = 0; i < was->marks.size() && i < before->standing.size(); ++i) {
        const auto isKept = [&](const Standing& standing) {
            return rootOf(standing.item) == rootOf(before->standing[i].item);
        };
        if (std::ranges::none_of(record->standing, isKept)) olds.push_back({&was->marks[i], i, 0});
    }
    for (const identity::Pair& pair : identity::match(olds, marks, {})) {
        const bool isSame = pair.reason <= identity::Reason::Title && olds[pair.old].item == lost.position;
        if (isSame) return items[pair.now];
    }
    return std::nullopt;
}

EndingKind TipBuilder::kindOfLoss(CommitNo commit, const Place& place) {
    const std::string& path = m_chronicle.path(place.path);
    const auto now = m_source.blobAt(m_chronicle.node(commit).id, path);
    if (!now) return EndingKind::Dropped;
    const auto before = m_source.bytesOf(place.blob);
    const auto after = m_source.bytesOf(*now);
    const FileMarksPtr marks = m_source.marksOf(path, place.blob);
    if (!before || !after || !marks || place.position >= marks->ranges.size()) return EndingKind::Paid;
    const auto codeOf = [&](std::string_view bytes) { return m_source.codeOf(path, bytes); };
    const auto kind = identity::EndingJudge(*before, *after, codeOf, {}).kindOf(marks->ranges[place.position]);
    return kind == EndingKind::Excluded ? EndingKind::Dropped : kind; // Nobody silenced it.
}

} // namespace paydown::history
