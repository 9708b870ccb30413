// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/syntax/comments.h"

#include "scanner/syntax/lexical/scanners.h"

namespace paydown::syntax {

std::vector<Comment> readComments(const Language& language, std::string_view text) {
    lexical::Findings found;
    lexical::scanPart(*language.rules, {text, 0, text.size()}, found);
    return std::move(found.comments);
}

} // namespace paydown::syntax
