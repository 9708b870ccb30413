// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/object_id.h"
#include "core/registry/database.h"

#include <optional>
#include <unordered_set>

namespace paydown {

/// Commits by id.
using CommitIds = std::unordered_set<CommitId, ObjectIdHash>;

/// The introducing commits of items that are a commit or an ancestor of it: what was there when it was made. By the
/// parents that are stored, whatever the dates say; nothing of git is read. Some tens of milliseconds for a hundred
/// thousand commits. @returns nothing when the history of this commit has not been read. @throws RegistryError
[[nodiscard]] std::optional<CommitIds> introductionsUpTo(Database& database, const CommitId& commit);

} // namespace paydown
