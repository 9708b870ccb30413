// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scanner/syntax/language.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace paydown::syntax {

/// The inside of a block: from behind its '{' to its '}'.
struct BlockInside {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
};

/// Whether the language marks its blocks with braces that the lexical reader can pair.
[[nodiscard]] bool hasBraceBlocks(const Language& language);

/// The largest blocks that hold none of the offsets, ascending. Blocks with unbalanced conditionals of the preprocessor
/// inside are none; of an #else branch no brace counts. Small blocks are passed over: they cost more than they save.
/// @param offsets ascending @pre hasBraceBlocks(language)
[[nodiscard]] std::vector<BlockInside> blocksWithout(const Language& language, std::string_view text,
                                                     std::span<const std::uint32_t> offsets);

} // namespace paydown::syntax
