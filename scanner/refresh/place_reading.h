// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scanner/refresh/checkout_state.h"
#include "scanner/tree/tree_reader.h"

#include <functional>
#include <stop_token>

namespace paydown {

/// How the files of a place are read.
struct PlaceReadOptions {
    Symbols symbols = Symbols::Read;
    Wanted wanted = Wanted::Annotations;
    bool all = false;             ///< As LoadOptions::all.
    std::function<void()> onWait; ///< As TreeReadOptions::onWait.
};

/// Reads the files of a work tree or a plain directory, part by part in the order of their paths. What files held is
/// kept from run to run (reading_cache.h): beside the registry where there is one, else in the user's cache folder.
/// @throws Error Cancelled
void readPlace(const CheckoutState& place, const PlaceReadOptions& options, const OnTreeReading& onReading,
               const std::stop_token& stop);

} // namespace paydown
