// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/annotation.h"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace paydown::identity {

/// An annotation as the matcher sees it: hashes of what it says and of what stands around it. 0 means none.
struct Mark {
    std::uint64_t title = 0; ///< Of the folded title.
    std::uint64_t text = 0;  ///< Of the folded title and body together, so a comment wrapped anew is equal.
    std::uint64_t key = 0;   ///< Of id=….
    std::array<std::uint32_t, 2> above{}; ///< The nearest lines above with any word, nearest first.
    std::array<std::uint32_t, 2> below{}; ///< The nearest ones below its text.
    std::uint32_t own = 0;                ///< Code in front of it on its line.
    std::uint32_t holder = 0;             ///< The nearest line above, less indented, that heads a definition.
    std::uint32_t line = 1;               ///< 1-based.
    std::uint32_t index = 0;              ///< Index in the annotations that it was made of.
    std::string_view folded;              ///< The folded title. Owned by whoever made the mark, as what follows.
    std::string_view whole;               ///< The folded title and body together.
};

/// What of an annotation does not depend on its surroundings.
struct Wording {
    std::string folded; ///< foldTitle(title)
    std::string whole;  ///< That, and the folded body behind it.
    std::uint64_t title = 0;
    std::uint64_t text = 0;
    std::uint64_t key = 0;
};

[[nodiscard]] Wording wordingOf(const Annotation& annotation);

/// Reads the surroundings of an annotation in its file; the wording is left empty. Cost: some lines on each side, up
/// to four hundred above for the holder.
[[nodiscard]] Mark surroundingsOf(std::string_view bytes, const SourceRange& range);

/// What two marks of one title that stand alike have in common: the definition around them, or the neighbour above or
/// below. 0 where there is none.
[[nodiscard]] std::uint64_t keyOfHolder(const Mark& mark);
[[nodiscard]] std::uint64_t keyOfAbove(const Mark& mark);
[[nodiscard]] std::uint64_t keyOfBelow(const Mark& mark);

/// Lines of a file, 0-based and half open.
struct LineSpan {
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// The definition that a Mark's holder heads, from that line to the last one that is indented deeper or closes it.
/// Nothing when no line or more than one heads it.
[[nodiscard]] std::optional<LineSpan> linesOfHolder(std::string_view bytes, std::uint32_t holder);

/// Fills in the wording. @param wording must outlive the mark.
void setWording(Mark& mark, const Wording& wording);

} // namespace paydown::identity
