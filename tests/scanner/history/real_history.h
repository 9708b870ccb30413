// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/registry/database.h"
#include "core/registry/history_store_sqlite.h"
#include "tests/scanner/history/imagined_repository.h"
#include "tests/support/scratch_objects.h"
#include "tests/support/scratch_repository.h"

#include <memory>
#include <string>
#include <vector>

namespace paydown::tests {

/// An imagined history as a real git repository. Its tip is the branch main, other heads are h1, h2 …
class RealHistory {
public:
    explicit RealHistory(const ImaginedRepository& imagined);

    [[nodiscard]] const std::string& path() const { return m_folder.path(); }
    [[nodiscard]] const std::vector<CommitId>& ids() const { return m_ids; } ///< By imagined commit.
    [[nodiscard]] const std::vector<TreeId>& trees() const { return m_trees; }
    /// The imagined history with the names that git gave to its commits.
    [[nodiscard]] const ImaginedRepository& named() const { return m_named; }

private:
    testing::ScratchFolder m_folder;
    testing::ScratchObjects m_objects;
    ImaginedRepository m_named;
    std::vector<CommitId> m_ids;
    std::vector<TreeId> m_trees;
};

/// A registry of its own.
class RealRegistry {
public:
    RealRegistry();
    [[nodiscard]] HistoryStore& store() { return m_store; }
    [[nodiscard]] Database& database() { return m_database; }

private:
    testing::ScratchFolder m_folder;
    Database m_database;
    HistoryStoreSqlite m_store;
};

/// The real walk, with all defaults, from a handle of its own.
void indexReal(const std::string& directory, const std::vector<CommitId>& tips, HistoryStore& store);

/// The imagined walk into the same kind of registry.
void indexImaginedWithTip(const ImaginedRepository& repository, std::size_t tip, HistoryStore& store);

/// What a registry holds of a tip, in words that hold in every clone: items, places, endings, aliases and lives.
[[nodiscard]] std::string describeStored(Database& database, const CommitId& tip);

} // namespace paydown::tests
