// SPDX-License-Identifier: GPL-3.0-or-later
// Makefiles: '#' as make reads it, and in recipes as the shell does.
#include "scanner/syntax/lexical/scanners.h"

namespace paydown::syntax::lexical {
namespace {

/// The bytes of a line that mean something; all others are passed over.
constexpr ByteSet kMattersInMake{
    [](char c) { return std::string_view("\n\r\\'\"$(){}#").find(c) != std::string_view::npos; }};

class MakeScanner {
public:
    MakeScanner(const Part& part, Findings& found) : m_found(found), m_cursor(part.text, part.begin, part.end) {}

    void scan() {
        while (!m_cursor.done() && !m_found.isEnough(m_cursor.at)) {
            m_recipe = m_cursor.here() == '\t';
            readLogicalLine();
        }
    }

private:
    void readLogicalLine() {
        std::size_t depth = 0; // of $( ) and ${ }, in which make reads no comment
        char quote = '\0';
        while (!m_cursor.done()) {
            m_cursor.at = m_cursor.findIn(kMattersInMake, m_cursor.at);
            const char c = m_cursor.here();
            if (isLineEnd(c)) break;
            if (c == '\\' && quote != '\'') {
                ++m_cursor.at;
                if (m_cursor.here() == '\r' && m_cursor.ahead(1) == '\n') ++m_cursor.at;
            } else if (m_recipe && quote != '\0') {
                if (c == quote)
                    quote = '\0';
                else if (c == '\\')
                    passLineEnd();
            } else if (m_recipe && (c == '\'' || c == '"')) {
                quote = c;
            } else if (c == '$' && (m_cursor.ahead(1) == '(' || m_cursor.ahead(1) == '{')) {
                ++depth;
                ++m_cursor.at;
            } else if (depth > 0 && (c == '(' || c == '{')) {
                ++depth;
            } else if (depth > 0 && (c == ')' || c == '}')) {
                --depth;
            } else if (c == '#' && depth == 0 && opensComment()) {
                readComment();
                break;
            }
            ++m_cursor.at;
        }
        m_cursor.at = std::min(m_cursor.at, m_cursor.end());
        m_cursor.at = m_cursor.pastLineEnd(m_cursor.at);
    }

    /// make joins lines also inside of single quotes.
    void passLineEnd() {
        if (isLineEnd(m_cursor.ahead(1))) ++m_cursor.at;
    }

    [[nodiscard]] bool opensComment() const {
        if (!m_recipe) return true;
        const char previous = m_cursor.before(m_cursor.at);
        return isBlank(previous) || isLineEnd(previous) || previous == ';' || previous == '@' || previous == '-';
    }

    /// A comment of make goes on behind a backslash at the end of its line; one of a shell does not.
    void readComment() {
        const std::size_t begin = m_cursor.at;
        std::size_t end = m_cursor.lineEnd(begin);
        while (end < m_cursor.end() && m_cursor.escaped(end) && !m_recipe)
            end = m_cursor.lineEnd(m_cursor.pastLineEnd(end));
        m_found.comment(begin, end, CommentKind::Line);
        m_cursor.at = end;
    }

    Findings& m_found;
    Cursor m_cursor;
    bool m_recipe = false;
};

} // namespace

void scanMake(const Part& part, Findings& found) { MakeScanner(part, found).scan(); }

} // namespace paydown::syntax::lexical
