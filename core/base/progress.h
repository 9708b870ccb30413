// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <cstdint>
#include <functional>
#include <stop_token>
#include <string_view>

namespace paydown {

/// How far a long operation is. Totals may grow while it runs; zero means not known yet.
struct Progress {
    std::string_view phase;  ///< What is being done, for people: "reading blobs". Points to a literal.
    std::uint64_t done = 0;  ///< Units finished in this phase.
    std::uint64_t total = 0; ///< Units in this phase, 0 while unknown.
};

/// Receives progress. Called from worker threads, one call at a time, at most some tens of times a second.
using ProgressSink = std::function<void(const Progress&)>;

/// Throws Cancelled when a stop was requested.
inline void throwIfStopped(const std::stop_token& stop) {
    if (stop.stop_requested()) throw Cancelled();
}

} // namespace paydown
