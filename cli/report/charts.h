// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/report.h"

#include <span>
#include <string>

// Charts as SVG elements that stand in the page itself and take their colours from its style sheet. They are made of
// numbers and dates alone: nothing that a repository says is in them.
namespace paydown::cli {

/// Commits by week (by month where the period is longer than a year), the part that passed through debt lit.
[[nodiscard]] std::string taxChart(const Report& report);

/// Up: what was introduced in each month; down: what ended, by kind.
[[nodiscard]] std::string comingAndGoingChart(std::span<const MonthOfDebt> months);

/// How many debts stood at the end of each month, by class in force today.
[[nodiscard]] std::string openChart(std::span<const MonthOfDebt> months);

/// A line of a few pixels for a row of a table.
[[nodiscard]] std::string sparkline(std::span<const std::size_t> values);

} // namespace paydown::cli
