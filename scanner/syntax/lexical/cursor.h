// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scanner/syntax/byte_set.h"
#include "scanner/syntax/comment.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

namespace paydown::syntax::lexical {

/// What the scanners find, in the order of the text.
struct Findings {
    std::vector<Comment> comments;
    std::vector<Comment> strings; ///< Ranges of literals; filled only on request. The kind means nothing.
    bool wantStrings = false;
    /// What begins here or behind may be left out: a scanner that has come so far stops.
    std::size_t enough = static_cast<std::size_t>(-1);

    [[nodiscard]] bool isEnough(std::size_t at) const { return at >= enough; }

    void comment(std::size_t begin, std::size_t end, CommentKind kind) {
        comments.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), kind});
    }
    void string(std::size_t begin, std::size_t end) {
        if (wantStrings && begin < end)
            strings.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), CommentKind::Block});
    }
};

[[nodiscard]] constexpr bool isBlank(char c) { return c == ' ' || c == '\t' || c == '\f' || c == '\v'; }
[[nodiscard]] constexpr bool isLineEnd(char c) { return c == '\n' || c == '\r'; }
[[nodiscard]] constexpr bool isDigit(char c) { return c >= '0' && c <= '9'; }
[[nodiscard]] constexpr bool isLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

inline constexpr ByteSet kWordBytes{
    [](char c) { return isLetter(c) || isDigit(c) || c == '_' || static_cast<unsigned char>(c) >= 0x80; }};

