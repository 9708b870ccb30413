// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace paydown::cli {

/// 41200 → "41,200".
[[nodiscard]] std::string groupedDigits(std::uint64_t number);

/// "1 item", "3 items": the plural is the singular with an s unless given.
[[nodiscard]] std::string counted(std::uint64_t number, std::string_view singular, std::string_view plural = {});

/// Minutes as people write effort: "30m", "4h", "2d", "1.5d" (1d = 8h).
[[nodiscard]] std::string formatEffort(std::chrono::minutes effort);

/// "1,204 paid, 380 dropped": kinds that occur, in their order; empty where there is none. @param counts by EndingKind
[[nodiscard]] std::string endingsByKind(std::span<const std::size_t> counts);

} // namespace paydown::cli
