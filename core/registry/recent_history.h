// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/date.h"
#include "core/model/history.h"
#include "core/model/line_extent.h"
#include "core/model/snapshot.h"
#include "core/registry/database.h"

#include <span>
#include <string>
#include <vector>

namespace paydown {

/// A commit of a tip's history, with what stands at the tip and was touched by it.
struct RecentCommit {
    CommitId id;
    std::vector<ItemId> touched; ///< Open at the tip; the code around each of them (Item::touches). None for a merge.
    bool isMerge = false;
};

/// The ancestors of a commit that has been read, itself included, that were committed on a day or after it; parents
/// before children. Reads the commits once: some tens of milliseconds for a hundred thousand. @throws RegistryError
[[nodiscard]] std::vector<RecentCommit> readRecentCommits(Database& database, const CommitId& tip, Date since);

/// The code that an open item is about: lines of its file at the tip.
struct CodeOfItem {
    ItemId item;
    std::string path;
    LineExtent code;
};

/// Of all that is open at a tip and stands in code; items of ledgers are left out. Empty when the tip is not known.
/// @throws RegistryError
[[nodiscard]] std::vector<CodeOfItem> readCodeOfItems(Database& database, const CommitId& tip);

/// The commits of a tip's history, merges left out, that changed each path, newest first; authors are numbers that mean
/// something to each other only. Parallel to the paths. @throws RegistryError
[[nodiscard]] std::vector<std::vector<Touch>> readFileTouches(Database& database, const CommitId& tip,
                                                              std::span<const std::string> paths);

} // namespace paydown
