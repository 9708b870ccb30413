// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scanner/syntax/language.h"

#include <span>
#include <string_view>

namespace paydown::syntax {

/// The names of one kind that lead to a language.
struct LanguageNames {
    std::string_view id;    ///< Of the language.
    std::string_view names; ///< With a blank between them.
};

/// Whole names of files ("CMakeLists.txt"), as they are written.
[[nodiscard]] std::span<const LanguageNames> fileNames();
/// Extensions without the dot, in lower case; longer ones may hold dots ("d.ts").
[[nodiscard]] std::span<const LanguageNames> extensions();
/// What a shebang calls, without digits and dots at the end ("python" for python3.11).
[[nodiscard]] std::span<const LanguageNames> interpreters();
/// Names of other tools (linguist, vim, emacs) for a language, in lower case, with '-' for blanks.
[[nodiscard]] std::span<const LanguageNames> aliases();

} // namespace paydown::syntax
