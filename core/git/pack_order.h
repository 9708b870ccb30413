// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Inside of core/git only: where packs store objects.

#include "core/model/object_id.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace paydown::git {

/// The indexes of ids in the order in which the packs of an objects folder (and its alternates) store them, pack by
/// pack; what no pack holds (loose objects, missing ones) comes last. Reads the index files of the packs, version 2;
/// one that is broken or of another version counts as not there: order is a matter of speed alone.
[[nodiscard]] std::vector<std::uint32_t> packOrder(const std::string& objectsFolder, std::span<const BlobId> ids);

} // namespace paydown::git
