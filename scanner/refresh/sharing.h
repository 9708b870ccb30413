// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scanner/refresh/checkout_state.h"

#include <string>
#include <vector>

namespace paydown {

/// Puts what was decided into this clone's own git notes, so that amend and rebase carry it; the first time, makes git
/// do so. Never fails: what was decided is in the log. @returns what people should know, one sentence each.
[[nodiscard]] std::vector<std::string> publish(CheckoutState& place);

} // namespace paydown
