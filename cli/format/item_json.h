// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/item_view.h"

#include <nlohmann/json_fwd.hpp>

namespace paydown::cli {

/// An item in the JSON that docs/formats.md promises: versioned, additive. Invalid UTF-8 becomes U+FFFD, with
/// "path_bytes" or "title_bytes" in base64 beside it.
[[nodiscard]] nlohmann::ordered_json itemJson(const ItemView& view);

/// The members around the items of `list --format json`: version, repository, head, as_of.
[[nodiscard]] nlohmann::ordered_json envelopeJson(const Snapshot& snapshot);

/// A commit as events and items quote it.
[[nodiscard]] nlohmann::ordered_json commitJson(const CommitRef& commit);

} // namespace paydown::cli
