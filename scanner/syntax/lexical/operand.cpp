// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/syntax/lexical/operand.h"

namespace paydown::syntax::lexical {

std::string_view wordBefore(const Cursor& cursor, std::size_t end) {
    constexpr std::size_t kLongest = 32;
    std::size_t begin = end;
    while (begin > cursor.begin() && end - begin < kLongest && isWord(cursor.byteAt(begin - 1))) --begin;
    return cursor.text().substr(begin, end - begin);
}

std::size_t codeEndBefore(const Cursor& cursor, std::size_t at) {
    while (at > cursor.begin() && (isBlank(cursor.byteAt(at - 1)) || isLineEnd(cursor.byteAt(at - 1)))) --at;
    return at;
}

bool endsOperand(const Cursor& cursor, std::size_t at, std::span<const std::string_view> keywords) {
    const std::size_t end = codeEndBefore(cursor, at);
    if (end == cursor.begin()) return false;
    const char last = cursor.byteAt(end - 1);
    if (isWord(last) || last == '$') {
        const std::string_view word = wordBefore(cursor, end);
        if (cursor.before(end - word.size()) == '.') return true; // a member may be named like a keyword
        return std::find(keywords.begin(), keywords.end(), word) == keywords.end();
    }
    if (last == '+' || last == '-') return cursor.before(end, 2) == last;
    return std::string_view(")]}\"'`").find(last) != std::string_view::npos;
}

std::size_t endOfRegex(const Cursor& cursor, std::size_t at) {
    bool inClass = false;
    for (std::size_t i = at + 1; i < cursor.end(); ++i) {
        const char c = cursor.byteAt(i);
        if (isLineEnd(c)) return 0;
        if (c == '\\') {
            ++i;
            if (isLineEnd(cursor.byteAt(i))) return 0;
        } else if (c == '[') {
            inClass = true;
        } else if (c == ']') {
            inClass = false;
        } else if (c == '/' && !inClass) {
            return i + 1;
        }
    }
    return 0;
}

} // namespace paydown::syntax::lexical
