// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/row_order.h"

#include "gui/models/item_text.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <limits>
#include <string>
#include <string_view>

namespace paydown::gui {

namespace {

constexpr std::int64_t kNone = std::numeric_limits<std::int64_t>::max();

std::int64_t dayKey(const std::optional<Date>& date) { return date ? date->time_since_epoch().count() : kNone; }
std::int64_t countKey(std::uint64_t count) { return count == 0 ? kNone : static_cast<std::int64_t>(count); }

// Reckless first, then unclassified, then prudent; a verdict goes by its own order.
std::int64_t classKey(const ItemView& view) {
    if (view.verdict != Verdict::None) return static_cast<std::int64_t>(view.verdict);
    return view.debtClass == DebtClass::Reckless ? 1 : view.debtClass == DebtClass::Prudent ? 2 : kNone;
}

std::int64_t numberKey(const ItemView& view, Column column, Date today) {
    switch (column) {
    case Column::Class: return classKey(view);
    case Column::Rank: return countKey(view.score.rank);
    case Column::Touches: return countKey(view.interest.commits);
    case Column::Age: return view.item->introduced ? (today - dateOf(view.item->introduced->date)).count() : kNone;
    case Column::Effort: return view.effort ? view.effort->count() : kNone;
    case Column::Due: return dayKey(view.due);
    case Column::Period: return dayKey(view.period);
    case Column::State: return static_cast<std::int64_t>(view.state);
    case Column::Alike: return view.alike < 2 ? kNone : static_cast<std::int64_t>(view.alike);
    case Column::Slips: return countKey(view.slips);
    default: return 0;
    }
}

bool isText(Column column) {
    return column == Column::Title || column == Column::Where || column == Column::Owner || column == Column::Tag ||
           column == Column::Ticket || column == Column::Symbol;
}

std::string_view textKey(const ItemView& view, Column column) {
    switch (column) {
    case Column::Title: return view.item->annotation.title;
    case Column::Where: return view.item->place.path;
    case Column::Owner: return view.owner;
    case Column::Tag: return view.item->annotation.tag;
    case Column::Ticket: return view.ticket;
    case Column::Symbol: return view.item->annotation.symbol;
    default: return {};
    }
}

unsigned char lower(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 'A' && byte <= 'Z' ? static_cast<unsigned char>(byte + 32) : byte;
}

// The first eight bytes as a number: most comparisons end there.
std::uint64_t prefixOf(std::string_view folded) {
    std::uint64_t prefix = 0;
    for (std::size_t i = 0; i < 8; ++i)
        prefix = prefix << 8 | (i < folded.size() ? static_cast<unsigned char>(folded[i]) : 0U);
    return prefix;
}

struct TextRow {
    std::uint64_t prefix;
    std::uint32_t begin; ///< Into the folded texts.
    std::uint32_t length;
    std::uint32_t line;
    std::uint32_t row;
};

// The texts are folded once, side by side in one piece of memory: a comparison folds nothing and stays in the cache.
void sortByText(std::vector<std::uint32_t>& rows, const Worklist& worklist, Column column, bool descending) {
    std::string folded;
    std::vector<TextRow> keyed;
    keyed.reserve(rows.size());
    for (const std::uint32_t row : rows) {
        const ItemView& view = worklist.items[row];
        const std::string_view text = textKey(view, column);
        const auto begin = static_cast<std::uint32_t>(folded.size());
        std::transform(text.begin(), text.end(), std::back_inserter(folded),
                       [](char c) { return static_cast<char>(lower(c)); });
        keyed.push_back({prefixOf(std::string_view(folded).substr(begin)), begin,
                         static_cast<std::uint32_t>(text.size()), column == Column::Where ? view.item->place.line : 0,
                         row});
    }
    const std::string_view all = folded;
    const auto less = [all](const TextRow& a, const TextRow& b) {
        if (a.prefix != b.prefix) return a.prefix < b.prefix;
        const int order = all.substr(a.begin, a.length).compare(all.substr(b.begin, b.length));
        return order != 0 ? order < 0 : a.line < b.line;
    };
    std::stable_sort(keyed.begin(), keyed.end(), [&](const TextRow& a, const TextRow& b) {
        if ((a.length == 0) != (b.length == 0)) return b.length == 0;
        return descending ? less(b, a) : less(a, b);
    });
    std::transform(keyed.begin(), keyed.end(), rows.begin(), [](const TextRow& row) { return row.row; });
}

void sortByNumber(std::vector<std::uint32_t>& rows, const Worklist& worklist, Column column, bool descending) {
    struct NumberRow {
        std::int64_t key;
        std::uint32_t row;
    };
    std::vector<NumberRow> keyed;
    keyed.reserve(rows.size());
    for (const std::uint32_t row : rows) {
        const std::int64_t key = numberKey(worklist.items[row], column, worklist.today);
        keyed.push_back({descending && key != kNone ? -key : key, row});
    }
    std::stable_sort(keyed.begin(), keyed.end(), [](const NumberRow& a, const NumberRow& b) { return a.key < b.key; });
    std::transform(keyed.begin(), keyed.end(), rows.begin(), [](const NumberRow& row) { return row.row; });
}

} // namespace

void sortRows(std::vector<std::uint32_t>& rows, const Worklist& worklist, Column column, bool descending) {
    if (isText(column)) {
        sortByText(rows, worklist, column, descending);
    } else {
        sortByNumber(rows, worklist, column, descending);
    }
}

} // namespace paydown::gui
