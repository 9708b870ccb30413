// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/config/config.h"
#include "core/report/period_facts.h"
#include "core/schedule/plan.h"
#include "scanner/annotations/word_census.h"
#include "scanner/refresh/checkout_types.h"

#include <functional>
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
    [[nodiscard]] WorklistPtr assess(SnapshotPtr snapshot, Extent extent = Extent::Whole);

    /// The same as if the configuration had one more rule, after those that it has.
    [[nodiscard]] WorklistPtr assessWith(const RuleConfig& rule, SnapshotPtr snapshot);

    /// Whether files alone say what is known: nobody has scanned, or there is no git.
    [[nodiscard]] bool readsFilesAlone();
    /// load() without items and skipped files: what a list says of the place before it reads anything.
    [[nodiscard]] SnapshotPtr emptySnapshot();
    /// load() and assess() file by file, so that the first lines are out while the tree is still being read.
    /// @pre readsFilesAlone() @param onWait called when nothing is ready to be handed on @throws Cancelled
    void loadInParts(const LoadOptions& options, const OnPart& onPart, const std::function<void()>& onWait,
                     const std::stop_token& stop = {});
    /// Every file and folder that is not read, whatever it holds, and why: ignored, generated, vendored, excluded,
    /// links, binary, too large, unknown language, unreadable. Of a bare repository, what load() says.
    void tellSkipped(const LoadOptions& options, const OnSkipped& onSkipped, const std::stop_token& stop = {});

    /// The life of an item up to the checked-out commit, or up to a revision, oldest event first; empty when its
    /// history has not been read.
    [[nodiscard]] std::vector<ToldEvent> eventsOf(const ItemId& item, const std::string& revision = {});
    /// Everything that happened to any item in the history of the checked-out commit, or of a revision, oldest first.
    [[nodiscard]] std::vector<ToldEvent> allEvents(const std::string& revision = {});

    /// The code around an item: from the work tree or the revision, for ended items from the commit before their end.
    [[nodiscard]] SourceLines excerpt(const Item& item, int linesOnEachSide, const std::string& revision = {});

    /// What a report says of the commits of a period and of the one before it. Debts that ended meanwhile are found by
    /// reading the versions that they stood in. @param snapshot with ended items; history has been read.
    /// @throws Cancelled @throws Error when a commit cannot be read.
    [[nodiscard]] PeriodFacts periodFacts(const Snapshot& snapshot, const ReportPeriod& period,
                                          const std::stop_token& stop = {});

    /// The commits of "A..B". @throws Error when a side names no commit.
    [[nodiscard]] CommitSet commitsOfRange(const std::string& range);

    /// Writes decisions as one batch: log first, then the clone's own git notes, so that amend and rebase carry them.
    /// @param changes name items by index into the snapshot's items; an empty id and index past the end concerns the
    /// plan itself. @throws Error for pending items ("commit first") and for values that a field does not take; then
    /// nothing is written.
    DecisionOutcome decide(const Snapshot& snapshot, const std::vector<FieldChange>& changes, const std::string& note);
    /// Which words this place really marks debt with, most frequent first, for `paydown init`. @throws Cancelled
    [[nodiscard]] std::vector<annotations::CensusWord> countWords(const std::stop_token& stop = {});

    /// Shares decisions with a remote; empty: the usual one. @pre isGit() @throws Error when it cannot be reached;
    /// nothing is lost then.
    SharedNews sync(const std::string& remote);
    /// How the decisions here stand to those of a remote. @pre isGit() @throws Error where there is no remote.
    [[nodiscard]] SyncStatus syncStatus(const std::string& remote);

    /// Takes back this person's last action in this clone; counts 0 when there was none.
    DecisionOutcome undo();

private:
    std::unique_ptr<CheckoutState> m_state;
};

} // namespace paydown
