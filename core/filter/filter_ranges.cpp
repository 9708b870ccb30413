// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/filter/filter_ranges.h"

#include "core/base/date.h"

#include <charconv>
#include <cmath>

namespace paydown {

namespace {

using std::chrono::days;

std::int64_t dayNumber(Date date) { return date.time_since_epoch().count(); }

// One end of a range as typed: a length in days, or days of the calendar.
struct End {
    std::optional<std::int64_t> length;
    std::int64_t nextLength = 0; // Where a longer length would begin: "1y" names ages up to a day below 2y.
    std::optional<NamedDays> named;
};

std::optional<End> parseEnd(std::string_view text) {
    End end;
    const bool past = text.starts_with('-');
    if (const auto length = parseDays(past ? text.substr(1) : text)) {
        end.length = past ? -*length : *length;
        return end;
    }
    end.named = parseNamedDays(text);
    if (!end.named) return std::nullopt;
    return end;
}

// How far a single length such as "1y" reaches: up to the day before "2y".
std::int64_t lastDayOfLength(std::string_view text) {
    std::int64_t number = 0;
    const auto [unit, failed] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (failed != std::errc()) return 0;
    const std::string next =
        std::to_string(number + 1) + std::string(unit, static_cast<std::size_t>(text.data() + text.size() - unit));
    return parseDays(next).value_or(1) - 1;
}

struct Ends {
    std::optional<End> low;
    std::optional<End> high;
};

// "a..b", "a..", "..b"; `a` alone has both ends equal; operators open one side.
std::optional<Ends> parseEnds(FilterOperator op, std::string_view text) {
    const std::size_t dots = text.find("..");
    const bool ranged = dots != std::string_view::npos;
    if (ranged && op != FilterOperator::Is) return std::nullopt;
    const std::string_view first = ranged ? text.substr(0, dots) : text;
    const std::string_view second = ranged ? text.substr(dots + 2) : text;
    if (first.empty() && second.empty()) return std::nullopt;
    Ends ends;
    if (!first.empty() && !(ends.low = parseEnd(first))) return std::nullopt;
    if (!second.empty() && !(ends.high = parseEnd(second))) return std::nullopt;
    if (op == FilterOperator::Above || op == FilterOperator::AtLeast) ends.high.reset();
    if (op == FilterOperator::Below || op == FilterOperator::AtMost) ends.low.reset();
    return ends;
}

bool readAge(FilterOperator op, std::string_view text, const Ends& ends, FilterValue& out) {
    if ((ends.low && !ends.low->length) || (ends.high && !ends.high->length)) return false;
    if (ends.low) out.low = FilterBound{*ends.low->length + (op == FilterOperator::Above ? 1 : 0), true};
    if (ends.high) out.high = FilterBound{*ends.high->length - (op == FilterOperator::Below ? 1 : 0), true};
    const bool alone = op == FilterOperator::Is && text.find("..") == std::string_view::npos;
    if (alone) out.high = FilterBound{lastDayOfLength(text), true};
    return true;
}

// due: lengths count from today on. A length alone is everything up to it, what is overdue included.
bool readAhead(FilterOperator op, std::string_view text, const Ends& ends, FilterValue& out) {
    const auto bound = [](const End& end, bool last) {
        if (end.length) return FilterBound{*end.length, true};
        return FilterBound{dayNumber(last ? end.named->last : end.named->first), false};
    };
    if (ends.low) out.low = bound(*ends.low, op == FilterOperator::Above);
    if (ends.high) out.high = bound(*ends.high, op != FilterOperator::Below);
    if (op == FilterOperator::Above) ++out.low->days;
    if (op == FilterOperator::Below) --out.high->days;
    const bool alone = op == FilterOperator::Is && text.find("..") == std::string_view::npos;
    if (alone && ends.low->length) out.low.reset();
    return true;
}

// ended, introduced: lengths are ages, so the near end of an age is the late end of the time.
bool readPast(FilterOperator op, std::string_view text, const Ends& ends, FilterValue& out) {
    const bool lengths = (ends.low && ends.low->length) || (ends.high && ends.high->length);
    const bool dates = (ends.low && ends.low->named) || (ends.high && ends.high->named);
    if (lengths == dates) return false; // A mixture has no meaning that everybody would guess.
    if (!lengths) return readAhead(op, text, ends, out);
    const bool alone = op == FilterOperator::Is && text.find("..") == std::string_view::npos;
    if (ends.high) out.low = FilterBound{-*ends.high->length + (op == FilterOperator::Below ? 1 : 0), true};
    if (ends.low && !alone) out.high = FilterBound{-*ends.low->length - (op == FilterOperator::Above ? 1 : 0), true};
    return true;
}

} // namespace

std::optional<std::int64_t> parseDays(std::string_view text) {
    std::int64_t number = 0;
    const auto [unit, failed] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (failed != std::errc() || number < 0 || number > 100'000 || text.starts_with('-')) return std::nullopt;
    const std::string_view name(unit, static_cast<std::size_t>(text.data() + text.size() - unit));
    const auto number64 = static_cast<double>(number);
    if (name == "d") return number;
    if (name == "w") return number * 7;
    if (name == "mo") return std::llround(number64 * 30.4375);
    if (name == "y") return std::llround(number64 * 365.25);
    return std::nullopt;
}

std::optional<NamedDays> parseNamedDays(std::string_view text) {
    const auto last = parseDue(text);
    if (!last) return std::nullopt;
    NamedDays named{*last, *last};
    const std::chrono::year_month_day ymd(*last);
    if (text.find_first_of("Qq") != std::string_view::npos) {
        named.first = Date((ymd.year() / ymd.month() / 1) - std::chrono::months(2));
    } else if (text.find_first_of("Ww") != std::string_view::npos) {
        named.first = *last - days(6);
    } else if (text.size() == std::string_view("2026-09").size()) {
        named.first = Date(ymd.year() / ymd.month() / 1);
    }
    return named;
}

bool parseRange(FilterKind kind, FilterOperator op, std::string_view text, FilterValue& out) {
    const auto ends = parseEnds(op, text);
    if (!ends) return false;
    FilterValue value;
    bool understood = false;
    switch (kind) {
    case FilterKind::Age: understood = readAge(op, text, *ends, value); break;
    case FilterKind::Ahead: understood = readAhead(op, text, *ends, value); break;
    case FilterKind::Past: understood = readPast(op, text, *ends, value); break;
    default: break;
    }
    if (!understood) return false;
    value.isRange = true;
    value.text = std::string(text);
    out = std::move(value);
    return true;
}

bool parseShare(FilterOperator op, std::string_view text, FilterValue& out) {
    if (op == FilterOperator::Above || op == FilterOperator::AtLeast) return false;
    if (text.starts_with("..")) text.remove_prefix(2);
    const bool percent = text.ends_with('%');
    if (percent) text.remove_suffix(1);
    int number = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (failed != std::errc() || end != text.data() + text.size() || number < 1) return false;
    if (percent && number > 100) return false;
    if (percent) out.share = number / 100.0;
    out.code = number;
    return true;
}

} // namespace paydown
