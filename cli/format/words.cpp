// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/format/words.h"

#include <fmt/format.h>

namespace paydown::cli {

std::string groupedDigits(std::uint64_t number) {
    std::string digits = std::to_string(number);
    for (std::size_t at = digits.size(); at > 3;) {
        at -= 3;
        digits.insert(at, ",");
    }
    return digits;
}

std::string counted(std::uint64_t number, std::string_view singular, std::string_view plural) {
    if (number == 1) return fmt::format("1 {}", singular);
    return plural.empty() ? fmt::format("{} {}s", groupedDigits(number), singular)
                          : fmt::format("{} {}", groupedDigits(number), plural);
}

std::string formatEffort(std::chrono::minutes effort) {
    constexpr int kMinutesPerDay = 480;
    const auto minutes = effort.count();
    if (minutes % kMinutesPerDay == 0) return fmt::format("{}d", minutes / kMinutesPerDay);
    if (minutes > kMinutesPerDay && minutes % (kMinutesPerDay / 2) == 0) {
        return fmt::format("{}.5d", minutes / kMinutesPerDay);
    }
    return minutes % 60 == 0 ? fmt::format("{}h", minutes / 60) : fmt::format("{}m", minutes);
}

} // namespace paydown::cli
