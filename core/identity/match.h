// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/identity/line_map.h"
#include "core/identity/mark.h"

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace paydown::identity {

/// Why two annotations are one debt: the pass of identity section 2 that found it, strictest first.
enum class Reason : std::uint8_t {
    Key,           ///< Explicit id=.
    UnchangedLine, ///< Its line is unchanged in the line diff; what it says may stand on the next one and be new.
    Surroundings,  ///< Same title, same two lines on each side.
    HolderOrder,   ///< Same title, symbol and order.
    Block,         ///< Same title and the nearest line above or below: a block moved.
    Title,         ///< Same title elsewhere in the file.
    Text,          ///< Title and body together say the same: a comment wrapped anew.
    Similar        ///< A similar text in the same symbol or between the same neighbours, or a very similar one; a bare
                   ///< tag that was given words in its place, or lost them.
};

/// An annotation of an old version, and the debt that it is.
struct OldMark {
    const Mark* mark = nullptr;
    std::uint32_t item = 0;   ///< Equal for one debt seen in several parents; each is matched once.
    std::uint32_t parent = 0; ///< Ascending; a parent is asked before the next one, pass by pass.
};

struct Pair {
    std::uint32_t old = 0; ///< Index into the old marks.
    std::uint32_t now = 0; ///< Index into the new marks.
    Reason reason = Reason::Title;

    friend bool operator==(const Pair&, const Pair&) = default;
};

/// Yields the line map from a parent's version to the new one. Called only where equal titles cannot be told apart by
/// their surroundings, or where one annotation seems to have taken the place of another, which is rare; so it may read
/// and diff the versions then. May return null: no map.
using LineMapOf = std::function<const LineMap*(std::uint32_t parent)>;

/// Matches the annotations of the versions that a file had in the parents with those of its new version, one to one,
/// pass by pass. Equal input gives equal output on every machine. Both sides in the order of the file, old ones by
/// parent first. @return by index of the new mark.
[[nodiscard]] std::vector<Pair> match(std::span<const OldMark> olds, std::span<const Mark* const> news,
                                      const LineMapOf& lineMapOf);

/// Whether equal titles occur that only a line diff can tell apart.
[[nodiscard]] bool needsLineMap(std::span<const OldMark> olds, std::span<const Mark* const> news);

/// Hash of the title together with all four neighbours and the code in front; 0 without any neighbour.
[[nodiscard]] std::uint64_t surroundingsKey(const Mark& mark);

} // namespace paydown::identity
