// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/snapshot.h"
#include "scanner/tree/tree_reader.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace paydown {

/// Reads one version of a file; nothing when there is none.
using ReadVersion = std::function<std::optional<std::string>(std::string_view path)>;

/// Matches what stands at HEAD with the files on disk: items keep their ids and lives and take lines and texts as they
/// stand on disk, what no commit holds becomes a pending item, and what the disk no longer holds is left out. An item
/// of several places stands in those that the disk still has.
/// @param standing open items at HEAD, in any order.
/// @param onDisk every file of the work tree that holds annotations, by path.
/// @param atHead,onDiskBytes called only for paths where the annotations differ.
/// @return open items by path and line.
[[nodiscard]] std::vector<Item> matchWorkTree(std::vector<Item> standing, std::vector<FileOnDisk> onDisk,
                                              const ReadVersion& atHead, const ReadVersion& onDiskBytes);

} // namespace paydown
