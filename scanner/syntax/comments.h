// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scanner/syntax/comment.h"
#include "scanner/syntax/language.h"

#include <span>
#include <string_view>
#include <vector>

namespace paydown::syntax {

/// The comments of a text by the lexical reader, ascending and without overlap. What stands in strings, heredocs and
/// other literals is none. Comments of embedded languages (script and style in HTML, Vue and Svelte, JSX) are among
/// them. Depends on the bytes alone, takes linear time on any bytes, never throws for what they hold.
/// @param text decoded (see encoding.h).
/// @param enough comments that begin here or behind may be left out; those before it are as without it.
[[nodiscard]] std::vector<Comment> readComments(const Language& language, std::string_view text,
                                                std::size_t enough = std::string_view::npos);

/// The comments by the grammar, for holding the two readers against each other. Empty when the language has no
/// grammar or the text is beyond the caps of a parse (1 MB, a budget of parser steps).
[[nodiscard]] std::vector<Comment> readCommentsByGrammar(const Language& language, std::string_view text);

} // namespace paydown::syntax
