// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stop_token>

namespace paydown::cli {

/// From now on the first Ctrl-C (or SIGTERM) requests a stop, and work ends at its next check with the registry
/// consistent; a second one ends the process at once. A closed pipe is an error of write(), not a signal.
void installInterruptHandler();

/// The token that the handler stops.
[[nodiscard]] std::stop_token interruptToken();

} // namespace paydown::cli
