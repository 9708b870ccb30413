// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/syntax/outline_readers.h"

namespace paydown::syntax {

namespace {

/// Behind every line that is nothing but "}" in its first column and stands before a blank line: there ends a function
/// that is in no other one. Not those in a literal or a heredoc.
std::vector<std::uint32_t> functionEnds(const OutlineInput& input) {
    constexpr std::string_view kEnd = "\n}\n\n";
    std::vector<std::uint32_t> ends;
    auto opaque = input.opaque.begin();
    for (std::size_t at = input.text.find(kEnd); at != std::string_view::npos; at = input.text.find(kEnd, at + 1)) {
        while (opaque != input.opaque.end() && opaque->end <= at + 1) ++opaque;
        if (opaque != input.opaque.end() && opaque->begin <= at + 1) continue;
        ends.push_back(static_cast<std::uint32_t>(at + 3));
    }
    return ends;
}

} // namespace

std::vector<TextRange> shellParts(const OutlineInput& input) {
    std::vector<TextRange> parts;
    const std::vector<std::uint32_t> ends = functionEnds(input);
    for (std::size_t i = 1; i < ends.size(); ++i) {
        if (input.isAsked(ends[i - 1], ends[i])) continue;
        if (!parts.empty() && parts.back().end == ends[i - 1])
            parts.back().end = ends[i];
        else
            parts.push_back({ends[i - 1], ends[i]});
    }
    return parts;
}

} // namespace paydown::syntax
