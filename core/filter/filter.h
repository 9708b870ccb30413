// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/date.h"
#include "core/base/error.h"
#include "core/model/item_view.h"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace paydown {

/// What a clause of a filter speaks about. Text is a bare word.
enum class FilterKey : std::uint8_t {
    Text,
    Class,
    Owner,
    Mine,
    Path,
    Tag,
    State,
    Age,
    Due,
    Top,
    Symbol,
    Lang,
    Ended,
    Introduced,
    From,
    Form,
    Ticket,
    Label,
    Verdict,
    Period,
    Author,
    Saved, ///< filter:hot, one of [filters] in the configuration.
};

/// Saved filters: their text by name.
using SavedFilters = std::map<std::string, std::string>;

class Filter;

/// One end of a range: a day, or a number of days.
struct FilterBound {
    std::int64_t days = 0; ///< Since 1970-01-01; relative: from today, negative in the past; age: days old.
    bool relative = false; ///< Counted from today.

    friend bool operator==(const FilterBound&, const FilterBound&) = default;
};

/// One of the alternatives of a clause, `a` of `key:a,b`, read once so that matching is quick.
struct FilterValue {
    std::string text;                    ///< Without quotes; lower case where case does not matter.
    int code = -1;                       ///< An enumerator's value, or a keyword of the key (filter_words.h).
    bool isRange = false;                ///< low and high count.
    std::optional<FilterBound> low;      ///< Included. Open when absent.
    std::optional<FilterBound> high;     ///< Included. Open when absent.
    std::optional<double> share;         ///< top:5% → 0.05; top:20 → code 20
    std::shared_ptr<const Filter> saved; ///< filter:hot → what it stands for.
    bool isRevision = false;             ///< introduced:v1.0..v2.0: looked up in FilterContext::revisions by text.
};

/// A clause: any of the values, or with negated none of them.
struct FilterClause {
    FilterKey key = FilterKey::Text;
    bool negated = false;
    std::vector<FilterValue> anyOf;
    std::uint32_t position = 0; ///< Byte offset in the filter's text.
    std::uint32_t length = 0;   ///< Bytes, with key and quotes.
};

/// Where a filter is wrong, and what was meant.
struct FilterError {
    std::string what;           ///< "there is no class 'recless'", without a final stop.
    std::string remedy;         ///< "did you mean class:reckless?"; may be empty.
    std::uint32_t position = 0; ///< Byte offset in text.
    std::uint32_t length = 1;   ///< Bytes.
    std::string text;           ///< The whole filter that was read.

    /// One line: what and remedy.
    [[nodiscard]] std::string line() const;
    /// The filter's text, and below it carets at the mistake: two lines, no line end after the second.
    [[nodiscard]] std::string pointed() const;
};

/// What matching needs beside the item.
struct FilterContext {
    Date today{};
    std::size_t rankedCount = 0;    ///< Of which top:5% takes its share: worklist.byRank.size().
    std::optional<Date> thisPeriod; ///< Starts of periods, for period:this, period:next, period:later.
    std::optional<Date> nextPeriod;
    /// The commits of each range that Filter::revisions() names. A range that is not here matches nothing.
    std::map<std::string, std::shared_ptr<const std::unordered_set<CommitId, ObjectIdHash>>> revisions;
};

/// A filter: all of its clauses must hold. The empty one matches everything. A value; immutable once parsed.
class Filter {
public:
    Filter() = default;
    Filter(std::string text, std::vector<FilterClause> clauses);

    [[nodiscard]] const std::string& text() const { return m_text; }
    [[nodiscard]] const std::vector<FilterClause>& clauses() const { return m_clauses; }
    [[nodiscard]] bool empty() const { return m_clauses.empty(); }
    /// Whether a clause speaks about this, also one of a saved filter that is named.
    [[nodiscard]] bool mentions(FilterKey key) const;

    /// What has to be resolved for FilterContext::revisions: ranges such as "v1.0..v2.0" and "v1.0.." (to HEAD), and
    /// single revisions such as "4f2a91c" (that one commit).
    [[nodiscard]] std::vector<std::string> revisions() const;

    /// The filter in words, for the headline of a list: "class reckless or prudent, not owned by @mia, below src/".
    [[nodiscard]] std::string describe() const;

private:
    std::string m_text;
    std::vector<FilterClause> m_clauses;
};

template <typename T>
using FilterResult = tl::expected<T, FilterError>;

/// Reads the filter language of command line, desk and rules. Blanks are "and", commas "or", "-" or "not:" negates,
/// quotes protect. `key>value` and `key<value` are accepted for ranges. Cost: linear.
/// @param saved what filter:NAME stands for. Saved filters may name others; going in circles is a mistake.
[[nodiscard]] FilterResult<Filter> parseFilter(std::string_view text, const SavedFilters& saved = {});

/// The same from arguments that a shell has split and unquoted: an argument `symbol:a b` is one clause; an
/// argument that holds several clauses is read as such.
[[nodiscard]] FilterResult<Filter> parseFilter(std::span<const std::string> arguments, const SavedFilters& saved = {});

/// parseFilter() for the `when` of a rule: refuses keys that depend on what people decided or on ranks (state, verdict,
/// period, top, mine, ended), since rules are applied before them, in a saved filter as well.
[[nodiscard]] FilterResult<Filter> parseRuleFilter(std::string_view text, const SavedFilters& saved = {});

/// Whether an item matches. Thread-safe; some 100 ns per clause.
[[nodiscard]] bool matches(const Filter& filter, const ItemView& view, const FilterContext& context);

/// The context of a worklist, without revisions and periods.
[[nodiscard]] FilterContext filterContext(const Worklist& worklist);

} // namespace paydown