/// Letters, digits, '_' and every byte beyond ASCII.
[[nodiscard]] constexpr bool isWord(char c) { return kWordBytes[c]; }
[[nodiscard]] constexpr char lowerOf(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

/// Offset of the first LF or CR at or behind `from`, the size if none. Not by find_first_of(), which calls memchr() for
/// every byte.
[[nodiscard]] constexpr std::size_t lineEndAt(std::string_view text, std::size_t from) {
    while (from < text.size() && !isLineEnd(text[from])) ++from;
    return std::min(from, text.size());
}

/// After so many searches that went to the end for nothing, a scanner searches no more: its cost stays linear.
inline constexpr int kMostFailedLooks = 16;

/// A line that opens more heredocs is nobody's code; the others are not waited for, and what waits needs little memory.
inline constexpr std::size_t kMostHeredocs = 4096;

/// A place in a text, and the questions that all scanners ask there. Looks only at [begin, end) of the text; behind the
/// end it sees NUL. Copies nothing.
class Cursor {
public:
    Cursor(std::string_view text, std::size_t begin, std::size_t end)
        : m_text(text.substr(0, end)), m_begin(begin), at(begin) {}

    [[nodiscard]] std::string_view text() const { return m_text; }
    [[nodiscard]] std::size_t begin() const { return m_begin; }
    [[nodiscard]] std::size_t end() const { return m_text.size(); }
    [[nodiscard]] bool done() const { return at >= m_text.size(); }

    /// The byte at an absolute offset; NUL outside of the text.
    [[nodiscard]] char byteAt(std::size_t offset) const { return offset < m_text.size() ? m_text[offset] : '\0'; }
    [[nodiscard]] char here() const { return byteAt(at); }
    [[nodiscard]] char ahead(std::size_t bytes) const { return byteAt(at + bytes); }
    /// The byte so many before `offset`; LF before the beginning.
    [[nodiscard]] char before(std::size_t offset, std::size_t bytes = 1) const {
        return offset >= m_begin + bytes ? m_text[offset - bytes] : '\n';
    }

    /// The same text, looked at from another place.
    [[nodiscard]] Cursor movedTo(std::size_t offset) const {
        Cursor cursor = *this;
        cursor.at = offset;
        return cursor;
    }

    [[nodiscard]] bool startsWith(std::string_view what) const {
        // Openers are a few bytes long: a call to compare them would cost more than the comparison.
        if (at + what.size() > end()) return false;
        for (std::size_t i = 0; i < what.size(); ++i)
            if (m_text[at + i] != what[i]) return false;
        return true;
    }
    [[nodiscard]] bool startsWithAnyCase(std::string_view what) const {
        if (at + what.size() > end()) return false;
        for (std::size_t i = 0; i < what.size(); ++i)
            if (lowerOf(m_text[at + i]) != lowerOf(what[i])) return false;
        return true;
    }

    /// Offset of the LF or CR that ends the line of `offset`; end() if none.
    [[nodiscard]] std::size_t lineEnd(std::size_t offset) const {
        const std::size_t near = std::min(end(), offset + kShortLine);
        for (std::size_t i = offset; i < near; ++i)
            if (isLineEnd(m_text[i])) return i;
        if (offset >= end()) return end();
        if (offset >= m_endFrom && offset <= m_nextEnd) return m_nextEnd;
        if (offset < m_lfFrom || offset > m_nextLf) {
            // Remembered, so that a file without any LF is not searched to its end for every line.
            const void* lf = std::memchr(m_text.data() + offset, '\n', end() - offset);
            m_nextLf = lf != nullptr ? static_cast<std::size_t>(static_cast<const char*>(lf) - m_text.data()) : end();
            m_lfFrom = offset;
        }
        const void* cr = std::memchr(m_text.data() + offset, '\r', m_nextLf - offset);
        m_endFrom = offset;
        m_nextEnd = cr != nullptr ? static_cast<std::size_t>(static_cast<const char*>(cr) - m_text.data()) : m_nextLf;
        return m_nextEnd;
    }
    /// Behind the line end at or behind `offset`; CRLF is one.
    [[nodiscard]] std::size_t nextLine(std::size_t offset) const { return pastLineEnd(lineEnd(offset)); }
    [[nodiscard]] std::size_t pastLineEnd(std::size_t lineEndOffset) const {
        if (lineEndOffset >= end()) return end();
        return lineEndOffset + (m_text[lineEndOffset] == '\r' && byteAt(lineEndOffset + 1) == '\n' ? 2 : 1);
    }

    /// The first offset at or behind `from` whose byte is in the set; end() if none.
    [[nodiscard]] std::size_t findIn(const ByteSet& set, std::size_t from) const { return set.findIn(m_text, from); }
    /// Likewise the first one whose byte is not in it.
    [[nodiscard]] std::size_t findBeyond(const ByteSet& set, std::size_t from) const {
        while (from < m_text.size() && set[m_text[from]]) ++from;
        return std::min(from, end());
    }

    /// Offset of `what` at or behind `from`; end() if none.
    [[nodiscard]] std::size_t find(std::string_view what, std::size_t from) const {
        const std::size_t found = m_text.find(what, from);
        return found == std::string_view::npos ? end() : found;
    }

    [[nodiscard]] bool atLineStart(std::size_t offset) const {
        std::size_t back = offset;
        while (back > m_begin && isBlank(m_text[back - 1])) --back;
        return back == m_begin || isLineEnd(m_text[back - 1]);
    }
    [[nodiscard]] bool atFirstColumn(std::size_t offset) const { return isLineEnd(before(offset)); }
    /// Behind an odd number of backslashes.
    [[nodiscard]] bool escaped(std::size_t offset) const {
        std::size_t back = offset;
        while (back > m_begin && m_text[back - 1] == '\\') --back;
        return ((offset - back) & 1U) != 0;
    }

private:
    /// So many bytes are looked at one by one before a search is called for.
    static constexpr std::size_t kShortLine = 8;

    std::string_view m_text;
    std::size_t m_begin;
    mutable std::size_t m_lfFrom = 1; ///< No line end is known while this is beyond m_nextLf.
    mutable std::size_t m_nextLf = 0;
    mutable std::size_t m_endFrom = 1; ///< Likewise for the next line end of either kind.
    mutable std::size_t m_nextEnd = 0;

public:
    std::size_t at; ///< Absolute offset in the text.
};

} // namespace paydown::syntax::lexical
