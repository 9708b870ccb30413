// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/filter/filter.h"
#include "core/filter/filter_tokens.h"
#include "core/filter/filter_words.h"

#include <optional>
#include <string>
#include <string_view>

namespace paydown {

/// A number of days: "5d", "2w", "3mo", "1y" (30.4375 and 365.25 days, rounded). Nothing for anything else.
[[nodiscard]] std::optional<std::int64_t> parseDays(std::string_view text);

/// The first and the last day that a date, month, quarter or ISO week names.
struct NamedDays {
    Date first;
    Date last;
};
[[nodiscard]] std::optional<NamedDays> parseNamedDays(std::string_view text);

/// Reads a value as a range of the kind. @return whether it is one; `out` is set only then.
[[nodiscard]] bool parseRange(FilterKind kind, FilterOperator op, std::string_view text, FilterValue& out);

/// "5%" or "20"; with op Is, Below or AtMost only.
[[nodiscard]] bool parseShare(FilterOperator op, std::string_view text, FilterValue& out);

} // namespace paydown
