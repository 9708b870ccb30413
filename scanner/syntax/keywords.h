// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scanner/syntax/lexical/rules.h"

#include <span>
#include <string_view>

namespace paydown::syntax {

/// The words that a family of languages reserves, sorted; types that are built in are not among them.
[[nodiscard]] std::span<const std::string_view> keywordsOf(lexical::KeywordFamily family);

/// Whether the word names a built-in type in most languages ("int", "string").
[[nodiscard]] bool isBuiltInType(std::string_view word);

} // namespace paydown::syntax
