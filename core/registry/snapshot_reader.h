// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/snapshot.h"
#include "core/registry/history_reader.h"
#include "core/registry/registry_handle.h"

#include <memory>
#include <optional>
#include <string>

namespace paydown {

/// Whose snapshot is wanted.
struct SnapshotRequest {
    std::string repository; ///< As Snapshot::repository, name and headName.
    std::string name;
    std::string headName;
    std::optional<CommitId> tip;      ///< None for a repository without commits.
    std::optional<CommitId> mainline; ///< What stands at the tip but not here is "on this branch".
    EndedItems ended = EndedItems::Leave;
};

/// What the registry knows about a tip, decisions included, as of one moment. Where the tip has not been read yet, the
/// one used last stands in: Snapshot::head says which it is, and historyComplete is false. Without any, only what was
/// decided is in it. The caller may change it before others share it. @throws RegistryError, Error
[[nodiscard]] std::shared_ptr<Snapshot> readSnapshot(RegistryHandle& registry, const SnapshotRequest& request);

/// Reads decisions into a snapshot, by the ids that its items have now:
/// - an alias hands its decisions to its item;
/// - an id that is not of the tip's ancestry (amended, rebased, squashed away) hands them to the item with an equal
///   path, title and order at its introduction, first with equal author and author date, else if there is only one; it
///   becomes an alias of that item;
/// - an address names the item with an equal path, title and order; all else is kept in the registry, and waits.
/// Called by readSnapshot(); again for a snapshot whose items were changed. @throws RegistryError, Error
void readDecisions(RegistryHandle& registry, Snapshot& snapshot);

} // namespace paydown
