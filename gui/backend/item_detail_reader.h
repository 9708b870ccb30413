// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/short_ids.h"
#include "gui/backend/desk_requests.h"

namespace paydown {
class Checkout;
}

namespace paydown::gui {

/// Reads what is shown of one item alone: its code in colours, its life, the facts behind its rank. Some milliseconds;
/// called on a worker's thread. @throws Error as Checkout
[[nodiscard]] ItemDetailPtr readItemDetail(Checkout& checkout, const DeskState& state, std::uint32_t item,
                                           const ShortIds& ids);

} // namespace paydown::gui
