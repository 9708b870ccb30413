// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace paydown {

// Comparison without regard to the case of ASCII letters. The second argument is already in lower case. None of them
// allocates: they run for every item at every key that somebody types.

[[nodiscard]] bool equalFolded(std::string_view text, std::string_view lower);
[[nodiscard]] bool containsFolded(std::string_view text, std::string_view lower);
/// equalFolded() with '*' in the second argument for any bytes.
[[nodiscard]] bool likeFolded(std::string_view text, std::string_view lower);

} // namespace paydown
