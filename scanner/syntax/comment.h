// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace paydown::syntax {

/// Whether a comment runs to the end of its line or to a closer. Successive line comments in the same column with
/// nothing between them are read as one text; that is the annotation reader's work, not the syntax reader's.
enum class CommentKind : std::uint8_t { Line, Block };

/// A comment as it stands in a file, delimiters included.
struct Comment {
    std::uint32_t beginByte = 0; ///< Offset of the opening delimiter.
    std::uint32_t endByte = 0;   ///< One past the closing delimiter; for a line comment, the offset of its line end.
    CommentKind kind = CommentKind::Line;

    friend bool operator==(const Comment&, const Comment&) = default;
};

} // namespace paydown::syntax
