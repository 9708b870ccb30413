// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Keywords that stand for themselves as values of a key, beside the names of enumerators; shared by parser and matcher.

#include "core/filter/filter.h"

#include <span>
#include <string_view>

namespace paydown {

/// FilterValue::code of keywords. Enumerators of the model stay below 100.
enum FilterKeyword : int {
    kWordNone = 100, ///< owner:none
    kWordAny,        ///< due:any
    kWordMe,         ///< owner:me
    kWordAll,        ///< state:all
    kWordWoke,       ///< state:woke
    kWordOverdue,    ///< due:overdue
    kWordThis,       ///< period:this
    kWordNext,       ///< period:next
    kWordLater,      ///< period:later
    kWordMention,    ///< form:mention
    kWordPending,    ///< introduced:pending
    kWordBranch,     ///< introduced:branch
    kWordGone,       ///< owner:gone
};

/// A word that a key understands.
struct FilterWord {
    std::string_view text;
    int code;
};

/// The words of a key. Closed keys (class, state …) take nothing else.
[[nodiscard]] std::span<const FilterWord> wordsOf(FilterKey key);

/// How the values of a key are read.
enum class FilterKind : std::uint8_t {
    Free,   ///< Any text, beside its words.
    Closed, ///< One of its words only.
    Age,    ///< 1y, 1y..2y
    Ahead,  ///< due: days from today or dates
    Past,   ///< ended: days before today or dates
    Share,  ///< 5% or 20
    Flag,   ///< takes no value
};

[[nodiscard]] FilterKind kindOf(FilterKey key);

} // namespace paydown
