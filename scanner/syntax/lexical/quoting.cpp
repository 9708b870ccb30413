// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/syntax/lexical/quoting.h"

namespace paydown::syntax::lexical {

char closerOf(char opener) {
    switch (opener) {
    case '(': return ')';
    case '[': return ']';
    case '{': return '}';
    case '<': return '>';
    default: return opener;
    }
}

std::size_t endOfQuoted(const Cursor& cursor, std::size_t open) {
    const char opener = cursor.byteAt(open);
    const char closer = closerOf(opener);
    std::size_t depth = 1;
    for (std::size_t at = open + 1; at < cursor.end(); ++at) {
        const char c = cursor.byteAt(at);
        if (c == '\\' && opener != '\\') {
            ++at;
        } else if (c == closer) {
            if (--depth == 0) return at + 1;
        } else if (c == opener) {
            ++depth;
        }
    }
    return cursor.end();
}

bool Heredocs::open(Cursor& cursor) {
    std::size_t at = cursor.at + 2;
    Heredoc heredoc;
    if (cursor.byteAt(at) == '~' || cursor.byteAt(at) == '-') {
        heredoc.indented = true;
        ++at;
    }
    const char quote = cursor.byteAt(at);
    const bool quoted = quote == '"' || quote == '\'' || quote == '`';
    if (quoted) ++at;
    const std::size_t begin = at;
    while (quoted ? at < cursor.end() && cursor.byteAt(at) != quote && !isLineEnd(cursor.byteAt(at))
                  : isWord(cursor.byteAt(at)))
        ++at;
    if (at == begin || (quoted && cursor.byteAt(at) != quote) || (!quoted && isDigit(cursor.byteAt(begin))))
        return false;
    heredoc.terminator = cursor.text().substr(begin, at - begin);
    if (m_open.size() < kMostHeredocs) m_open.push_back(std::move(heredoc));
    cursor.at = at + (quoted ? 1 : 0);
    return true;
}

void Heredocs::passBodies(Cursor& cursor, Findings& found) {
    for (const Heredoc& heredoc : m_open) {
        const std::size_t end = endOfBody(cursor, heredoc);
        if (end == 0) continue;
        found.string(cursor.at, end);
        cursor.at = cursor.pastLineEnd(end);
    }
    m_open.clear();
}

std::size_t Heredocs::endOfBody(const Cursor& cursor, const Heredoc& heredoc) {
    if (m_failedBytes > 4 * (cursor.end() - cursor.begin())) return 0;
    for (std::size_t line = cursor.at; line < cursor.end(); line = cursor.nextLine(line)) {
        std::size_t first = line;
        while (heredoc.indented && isBlank(cursor.byteAt(first))) ++first;
        const std::size_t end = cursor.lineEnd(first);
        if (cursor.text().substr(first, end - first) == heredoc.terminator) return end;
    }
    m_failedBytes += cursor.end() - cursor.at;
    return 0;
}

} // namespace paydown::syntax::lexical
