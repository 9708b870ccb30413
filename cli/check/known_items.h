// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/session.h"
#include "core/policy/policy.h"

#include <optional>
#include <string>
#include <vector>

namespace paydown::cli {

/// Adds to the endings of a change what the registry knows of the items: id and age. Without a registry, or with one
/// that cannot be asked, nothing is added: a check neither fails nor waits for it.
/// @param revision where they stood last; empty: what is checked out.
void nameEnded(Session& session, const std::string& revision, DebtChanges& changes);

/// Where open debts stand at HEAD, where its history has been read; nothing for any other commit. Neither reads files
/// nor waits for a scan.
[[nodiscard]] std::optional<std::vector<std::string>> openPathsAt(Session& session, const CommitId& commit);

/// Adds the ids of what a change adds and changes, as they stand at a commit. Reads the commits that the registry
/// lacks.
/// @returns whether the history of that commit is known, so that reports can go by ids.
bool nameAdded(Session& session, const std::string& revision, DebtChanges& changes);

} // namespace paydown::cli
