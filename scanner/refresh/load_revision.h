// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scanner/refresh/checkout_state.h"
#include "scanner/tree/tree_reader.h"

#include <stop_token>
#include <vector>

namespace paydown {

/// Items without a history: a plain directory, or a repository or commit whose history has not been read.
[[nodiscard]] std::vector<Item> itemsWithoutHistory(std::vector<FileOnDisk> files);

/// What stood at options.revision, as of the day of that commit: with its history where the registry has it, else what
/// its tree says. @throws Error when it names no commit.
[[nodiscard]] SnapshotPtr loadRevision(CheckoutState& place, const LoadOptions& options, const std::stop_token& stop);

} // namespace paydown
