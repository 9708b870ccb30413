// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/backend/desk_state.h"

namespace paydown::gui {

/// Arranges what people placed by owner and period; capacity and load are the planner's. Pure.
[[nodiscard]] PlanGrid makePlanGrid(const Worklist& worklist, const Config& config);

} // namespace paydown::gui
