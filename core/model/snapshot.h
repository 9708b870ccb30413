// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/annotation.h"
#include "core/model/decision.h"
#include "core/model/history.h"

#include <memory>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace paydown {

/// A commit as the facts about an item quote it.
struct CommitRef {
    CommitId commit;
    Person author;         ///< Nobody at a boundary: who made that commit need not have written what stands there.
    Timestamp date;        ///< Author date.
    bool boundary = false; ///< At or before this commit: the clone is shallow.
    Timestamp committed{}; ///< When it came to be as it is: later than `date` after a rebase or an amend.
    std::vector<Person> coAuthors{};
};

/// What facts quote of a commit.
[[nodiscard]] inline CommitRef quoted(Commit commit) {
    CommitRef ref{commit.id, {}, commit.authored, commit.boundary, commit.committed, {}};
    if (commit.boundary) return ref;
    ref.author = std::move(commit.author);
    ref.coAuthors = std::move(commit.coAuthors);
    return ref;
}

/// How and when an item ended.
struct Ending {
    CommitRef at;
    EndingKind kind = EndingKind::Paid;
};

/// One commit that touched the code around an item: when, and by whom.
struct Touch {
    Date day;
    std::uint32_t author = 0; ///< Index into Snapshot::people.
};

/// A debt item as it is at one tip, before anything people decided: history's facts.
struct Item {
    ItemId id; ///< Empty while pending.
    Place place;
    std::string language;  ///< Id of the language table: "cpp".
    Annotation annotation; ///< As it stands, or as it stood last.
    std::vector<Place> also;
    std::vector<ItemId> aliases;  ///< Further names that mean it.
    std::vector<ItemId> adopted;  ///< Those of them that rewritten history left without an item: decisions came along.
    std::optional<ItemId> parent; ///< The item that this one is a copy of.
    std::optional<CommitRef> introduced; ///< None while pending or without history.
    std::optional<CommitRef> changed;    ///< The last commit with an event of it.
    std::optional<Ending> ended;
    bool onBranchOnly = false; ///< Stands at this tip, and the mainline has never had it.
    /// Commits that touched the code it is about (its symbol, else 20 lines on each side) since it was introduced,
    /// newest first; merges are none. Null while interest has not been read.
    std::shared_ptr<const std::vector<Touch>> touches;
    /// Days on which commits of the last years changed its file under its present path, newest first; merges are none.
    /// Shared by the items of a file. Null while not read, and for what a ledger says.
    std::shared_ptr<const std::vector<Date>> fileChanges;
    std::uint32_t codeLines = 0; ///< How many lines the code has that it is about; 0 while not known.
};

/// Everything known about one repository at one moment. Immutable once built; shared by threads through
/// std::shared_ptr<const Snapshot>.
struct Snapshot {
    std::string repository; ///< Root of the work tree, or of a bare repository, or the plain directory.
    std::string name;       ///< Last component of it, for people.
    std::optional<CommitId> head;
    std::string headName;    ///< "main", or abbreviated hex when detached.
    std::string revision;    ///< "v2.0": what stood there was asked for; empty for what stands here now.
    Timestamp asOf;          ///< When it was read; for a revision, when that was committed.
    std::vector<Item> items; ///< Open ones by path and line, then ended ones, newest ending first.
    std::vector<Person> people;
    std::vector<Date> lastCommitOf; ///< Parallel to people: the day of their newest commit. Empty while not known.
    std::unordered_map<ItemId, DecidedItem, ItemIdHash> decided;
    std::vector<Date> closedPeriods; ///< Start dates of periods that were closed, ascending.
    std::vector<SkippedFile> skipped;
    std::uint64_t commitCount = 0; ///< Commits whose history has been read.
    bool historyComplete = false;  ///< False while a walk is under way or for a plain directory.
    bool shallow = false;
};

using SnapshotPtr = std::shared_ptr<const Snapshot>;

} // namespace paydown
