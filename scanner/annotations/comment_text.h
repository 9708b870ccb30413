// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scanner/annotations/line_counter.h"
#include "scanner/syntax/comment.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace paydown::annotations {

/// A line of a comment without its decoration. What is taken away stands at its ends only, so the text is a range of
/// the file and every offset into it is an offset into the file.
struct TextLine {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;       ///< Equal to begin for a line without text: blank, or a border.
    std::uint32_t lineBegin = 0; ///< Of the line of the file.
    std::uint32_t number = 1;    ///< 1-based.

    [[nodiscard]] bool isBlank() const { return begin == end; }
};

/// How many of the comments, from the first on, are one text: successive line comments in the same column with nothing
/// between them; a block comment stands alone. Tabs count to columns of eight, or of four where that fits.
[[nodiscard]] std::size_t commentsInText(std::string_view bytes, std::span<const syntax::Comment> comments);

/// Whether the second comment continues the text of the first, which stands right before it.
[[nodiscard]] bool continues(std::string_view bytes, const syntax::Comment& first, const syntax::Comment& second);

/// The lines of comments that are one text, without leaders, closers, box borders and indentation: the first one, and
/// those where an annotation could stand or which its text could reach. What lies too far behind the last candidate is
/// left out, and so are blank lines behind a blank line and what follows the first quarter of a million lines, so that
/// memory depends on what is to be read, not on the size of the comment.
/// @param candidates as AnnotationReader::read takes them, those in the comments and behind.
/// @param lines is moved forward.
[[nodiscard]] std::vector<TextLine> textOf(std::string_view bytes, std::span<const syntax::Comment> comments,
                                           std::span<const std::uint32_t> candidates, LineCounter& lines);

} // namespace paydown::annotations
