// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/report.h"

#include <span>
#include <vector>

namespace paydown {

/// The first days of so many months up to the one of a day, oldest first.
[[nodiscard]] std::vector<Date> monthsUpTo(Date last, std::size_t count);

/// Whether a debt stood at the end of a day, by its introduction and ending. What a reopened debt was in between is not
/// known here.
/// @param utcOffsetMinutes at which days are judged, as for ReportPeriod.
[[nodiscard]] bool stoodOn(const ItemView& view, Date day, int utcOffsetMinutes);

/// The last day of the month that begins on a day.
[[nodiscard]] Date lastOfMonth(Date first);

/// What each month brought, and what stood at its end.
[[nodiscard]] std::vector<MonthOfDebt> monthsOf(const Worklist& worklist, std::span<const Date> months,
                                                int utcOffsetMinutes);

} // namespace paydown
