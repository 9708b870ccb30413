// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/snapshot.h"
#include "core/registry/database.h"

#include <memory>
#include <optional>
#include <vector>

namespace paydown {

/// Which items of a tip are wanted.
enum class EndedItems : std::uint8_t { Leave, Read };

/// What history says of one tip: the part of a Snapshot that no decision changes.
struct TipHistory {
    std::vector<Item>
        items; ///< Open ones by path and line, then ended ones, newest ending first. onBranchOnly is unset.
    std::vector<Person> people;     ///< After .mailmap.
    std::vector<Date> lastCommitOf; ///< Parallel to people.
    std::vector<SkippedFile> skipped;
    std::uint64_t commitCount = 0; ///< Commits that have been read, of all tips.
    bool shallow = false;
};

/// Reads what HistoryStoreSqlite wrote, for showing it. On the connection's thread; failures are RegistryError.
class HistoryReader {
public:
    /// @param database must outlive the reader.
    explicit HistoryReader(Database& database);
    ~HistoryReader();

    /// Whether it is known what stands at a commit.
    [[nodiscard]] bool hasTip(const CommitId& tip);
    /// How many items are open at a tip; 0 when it is not known.
    [[nodiscard]] std::uint64_t countOpen(const CommitId& tip);
    /// The tip used last, for when the wanted one has not been read yet.
    [[nodiscard]] std::optional<CommitId> latestTip();
    /// Nothing when the tip is not known.
    [[nodiscard]] std::optional<TipHistory> readTip(const CommitId& tip, EndedItems ended);
    /// Ids of all that a tip's history holds, ended ones and aliases included, ascending: to tell what is on a branch
    /// only.
    [[nodiscard]] std::vector<ItemId> knownIds(const CommitId& tip);

    /// Every event of an item and of its aliases in the ancestry of a commit that has been read, parents' before
    /// children's.
    [[nodiscard]] std::vector<Event> eventsOf(const ItemId& item, const CommitId& tip);
    /// All events in the ancestry of a commit that has been read, children's before parents'; at most `limit`.
    [[nodiscard]] std::vector<Event> eventsBefore(const CommitId& tip, std::size_t limit = SIZE_MAX);
    /// A commit that has been read; its parents' ids included. The summary is kept for commits with events only.
    [[nodiscard]] std::optional<Commit> commit(const CommitId& id);

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace paydown
