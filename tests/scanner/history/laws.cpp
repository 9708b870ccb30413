// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/scanner/history/laws.h"

#include "core/base/error.h"
#include "scanner/history/assigner.h"
#include "scanner/history/standing.h"
#include "tests/core/identity/simple_reader.h"
#include "tests/scanner/history/failing_store.h"
#include "tests/scanner/history/memory_history_store.h"
#include "tests/scanner/history/random_history.h"

#include <algorithm>

namespace paydown::tests {

namespace {

using Breach = std::optional<std::string>;

/// A folded title of fewer bytes is not looked for in other files.
constexpr std::size_t kTellingTitleBytes = 12;

Breach differing(const std::string& is, const std::string& should) {
    if (is == should) return std::nullopt;
    return "this:\n" + is + "but at once:\n" + should;
}

Breach batchesDoNotMatter(const ImaginedRepository& repository, unsigned seed) {
    Dice dice(seed);
    MemoryHistoryStore store;
    const auto order = repository.inOrder();
    for (std::size_t begin = 0; begin < order.size();) {
        const std::size_t end = std::min<std::size_t>(order.size(), begin + 1 + dice.pick(6));
        const std::vector<std::size_t> batch(order.begin() + static_cast<std::ptrdiff_t>(begin),
                                             order.begin() + static_cast<std::ptrdiff_t>(end));
        indexImagined(repository, batch, store, 1 + dice.pick(3));
        begin = end;
    }
    const std::size_t tip = repository.tip();
    return differing(describe(tipOf(repository, tip, store), store), describeAtOnce(repository, tip));
}

Breach theOrderOfIndexingDoesNotMatter(const ImaginedRepository& repository, unsigned seed) {
    Dice dice(seed);
    MemoryHistoryStore store;
    indexImagined(repository, otherOrder(repository, dice), store, 1 + dice.pick(5));
    const std::size_t tip = repository.tip();
    return differing(describe(tipOf(repository, tip, store), store), describeAtOnce(repository, tip));
}

Breach whatElseWasFetchedDoesNotMatter(const ImaginedRepository& repository, unsigned seed) {
    Dice dice(seed);
    const std::size_t tip = dice.pick(repository.commits.size());
    MemoryHistoryStore store;
    indexImagined(repository, repository.ancestry(tip), store);
    return differing(describe(tipOf(repository, tip, store), store), describeAtOnce(repository, tip));
}

Breach theOrderOfFetchingDoesNotMatter(const ImaginedRepository& repository, unsigned seed) {
    Dice dice(seed);
    MemoryHistoryStore store;
    for (unsigned fetches = 1 + dice.pick(3); fetches > 0; --fetches) {
        indexImagined(repository, repository.ancestry(dice.pick(repository.commits.size())), store);
    }
    indexImagined(repository, repository.inOrder(), store);
    const std::size_t tip = repository.tip();
    return differing(describe(tipOf(repository, tip, store), store), describeAtOnce(repository, tip));
}

Breach interruptionDoesNotMatter(const ImaginedRepository& repository, unsigned seed) {
    Dice dice(seed);
    MemoryHistoryStore store;
    for (bool whole = false; !whole;) {
        history::TextTable texts;
        Countdown countdown(5 + dice.pick(120));
        FailingStore failing(store, countdown);
        FailingSource source(repository, texts, countdown);
        try {
            indexImagined(repository, repository.inOrder(), failing, source, 1 + dice.pick(4));
            whole = true;
        } catch (const Interrupted&) {
            if (dice.oneIn(8)) indexImagined(repository, repository.inOrder(), store, 1); // At last undisturbed.
        }
    }
    const std::size_t tip = repository.tip();
    return differing(describe(tipOf(repository, tip, store), store), describeAtOnce(repository, tip));
}

/// Scans at random commits, each in a process of its own, build on each other where they can.
Breach buildingOnAnotherTipDoesNotMatter(const ImaginedRepository& repository, unsigned seed) {
    Dice dice(seed);
    MemoryHistoryStore store;
    for (std::size_t tip = dice.pick(3); tip < repository.commits.size(); tip += 1 + dice.pick(3)) {
        scanImagined(repository, tip, store);
        const TipState& kept = store.states.at(*store.findCommit(repository.commits[tip].id));
        if (auto breach = differing(describe(kept, store), describe(tipOf(repository, tip, store), store))) {
            return breach;
        }
    }
    return std::nullopt;
}

/// The items that stand in a commit, one entry for each place.
std::vector<ItemNo> standingAt(const ImaginedRepository& repository, std::size_t commit, HistoryStore& store) {
    history::TextTable texts;
    history::Chronicle chronicle(store);
    ImaginedSource source(repository, texts);
    history::StandingLookup lookup(chronicle, source);
    std::vector<ItemNo> items;
    const CommitNo number = *chronicle.findCommit(repository.commits[commit].id);
    for (const auto& [path, blob] : repository.commits[commit].blobs) {
        const HistoryRecord* record = lookup.find(number, chronicle.pathNo(path), blob);
        if (record == nullptr) continue;
        for (const Standing& standing : record->standing) items.push_back(standing.item);
    }
    return items;
}

enum class EndedBefore : std::uint8_t { LeaveOut, Include };

/// All names of what is open at a commit, or had ended before it.
std::set<ItemNo> namesAt(const ImaginedRepository& repository, std::size_t commit, HistoryStore& store,
                         EndedBefore ended) {
    std::set<ItemNo> names;
    const TipState tip = tipOf(repository, commit, store);
    for (const TipItem& item : tip.items) {
        const bool wasEnded = item.ended != kNoNumber && item.ended != tip.commit;
        if (item.ended != kNoNumber && (ended == EndedBefore::LeaveOut || !wasEnded)) continue;
        names.insert(item.standing.item);
        names.insert(item.aliases.begin(), item.aliases.end());
    }
    return names;
}

Breach mergesIntroduceNothingThatAParentHas(const ImaginedRepository& repository, unsigned) {
    MemoryHistoryStore store;
    indexImagined(repository, repository.inOrder(), store);
    for (const StoredItem& item : store.allItems()) {
        const CommitId id = store.commit(item.introduced).id;
        const auto merge = std::ranges::find(repository.commits, id, &ImaginedRepository::Node::id);
        if (merge->parents.size() < 2) continue;
        const std::string title = foldTitle(store.text(item.text).annotation.title);
        if (title.size() < kTellingTitleBytes) continue;
        const auto at = static_cast<std::size_t>(merge - repository.commits.begin());
        const std::set<ItemNo> here = namesAt(repository, at, store, EndedBefore::Include);
        for (const std::size_t parent : merge->parents) {
            for (const ItemNo there : standingAt(repository, parent, store)) {
                if (!here.contains(there) && foldTitle(store.text(store.item(there).text).annotation.title) == title) {
                    return "merge " + toHex(id).substr(0, 8) + " introduced " + item.id.value + " (" + title +
                           ") and lost " + store.item(there).id.value + " of a parent";
                }
            }
        }
    }
    return std::nullopt;
}

Breach aMergeOfOneSideDoesNothing(const ImaginedRepository& repository, unsigned seed) {
    Dice dice(seed);
    ImaginedRepository grown = repository;
    const std::size_t ours = grown.tip();
    const std::size_t theirs = dice.pick(ours + 1);
    const std::size_t merge = grown.commit({theirs, ours}, grown.commits[ours].tree, "merge");
    MemoryHistoryStore store;
    indexImagined(grown, grown.inOrder(), store);
    const CommitNo number = *store.findCommit(grown.commits[merge].id);
    for (const StoredEvent& event : store.allEvents()) {
        if (event.commit == number) return "the merge did something to " + store.item(event.item).id.value;
    }
    return std::nullopt;
}

/// "path:line" of what stands, by item and by text.
Breach openIsWhatStandsInTheTree(const ImaginedRepository& repository, unsigned seed) {
    Dice dice(seed);
    MemoryHistoryStore store;
    indexImagined(repository, repository.inOrder(), store);
    const std::size_t tip = dice.oneIn(2) ? repository.tip() : dice.pick(repository.commits.size());
    std::multiset<std::string> open;
    for (const TipItem& item : tipOf(repository, tip, store).items) {
        if (item.ended != kNoNumber) continue;
        open.insert(store.path(item.path) + ':' + std::to_string(item.standing.line));
        for (const TipItem::Also& also : item.also) {
            open.insert(store.path(also.path) + ':' + std::to_string(also.line));
        }
    }
    std::multiset<std::string> standing;
    for (const auto& [path, bytes] : repository.commits[tip].tree) {
        for (const Annotation& annotation : readSimply(bytes)) {
            standing.insert(path + ':' + std::to_string(annotation.range.line));
        }
    }
    if (open == standing) return std::nullopt;
    std::string text = "stands:";
    for (const std::string& place : standing) text += ' ' + place;
    text += "\nopen:";
    for (const std::string& place : open) text += ' ' + place;
    return text + '\n';
}

/// A life begins with an introduction, ends in an ending if and only if the item has ended, and at the same commit.
Breach theLifeOfAnItemTellsItsState(const ImaginedRepository& repository, unsigned seed) {
    Dice dice(seed);
    MemoryHistoryStore store;
    indexImagined(repository, repository.inOrder(), store);
    const TipState tip =
        tipOf(repository, dice.oneIn(2) ? repository.tip() : dice.pick(repository.commits.size()), store);
    for (const TipItem& item : tip.items) {
        const auto life = lifeOf(item, tip, store);
        const std::string name = store.item(item.standing.item).id.value;
        if (life.empty()) return name + " has no life";
        const bool begins = life.front().kind == EventKind::Introduced || life.front().kind == EventKind::Copied;
        if (!begins) return name + " does not begin\n" + describe(tip, store);
        const auto tells = [&](const StoredEvent& event) {
            return event.ending && event.commit == item.ended && *event.ending == item.ending;
        };
        if (item.ended != kNoNumber && std::ranges::none_of(life, tells)) {
            return name + " has ended and its life does not say when\n" + describe(tip, store);
        }
        if (item.ended == kNoNumber && life.back().ending) {
            return name + " is open and its life ends\n" + describe(tip, store);
        }
    }
    return std::nullopt;
}

/// Whether a commit with this tree on top of the tip keeps every item: nothing begins, ends or comes back, and what was
/// open is open, if only under another of its names.
Breach keepsAll(const ImaginedRepository& repository, const Tree& changed) {
    ImaginedRepository grown = repository;
    const std::size_t before = grown.tip();
    const std::size_t after = grown.commit({before}, changed, "tidy up");
    MemoryHistoryStore store;
    indexImagined(grown, grown.inOrder(), store);
    const TipState was = tipOf(grown, before, store);
    const TipState is = tipOf(grown, after, store);
    const auto isOpen = [](const TipItem& item) { return item.ended == kNoNumber; };
    const std::set<ItemNo> names = namesAt(grown, after, store, EndedBefore::LeaveOut);
    const bool kept = std::ranges::count_if(was.items, isOpen) == std::ranges::count_if(is.items, isOpen) &&
                      std::ranges::all_of(was.items, [&](const TipItem& item) {
                          return !isOpen(item) || names.contains(item.standing.item);
                      });
    const auto events = store.allEvents();
    const bool quiet = std::ranges::none_of(events, [&](const StoredEvent& event) {
        const bool begins = event.kind == EventKind::Introduced || event.kind == EventKind::Copied;
        return event.commit == is.commit && (begins || event.ending || event.kind == EventKind::Reopened);
    });
    if (kept && quiet) return std::nullopt;
    return "after it:\n" + describe(is, store) + "before it:\n" + describe(was, store);
}

Breach renamingFoldersKeepsAll(const ImaginedRepository& repository, unsigned) {
    return keepsAll(repository, withFoldersRenamed(repository.commits.back().tree));
}

Breach reindentingKeepsAll(const ImaginedRepository& repository, unsigned) {
    return keepsAll(repository, reindented(repository.commits.back().tree));
}

Breach changingTheCommentStyleKeepsAll(const ImaginedRepository& repository, unsigned) {
    return keepsAll(repository, withBlockComments(repository.commits.back().tree));
}

Breach reorderingFunctionsKeepsAll(const ImaginedRepository& repository, unsigned seed) {
    Dice dice(seed);
    return keepsAll(repository, withFunctionsReordered(repository.commits.back().tree, dice));
}

constexpr std::array kLaws{
    Law{"batches do not matter", batchesDoNotMatter},
    Law{"the order of indexing does not matter", theOrderOfIndexingDoesNotMatter},
    Law{"what else was fetched does not matter", whatElseWasFetchedDoesNotMatter},
    Law{"the order of fetching does not matter", theOrderOfFetchingDoesNotMatter},
    Law{"interruption does not matter", interruptionDoesNotMatter},
    Law{"building a tip on another one does not matter", buildingOnAnotherTipDoesNotMatter},
    Law{"merges introduce nothing that a parent has", mergesIntroduceNothingThatAParentHas},
    Law{"a merge that takes one side does nothing", aMergeOfOneSideDoesNothing},
    Law{"open is what stands in the tree", openIsWhatStandsInTheTree},
    Law{"the life of an item tells its state", theLifeOfAnItemTellsItsState},
    Law{"renaming folders introduces and ends nothing", renamingFoldersKeepsAll},
    Law{"reindenting introduces and ends nothing", reindentingKeepsAll},
    Law{"changing the style of comments introduces and ends nothing", changingTheCommentStyleKeepsAll},
    Law{"reordering functions introduces and ends nothing", reorderingFunctionsKeepsAll},
};

} // namespace

std::span<const Law> laws() { return kLaws; }

} // namespace paydown::tests
