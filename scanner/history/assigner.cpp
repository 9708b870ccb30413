// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/history/assigner.h"

#include "core/base/error.h"
#include "core/identity/hashing.h"
#include "core/identity/line_map.h"

#include <algorithm>
#include <cstring>
#include <tuple>

namespace paydown::history {

using identity::Mark;
using identity::Origin;

namespace {

std::uint64_t contentKey(const BlobId& blob) { return ObjectIdHash{}(blob); }

} // namespace

void Assigner::assign(const CommitWork& work) {
    m_now = {};
    m_now.work = &work;
    m_now.commit = m_chronicle.addCommit(work.commit);
    for (const PathNo path : work.touched) m_chronicle.addChange(path, m_now.commit);
    if (work.commit.parents.size() > 1)
        for (const auto& change : work.changes) m_chronicle.addMerged(change.path, m_now.commit);
    if (work.changes.empty()) return;
    m_now.parents = m_chronicle.node(m_now.commit).parents;
    const auto lines = [this](const BlobId& blob) {
        const auto bytes = m_source.bytesOf(blob);
        return bytes ? identity::hashLines(*bytes) : std::vector<std::uint32_t>{};
    };
    m_now.matcher = std::make_unique<identity::CommitMatcher>(
        identity::LineSource{[this, lines](std::uint32_t old) { return lines(m_now.olds[old].blob); },
                             [this, lines](std::uint32_t now) { return lines(m_now.news[now].blob); }});
    collectVersions();
    m_now.matcher->run();
    if (m_now.parents.size() > 1 && m_now.matcher->hasUnmatched()) addWideVersions();
    if (m_now.matcher->hasUnmatched()) {
        m_now.matcher->matchFormerTitles([this](ItemNo item) { return formerTitlesOf(item); });
    }
    for (std::uint32_t file = 0; file < m_now.news.size(); ++file) assignFile(file);
    assignTwins();
    endUnmatched();
}

void Assigner::collectVersions() {
    std::map<PathNo, std::vector<std::uint32_t>> oldsOf;
    for (std::uint32_t parent = 0; parent < m_now.parents.size(); ++parent) {
        for (const FileChange& change : m_now.work->changes) {
            if (change.before[parent].isNull()) continue;
            const auto old = addOld(parent, change.path, change.before[parent], change.now.isNull());
            if (old) oldsOf[change.path].push_back(*old);
        }
    }
    for (const FileChange& change : m_now.work->changes) {
        if (change.now.isNull()) continue;
        const std::string& path = m_chronicle.path(change.path);
        FileMarksPtr marks = m_source.marksOf(path, change.now);
        if (!marks) {
            if (m_source.isMissing(change.now)) carryOver(change, oldsOf[change.path]);
            continue;
        }
        const bool added = std::ranges::all_of(change.before, &BlobId::isNull);
        NewFile file{change.path, change.now, marks, &change.before,
                     std::vector<ItemNo>(marks->marks.size(), kNoNumber)};
        m_now.news.push_back(std::move(file));
        m_now.matcher->addNew({path, contentKey(change.now), added, marks->marks}, oldsOf[change.path]);
    }
}

std::optional<std::uint32_t> Assigner::addOld(std::uint32_t parent, PathNo path, const BlobId& blob, bool gone) {
    const CommitNo here = m_now.parents[parent];
    const auto onRival = [this, here](const HistoryRecord& chosen, const HistoryRecord& rival) {
        const std::size_t count = std::min(chosen.standing.size(), rival.standing.size());
        for (std::size_t i = 0; i < count; ++i) {
            const ItemNo other = rival.standing[i].item;
            const bool isOnlyHere = !hasLeft(other, rival.commit) && !standsAt(here, namesOf(other));
            if (isOnlyHere) alias(chosen.standing[i].item, other);
        }
    };
    const HistoryRecord* record = m_standing.find(m_now.parents[parent], path, blob, onRival);
    if (record == nullptr) return std::nullopt;
    FileMarksPtr marks = m_source.marksOf(m_chronicle.path(path), blob);
    if (!marks) {
        std::vector<const Annotation*> known;
        for (const Standing& standing : record->standing) known.push_back(&m_chronicle.text(standing.text).annotation);
        marks = makeBareMarks(known, record->standing);
    }
    if (marks->marks.size() != record->standing.size()) return std::nullopt;
    identity::OldVersion version{m_chronicle.path(path), contentKey(blob), parent, gone, marks->marks, {}};
    for (const Standing& standing : record->standing) version.items.push_back(standing.item);
    m_now.olds.push_back({path, blob, std::move(marks), record});
    return m_now.matcher->addOld(std::move(version));
}

/// What a file holds whose bytes are missing is not known: what stood in it goes on standing, as it was.
void Assigner::carryOver(const FileChange& change, const std::vector<std::uint32_t>& olds) {
    if (olds.empty()) return;
    const HistoryRecord* record = m_now.olds[olds.front()].record;
    m_chronicle.addRecord(change.path, change.now, m_now.commit, record->standing, change.before);
    for (const std::uint32_t old : olds) {
        for (const Standing& standing : m_now.olds[old].record->standing) m_now.carried.insert(standing.item);
    }
}

/// At a merge, what a file has from no parent's version of it may have come from another file, by a rename on one side
/// or a move while merging: then all that differs from each parent is looked at.
void Assigner::addWideVersions() {
    for (std::uint32_t parent = 0; parent < m_now.parents.size(); ++parent) {
        const CommitId from = m_chronicle.node(m_now.parents[parent]).id;
        const auto onDifference = [&](std::string_view path, const BlobId& before, const BlobId& now) {
            if (before.isNull() || !m_chronicle.holdsAnnotations(before).value_or(false)) return;
            addOld(parent, m_chronicle.pathNo(path), before, now.isNull());
        };
        m_source.differences(from, m_now.work->commit.id, onDifference);
    }
    m_now.matcher->matchElsewhere();
}

/// What an item said before it was reworded, in the history so far.
std::vector<std::uint64_t> Assigner::formerTitlesOf(ItemNo item) {
    const std::vector<StoredEvent>& events = m_chronicle.eventsOf(item);
    std::vector<std::uint64_t> titles;
    if (events.size() < 2) return titles; // It was introduced, and that is what it says.
    for (const StoredEvent& event : events) {
        const bool isKnown = std::ranges::find(titles, event.titleHash) != titles.end();
        if (!isKnown && event.commit != m_now.commit && isAncestor(event.commit)) titles.push_back(event.titleHash);
    }
    return titles;
}

const Standing& Assigner::oldStanding(std::uint32_t old, std::uint32_t mark) const {
    return m_now.olds[old].record->standing[mark];
}

void Assigner::assignFile(std::uint32_t file) {
    const std::size_t count = m_now.news[file].items.size();
    for (std::uint32_t mark = 0; mark < count; ++mark) {
        const auto& origin = m_now.matcher->origin(file, mark);
        if (origin) m_now.news[file].items[mark] = assignMatched(file, mark, *origin);
    }
    for (std::uint32_t mark = 0; mark < count; ++mark) {
        const auto& origin = m_now.matcher->origin(file, mark);
        if (!origin)
            m_now.news[file].items[mark] = assignUnmatched(file, mark);
        else if (m_now.parents.size() > 1 && origin->way == Origin::Way::Elsewhere)
            joinWithGrave(file, mark);
    }
    const NewFile& assigned = m_now.news[file];
    std::vector<Standing> standing;
    for (std::size_t mark = 0; mark < count; ++mark) {
        const SourceRange& range = assigned.marks->ranges[mark];
        const TextNo text = m_chronicle.textNo(*assigned.marks->texts[mark]);
        standing.push_back({assigned.items[mark], text, range.line, range.column});
    }
    m_chronicle.addRecord(assigned.path, assigned.blob, m_now.commit, std::move(standing), *assigned.before);
}

StoredEvent Assigner::eventAt(std::uint32_t file, std::uint32_t mark, ItemNo item, EventKind kind) {
    const NewFile& now = m_now.news[file];
    const Mark& here = now.marks->marks[mark];
    StoredEvent event;
    event.item = item;
    event.commit = m_now.commit;
    event.kind = kind;
    event.path = now.path;
    event.line = now.marks->ranges[mark].line;
    event.column = now.marks->ranges[mark].column;
    event.text = m_chronicle.textNo(*now.marks->texts[mark]);
    event.titleHash = here.title;
    event.above = here.above[0];
    event.below = here.below[0];
    return event;
}

ItemNo Assigner::assignMatched(std::uint32_t file, std::uint32_t mark, const Origin& origin) {
    const NewFile& now = m_now.news[file];
    const Standing& before = oldStanding(origin.version, origin.mark);
    const ItemNo item = before.item;
    const OldFile& old = m_now.olds[origin.version];
    const Text& text = *now.marks->texts[mark];
    // In a merge, what any parent has already is no edit of this commit.
    const auto saysTheSame = [&](const OldFile& other) {
        return std::ranges::any_of(other.record->standing, [&](const Standing& standing) {
            return standing.item == item && m_chronicle.text(standing.text).hash == text.hash;
        });
    };
    const TextNo number = m_chronicle.textNo(*m_now.news[file].marks->texts[mark]);
    const auto saidTheSame = [&](const StoredEvent& event) { // Under another path, as in a subtree that is merged in.
        return event.text == number && event.commit != m_now.commit && isAncestor(event.commit);
    };
    const bool isMerge = m_now.parents.size() > 1;
    const bool isKnown = std::ranges::any_of(m_now.olds, saysTheSame) ||
                         (isMerge && std::ranges::any_of(m_chronicle.eventsOf(item), saidTheSame));
    if (!isKnown) {
        const Annotation& was = m_chronicle.text(before.text).annotation;
        const Annotation& is = text.annotation;
        const bool reclassified = was.tag != is.tag || was.stated.debtClass != is.stated.debtClass;
        const bool reworded = old.marks->marks[origin.mark].text != text.wording.text || was.stated != is.stated;
        if (reclassified)
            m_chronicle.addEvent(eventAt(file, mark, item, EventKind::Reclassified));
        else if (reworded)
            m_chronicle.addEvent(eventAt(file, mark, item, EventKind::Edited));
    }
    const Mark& from = old.marks->marks[origin.mark];
    const Mark& to = now.marks->marks[mark];
    const bool elsewhere = origin.way != Origin::Way::SameFile;
    const bool known = (from.above[0] | from.below[0]) != 0; // Not where the old version could not be read.
    const bool otherNeighbours = known && from.above[0] != to.above[0] && from.below[0] != to.below[0];
    if (elsewhere || (otherNeighbours && from.holder != to.holder && origin.reason > identity::Reason::Surroundings)) {
        StoredEvent moved = eventAt(file, mark, item, EventKind::Moved);
        if (old.path != now.path) moved.fromPath = old.path;
        m_chronicle.addEvent(moved);
    }
    return item;
}

ItemNo Assigner::assignUnmatched(std::uint32_t file, std::uint32_t mark) {
    if (const auto ending = findInGraveyard(file, mark)) {
        const bool samePath = ending->path == m_now.news[file].path;
        StoredEvent back = eventAt(file, mark, ending->item, samePath ? EventKind::Reopened : EventKind::Moved);
        if (!samePath) back.fromPath = ending->path;
        m_chronicle.addEvent(back);
        return ending->item;
    }
    if (const auto last = findLost(file, mark)) {
        StoredEvent back = eventAt(file, mark, last->item, EventKind::Reopened);
        if (last->path != back.path) back.fromPath = last->path;
        m_chronicle.addEvent(back);
        return last->item;
    }
    const auto original = findOriginal(file, mark);
    return introduce(file, mark, original.value_or(kNoNumber));
}

/// What a merge brings from elsewhere may have ended in this very file on the other side: copied files that a subtree
/// takes the place of.
void Assigner::joinWithGrave(std::uint32_t file, std::uint32_t mark) {
    const auto ending = findInGraveyard(file, mark);
    if (ending && ending->path == m_now.news[file].path) alias(m_now.news[file].items[mark], ending->item);
}

ItemNo Assigner::introduce(std::uint32_t file, std::uint32_t mark, ItemNo parent) {
    const NewFile& now = m_now.news[file];
    const Text& text = *now.marks->texts[mark];
    StoredItem item;
    item.introduced = m_now.commit;
    item.path = now.path;
    item.text = m_chronicle.textNo(*now.marks->texts[mark]);
    item.parent = parent;
    for (std::uint32_t other = 0; other < mark; ++other) {
        if (now.items[other] == kNoNumber || now.marks->marks[other].title != text.wording.title) continue;
        if (m_chronicle.item(now.items[other]).introduced == m_now.commit) ++item.order;
    }
    const Introduction introduction{m_now.work->commit.id, m_chronicle.path(now.path), text.annotation.title,
                                    item.order};
    const ItemNo number = m_chronicle.addItem(item, introduction);
    const EventKind kind = parent == kNoNumber ? EventKind::Introduced : EventKind::Copied;
    m_chronicle.addEvent(eventAt(file, mark, number, kind));
    ++m_introduced;
    return number;
}

bool Assigner::isAncestor(CommitNo commit) {
    if (!m_now.ancestors) m_now.ancestors = std::make_unique<AncestorWalk>(m_chronicle, m_now.parents);
    return m_now.ancestors->contains(commit);
}

bool Assigner::isAncestorOfParent(std::uint32_t parent, CommitNo commit) {
    m_now.ancestorsOf.resize(m_now.parents.size());
    auto& walk = m_now.ancestorsOf[parent];
    if (!walk) walk = std::make_unique<AncestorWalk>(m_chronicle, std::vector{m_now.parents[parent]});
    return walk->contains(commit);
}

/// Whether anything happened to an item after a commit, so that it is no longer what stood there.
bool Assigner::hasLeft(ItemNo item, CommitNo commit) {
    return std::ranges::any_of(m_chronicle.eventsOf(item), [&](const StoredEvent& event) {
        if (event.commit == m_now.commit || !isAncestor(event.commit)) return false;
        return !AncestorWalk(m_chronicle, {commit}).contains(event.commit);
    });
}

void Assigner::alias(ItemNo item, ItemNo other) {
    if (item == other) return;
    const CommitNo here = m_chronicle.item(item).introduced;
    const CommitNo there = m_chronicle.item(other).introduced;
    // One that came after the other, on one line of history, is another item.
    const auto isBefore = [this](CommitNo first, CommitNo second) {
        return first != second && AncestorWalk(m_chronicle, {second}).contains(first);
    };
    if (here == there || isBefore(here, there) || isBefore(there, here)) return;
    m_chronicle.addAlias({item, other, m_now.commit});
}

void Assigner::assignTwins() {
    for (const identity::Twin& twin : m_now.matcher->twins()) {
        alias(m_now.news[twin.version].items[twin.mark], twin.item);
    }
}

} // namespace paydown::history
