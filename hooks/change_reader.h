// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/config.h"
#include "core/git/repository.h"
#include "core/model/object_id.h"
#include "core/policy/policy.h"
#include "scanner/tree/file_reader.h"

#include <functional>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace paydown::hooks {

/// Where open debts stand at a commit, one path for each, for who knows it without reading the files; nothing for a
/// commit that is not known. May be empty.
using OpenPaths = std::function<std::optional<std::vector<std::string>>(const CommitId& commit)>;

/// What the next commit adds, changes and ends, seen against HEAD, at the end of a merge against every parent. Reads
/// staged blobs only, never the work tree, and needs no registry. Moves, renames, reformatting and lines edited
/// elsewhere are nothing. Cost grows with what is staged, not with the repository, but for a budget below whose path
/// the commit adds: then HEAD's files there are read, unless it is known what they hold. The end of a merge is held to
/// no budget.
/// @throws Error when the index or an object cannot be read.
[[nodiscard]] DebtChanges readIndexChanges(const git::Repository& repository, const FileReader& reader,
                                           const ScanSettings& settings, std::span<const BudgetConfig> budgets = {},
                                           const OpenPaths& known = {});

/// What `to` adds, changes and ends beyond `from`, as one change. @throws Error, Cancelled
[[nodiscard]] DebtChanges readRangeChanges(const git::Repository& repository, const CommitId& from, const CommitId& to,
                                           const FileReader& reader, const ScanSettings& settings,
                                           std::span<const BudgetConfig> budgets = {},
                                           const std::stop_token& stop = {});

} // namespace paydown::hooks
