// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

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

/// What is typed in parentheses after the name of a native annotation.
struct NativeArgument {
    std::string name;      ///< Of a named argument (owner = "mia", {kind: "…"}); empty for a positional one.
    std::string text;      ///< A string, unescaped by the language's rules, joined where it is written in pieces; else
                           ///< the source as it stands ("DebtClass.RECKLESS", "3").
    bool isString = false; ///< Whether text was a string literal.

    friend bool operator==(const NativeArgument&, const NativeArgument&) = default;
};

/// An attribute, decorator or macro that could state a debt, as the language has it. What it means is the annotation
/// reader's work.
struct NativeAnnotation {
    std::uint32_t beginByte = 0; ///< Of the marker: '@', '[', "#[", "[[" or the macro's name.
    std::uint32_t endByte = 0;   ///< One past the closing delimiter.
    std::string name; ///< With '.' between parts: "Debt", "debt.reckless", "TechDebtAttribute", "DEBT_RECKLESS".
    std::vector<NativeArgument> arguments; ///< In the order written; those of an object literal are spread.
    std::string declaration;               ///< Name of what it stands on; empty when the text does not tell.

    friend bool operator==(const NativeAnnotation&, const NativeAnnotation&) = default;
};

} // namespace paydown::syntax
