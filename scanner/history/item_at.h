// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/history_store.h"
#include "scanner/history/standing.h"

#include <optional>

namespace paydown::history {

/// The item that a former name means: the one that stands in that version of that file with an equal title, by order or
/// by the line, else at the line, else with the most similar title (identity, section 3). Nothing when the commit has
/// not been read, or nothing like it stands there.
[[nodiscard]] std::optional<ItemNo> itemAt(const FormerName& name, Chronicle& chronicle, HistorySource& source,
                                           StandingLookup& lookup);

} // namespace paydown::history
