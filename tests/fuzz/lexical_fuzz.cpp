// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/syntax/colour.h"
#include "scanner/syntax/comments.h"
#include "scanner/syntax/language.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace paydown::syntax;

/// The first byte picks the language. Comments are in order, apart from each other and inside of the text.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const Language& language = languages()[data[0] % languages().size()];
    const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
    std::uint32_t end = 0;
    for (const Comment& comment : readComments(language, text)) {
        if (comment.beginByte < end || comment.endByte <= comment.beginByte || comment.endByte > text.size())
            std::abort();
        end = comment.endByte;
    }
    for (const ColourSpan& span : colour(language, text, 1, 1000)) {
        if (span.beginByte > span.endByte || span.endByte > text.size()) std::abort();
    }
    return 0;
}
