// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/date.h"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace paydown {

/// A day as people name it: everything that parseDue() reads, and seen from today: "today", "tomorrow", "fri" (the next
/// one, never today), "q3" (the end of the next such quarter that is not over), "+3d", "+2w", "+1mo", "+1y".
[[nodiscard]] std::optional<Date> parseDateWord(std::string_view typed, Date today);

/// An effort as people name it: "30m", "4h", "2d", "1w", "1d4h", "1.5d"; 1d = 8h, 1w = 5d; up to ten years.
[[nodiscard]] std::optional<std::chrono::minutes> parseEffort(std::string_view typed);

/// An effort in its largest units: "2d 4h".
[[nodiscard]] std::string formatEffort(std::chrono::minutes effort);

} // namespace paydown
