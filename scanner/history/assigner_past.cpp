// SPDX-License-Identifier: GPL-3.0-or-later
// What the assignment asks of the past: the graveyard, originals of copies, and how an item ended.
#include "scanner/history/assigner.h"

#include "core/base/text.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace paydown::history {

using identity::Mark;

namespace {

constexpr std::size_t kGravesOnPath = 64;
constexpr std::size_t kGravesAnywhere = 256;
constexpr std::uint32_t kCopyLivesOnWithin = 50; ///< Generations.
constexpr std::size_t kMaxOriginals = 8;         ///< Items of equal title that a copy is compared with.
constexpr std::string_view kRevertPhrase = "This reverts commit ";

bool sameNeighbour(std::uint32_t a, std::uint32_t b) { return a == b && a != 0; }

} // namespace

std::optional<StoredEvent> Assigner::findInGraveyard(std::uint32_t file, std::uint32_t mark) {
    const NewFile& now = m_now.news[file];
    const Mark& here = now.marks->marks[mark];
    std::vector<StoredEvent> found;
    for (const ItemNo item : m_chronicle.itemsWithTitle(here.title)) {
        for (const StoredEvent& event : m_chronicle.eventsOf(item)) {
            const bool isGrave = event.ending && event.titleHash == here.title && event.commit != m_now.commit;
            const bool above = sameNeighbour(event.above, here.above[0]);
            const bool below = sameNeighbour(event.below, here.below[0]);
            if (!isGrave || !(above || below)) continue;
            // What many say is written anew in other files; one neighbour more tells that it was pasted there.
            if (event.path == now.path || (above && below) || isOnlyOneSaying(here.title, item)) found.push_back(event);
        }
    }
    const auto rank = [&](const StoredEvent& event) {
        const bool both = sameNeighbour(event.above, here.above[0]) && sameNeighbour(event.below, here.below[0]);
        return std::tuple(event.path != now.path, !both, 0xFFFFFFFFU - event.generation,
                          m_chronicle.node(event.commit).id, m_chronicle.item(event.item).id);
    };
    std::ranges::sort(found, {}, rank);
    for (const StoredEvent& event : found) {
        const auto isTaken = [&](const NewFile& other) {
            return std::ranges::find(other.items, event.item) != other.items.end();
        };
        if (std::ranges::any_of(m_now.news, isTaken) || m_now.matcher->isMatched(event.item)) continue;
        if (!isRecent(event, now.path) || stoodAgain(event.item, event)) continue;
        return event;
    }
    return std::nullopt;
}

/// Whether no other item of the history so far ever had a title.
bool Assigner::isOnlyOneSaying(std::uint64_t title, ItemNo item) {
    const auto said = [&](const StoredEvent& event) {
        return event.titleHash == title && event.commit != m_now.commit && isAncestor(event.commit);
    };
    return std::ranges::none_of(m_chronicle.itemsWithTitle(title), [&](ItemNo other) {
        return other != item && std::ranges::any_of(m_chronicle.eventsOf(other), said);
    });
}

bool Assigner::isRecent(const StoredEvent& ending, PathNo path) {
    if (!isAncestor(ending.commit)) return false;
    const auto& endings = m_chronicle.endings();
    std::size_t anywhere = 0;
    std::size_t onPath = 0;
    for (auto later = endings.end(); later != endings.upper_bound(ending.generation);) {
        --later;
        if (later->second.commit == m_now.commit || !isAncestor(later->second.commit)) continue;
        ++anywhere;
        if (later->second.path == path) ++onPath;
        const bool tooMany = anywhere >= kGravesAnywhere;
        if (tooMany && (ending.path != path || onPath >= kGravesOnPath)) return false;
    }
    return true;
}

bool Assigner::stoodAgain(ItemNo item, const StoredEvent& ending) {
    return std::ranges::any_of(m_chronicle.eventsOf(item), [&](const StoredEvent& event) {
        if (event.generation <= ending.generation || !isAncestor(event.commit)) return false;
        return AncestorWalk(m_chronicle, {event.commit}).contains(ending.commit);
    });
}

