// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace paydown::cli {

/// Text for a Markdown table's cell or heading: markup characters are escaped, lines are joined.
[[nodiscard]] std::string markdownText(std::string_view text);

} // namespace paydown::cli
