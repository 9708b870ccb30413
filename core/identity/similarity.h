// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace paydown::identity {

/// How alike two folded titles are, in thousandths: Dice's coefficient over their multisets of byte pairs (L. R. Dice,
/// "Measures of the amount of ecologic association between species", 1945). 1000 for equal ones, 0 where either is
/// empty. Integers only, so that every machine comes to the same.
[[nodiscard]] std::uint32_t similarity(std::string_view a, std::string_view b);

} // namespace paydown::identity