const StoredEvent* Assigner::latestEvent(ItemNo item) {
    const StoredEvent* last = nullptr;
    const auto rank = [this](const StoredEvent& event) {
        return std::tuple(event.generation, m_chronicle.node(event.commit).id, event.sequence);
    };
    for (const StoredEvent& event : m_chronicle.eventsOf(item)) {
        if (event.commit == m_now.commit || !isAncestor(event.commit)) continue;
        if (last == nullptr || rank(*last) < rank(event)) last = &event;
    }
    return last;
}

/// An item without an ending that stands in no parent: a merge took the other side whole.
std::optional<StoredEvent> Assigner::findLost(std::uint32_t file, std::uint32_t mark) {
    const Mark& here = m_now.news[file].marks->marks[mark];
    const auto isNear = [&](const StoredEvent& event) {
        return event.titleHash == here.title &&
               (sameNeighbour(event.above, here.above[0]) || sameNeighbour(event.below, here.below[0]));
    };
    std::vector<ItemNo> candidates;
    for (const ItemNo item : m_chronicle.itemsWithTitle(here.title)) {
        if (std::ranges::any_of(m_chronicle.eventsOf(item), isNear)) candidates.push_back(item);
    }
    std::ranges::sort(candidates, {}, [&](ItemNo item) { return m_chronicle.item(item).id; });
    std::size_t looked = 0;
    for (const ItemNo item : candidates) {
        const StoredEvent* last = latestEvent(item);
        if (last == nullptr || last->ending || !isNear(*last)) continue;
        if (++looked > kMaxOriginals) break;
        const std::set<ItemNo> names = namesOf(item);
        const auto isTaken = [&](const NewFile& other) {
            return std::ranges::any_of(other.items, [&](ItemNo taken) { return names.contains(taken); });
        };
        const auto stands = [&](CommitNo parent) { return standsAt(parent, names); };
        if (std::ranges::any_of(m_now.news, isTaken) || std::ranges::any_of(m_now.parents, stands)) continue;
        return *last;
    }
    return std::nullopt;
}

std::optional<ItemNo> Assigner::findOriginal(std::uint32_t file, std::uint32_t mark) {
    const Mark& here = m_now.news[file].marks->marks[mark];
    if (here.above[0] == 0 || here.below[0] == 0) return std::nullopt;
    std::vector<ItemNo> candidates = m_chronicle.itemsWithTitle(here.title);
    std::ranges::sort(candidates, {}, [&](ItemNo item) {
        const StoredItem& known = m_chronicle.item(item);
        return std::tuple(m_chronicle.node(known.introduced).generation, known.id);
    });
    std::size_t looked = 0;
    for (const ItemNo item : candidates) {
        const StoredEvent* last = latestEvent(item);
        if (last == nullptr || last->ending) continue;
        if (++looked > kMaxOriginals) break;
        const std::string path = m_chronicle.path(last->path);
        const PathNo pathNo = last->path;
        for (const CommitNo parent : m_now.parents) {
            const auto blob = m_source.blobAt(m_chronicle.node(parent).id, path);
            const HistoryRecord* record = blob ? m_standing.find(parent, pathNo, *blob) : nullptr;
            const FileMarksPtr marks = record != nullptr ? m_source.marksOf(path, *blob) : nullptr;
            if (!marks || marks->marks.size() != record->standing.size()) continue;
            for (std::size_t i = 0; i < marks->marks.size(); ++i) {
                const Mark& there = marks->marks[i];
                const bool equal = record->standing[i].item == item && there.title == here.title &&
                                   there.above[0] == here.above[0] && there.below[0] == here.below[0];
                if (equal) return item;
            }
        }
    }
    return std::nullopt;
}

void Assigner::endUnmatched() {
    std::set<ItemNo> done = m_now.carried;
    for (const identity::Twin& twin : m_now.matcher->twins()) done.insert(twin.item);
    for (const NewFile& file : m_now.news) done.insert(file.items.begin(), file.items.end());
    for (std::uint32_t old = 0; old < m_now.olds.size(); ++old) {
        const auto& version = m_now.matcher->oldVersion(old);
        const PathNo path = m_now.olds[old].path;
        // Versions that were added to look for moves into a merge were not replaced by this commit.
        if (std::ranges::find(m_now.work->changes, path, &FileChange::path) == m_now.work->changes.end()) continue;
        for (std::uint32_t mark = 0; mark < version.items.size(); ++mark) {
            const ItemNo item = version.items[mark];
            if (m_now.matcher->isMatched(item) || !done.insert(item).second) continue;
            if (endsHere(item, version.parent, path)) end(item, old, mark);
        }
    }
}

