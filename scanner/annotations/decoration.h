// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scanner/syntax/comment.h"

#include <string_view>

namespace paydown::annotations {

// What surrounds the text of a comment line and is no text. All functions give a part of what they were given.

/// The closer of the block comment that starts like this ("*/" for "/* …"); empty when it is not known.
[[nodiscard]] std::string_view closerOf(std::string_view comment);

/// Without the delimiter that opens a comment and what people repeat of it: "// ", "////", "/**<", "#:", "REM ".
[[nodiscard]] std::string_view withoutOpener(std::string_view line, syntax::CommentKind kind);

/// Without the leader of a further line of a block comment: " * ", "// ", "| ".
[[nodiscard]] std::string_view withoutLeader(std::string_view line);

/// Without the closer of a block comment and what people repeat of it: " ***/".
[[nodiscard]] std::string_view withoutCloser(std::string_view line, std::string_view closer);

/// Without blanks at both ends, a line continuation and the right border of a box; empty when nothing but a border
/// is left.
/// @param leader the last character of the line's leader, NUL for none: boxes are drawn with it.
[[nodiscard]] std::string_view withoutBox(std::string_view text, char leader, syntax::CommentKind kind);

} // namespace paydown::annotations
