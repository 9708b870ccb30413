// SPDX-License-Identifier: GPL-3.0-or-later
// The strings of a table, and the holes in them that hold code.
#include "scanner/syntax/lexical/table_scanner.h"

#include <algorithm>

namespace paydown::syntax::lexical {

bool TableScanner::tryStrings() {
    for (const StringForm& form : m_rules.strings) {
        if (!m_cursor.startsWith(form.open) || !prefixStands(form.prefix)) continue;
        const std::size_t begin = m_cursor.at - form.prefix.size();
        m_cursor.at += form.open.size();
        readString(form, begin);
        return true;
    }
    return false;
}

bool TableScanner::prefixStands(std::string_view prefix) const {
    if (prefix.empty()) return true;
    const std::size_t at = m_cursor.at;
    if (at < m_cursor.begin() + prefix.size()) return false;
    if (m_cursor.text().substr(at - prefix.size(), prefix.size()) != prefix) return false;
    return !isLetter(prefix.front()) || !isWord(m_cursor.before(at - prefix.size()));
}

/// Reads on inside of a string, from behind its opener or a hole, to behind its closer or into the next hole.
void TableScanner::readString(const StringForm& form, std::size_t begin) {
    const std::string_view text = m_cursor.text();
    const bool backslash = form.escapes == Escapes::Backslash || form.escapes == Escapes::Both;
    const bool doubled = form.escapes == Escapes::Doubled || form.escapes == Escapes::Both;
    const char escape = form.escapes == Escapes::Backtick ? '`' : '\\';
    const bool escapes = backslash || form.escapes == Escapes::Backtick;
    const bool nix = form.escapes == Escapes::Nix;
    const char closeFront = form.close.front();
    std::size_t& at = m_cursor.at;
    while (at < text.size()) {
        at = form.stops.findIn(text, at);
        if (at >= text.size()) break;
        const char c = text[at];
        if (!form.hole.empty() && c == form.hole.front() && openHole(form, begin)) return;
        if (c == closeFront && m_cursor.startsWith(form.close)) {
            at += form.close.size();
            if (nix && (m_cursor.here() == '\'' || m_cursor.here() == '$' || m_cursor.here() == '\\')) {
                ++at;
                continue;
            }
            while (form.closesLate && m_cursor.here() == closeFront) ++at;
            if (!doubled || !m_cursor.startsWith(form.close)) return literal(begin, at);
            at += form.close.size();
        } else if (escapes && c == escape) {
            at += m_cursor.ahead(1) == '\r' && m_cursor.ahead(2) == '\n' ? 3 : 2;
        } else if (form.span == Span::OneLine && isLineEnd(c)) {
            break;
        } else {
            ++at;
        }
    }
    at = std::min(at, text.size());
    literal(begin, at);
}

bool TableScanner::openHole(const StringForm& form, std::size_t begin) {
    if (!m_cursor.startsWith(form.hole)) return false;
    m_cursor.at += form.hole.size();
    literal(begin, m_cursor.at);
    const bool round = form.hole.back() == '(';
    m_holes.push_back({&form, 0, round ? '(' : '{', round ? ')' : '}'});
    return true;
}

/// Inside of a hole, its own kind of bracket is counted; the last one goes back to the string.
bool TableScanner::countBracket(char c) {
    OpenHole& hole = m_holes.back();
    if (c == hole.opener) ++hole.depth;
    if (c != hole.closer) return false;
    if (hole.depth > 0) {
        --hole.depth;
        return false;
    }
    const StringForm* form = hole.form;
    m_holes.pop_back();
    const std::size_t begin = m_cursor.at++;
    readString(*form, begin);
    return true;
}

} // namespace paydown::syntax::lexical
