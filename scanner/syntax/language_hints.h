// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scanner/syntax/language.h"

#include <string_view>

/// What a text says about its own language.
namespace paydown::syntax {

/// By the interpreter of the first line: behind env with its options and settings, without its version, "exec wish
/// "$0"" of a shell script and the second line of nix-shell followed. Null for none, and for unknown ones.
[[nodiscard]] const Language* languageByShebang(std::string_view bytes);

/// By a modeline: Emacs's in the first line (the second behind a shebang or an XML declaration) or its local variables
/// at the end, Vim's in the first and last five lines. Null for none, and for unknown languages.
[[nodiscard]] const Language* languageByModeline(std::string_view bytes);

/// The language of a file whose extension several languages share, as its text tells; `otherwise` where nothing does.
/// @param name the file's, without folders, in lower case. @param otherwise may be null.
[[nodiscard]] const Language* languageByContent(std::string_view name, std::string_view bytes,
                                                const Language* otherwise);

} // namespace paydown::syntax
