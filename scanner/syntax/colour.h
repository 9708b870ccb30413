// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scanner/syntax/language.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace paydown::syntax {

enum class Colour : std::uint8_t { Comment, String, Keyword, Number, Type, Function, Preprocessor };

/// A half-open range of bytes in one colour.
struct ColourSpan {
    std::uint32_t beginByte = 0;
    std::uint32_t endByte = 0;
    Colour colour = Colour::Comment;

    friend bool operator==(const ColourSpan&, const ColourSpan&) = default;
};

/// Syntax colours of some lines, for showing code. Lexical and cheap, but reads the text from its beginning, as only
/// that tells where a comment or a string opens. Spans ascend, do not overlap and may run over several lines; what has
/// none is plain.
/// @param text decoded (see encoding.h).
/// @param firstLine 1-based; lastLine inclusive.
[[nodiscard]] std::vector<ColourSpan> colour(const Language& language, std::string_view text, std::uint32_t firstLine,
                                             std::uint32_t lastLine);

} // namespace paydown::syntax
