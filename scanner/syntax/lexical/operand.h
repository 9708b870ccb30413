// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scanner/syntax/lexical/cursor.h"

#include <span>

namespace paydown::syntax::lexical {

/// The word that ends at `end`, at most 32 bytes of it; empty if none does.
[[nodiscard]] std::string_view wordBefore(const Cursor& cursor, std::size_t end);

/// Behind the last byte of code before `at`: blanks and line ends are passed over.
[[nodiscard]] std::size_t codeEndBefore(const Cursor& cursor, std::size_t at);

/// Whether the code before `at` ends an operand, so that '/' there divides instead of opening a regular expression.
/// @param keywords words behind which an operand begins ("return").
[[nodiscard]] bool endsOperand(const Cursor& cursor, std::size_t at, std::span<const std::string_view> keywords);

/// Behind the '/' that closes the regular expression that opens at `at`, character classes heeded; 0 when it does not
/// close on its line.
[[nodiscard]] std::size_t endOfRegex(const Cursor& cursor, std::size_t at);

} // namespace paydown::syntax::lexical
