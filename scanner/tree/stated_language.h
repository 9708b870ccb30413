// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/git/attributes.h"
#include "scanner/tree/file_reader.h"

namespace paydown {

/// For who reads few files: asks the .gitattributes above each. Keeps a reference; one thread.
[[nodiscard]] inline StatedLanguage statedBy(git::LazyAttributes& attributes) {
    return [&attributes](std::string_view path) { return attributes.above(path).languageOf(path); };
}

} // namespace paydown
