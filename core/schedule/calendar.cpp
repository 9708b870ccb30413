// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schedule/calendar.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace paydown {

namespace {

using std::chrono::days;
using std::chrono::months;
using std::chrono::year_month_day;

constexpr std::array<std::string_view, 12> kMonths{"January",   "February", "March",    "April",
                                                   "May",       "June",     "July",     "August",
                                                   "September", "October",  "November", "December"};

std::string_view monthName(const year_month_day& day) { return kMonths[static_cast<unsigned>(day.month()) - 1]; }

std::string dayOfMonth(const year_month_day& day) {
    return fmt::format("{} {}", static_cast<unsigned>(day.day()), monthName(day).substr(0, 3));
}

Period monthOf(Date day) {
    const year_month_day ymd(day);
    return {Date(ymd.year() / ymd.month() / 1), Date(ymd.year() / ymd.month() / std::chrono::last)};
}

} // namespace

Calendar::Calendar(const PlanConfig& config) : m_start(config.start), m_length(days(std::max(1U, config.days))) {}

Period Calendar::periodOf(Date day) const {
    if (!m_start) return monthOf(day);
    const auto since = (day - *m_start).count();
    const auto length = m_length.count();
    const auto index = since >= 0 ? since / length : -((-since + length - 1) / length); // Rounded down.
    const Date start = *m_start + days(index * length);
    return {start, start + m_length - days(1)};
}

Period Calendar::next(const Period& period) const { return periodOf(period.last + days(1)); }

Period Calendar::previous(const Period& period) const { return periodOf(period.start - days(1)); }

std::string Calendar::nameOf(const Period& period) const {
    const year_month_day first(period.start);
    const year_month_day last(period.last);
    if (!m_start) return fmt::format("{} {}", monthName(first), static_cast<int>(first.year()));
    return fmt::format("{} – {}", dayOfMonth(first), dayOfMonth(last));
}

} // namespace paydown
