// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace paydown::annotations {

/// Whether a tag that stands right behind this text still opens its line: the text is nothing but markers, bullets,
/// numbers, check boxes, '@', '\', '[', borders or an upper-case word and colon ("NOTE: ").
/// @param opensComment on the first line of a comment a '(' right before the tag is passed over as well.
[[nodiscard]] bool isOnlyMarkers(std::string_view before, bool opensComment);

/// Where on a line quotes and backticks are open. Asked in the order of the line; one pass in all.
class LineQuotes {
public:
    explicit LineQuotes(std::string_view line) : m_line(line) {}

    /// Whether what stands in [begin, end) of the line is quoted.
    [[nodiscard]] bool encloses(std::size_t begin, std::size_t end);

private:
    struct Quote {
        char c;
        bool isOpen = false;
        std::size_t last = std::string_view::npos; ///< The last one on the line.
        bool isLastKnown = false;
    };
    [[nodiscard]] bool isOpenAt(Quote& quote, std::size_t end);

    std::string_view m_line;
    std::size_t m_at = 0;
    Quote m_backtick{'`'};
    Quote m_double{'"'};
};

} // namespace paydown::annotations
