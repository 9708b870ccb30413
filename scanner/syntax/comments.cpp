// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/syntax/comments.h"

#include "scanner/syntax/lexical/scanners.h"

namespace paydown::syntax {

std::vector<Comment> readComments(const Language& language, std::string_view text, std::size_t enough) {
    constexpr std::size_t kLarge = 1U << 20;
    lexical::Findings found;
    // A comment takes two bytes at least. Room for all of them at once: growing would hold a hundred megabytes of them
    // twice, and pages that are never written cost nothing.
    if (text.size() > kLarge) found.comments.reserve(text.size() / 2);
    found.enough = enough;
    lexical::scanPart(*language.rules, {text, 0, text.size()}, found);
    return std::move(found.comments);
}

} // namespace paydown::syntax
