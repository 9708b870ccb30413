// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/syntax/outline.h"

#include "scanner/syntax/lexical/scanners.h"
#include "scanner/syntax/outline_readers.h"

#include <algorithm>

namespace paydown::syntax {

namespace {

constexpr std::uint32_t kLeastCutBytes = 64; ///< A smaller cut costs more than it saves.

/// Comments and literals of a text in one ascending list.
std::vector<TextRange> opaqueParts(const Language& language, std::string_view text) {
    lexical::Findings found;
    found.wantStrings = true;
    lexical::scanPart(*language.rules, {text, 0, text.size()}, found);
    std::vector<TextRange> parts;
    parts.reserve(found.comments.size() + found.strings.size());
    for (const auto* list : {&found.comments, &found.strings})
        for (const Comment& part : *list) parts.push_back({part.beginByte, part.endByte});
    std::ranges::sort(parts, {}, &TextRange::begin);
    return parts;
}

/// Those parts that are long enough and stand in no other one.
std::vector<TextRange> largest(std::vector<TextRange> parts) {
    std::erase_if(parts, [](const TextRange& part) { return part.end - part.begin < kLeastCutBytes; });
    std::ranges::sort(parts, [](const TextRange& a, const TextRange& b) {
        return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
    });
    std::vector<TextRange> outer;
    for (const TextRange& part : parts)
        if (outer.empty() || part.begin >= outer.back().end) outer.push_back(part);
    return outer;
}

} // namespace

bool OutlineInput::isAsked(std::uint32_t from, std::uint32_t to) const {
    const auto asked = std::ranges::lower_bound(offsets, from);
    return asked != offsets.end() && *asked < to;
}

std::vector<TextRange> partsWithout(const Language& language, std::string_view text,
                                    std::span<const std::uint32_t> offsets) {
    const auto input = [&] { return OutlineInput{language, text, offsets, opaqueParts(language, text)}; };
    if (hasBraceBlocks(language)) return largest(bracedParts(input()));
    if (language.id == "python") return largest(indentedParts(input()));
    if (language.id == "bash") return largest(shellParts(input()));
    return {};
}

} // namespace paydown::syntax
