// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/format/words.h"

#include "core/model/names.h"

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

std::string endingsByKind(std::span<const std::size_t> counts) {
    std::string text;
    for (std::size_t kind = 0; kind < counts.size(); ++kind) {
        if (counts[kind] == 0) continue;
        text += fmt::format("{}{} {}", text.empty() ? "" : ", ", groupedDigits(counts[kind]),
                            nameOf(static_cast<EndingKind>(kind)));
    }
    return text;
}

} // namespace paydown::cli
