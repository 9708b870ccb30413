// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace paydown::annotations {

// Classes of bytes and letters, independent of the locale.

[[nodiscard]] constexpr bool isUpper(char c) { return c >= 'A' && c <= 'Z'; }
[[nodiscard]] constexpr bool isLower(char c) { return c >= 'a' && c <= 'z'; }
[[nodiscard]] constexpr bool isLetter(char c) { return isUpper(c) || isLower(c); }
[[nodiscard]] constexpr bool isDigit(char c) { return c >= '0' && c <= '9'; }
[[nodiscard]] constexpr bool isAlnum(char c) { return isLetter(c) || isDigit(c); }
/// What a search in a text says where it finds nothing.
inline constexpr auto kNone = std::string_view::npos;

/// Blanks inside a line.
[[nodiscard]] constexpr bool isBlank(char c) { return c == ' ' || c == '\t' || c == '\f' || c == '\v'; }
[[nodiscard]] constexpr bool isLineEnd(char c) { return c == '\n' || c == '\r'; }
[[nodiscard]] constexpr bool isBeyondAscii(char c) { return static_cast<unsigned char>(c) >= 0x80; }

/// Whether a letter, a digit or '_' ends right before `at`. Letters of the Latin, Greek and Cyrillic scripts count, in
/// UTF-8 and as a lone Latin-1 byte, so that "MÉTODO" holds no TODO; ideographs do not, so that "注意TODO" does.
[[nodiscard]] bool isWordBefore(std::string_view bytes, std::size_t at);

/// The same for the character that starts at `at`.
[[nodiscard]] bool isWordAt(std::string_view bytes, std::size_t at);

/// The first offset in [from, end) that is no blank, else end.
[[nodiscard]] std::size_t skipBlanks(std::string_view bytes, std::size_t from, std::size_t end);

/// Offset of the first LF or CR at or behind `from`, the size if none.
[[nodiscard]] constexpr std::size_t lineEndAt(std::string_view bytes, std::size_t from) {
    while (from < bytes.size() && !isLineEnd(bytes[from])) ++from;
    return from < bytes.size() ? from : bytes.size();
}

/// The character at the offset; NUL past the end, so that a look ahead needs no test.
[[nodiscard]] constexpr char charAt(std::string_view bytes, std::size_t at) {
    return at < bytes.size() ? bytes[at] : '\0';
}

} // namespace paydown::annotations
