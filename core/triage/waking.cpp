// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/triage/waking.h"

#include "core/base/date.h"
#include "core/base/text.h"
#include "core/filter/folded_text.h"

#include <algorithm>
#include <charconv>

namespace paydown {

namespace {

// What the item itself did counts as well: its introduction and every edit of it.
std::optional<Date> lastOwnChange(const Item& item) {
    std::optional<Date> last;
    if (item.introduced) last = dateOf(item.introduced->date);
    if (item.changed) last = std::max(last.value_or(Date::min()), dateOf(item.changed->date));
    return last;
}

std::uint32_t touchesAfter(const Item& item, Date day) {
    if (item.touches == nullptr) return 0;
    const auto older = std::partition_point(item.touches->begin(), item.touches->end(),
                                            [&](const Touch& touch) { return touch.day > day; });
    return static_cast<std::uint32_t>(older - item.touches->begin());
}

} // namespace

Date monthsBefore(Date date, std::chrono::months months) {
    const std::chrono::year_month_day ymd(date);
    const std::chrono::year_month_day earlier = ymd - months;
    return earlier.ok() ? Date(earlier) : Date(earlier.year() / earlier.month() / std::chrono::last);
}

WakeCondition parseWakeCondition(std::string_view text) {
    WakeCondition condition;
    const std::size_t colon = text.find(':');
    const std::string_view kind = text.substr(0, colon);
    const std::string_view value = colon == std::string_view::npos ? std::string_view() : text.substr(colon + 1);
    if (kind == "changed") condition.kind = WakeCondition::Kind::Changed;
    if (kind == "tag" && !value.empty()) {
        condition.kind = WakeCondition::Kind::Tagged;
        condition.tag = value;
    }
    if (kind == "date") {
        if (const auto date = parseDue(value)) {
            condition.kind = WakeCondition::Kind::OnDate;
            condition.date = *date;
        }
    }
    if (kind == "touched") {
        const auto [end, failed] = std::from_chars(value.data(), value.data() + value.size(), condition.touches);
        const bool whole = failed == std::errc() && end == value.data() + value.size() && condition.touches > 0;
        if (whole) condition.kind = WakeCondition::Kind::Touched;
    }
    return condition;
}

Waking::Waking(Date today, std::span<const ReleaseTag> tags)
    : m_today(today), m_sleepBefore(monthsBefore(today, kSleepsAfter)), m_tags(tags) {}

bool Waking::isAsleep(const Item& item) const {
    if (item.ended || item.touches == nullptr || item.id.isPending()) return false;
    const auto own = lastOwnChange(item);
    if (own && *own > m_sleepBefore) return false;
    return item.touches->empty() || item.touches->front().day <= m_sleepBefore;
}

std::optional<Date> Waking::wokenByTouch(const Item& item) const {
    if (item.ended || item.touches == nullptr || !item.introduced) return std::nullopt;
    const Date introduced = dateOf(item.introduced->date);
    const auto& touches = *item.touches;
    for (std::size_t i = 0; i < touches.size() && touches[i].day + kWokeFor > m_today; ++i) {
        const Date day = touches[i].day;
        // What happened before the item was there put nothing of it to sleep.
        const Date before = i + 1 < touches.size() ? std::max(touches[i + 1].day, introduced) : introduced;
        if (day > introduced && before <= monthsBefore(day, kSleepsAfter)) return day;
    }
    return std::nullopt;
}

bool Waking::wokenByCondition(const Item& item, const DecidedItem& decided) const {
    const DecidedValue* wake = decided.find(field::kWake);
    if (wake == nullptr || item.ended) return false;
    const WakeCondition condition = parseWakeCondition(wake->value);
    const Date decidedOn = dateOf(wake->at);
    switch (condition.kind) {
    case WakeCondition::Kind::Touched: return touchesAfter(item, decidedOn) >= condition.touches;
    case WakeCondition::Kind::OnDate: return condition.date <= m_today;
    case WakeCondition::Kind::Changed: return item.changed && item.changed->date.seconds > wake->at.seconds;
    case WakeCondition::Kind::Tagged:
        return std::any_of(m_tags.begin(), m_tags.end(), [&](const ReleaseTag& tag) {
            return tag.day >= decidedOn && likeFolded(tag.name, asciiLower(condition.tag));
        });
    case WakeCondition::Kind::Never: break;
    }
    return false;
}

} // namespace paydown
