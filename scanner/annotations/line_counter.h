// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace paydown::annotations {

/// Lines of a file, counted forward as far as somebody asks. LF, CRLF and a lone CR end a line. Asking in the order of
/// the file costs one pass in all.
class LineCounter {
public:
    explicit LineCounter(std::string_view bytes);

    /// Moves to the line that holds the offset; never backwards beyond the line it is in.
    void advanceTo(std::size_t offset);

    [[nodiscard]] std::uint32_t line() const { return m_line; } ///< 1-based.
    [[nodiscard]] std::uint32_t lineBegin() const { return static_cast<std::uint32_t>(m_begin); }

private:
    std::string_view m_bytes;
    std::size_t m_begin = 0; ///< Of the current line.
    std::size_t m_next = 0;  ///< Of the line after it; past the end of the bytes if there is none.
    std::uint32_t m_line = 1;
    bool m_hasCr;

    [[nodiscard]] std::size_t nextLine(std::size_t from) const;
};

/// The offset of the first line end in [from, end), else end.
[[nodiscard]] std::size_t lineEndAt(std::string_view bytes, std::size_t from, std::size_t end);

/// The offset behind the line end that starts at `at` (CRLF is one).
[[nodiscard]] std::size_t behindLineEnd(std::string_view bytes, std::size_t at);

} // namespace paydown::annotations
