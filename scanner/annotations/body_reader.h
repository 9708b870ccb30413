// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/annotation.h"
#include "scanner/annotations/comment_text.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace paydown::annotations {

class StatementBuilder;

/// Where the text of an annotation may stand.
struct TextSpan {
    std::uint32_t titleBegin = 0;
    std::uint32_t titleEnd = 0;     ///< The end of its line, or the next annotation on it.
    std::span<const TextLine> rest; ///< The lines below, in the same text, up to one that holds another annotation.
    std::uint32_t lastLineEnd = 0;  ///< Where the last of `rest` stops: before that other annotation.
    char opener = '\0';             ///< A bracket around the whole: its match ends the title.
};

/// Reads title, body and fields of an annotation: the title is what is left of its line, else the next line with text;
/// the body is what follows, up to an empty line or a documentation tag.
/// @param fields takes "why: …" and its like; null for legacy tags, which have no fields.
/// @return one past the last byte of its text, at least span.titleBegin.
std::uint32_t readText(std::string_view bytes, const TextSpan& span, Annotation& annotation, StatementBuilder* fields);

/// Whether a line opens with a tag of a documentation tool: "@param", "\brief", ":return:", "</summary>".
[[nodiscard]] bool isDocTag(std::string_view line);

} // namespace paydown::annotations
