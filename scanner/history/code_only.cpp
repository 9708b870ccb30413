// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/history/code_only.h"

#include "scanner/syntax/comments.h"
#include "scanner/syntax/language.h"

namespace paydown::history {

std::string codeOnly(std::string_view path, std::string_view bytes) {
    const syntax::Language* language = syntax::languageOf(path, bytes);
    if (language == nullptr) return {};
    std::string code(bytes);
    for (const syntax::Comment& comment : syntax::readComments(*language, bytes)) {
        for (std::size_t at = comment.beginByte; at < comment.endByte && at < code.size(); ++at) {
            if (code[at] != '\n') code[at] = ' ';
        }
    }
    return code;
}

} // namespace paydown::history
