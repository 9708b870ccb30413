// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scanner/syntax/lexical/rules.h"

/// The forms of comments and literals that many languages share.
namespace paydown::syntax::lexical {

inline constexpr LineForm kSlashes{"//"};
inline constexpr LineForm kHash{"#"};
inline constexpr BlockForm kStarred{"/*", "*/"};
inline constexpr BlockForm kNested{"/*", "*/", true};
inline constexpr BlockForm kMarkup{"<!--", "-->"};
inline constexpr BlockForm kRound{"(*", "*)", true};
inline constexpr StringForm kDouble{"\"", "\""};
inline constexpr StringForm kSingle{"'", "'"};
inline constexpr StringForm kTriple{"\"\"\"", "\"\"\"", Escapes::Backslash, Span::ManyLines};
inline constexpr StringForm kTripleRaw{"\"\"\"", "\"\"\"", Escapes::None, Span::ManyLines, {}, "${", true};
inline constexpr StringForm kSingleTriple{"'''", "'''", Escapes::Backslash, Span::ManyLines};
inline constexpr StringForm kBackquoted{"`", "`", Escapes::None, Span::ManyLines};
inline constexpr StringForm kDoubledDouble{"\"", "\"", Escapes::Doubled};
inline constexpr StringForm kDoubledSingle{"'", "'", Escapes::Doubled};
inline constexpr StringForm kDoubleLines{"\"", "\"", Escapes::Backslash, Span::ManyLines};
inline constexpr StringForm kSingleLines{"'", "'", Escapes::Backslash, Span::ManyLines};

} // namespace paydown::syntax::lexical
