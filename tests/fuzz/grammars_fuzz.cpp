// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/syntax/comments.h"
#include "scanner/syntax/language.h"
#include "scanner/syntax/symbols.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <vector>

using namespace paydown::syntax;

namespace {

std::vector<const Language*> parsedLanguages() {
    std::vector<const Language*> parsed;
    for (const Language& language : languages())
        if (language.grammar != nullptr) parsed.push_back(&language);
    return parsed;
}

} // namespace

/// The first byte picks the language, the second a place to ask about.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size < 2) return 0;
    static const std::vector<const Language*> kParsed = parsedLanguages();
    const Language& language = *kParsed[data[0] % kParsed.size()];
    const std::string_view text(reinterpret_cast<const char*>(data) + 2, size - 2);
    for (const Comment& comment : readCommentsByGrammar(language, text)) {
        if (comment.beginByte > comment.endByte || comment.endByte > text.size()) std::abort();
    }
    const auto end = static_cast<std::uint32_t>(text.size());
    const std::vector<std::uint32_t> offsets{0, end * data[1] / 256, end, 0xFFFFFFFFU};
    for (const SymbolExtent& extent : symbolExtentsAt(language, text, offsets)) {
        if (extent.firstLine > extent.lastLine || extent.lastLine > end + 1) std::abort();
    }
    return 0;
}
