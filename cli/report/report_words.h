// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/report.h"

#include <string>

// The sentences of a report, the same on the page and in Markdown. Plain text: each format escapes it in its own way.
namespace paydown::cli {

/// "31 %" with a space that does not break; "under 1 %" for what would round to nothing.
[[nodiscard]] std::string percentOf(std::size_t part, std::size_t whole);

/// "31 % of the commits from 2026-05-23 to 2026-08-20 passed through code with known debt."
[[nodiscard]] std::string taxHeadline(const Report& report);

/// "412 of 1,331 commits, merges aside; 28 % in the 90 days before." Empty without commits.
[[nodiscard]] std::string taxDetail(const Report& report);

/// "12 debts are half of it." Empty when nothing is taxed.
[[nodiscard]] std::string halfSentence(const Report& report);

/// "Its code was touched by 14 commits in the 90 days before, by 3 in the 41 days since."
[[nodiscard]] std::string aroundSentence(const EndedDebt& ended);

/// "builtin/add.c:12"
[[nodiscard]] std::string placeOf(const ItemView& view);

} // namespace paydown::cli
