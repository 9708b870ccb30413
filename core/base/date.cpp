// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/date.h"

#include "core/base/error.h"

#include <algorithm>
#include <cstdlib>
#include <ctime>

namespace paydown {

namespace {

using namespace std::chrono;

constexpr int kMinDueYear = 1970;
constexpr int kMaxDueYear = 2200;

/// Exactly `width` decimal digits at `at`; advances past them.
std::optional<int> readDigits(std::string_view text, std::size_t& at, std::size_t width) {
    if (at + width > text.size()) return std::nullopt;
    int value = 0;
    for (std::size_t i = 0; i < width; ++i) {
        const char c = text[at + i];
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + (c - '0');
    }
    at += width;
    return value;
}

bool readLiteral(std::string_view text, std::size_t& at, char expected) {
    if (at >= text.size() || text[at] != expected) return false;
    ++at;
    return true;
}

std::optional<Date> validDate(int y, int m, int d) {
    const year_month_day ymd{year{y}, month{static_cast<unsigned>(m)}, day{static_cast<unsigned>(d)}};
    if (!ymd.ok()) return std::nullopt;
    return sys_days{ymd};
}

Date lastDayOfMonth(int y, unsigned m) { return sys_days{year{y} / month{m} / last}; }

/// The Sunday that ends an ISO 8601 week; week 1 holds the year's first Thursday.
std::optional<Date> lastDayOfIsoWeek(int y, int week) {
    const sys_days january4 = year{y} / January / 4;
    const sys_days firstMonday = january4 - (weekday{january4} - Monday);
    const sys_days monday = firstMonday + weeks{week - 1};
    const sys_days thursday = monday + days{3};
    if (week < 1 || year_month_day{thursday}.year() != year{y}) return std::nullopt;
    return monday + days{6};
}

std::optional<Timestamp> timestampFromEnvironment() {
    const char* value = std::getenv("PAYDOWN_NOW");
    if (value == nullptr || *value == '\0') return std::nullopt;
    if (const auto date = parseDate(value)) {
        return Timestamp{duration_cast<seconds>(date->time_since_epoch()).count() + 12 * 3600, 0};
    }
    if (const auto instant = parseTimestamp(value)) return instant;
    throw Error(fmt::format("PAYDOWN_NOW={} is not a date", value), "write 2026-11-23 or 2026-11-23T10:00:00Z");
}

} // namespace

Timestamp now() {
    if (const auto fixed = timestampFromEnvironment()) return *fixed;
    return Timestamp{static_cast<std::int64_t>(std::time(nullptr)), 0};
}

Date dateOf(const Timestamp& instant, int offsetMinutes) {
    // Beyond these bounds std::chrono's year type overflows; a broken commit must not be undefined behaviour.
    constexpr std::int64_t kLimit = 250'000'000'000;
    const auto shifted = std::clamp<std::int64_t>(instant.seconds, -kLimit, kLimit) + offsetMinutes * 60;
    return floor<days>(sys_seconds{seconds{shifted}});
}

Date dateOf(const Timestamp& instant) { return dateOf(instant, instant.offsetMinutes); }

std::string formatDate(Date date) {
    const year_month_day ymd{date};
    return fmt::format("{:04}-{:02}-{:02}", std::clamp(static_cast<int>(ymd.year()), 0, 9999),
                       static_cast<unsigned>(ymd.month()), static_cast<unsigned>(ymd.day()));
}

std::string formatTimestamp(const Timestamp& instant) {
    const Date date = dateOf(instant);
    const std::int64_t local = instant.seconds + instant.offsetMinutes * 60;
    const auto inDay = ((local % 86400) + 86400) % 86400;
    const int offset = std::abs(instant.offsetMinutes);
    return fmt::format("{}T{:02}:{:02}:{:02}{}{:02}:{:02}", formatDate(date), inDay / 3600, inDay / 60 % 60, inDay % 60,
                       instant.offsetMinutes < 0 ? '-' : '+', offset / 60, offset % 60);
}

std::optional<Date> parseDate(std::string_view text) {
    std::size_t at = 0;
    const auto y = readDigits(text, at, 4);
    if (!y || !readLiteral(text, at, '-')) return std::nullopt;
    const auto m = readDigits(text, at, 2);
    if (!m || !readLiteral(text, at, '-')) return std::nullopt;
    const auto d = readDigits(text, at, 2);
    if (!d || at != text.size()) return std::nullopt;
    return validDate(*y, *m, *d);
}

std::optional<Timestamp> parseTimestamp(std::string_view text) {
    if (text.size() < 20 || (text[10] != 'T' && text[10] != 't' && text[10] != ' ')) return std::nullopt;
    const auto date = parseDate(text.substr(0, 10));
    if (!date) return std::nullopt;
    std::size_t at = 11;
    const auto h = readDigits(text, at, 2);
    if (!h || !readLiteral(text, at, ':')) return std::nullopt;
    const auto min = readDigits(text, at, 2);
    if (!min || !readLiteral(text, at, ':')) return std::nullopt;
    const auto s = readDigits(text, at, 2);
    if (!s || *h > 23 || *min > 59 || *s > 60) return std::nullopt;
    if (readLiteral(text, at, '.')) {
        while (at < text.size() && text[at] >= '0' && text[at] <= '9') ++at;
    }
    int offset = 0;
    if (at < text.size() && (text[at] == 'Z' || text[at] == 'z')) {
        ++at;
    } else {
        if (at >= text.size() || (text[at] != '+' && text[at] != '-')) return std::nullopt;
        const int sign = text[at++] == '-' ? -1 : 1;
        const auto oh = readDigits(text, at, 2);
        if (!oh || !readLiteral(text, at, ':')) return std::nullopt;
        const auto om = readDigits(text, at, 2);
        if (!om || *oh > 23 || *om > 59) return std::nullopt;
        offset = sign * (*oh * 60 + *om);
    }
    if (at != text.size()) return std::nullopt;
    const std::int64_t local = duration_cast<seconds>(date->time_since_epoch()).count() + *h * 3600 + *min * 60 + *s;
    return Timestamp{local - offset * 60, static_cast<std::int16_t>(offset)};
}

std::optional<Date> parseDue(std::string_view text) {
    std::size_t at = 0;
    const auto y = readDigits(text, at, 4);
    if (!y || *y < kMinDueYear || *y > kMaxDueYear || !readLiteral(text, at, '-')) return std::nullopt;
    const std::string_view rest = text.substr(at);
    if (rest.size() == 5) return parseDate(text);
    if (rest.size() == 2 && (rest[0] == 'Q' || rest[0] == 'q') && rest[1] >= '1' && rest[1] <= '4') {
        return lastDayOfMonth(*y, static_cast<unsigned>(rest[1] - '0') * 3);
    }
    std::size_t pos = 0;
    if (rest.size() == 3 && (rest[0] == 'W' || rest[0] == 'w')) {
        pos = 1;
        const auto week = readDigits(rest, pos, 2);
        return week ? lastDayOfIsoWeek(*y, *week) : std::nullopt;
    }
    const auto m = rest.size() == 2 ? readDigits(rest, pos, 2) : std::nullopt;
    if (!m || *m < 1 || *m > 12) return std::nullopt;
    return lastDayOfMonth(*y, static_cast<unsigned>(*m));
}

std::string formatAge(std::chrono::days age) {
    const auto n = age.count();
    if (n < 1) return "today";
    if (n < 14) return fmt::format("{} d", n);
    if (n < 61) return fmt::format("{} w", n / 7);
    if (n < 730) return fmt::format("{} mo", n * 12 / 365);
    return fmt::format("{} y", n * 100 / 36525);
}

} // namespace paydown
