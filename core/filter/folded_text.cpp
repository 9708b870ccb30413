// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/filter/folded_text.h"

#include <algorithm>

namespace paydown {

namespace {

constexpr char lowered(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

} // namespace

bool equalFolded(std::string_view text, std::string_view lower) {
    return text.size() == lower.size() &&
           std::equal(text.begin(), text.end(), lower.begin(), [](char a, char b) { return lowered(a) == b; });
}

bool containsFolded(std::string_view text, std::string_view lower) {
    if (lower.empty()) return true;
    if (lower.size() > text.size()) return false;
    const std::size_t last = text.size() - lower.size();
    for (std::size_t at = 0; at <= last; ++at) {
        if (lowered(text[at]) == lower.front() && equalFolded(text.substr(at, lower.size()), lower)) return true;
    }
    return false;
}

bool likeFolded(std::string_view text, std::string_view lower) {
    std::size_t at = 0;
    std::size_t pattern = 0;
    std::size_t star = std::string_view::npos; // The last '*' seen, and how much of the text it takes so far.
    std::size_t taken = 0;
    while (at < text.size()) {
        if (pattern < lower.size() && lower[pattern] == '*') {
            star = pattern++;
            taken = at;
        } else if (pattern < lower.size() && lower[pattern] == lowered(text[at])) {
            ++pattern;
            ++at;
        } else if (star != std::string_view::npos) {
            pattern = star + 1;
            at = ++taken;
        } else {
            return false;
        }
    }
    while (pattern < lower.size() && lower[pattern] == '*') ++pattern;
    return pattern == lower.size();
}

} // namespace paydown
