// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decisions/date_words.h"

#include "core/base/text.h"

#include <array>
#include <charconv>
#include <cmath>
#include <fmt/format.h>

namespace paydown {

namespace {

using namespace std::chrono;

constexpr minutes kDay{8 * 60};
constexpr minutes kWeek = 5 * kDay;
constexpr minutes kMaxEffort = 520 * kWeek;
constexpr int kMaxAhead = 10000; ///< Of any unit: the result must stay a date.

std::optional<Date> nextWeekday(std::string_view word, Date today) {
    constexpr std::array<std::string_view, 7> kNames{"sunday",   "monday", "tuesday", "wednesday",
                                                     "thursday", "friday", "saturday"};
    if (word.size() < 3) return std::nullopt;
    for (unsigned i = 0; i < kNames.size(); ++i) {
        if (!kNames[i].starts_with(word)) continue;
        const days ahead = weekday{i} - weekday{today};
        return today + (ahead == days{0} ? days{7} : ahead);
    }
    return std::nullopt;
}

std::optional<Date> nextQuarter(std::string_view word, Date today) {
    if (word.size() != 2 || word[0] != 'q' || word[1] < '1' || word[1] > '4') return std::nullopt;
    const unsigned lastMonth = static_cast<unsigned>(word[1] - '0') * 3;
    const year thisYear = year_month_day{today}.year();
    const Date end = sys_days{thisYear / month{lastMonth} / last};
    return end >= today ? end : sys_days{(thisYear + years{1}) / month{lastMonth} / last};
}

/// The same day of another month, or its last day where the month is shorter.
Date addMonths(Date date, int count) {
    const year_month_day moved = year_month_day{date} + months{count};
    return moved.ok() ? sys_days{moved} : sys_days{moved.year() / moved.month() / last};
}

std::optional<Date> ahead(std::string_view word, Date today) {
    if (!word.starts_with('+')) return std::nullopt;
    word.remove_prefix(1);
    int count = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), count);
    if (error != std::errc() || count < 0 || count > kMaxAhead) return std::nullopt;
    const std::string_view unit(end, static_cast<std::size_t>(word.data() + word.size() - end));
    if (unit == "d") return today + days{count};
    if (unit == "w") return today + weeks{count};
    if (unit == "mo" && count <= 1200) return addMonths(today, count);
    if (unit == "y" && count <= 100) return addMonths(today, 12 * count);
    return std::nullopt;
}

std::optional<minutes> unitOf(char letter) {
    switch (letter) {
    case 'm': return minutes{1};
    case 'h': return minutes{60};
    case 'd': return kDay;
    case 'w': return kWeek;
    default: return std::nullopt;
    }
}

} // namespace

std::optional<Date> parseDateWord(std::string_view typed, Date today) {
    const std::string word = asciiLower(trimmed(typed));
    if (word == "today") return today;
    if (word == "tomorrow") return today + days{1};
    if (const auto date = nextWeekday(word, today)) return date;
    if (const auto date = nextQuarter(word, today)) return date;
    if (const auto date = ahead(word, today)) return date;
    if (const auto date = parseDue(trimmed(typed))) return date;
    // "2026-q3" as well as "2026-Q3".
    std::string upper = word;
    for (char& c : upper) c = c == 'q' ? 'Q' : c == 'w' ? 'W' : c;
    return parseDue(upper);
}

std::optional<minutes> parseEffort(std::string_view typed) {
    std::string word = asciiLower(trimmed(typed));
    std::erase(word, ' ');
    if (word.empty()) return std::nullopt;
    double total = 0;
    const char* at = word.data();
    const char* const end = word.data() + word.size();
    while (at != end) {
        double count = 0;
        if (*at < '0' || *at > '9') return std::nullopt;
        const auto [next, error] = std::from_chars(at, end, count, std::chars_format::fixed);
        if (error != std::errc() || next == end) return std::nullopt;
        const auto unit = unitOf(*next);
        if (!unit) return std::nullopt;
        total += count * static_cast<double>(unit->count());
        if (total > static_cast<double>(kMaxEffort.count())) return std::nullopt;
        at = next + 1;
    }
    return minutes{std::lround(total)};
}

std::string formatEffort(minutes effort) {
    std::string text;
    const auto add = [&](minutes unit, char letter) {
        const auto count = effort / unit;
        effort -= count * unit;
        if (count > 0) text += fmt::format("{}{}{}", text.empty() ? "" : " ", count, letter);
    };
    add(kWeek, 'w');
    add(kDay, 'd');
    add(minutes{60}, 'h');
    add(minutes{1}, 'm');
    return text.empty() ? "0h" : text;
}

} // namespace paydown
