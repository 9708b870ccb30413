// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/backend/desk_requests.h"

namespace paydown::gui {

/// What a verdict on this item would start from: the owner by the last changes, the effort as known or assumed, the
/// first period with room, when to look again. Pure and quick: called in the GUI thread.
[[nodiscard]] VerdictProposal proposeVerdict(const DeskState& state, std::uint32_t item);

} // namespace paydown::gui
