// SPDX-License-Identifier: GPL-3.0-or-later
//
// The readers behind partsWithout(): how a language of braces, one of indentation and a shell show what stands in what.
#pragma once

#include "scanner/syntax/outline.h"

namespace paydown::syntax {

/// What a reader of an outline gets to see.
struct OutlineInput {
    const Language& language;
    std::string_view text;
    std::span<const std::uint32_t> offsets; ///< Ascending.
    std::vector<TextRange> opaque;          ///< Comments and literals, ascending.

    /// Whether something is asked about in [from, to).
    [[nodiscard]] bool isAsked(std::uint32_t from, std::uint32_t to) const;
};

[[nodiscard]] bool hasBraceBlocks(const Language& language);

/// The insides of blocks "{ … }", and runs of statements that surely begin and end there: between the blank lines
/// behind two braces that each close a statement. Blocks with unbalanced conditionals of the preprocessor inside are
/// none; of an #else branch no brace counts. Parts may stand in each other.
[[nodiscard]] std::vector<TextRange> bracedParts(const OutlineInput& input);

/// Functions and classes of Python, with their decorators, at the top and in classes and functions that hold an offset.
/// The one behind an offset stays: a comment may be about it.
[[nodiscard]] std::vector<TextRange> indentedParts(const OutlineInput& input);

/// Of a shell, whole runs of functions and commands, between two lines of nothing but the brace that closes a function.
[[nodiscard]] std::vector<TextRange> shellParts(const OutlineInput& input);

} // namespace paydown::syntax
