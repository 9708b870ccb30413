// SPDX-License-Identifier: GPL-3.0-or-later
// PHP: code between <?php and ?>, markup around it.
#include "scanner/syntax/lexical/quoting.h"
#include "scanner/syntax/lexical/scanners.h"

namespace paydown::syntax::lexical {
namespace {

class PhpScanner {
public:
    PhpScanner(const Part& part, Findings& found) : m_found(found), m_cursor(part.text, part.begin, part.end) {}

    void scan() {
        while (!m_cursor.done() && !m_found.isEnough(m_cursor.at)) {
            readMarkup();
            readCode();
        }
    }

private:
    void skip(std::size_t bytes) { m_cursor.at = std::min(m_cursor.at + bytes, m_cursor.end()); }

    void readMarkup() {
        const std::size_t begin = m_cursor.at;
        const std::size_t open = m_cursor.find("<?", begin);
        // A comment of the markup that holds code is read up to the code.
        scanMarkup({m_cursor.text(), begin, open}, m_found);
        m_cursor.at = std::min(open + 2, m_cursor.end());
        if (m_cursor.startsWithAnyCase("php"))
            skip(3);
        else if (m_cursor.startsWithAnyCase("xml"))
            skip(3);
    }

    void readCode() {
        while (!m_cursor.done() && !m_found.isEnough(m_cursor.at)) {
            const char c = m_cursor.here();
            if (c == '?' && m_cursor.ahead(1) == '>') return skip(2);
            if (c == '/' && m_cursor.ahead(1) == '*')
                readBlock();
            else if ((c == '/' && m_cursor.ahead(1) == '/') || (c == '#' && m_cursor.ahead(1) != '['))
                readLine();
            else if (c == '\'' || c == '`')
                readQuoted();
            else if (c == '"')
                readDouble();
            else if (m_cursor.startsWith("<<<"))
                readHeredoc();
            else
                skip(1);
        }
    }

    void readBlock() {
        const std::size_t begin = m_cursor.at;
        m_cursor.at = std::min(m_cursor.find("*/", begin + 2) + 2, m_cursor.end());
        m_found.comment(begin, m_cursor.at, CommentKind::Block);
    }

    void readLine() {
        const std::size_t begin = m_cursor.at;
        const std::size_t end = m_cursor.lineEnd(begin);
        const std::size_t tag = m_cursor.text().substr(0, end).find("?>", begin);
        m_cursor.at = std::min(tag, end);
        m_found.comment(begin, m_cursor.at, CommentKind::Line);
    }

    void readQuoted() {
        const std::size_t begin = m_cursor.at;
        m_cursor.at = endOfQuoted(m_cursor, begin);
        m_found.string(begin, m_cursor.at);
    }

    /// "… {$a["x"]} …": quotes inside of a hole do not close the string.
    void readDouble() {
        const std::size_t begin = m_cursor.at;
        std::size_t depth = 0;
        skip(1);
        while (!m_cursor.done()) {
            const char c = m_cursor.here();
            if (c == '\\') {
                skip(2);
                continue;
            }
            if ((c == '{' && (depth > 0 || m_cursor.ahead(1) == '$')) || (c == '$' && m_cursor.ahead(1) == '{')) {
                ++depth;
                skip(c == '$' ? 2 : 1);
                continue;
            }
            skip(1);
            if (c == '}' && depth > 0) --depth;
            if (c == '"' && depth == 0) break;
            if (isLineEnd(c)) depth = 0; // a hole that runs over lines is text
        }
        m_found.string(begin, m_cursor.at);
    }

    /// <<<EOF, <<<"EOF", <<<'EOF'; the terminator may be indented and go on with code.
    void readHeredoc() {
        const std::size_t begin = m_cursor.at;
        std::size_t at = begin + 3;
        while (isBlank(m_cursor.byteAt(at))) ++at;
        const bool quoted = m_cursor.byteAt(at) == '"' || m_cursor.byteAt(at) == '\'';
        if (quoted) ++at;
        const std::size_t name = at;
        while (isWord(m_cursor.byteAt(at))) ++at;
        const std::string_view terminator = m_cursor.text().substr(name, at - name);
        if (terminator.empty()) return skip(3);
        m_cursor.at = m_cursor.end();
        for (std::size_t line = m_cursor.nextLine(at); line < m_cursor.end(); line = m_cursor.nextLine(line)) {
            std::size_t first = line;
            while (isBlank(m_cursor.byteAt(first))) ++first;
            if (!m_cursor.text().substr(first).starts_with(terminator) ||
                isWord(m_cursor.byteAt(first + terminator.size())))
                continue;
            m_cursor.at = first + terminator.size();
            break;
        }
        m_found.string(begin, m_cursor.at);
    }

    Findings& m_found;
    Cursor m_cursor;
};

} // namespace

void scanPhp(const Part& part, Findings& found) { PhpScanner(part, found).scan(); }

} // namespace paydown::syntax::lexical
