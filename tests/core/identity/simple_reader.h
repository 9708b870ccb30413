// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/annotation.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

namespace paydown::tests {

/// Reads "// TODO: title", "# TODO: title" and the like, one annotation a line, so that tests of identity need no
/// grammar. Lines of a comment that follow with two blanks after their leader are the body.
inline std::vector<Annotation> readSimply(std::string_view bytes) {
    constexpr std::array<std::string_view, 3> kTags{"TODO: ", "FIXME: ", "DEBT: "};
    std::vector<Annotation> annotations;
    std::uint32_t line = 0;
    bool inComment = false;
    for (std::size_t begin = 0; begin < bytes.size();) {
        const std::size_t end = std::min(bytes.find('\n', begin), bytes.size());
        const std::string_view text = bytes.substr(begin, end - begin);
        ++line;
        bool found = false;
        for (const std::string_view tag : kTags) {
            const auto at = text.find(tag);
            if (at == std::string_view::npos || found) continue;
            Annotation annotation;
            annotation.tag = tag.substr(0, tag.size() - 2);
            annotation.title = text.substr(at + tag.size());
            if (annotation.title.ends_with(" */")) annotation.title.resize(annotation.title.size() - 3);
            annotation.range = {static_cast<std::uint32_t>(begin + at), static_cast<std::uint32_t>(end), line,
                                static_cast<std::uint32_t>(at + 1)};
            annotations.push_back(annotation);
            found = true;
        }
        const auto leader = text.find("//  ");
        if (!found && inComment && leader != std::string_view::npos) {
            annotations.back().body += std::string(text.substr(leader + 4));
            annotations.back().range.endByte = static_cast<std::uint32_t>(end);
            found = true;
        }
        inComment = found;
        begin = end + 1;
    }
    return annotations;
}

} // namespace paydown::tests
