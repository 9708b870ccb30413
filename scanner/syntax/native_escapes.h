// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scanner/syntax/native_arguments.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace paydown::syntax {

/// Appends what an escape of a language means: "\n", "\x41", "\u{1F600}", "\101", two halves of a surrogate pair.
/// What the language does not know stays as the language leaves it: with its backslash in Python and PHP, without it
/// elsewhere. NUL becomes U+FFFD, since no text holds one.
/// @param at the offset behind the backslash, before the end of the text.
/// @param quote of the literal: ' of PHP knows two escapes only.
/// @return the offset behind the escape.
[[nodiscard]] std::size_t readEscape(std::string_view text, std::size_t at, ArgumentStyle style, char quote,
                                     std::string& out);

} // namespace paydown::syntax
