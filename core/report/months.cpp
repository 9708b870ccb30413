// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/months.h"

#include "core/report/item_index.h"

#include <algorithm>
#include <optional>

namespace paydown {

namespace {

using std::chrono::year_month_day;

Date firstOfMonth(Date day) {
    const year_month_day civil(day);
    return Date(civil.year() / civil.month() / std::chrono::day{1});
}

/// Commits come to a history when they are committed; when they were written is another matter.
std::optional<Date> dayOf(const std::optional<CommitRef>& commit, int utcOffsetMinutes) {
    if (!commit) return std::nullopt;
    return dateOf(commit->committed, utcOffsetMinutes);
}

} // namespace

std::vector<Date> monthsUpTo(Date last, std::size_t count) {
    std::vector<Date> months;
    Date first = firstOfMonth(last);
    for (std::size_t i = 0; i < count; ++i) {
        months.push_back(first);
        first = firstOfMonth(first - std::chrono::days{1});
    }
    std::ranges::reverse(months);
    return months;
}

Date lastOfMonth(Date first) { return firstOfMonth(first + std::chrono::days{31}) - std::chrono::days{1}; }

bool stoodOn(const ItemView& view, Date day, int utcOffsetMinutes) {
    const auto introduced = dayOf(view.item->introduced, utcOffsetMinutes);
    if (!introduced || *introduced > day) return false;
    return !view.item->ended || dateOf(view.item->ended->at.committed, utcOffsetMinutes) > day;
}

std::vector<MonthOfDebt> monthsOf(const Worklist& worklist, std::span<const Date> months, int utcOffsetMinutes) {
    std::vector<MonthOfDebt> all;
    for (const Date first : months) {
        MonthOfDebt month{first, 0, {}, {}};
        const Date last = lastOfMonth(first);
        const auto isWithin = [&](Date day) { return first <= day && day <= last; };
        for (const ItemView& view : worklist.items) {
            if (!countsAsDebt(view)) continue;
            const auto introduced = dayOf(view.item->introduced, utcOffsetMinutes);
            if (introduced && isWithin(*introduced)) ++month.introduced;
            if (view.item->ended && isWithin(dateOf(view.item->ended->at.committed, utcOffsetMinutes))) {
                ++month.ended[static_cast<std::size_t>(view.item->ended->kind)];
            }
            if (stoodOn(view, last, utcOffsetMinutes)) month.open.addClass(view.debtClass);
        }
        all.push_back(month);
    }
    return all;
}

} // namespace paydown
