// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace paydown::history {

/// A file with every comment replaced by blanks, line ends kept: what is left when only comments went. Empty when the
/// language is not known.
[[nodiscard]] std::string codeOnly(std::string_view path, std::string_view bytes);

} // namespace paydown::history
