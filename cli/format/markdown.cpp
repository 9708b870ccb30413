// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/format/markdown.h"

#include "core/base/text.h"

namespace paydown::cli {

std::string markdownText(std::string_view text) {
    std::string out;
    for (const char c : escapeLinesForTerminal(toUtf8(text))) {
        if (c == '\n') {
            out.push_back(' ');
            continue;
        }
        if (std::string_view("\\`*_{}[]<>#|!~").find(c) != std::string_view::npos) out.push_back('\\');
        out.push_back(c);
    }
    return out;
}

} // namespace paydown::cli
