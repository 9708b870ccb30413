// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace paydown {

/// A civil date. Dates of debt are days, not instants.
using Date = std::chrono::sys_days;

/// An instant with the zone in which somebody wrote it, as git stores it.
struct Timestamp {
    std::int64_t seconds = 0;       ///< Since 1970-01-01T00:00:00Z; may be negative.
    std::int16_t offsetMinutes = 0; ///< East of UTC.

    friend bool operator==(const Timestamp&, const Timestamp&) = default;
};

/// The current instant in UTC. PAYDOWN_NOW (RFC 3339 date or date-time) replaces it, for tests and pictures.
[[nodiscard]] Timestamp now();

/// The civil date of an instant at an offset from UTC.
[[nodiscard]] Date dateOf(const Timestamp& instant, int offsetMinutes);

/// The civil date of an instant in the zone it was written in.
[[nodiscard]] Date dateOf(const Timestamp& instant);

/// "2026-09-30".
[[nodiscard]] std::string formatDate(Date date);

/// "2025-11-02T10:11:12+01:00" (RFC 3339). Years outside of 0..9999 are clamped.
[[nodiscard]] std::string formatTimestamp(const Timestamp& instant);

/// Reads "YYYY-MM-DD"; nothing else, and only dates that exist.
[[nodiscard]] std::optional<Date> parseDate(std::string_view text);

/// Reads RFC 3339 date-times with a zone ("Z" or "+hh:mm").
[[nodiscard]] std::optional<Timestamp> parseTimestamp(std::string_view text);

/// The last day that a due date names: a date, a month ("2026-09"), a quarter ("2026-Q3") or an ISO 8601 week
/// ("2026-W40"), of the years 1970 to 2200. Anything else is nothing.
[[nodiscard]] std::optional<Date> parseDue(std::string_view text);

/// An age for people in its largest unit: "today", "5 d", "3 w", "7 mo", "4 y".
[[nodiscard]] std::string formatAge(std::chrono::days age);

} // namespace paydown
