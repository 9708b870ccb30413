// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace paydown::detail {

/// A text as a basic string of TOML, with quotes.
[[nodiscard]] std::string tomlQuoted(std::string_view text);

} // namespace paydown::detail
