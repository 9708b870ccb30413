// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/filter/filter.h"

#include <string>
#include <string_view>
#include <vector>

namespace paydown {

/// How key and value are joined.
enum class FilterOperator : std::uint8_t { Is, Above, AtLeast, Below, AtMost };

/// A value as typed.
struct FilterTokenValue {
    std::string text; ///< Without quotes, \" and \\ resolved.
    bool quoted = false;
    std::uint32_t position = 0;
    std::uint32_t length = 0;
};

/// A clause as typed: `-key:a,"b c"`.
struct FilterToken {
    bool negated = false;
    std::string_view key; ///< As typed; empty for a bare word.
    FilterOperator op = FilterOperator::Is;
    std::vector<FilterTokenValue> values;
    std::uint32_t keyPosition = 0;
    std::uint32_t position = 0;
    std::uint32_t length = 0;
};

/// Splits a filter into clauses. Fails on an open quote, a missing value, and a lone "-".
[[nodiscard]] FilterResult<std::vector<FilterToken>> tokenizeFilter(std::string_view text);

/// Builds the error for a stretch of a filter's text.
[[nodiscard]] FilterError filterError(std::string_view text, std::uint32_t position, std::uint32_t length,
                                      std::string what, std::string remedy = {});

} // namespace paydown