/// In a merge, what one parent lacks although its history has it ended or moved there, not here.
bool Assigner::endsHere(ItemNo item, std::uint32_t parent, PathNo path) {
    for (std::uint32_t other = 0; other < m_now.parents.size(); ++other) {
        if (other == parent) continue;
        bool stands = false;
        for (std::uint32_t old = 0; old < m_now.olds.size() && !stands; ++old) {
            const auto& version = m_now.matcher->oldVersion(old);
            if (version.parent != other || m_now.olds[old].path != path) continue;
            stands = std::ranges::find(version.items, item) != version.items.end();
        }
        const CommitNo introduced = m_chronicle.item(item).introduced;
        if (!stands && isAncestorOfParent(other, introduced)) return false;
    }
    return true;
}

/// The names that an item has by the aliases of the history so far, its own included.
std::set<ItemNo> Assigner::namesOf(ItemNo item) {
    std::set<ItemNo> names{item};
    std::vector<ItemNo> open{item};
    while (!open.empty()) {
        const ItemNo next = open.back();
        open.pop_back();
        for (const StoredAlias& alias : m_chronicle.aliasesOf(next)) {
            const ItemNo other = alias.item == next ? alias.other : alias.item;
            if (names.contains(other) || (alias.commit != m_now.commit && !isAncestor(alias.commit))) continue;
            names.insert(other);
            open.push_back(other);
        }
    }
    return names;
}

bool Assigner::standsAt(CommitNo commit, const std::set<ItemNo>& names) {
    std::set<PathNo> paths;
    for (const ItemNo name : names) {
        for (const StoredEvent& event : m_chronicle.eventsOf(name)) paths.insert(event.path);
    }
    return std::ranges::any_of(paths, [&](PathNo path) {
        const auto blob = m_source.blobAt(m_chronicle.node(commit).id, m_chronicle.path(path));
        const HistoryRecord* record = blob ? m_standing.find(commit, path, *blob) : nullptr;
        return record != nullptr && std::ranges::any_of(record->standing, [&](const Standing& standing) {
                   return names.contains(standing.item);
               });
    });
}

/// What two branches moved to two places, or introduced twice, has not ended while one of the places stands.
bool Assigner::standsElsewhere(ItemNo item) {
    const std::set<ItemNo> names = namesOf(item);
    const auto& events = m_chronicle.eventsOf(item);
    const auto isThere = [&](const StoredEvent& event) { return event.path == events.front().path; };
    if (names.size() == 1 && std::ranges::all_of(events, isThere)) return false;
    return standsAt(m_now.commit, names);
}

void Assigner::end(ItemNo item, std::uint32_t old, std::uint32_t mark) {
    const OldFile& file = m_now.olds[old];
    const Mark& there = file.marks->marks[mark];
    if (standsElsewhere(item) || livesOnInCopy(item, there.title)) return;
    const Standing standing = oldStanding(old, mark);
    StoredEvent event;
    event.item = item;
    event.commit = m_now.commit;
    event.kind = EventKind::Ended;
    event.ending = endingKind(item, old, mark);
    event.path = file.path;
    event.line = standing.line;
    event.column = standing.column;
    event.text = standing.text;
    event.titleHash = there.title;
    event.above = there.above[0];
    event.below = there.below[0];
    m_chronicle.addEvent(event);
    ++m_ended;
}

