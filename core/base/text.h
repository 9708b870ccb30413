// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace paydown {

/// Whether a byte stands in a word of code: ASCII letters, digits, '_'. Knows no locale.
[[nodiscard]] constexpr bool isWordByte(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

/// Whether the bytes are well-formed UTF-8 (RFC 3629: no surrogates, no overlong forms).
[[nodiscard]] bool isUtf8(std::string_view bytes);

/// The bytes with every ill-formed sequence replaced by U+FFFD, for JSON and Qt.
[[nodiscard]] std::string toUtf8(std::string_view bytes);

/// The bytes made safe for a terminal: ill-formed UTF-8 and control characters (C0 but tab, DEL, C1, bidirectional
/// overrides) become visible escapes such as \x1b or \u202e, so that text of a repository can neither move the cursor
/// nor change what is on the screen.
[[nodiscard]] std::string escapeForTerminal(std::string_view bytes);

/// The same for text of several lines: line feeds stay.
[[nodiscard]] std::string escapeLinesForTerminal(std::string_view bytes);

/// Columns that the text takes on a terminal: wide East Asian characters count two, combining marks none.
[[nodiscard]] std::size_t displayWidth(std::string_view utf8);

/// The text cut to at most `columns` terminal columns, with "…" as its last column where something was cut.
[[nodiscard]] std::string fitToWidth(std::string_view utf8, std::size_t columns);

/// RFC 4648 base64 with padding, for bytes that JSON cannot carry.
[[nodiscard]] std::string base64(std::string_view bytes);

/// ASCII lower case; all other bytes as they are. Independent of the locale.
[[nodiscard]] std::string asciiLower(std::string_view text);

/// Without ASCII white space at both ends.
[[nodiscard]] std::string_view trimmed(std::string_view text);

/// The parts between separators; "a,,b" has three. An empty text has one empty part.
[[nodiscard]] std::vector<std::string_view> split(std::string_view text, char separator);

/// How many bytes two texts begin with in common, found at the speed of memory.
[[nodiscard]] std::size_t commonPrefix(std::string_view a, std::string_view b);

/// How many bytes two texts end with in common.
[[nodiscard]] std::size_t commonSuffix(std::string_view a, std::string_view b);

/// Edit distance (Damerau-Levenshtein, optimal string alignment) in bytes, for "did you mean".
[[nodiscard]] std::size_t editDistance(std::string_view a, std::string_view b);

} // namespace paydown
