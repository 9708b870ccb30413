// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scanner/syntax/language.h"

#include <span>
#include <string_view>

namespace paydown::syntax {

/// One name of a file, extension, interpreter or alias, and the id of its language.
struct LanguageName {
    std::string_view name;
    std::string_view id;
};

/// Whole names of files ("CMakeLists.txt"), as they are written.
[[nodiscard]] std::span<const LanguageName> fileNames();
/// Extensions without the dot, in lower case; longer ones may hold dots ("d.ts").
[[nodiscard]] std::span<const LanguageName> extensions();
/// What a shebang calls, without digits and dots at the end ("python" for python3.11).
[[nodiscard]] std::span<const LanguageName> interpreters();
/// Names of other tools (linguist, vim, emacs) for a language, in lower case.
[[nodiscard]] std::span<const LanguageName> aliases();

} // namespace paydown::syntax
