// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scanner/syntax/language.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace paydown::syntax {

/// A range of a text: [begin, end).
struct TextRange {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
};

/// What a parse for the symbols around some places can do without: the largest parts of the text that hold none of
/// them and name nothing around them; ascending, apart from each other. Small parts are passed over: they cost more
/// than they save. Empty for languages whose outline nobody reads here. Depends on the bytes alone; linear.
/// @param offsets ascending
[[nodiscard]] std::vector<TextRange> partsWithout(const Language& language, std::string_view text,
                                                  std::span<const std::uint32_t> offsets);

} // namespace paydown::syntax
