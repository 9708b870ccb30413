// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/config/config.h"
#include "core/model/item_view.h"
#include "core/model/snapshot.h"
#include "core/schedule/plan.h"
#include "core/triage/assess.h"
#include "scanner/annotations/word_census.h"

#include <memory>
#include <stop_token>
#include <string>
#include <vector>

namespace paydown {

namespace git {
class Repository;
}
class RegistryHandle;
struct CheckoutState;

/// How front ends open a place.
struct CheckoutOptions {
    std::string directory = "."; ///< Anywhere inside of the work tree, or a plain directory.
    std::string registryPath;    ///< --registry; empty: PAYDOWN_REGISTRY, else inside of the repository.
};

/// What a scan did.
struct RefreshSummary {
    std::uint64_t commits = 0;        ///< Commits read by this scan.
    std::uint64_t blobs = 0;          ///< Distinct file versions read by this scan.
    std::uint64_t open = 0;           ///< Items open at the checked-out commit afterwards.
    std::uint64_t introduced = 0;     ///< Items that this scan found for the first time.
    std::uint64_t ended = 0;          ///< Endings that this scan found.
    double seconds = 0;               ///< Wall time.
    bool waited = false;              ///< Another scan was at work first.
    std::vector<std::string> notices; ///< Shallow clone, replace refs, gaps: one sentence each.
};

/// Which parts of a snapshot are wanted.
struct LoadOptions {
    bool workTree = true;  ///< Read the files too: pending items, and lines as they stand on disk.
    bool ended = false;    ///< Ended items as well.
    bool mentions = false; ///< Tags in mid-sentence as well.
    bool all = false;      ///< Ignored, generated and vendored files too.
    std::string revision;  ///< What stood at this commit ("v2.0"), as of its day; nothing of the work tree then.
};

/// An event with the commit that did it, for the life of an item.
struct ToldEvent {
    Event event;
    CommitRef commit;
    std::string summary; ///< First line of the commit's message.
    /// For an ending: the commit of the mainline that brought it in, a merge where it was made on a branch, the
    /// ending's own where it was made on the mainline. None while it is not in the mainline.
    std::optional<CommitRef> landed;
};

/// Lines of code around an annotation.
struct SourceLines {
    std::uint32_t firstLine = 1;    ///< Number of lines[0].
    std::vector<std::string> lines; ///< Without line ends, bytes as in the file.
    std::string problem;            ///< Why there are none: "the file is gone from the work tree".
};

/// A place that people work in: a git repository with its registry and configuration, or a plain directory. Front ends
/// open one per thread; opening takes a few milliseconds.
class Checkout {
public:
    /// @throws Error when the directory does not exist, the repository cannot be read, the configuration is broken.
    explicit Checkout(const CheckoutOptions& options);
    ~Checkout();
    Checkout(Checkout&&) noexcept;
    Checkout(const Checkout&) = delete;
    Checkout& operator=(const Checkout&) = delete;

    [[nodiscard]] bool isGit() const;
    [[nodiscard]] const std::string& root() const; ///< Absolute path without a final '/'.
    [[nodiscard]] const std::string& name() const; ///< For people: the last component of root().
    [[nodiscard]] const Config& config() const;
    [[nodiscard]] const Person& me() const; ///< user.name and user.email; empty when not set.
    [[nodiscard]] Date today() const;       ///< At the configuration's utc_offset.

    /// @pre isGit()
    [[nodiscard]] git::Repository& repository();
    /// Opens the registry when first asked. @pre isGit() @throws Error when it cannot be opened.
    [[nodiscard]] RegistryHandle& registry();
    /// Whether a registry with history exists; opens nothing for writing.
    [[nodiscard]] bool hasBeenScanned();

    /// Reads what is new in tree and history into the registry. Waits for another scan that is under way.
    /// @pre isGit() @throws Cancelled when stopped, with the registry consistent.
    RefreshSummary refresh(const ProgressSink& progress, const std::stop_token& stop);

    /// refresh() if the checked-out commit has not been read yet and no other scan is at work; otherwise nothing. What
    /// makes `list` true right after a commit.
    void catchUp(const ProgressSink& progress, const std::stop_token& stop);
    /// Sees to it that it is known what stands at this commit too. Reads only commits that no tip before it had; waits
    /// for another scan. @pre hasBeenScanned() @throws Error when the revision names no commit.
    void catchUpWith(const std::string& revision, const ProgressSink& progress, const std::stop_token& stop);

    /// What is known now: history from the registry where it has been read, matched with the files where asked for.
    [[nodiscard]] SnapshotPtr load(const LoadOptions& options, const std::stop_token& stop = {});

    /// load() assessed: states, ranks, facts.
    [[nodiscard]] WorklistPtr assess(SnapshotPtr snapshot);

    /// The life of an item up to the checked-out commit, or up to a revision, oldest event first; empty when its
    /// history has not been read.
    [[nodiscard]] std::vector<ToldEvent> eventsOf(const ItemId& item, const std::string& revision = {});
    /// Everything that happened to any item in the history of the checked-out commit, or of a revision, oldest first.
    [[nodiscard]] std::vector<ToldEvent> allEvents(const std::string& revision = {});

    /// The code around an item: from the work tree or the revision, for ended items from the commit before their end.
    [[nodiscard]] SourceLines excerpt(const Item& item, int linesOnEachSide, const std::string& revision = {});

    /// The commits of "A..B". @throws Error when a side names no commit.
    [[nodiscard]] CommitSet commitsOfRange(const std::string& range);

    /// Writes decisions as one batch, log first. @param changes name items by index into the snapshot's items; an empty
    /// id and index past the end concerns the plan itself. @returns the number of records written.
    /// @throws Error for pending items ("commit first") and for values that a field does not take; then nothing is
    /// written.
    std::size_t decide(const Snapshot& snapshot, const std::vector<FieldChange>& changes, const std::string& note);
    /// Which words this place really marks debt with, most frequent first, for `paydown init`. @throws Cancelled
    [[nodiscard]] std::vector<annotations::CensusWord> countWords(const std::stop_token& stop = {});

    /// Takes back this person's last action in this clone. @returns the items it concerned; 0 when there was none.
    std::size_t undo();

private:
    std::unique_ptr<CheckoutState> m_state;
};

} // namespace paydown
