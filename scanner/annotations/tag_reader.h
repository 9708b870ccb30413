// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/annotation.h"
#include "scanner/annotations/comment_text.h"
#include "scanner/annotations/vocabulary.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace paydown::annotations {

/// An annotation's opening, or a mention, on one line of a comment.
struct Mark {
    std::uint32_t begin = 0;     ///< Of the tag, with its '@' or '\'.
    std::uint32_t tagEnd = 0;    ///< Behind the word.
    std::uint32_t textBegin = 0; ///< Where the title starts; a mention has none.
    std::uint16_t word = 0;      ///< For Vocabulary::tag().
    bool isMention = false;
    char opener = '\0'; ///< '(', '[', '{' or '<' right before the tag: its match at the end of the title is no text.
    Statement stated;
    std::vector<Diagnostic> remarks;
};

/// Tells annotations, mentions and prose apart among the words on one line of a comment, and reads their arguments.
/// @param hits the words on the line, in its order.
/// @param limit at most so many marks are read, the first ones.
/// @param opensComment whether it is the first line of a comment; a bracket may stand before a tag there.
/// Cost is linear in the line, whatever it holds.
[[nodiscard]] std::vector<Mark> readMarks(std::string_view bytes, const TextLine& line, std::span<const WordHit> hits,
                                          bool opensComment, std::size_t limit);

} // namespace paydown::annotations
