// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/triage/select.h"

#include "core/triage/assess.h"

#include "core/filter/filter_words.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace paydown {

namespace {

// What a filter looks at before its clauses are asked.
class Scope {
public:
    explicit Scope(const Filter& filter)
        : m_everyState(filter.mentions(FilterKey::State) || filter.mentions(FilterKey::Ended)),
          m_everyVerdict(m_everyState || filter.mentions(FilterKey::Verdict)) {
        for (const FilterClause& clause : filter.clauses()) {
            for (const FilterValue& value : clause.anyOf) {
                m_mentions = m_mentions || (clause.key == FilterKey::Form && value.code == kWordMention);
                m_everyVerdict = m_everyVerdict || (clause.key == FilterKey::State && value.code == kWordAll);
            }
        }
    }

    bool holds(const ItemView& view) const {
        if (view.item->annotation.mention && !m_mentions) return false;
        if (view.item->ended && !m_everyState) return false;
        const bool judgedAway = view.verdict == Verdict::NotDebt || view.verdict == Verdict::Obsolete;
        return !judgedAway || m_everyVerdict || view.item->ended;
    }

private:
    bool m_everyState;
    bool m_everyVerdict;
    bool m_mentions = false;
};

// Smaller goes first.
double sortKey(const ItemView& view, SortBy order) {
    constexpr double kLast = std::numeric_limits<double>::max();
    switch (order) {
    case SortBy::Rank: return view.score.rank == 0 ? kLast : view.score.rank;
    case SortBy::Age: return view.item->introduced ? static_cast<double>(view.item->introduced->date.seconds) : kLast;
    case SortBy::Due: return view.due ? static_cast<double>(view.due->time_since_epoch().count()) : kLast;
    case SortBy::Place: return view.item->ended ? 1 : 0;
    case SortBy::Interest: return -view.interest.weighted;
    case SortBy::Class:
        if (view.debtClass == DebtClass::Unclassified) return 2;
        return view.debtClass == DebtClass::Reckless ? 0 : 1;
    default: return 0;
    }
}

std::string_view sortText(const ItemView& view, SortBy order) {
    if (order == SortBy::Owner) return view.owner.empty() ? std::string_view("\xff") : std::string_view(view.owner);
    if (order == SortBy::Title) return view.item->annotation.title;
    // Open items stand by path and line in the snapshot already; ended ones by their ending.
    if (order == SortBy::Place && view.item->ended) return view.item->place.path;
    return {};
}

// The first eight bytes of a text, for comparing without a look at the text itself.
std::uint64_t firstBytes(std::string_view text) {
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < 8; ++i) {
        value = value << 8U | (i < text.size() ? static_cast<unsigned char>(text[i]) : 0U);
    }
    return value;
}

} // namespace

std::vector<std::uint32_t> select(const Worklist& worklist, const Filter& filter, const FilterContext& context) {
    std::vector<std::uint32_t> all(worklist.items.size());
    std::iota(all.begin(), all.end(), 0U);
    return select(worklist, std::move(all), filter, context);
}

std::vector<std::uint32_t> select(const Worklist& worklist, std::vector<std::uint32_t> among, const Filter& filter,
                                  const FilterContext& context) {
    const Scope scope(filter);
    std::erase_if(among, [&](std::uint32_t item) {
        const ItemView& view = worklist.items[item];
        return !scope.holds(view) || !matches(filter, view, context);
    });
    return among;
}

void sortItems(std::vector<std::uint32_t>& items, const Worklist& worklist, SortBy order) {
    struct Key {
        double number;
        std::uint64_t first;
        std::string_view text;
        std::uint32_t item;
    };
    std::vector<Key> keys;
    keys.reserve(items.size());
    for (const std::uint32_t item : items) {
        const std::string_view text = sortText(worklist.items[item], order);
        keys.push_back({sortKey(worklist.items[item], order), firstBytes(text), text, item});
    }
    std::sort(keys.begin(), keys.end(), [](const Key& a, const Key& b) {
        if (a.number != b.number) return a.number < b.number;
        if (a.first != b.first) return a.first < b.first;
        const int text = a.text.compare(b.text);
        return text != 0 ? text < 0 : a.item < b.item;
    });
    std::transform(keys.begin(), keys.end(), items.begin(), [](const Key& key) { return key.item; });
}

} // namespace paydown
