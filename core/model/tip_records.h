// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/history_records.h"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

/// What is known of one tip: what stands there and what stood. Made from the records of history, and kept so that it
/// need not be made again.
namespace paydown {

/// An item as a tip has it: where it stands, or stood last.
struct TipItem {
    struct Also {
        PathNo path = 0;
        std::uint32_t line = 1;
        std::uint32_t column = 1;
    };
    Standing standing;
    PathNo path = 0;
    std::string symbol;
    std::string language;
    LineExtent extent; ///< Of what is open: the code that it is about.
    std::vector<Also> also;
    std::vector<ItemNo> aliases;
    ItemNo parent = kNoNumber;
    CommitNo introduced = 0;
    CommitNo changed = 0;
    CommitNo ended = kNoNumber; ///< None while it is open.
    EndingKind ending = EndingKind::Paid;
};

/// Who changed something, and when.
struct TipTouch {
    std::int32_t day = 0; ///< Of the author date; days since 1970-01-01.
    std::uint32_t person = 0;

    friend bool operator==(const TipTouch&, const TipTouch&) = default;
};

/// What worked on the code around an open item since it was introduced, as one tip has it.
struct TipInterest {
    struct Touched {
        CommitNo commit = 0;
        TipTouch by;

        friend bool operator==(const Touched&, const Touched&) = default;
    };
    ItemNo item = 0;
    PathNo path = 0;
    CommitNo version = kNoNumber; ///< Made the version that it stands in. None: says nothing about another tip.
    LineExtent extent;            ///< In that version.
    std::vector<Touched> touches; ///< Newest first; introduction and merges left out.
};

/// What makes it possible to build a tip on another one.
struct TipBasis {
    CommitNo commit = 0;
    /// Commits of lower numbers that are no ancestors of the tip, as runs: begin, end, begin, end …, ascending.
    std::vector<CommitNo> outside;
};

/// Everything known about one tip; replaces what was known. With a base, all that is as it is at that other tip is left
/// out, and what is here stands in for what the base has of the same items.
struct TipState {
    CommitNo commit = 0;
    CommitNo base = kNoNumber;
    TipBasis basis;                    ///< Of this tip, for those to come.
    std::vector<TipItem> items;        ///< By item number.
    std::vector<TipInterest> interest; ///< Of open items, by item number.
    std::vector<SkippedFile> skipped;
    /// Endings and returns of items that no commit's own changes show: a merge took one side whole. Of canonical items.
    std::vector<StoredEvent> implied;
};

} // namespace paydown
