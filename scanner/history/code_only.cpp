// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/history/code_only.h"

#include "scanner/syntax/comments.h"
#include "scanner/syntax/encoding.h"
#include "scanner/syntax/language.h"

namespace paydown::history {

std::string codeOnly(const syntax::Language& language, std::string_view bytes) {
    const syntax::DecodedText decoded(bytes);
    std::string code(bytes);
    for (const syntax::Comment& comment : syntax::readComments(language, decoded.text())) {
        const std::size_t end = decoded.storedOffset(comment.endByte);
        for (std::size_t at = decoded.storedOffset(comment.beginByte); at < end && at < code.size(); ++at) {
            if (code[at] != '\n') code[at] = ' ';
        }
    }
    return code;
}

} // namespace paydown::history
