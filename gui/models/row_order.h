// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/backend/desk_state.h"
#include "gui/models/columns.h"

#include <vector>

namespace paydown::gui {

/// Sorts rows by one column, stably; what has no value comes last either way. Pure and thread-safe.
void sortRows(std::vector<std::uint32_t>& rows, const Worklist& worklist, Column column, bool descending);

} // namespace paydown::gui