bool Assigner::livesOnInCopy(ItemNo item, std::uint64_t titleHash) {
    const std::uint32_t generation = m_chronicle.node(m_now.commit).generation;
    std::vector<ItemNo> copies;
    for (const ItemNo other : m_chronicle.itemsWithTitle(titleHash)) {
        if (m_chronicle.item(other).parent == item) copies.push_back(other);
    }
    std::ranges::sort(copies, {}, [&](ItemNo copy) { return m_chronicle.item(copy).id; });
    for (const ItemNo copy : copies) {
        const StoredItem& known = m_chronicle.item(copy);
        const bool here = known.introduced == m_now.commit;
        if (!here && (m_chronicle.node(known.introduced).generation + kCopyLivesOnWithin < generation ||
                      !isAncestor(known.introduced))) {
            continue;
        }
        std::set<std::string> paths;
        for (const StoredEvent& event : m_chronicle.eventsOf(copy)) paths.insert(m_chronicle.path(event.path));
        for (const std::string& name : paths) {
            const PathNo path = m_chronicle.pathNo(name);
            const auto blob = m_source.blobAt(m_now.work->commit.id, name);
            const HistoryRecord* record = blob ? m_standing.find(m_now.commit, path, *blob) : nullptr;
            if (record == nullptr) continue;
            const auto standing = std::ranges::find(record->standing, copy, &Standing::item);
            if (standing == record->standing.end()) continue;
            const FileMarksPtr marks = m_source.marksOf(name, *blob);
            const auto at = static_cast<std::size_t>(standing - record->standing.begin());
            if (!marks || marks->marks.size() <= at) continue;
            StoredEvent moved;
            moved.item = item;
            moved.commit = m_now.commit;
            moved.kind = EventKind::Moved;
            moved.path = path;
            moved.line = standing->line;
            moved.column = standing->column;
            moved.text = standing->text;
            moved.titleHash = marks->marks[at].title;
            moved.above = marks->marks[at].above[0];
            moved.below = marks->marks[at].below[0];
            m_chronicle.addEvent(moved);
            m_chronicle.addAlias({item, copy, m_now.commit});
            return true;
        }
    }
    return false;
}

EndingKind Assigner::endingKind(ItemNo item, std::uint32_t old, std::uint32_t mark) {
    if (revertsIntroductionOf(item)) return EndingKind::Reverted;
    const OldFile& file = m_now.olds[old];
    const auto change = std::ranges::find(m_now.work->changes, file.path, &FileChange::path);
    if (change->now.isNull()) {
        const bool excluded = m_source.standsUnscanned(m_now.work->commit.id, file.blob);
        return excluded ? EndingKind::Excluded : EndingKind::Dropped;
    }
    EndedFile& ended = endedFile(old, change->now);
    return ended.judge ? ended.judge->kindOf(file.marks->ranges[mark]) : EndingKind::Paid;
}

/// What was judged last: the endings of a file come one after the other.
Assigner::EndedFile& Assigner::endedFile(std::uint32_t old, const BlobId& now) {
    if (m_now.ended && m_now.ended->old == old) return *m_now.ended;
    const OldFile& file = m_now.olds[old];
    m_now.ended = std::make_unique<EndedFile>(EndedFile{old, m_source.bytesOf(file.blob), m_source.bytesOf(now), {}});
    EndedFile& ended = *m_now.ended;
    if (!ended.before || !ended.after) return ended;
    std::vector<std::uint32_t> annotated;
    for (const NewFile& other : m_now.news) {
        if (other.path != file.path) continue;
        for (const SourceRange& range : other.marks->ranges) annotated.push_back(range.line);
    }
    const auto codeOf = [this, path = file.path](std::string_view bytes) {
        return m_source.codeOf(m_chronicle.path(path), bytes);
    };
    ended.judge.emplace(*ended.before, *ended.after, codeOf, std::move(annotated));
    return ended;
}

bool Assigner::revertsIntroductionOf(ItemNo item) {
    if (!m_now.message) m_now.message = m_source.messageOf(m_now.work->commit.id);
    const std::string introduced = toHex(m_chronicle.node(m_chronicle.item(item).introduced).id);
    const std::string& message = *m_now.message;
    for (auto at = message.find(kRevertPhrase); at != std::string::npos; at = message.find(kRevertPhrase, at + 1)) {
        const auto begin = at + kRevertPhrase.size();
        const auto end = std::min(message.find_first_not_of("0123456789abcdef", begin), message.size());
        if (end - begin >= 7 && introduced.starts_with(message.substr(begin, end - begin))) return true;
    }
    return false;
}

} // namespace paydown::history
