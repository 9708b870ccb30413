// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/toml_text.h"

#include <fmt/format.h>

namespace paydown::detail {

std::string tomlQuoted(std::string_view text) {
    std::string quoted = "\"";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\')
            quoted += std::string("\\") + c;
        else if (byte < 0x20 || byte == 0x7f)
            quoted += fmt::format("\\u{:04X}", byte);
        else
            quoted.push_back(c);
    }
    return quoted + "\"";
}

} // namespace paydown::detail
