// SPDX-License-Identifier: GPL-3.0-or-later
// YAML: block scalars are text down to where the indentation ends; quotes count only where a scalar begins.
#include "scanner/syntax/lexical/scanners.h"

namespace paydown::syntax::lexical {
namespace {

class YamlScanner {
public:
    YamlScanner(const Part& part, Findings& found) : m_found(found), m_cursor(part.text, part.begin, part.end) {}

    void scan() {
        while (!m_cursor.done() && !m_found.isEnough(m_cursor.at)) readLine();
    }

private:
    void readLine() {
        const std::size_t line = m_cursor.at;
        std::size_t end = m_cursor.lineEnd(line);
        std::size_t parent = readIndent(end);
        bool scalarBegins = true;
        while (m_cursor.at < end) {
            const char c = m_cursor.here();
            if (c == '#' && (m_cursor.at == line || isBlank(m_cursor.before(m_cursor.at)))) {
                m_found.comment(m_cursor.at, end, CommentKind::Line);
                break;
            }
            if (scalarBegins && (c == '"' || c == '\'')) {
                readQuoted(c);
                end = m_cursor.lineEnd(m_cursor.at);
                scalarBegins = false;
                continue;
            }
            if (scalarBegins && (c == '|' || c == '>') && m_flow == 0 && readBlockScalar(end, parent)) return;
            scalarBegins = passByte(c, end, scalarBegins);
            ++m_cursor.at;
        }
        m_property = false;
        m_cursor.at = m_cursor.pastLineEnd(end);
    }

    /// Whether a scalar can begin behind this byte.
    bool passByte(char c, std::size_t end, bool scalarBegins) {
        if (isBlank(c)) {
            const bool begins = scalarBegins || m_property;
            m_property = false;
            return begins;
        }
        // Tags and anchors stand before the scalar: !!str |, &anchor >
        if (scalarBegins && (c == '!' || c == '&')) m_property = true;
        if ((c == '[' || c == '{') && (scalarBegins || m_flow > 0)) {
            ++m_flow;
            return true;
        }
        if ((c == ']' || c == '}') && m_flow > 0) --m_flow;
        const bool separates = isBlank(m_cursor.ahead(1)) || m_cursor.at + 1 >= end;
        return (c == ':' && separates) || (c == '-' && separates) || (c == '?' && separates) ||
               (c == ',' && m_flow > 0);
    }

    /// Passes over the indentation and the dashes of sequences; gives the column that a block scalar has to be deeper
    /// than, plus one (0 for a document).
    std::size_t readIndent(std::size_t end) {
        const std::size_t line = m_cursor.at;
        if (m_cursor.startsWith("---")) {
            m_cursor.at += 3;
            return 0;
        }
        std::size_t dash = line;
        bool dashed = false;
        while (m_cursor.at < end) {
            const char c = m_cursor.here();
            const bool item = c == '-' && isBlank(m_cursor.ahead(1));
            if (c != ' ' && !item) break;
            if (item) {
                dash = m_cursor.at;
                dashed = true;
            }
            ++m_cursor.at;
        }
        const char c = m_cursor.here();
        if (dashed && (c == '|' || c == '>')) return dash - line + 1;
        return m_cursor.at - line + 1;
    }

    void readQuoted(char quote) {
        const std::size_t begin = m_cursor.at++;
        while (!m_cursor.done()) {
            const char c = m_cursor.here();
            ++m_cursor.at;
            if (c == '\\' && quote == '"') ++m_cursor.at;
            if (c != quote) continue;
            if (quote == '"' || m_cursor.here() != '\'') break;
            ++m_cursor.at;
        }
        m_cursor.at = std::min(m_cursor.at, m_cursor.end());
        m_found.string(begin, m_cursor.at);
    }

    /// At the '|' or '>' of a header: false when the rest of the line is none.
    bool readBlockScalar(std::size_t end, std::size_t parent) {
        std::size_t at = m_cursor.at + 1;
        while (m_cursor.byteAt(at) == '+' || m_cursor.byteAt(at) == '-' || isDigit(m_cursor.byteAt(at))) ++at;
        const std::size_t behind = at;
        while (isBlank(m_cursor.byteAt(at))) ++at;
        if (at < end && (m_cursor.byteAt(at) != '#' || at == behind)) return false;
        if (at < end) m_found.comment(at, end, CommentKind::Line);
        m_cursor.at = m_cursor.pastLineEnd(end);
        const std::size_t begin = m_cursor.at;
        while (!m_cursor.done() && belongs(parent)) m_cursor.at = m_cursor.nextLine(m_cursor.at);
        m_found.string(begin, m_cursor.at);
        return true;
    }

    [[nodiscard]] bool belongs(std::size_t parent) const {
        std::size_t at = m_cursor.at;
        while (m_cursor.byteAt(at) == ' ') ++at;
        if (at >= m_cursor.end() || isLineEnd(m_cursor.byteAt(at))) return true;
        if (parent == 0) return !m_cursor.startsWith("---") && !m_cursor.startsWith("...");
        return at - m_cursor.at >= parent;
    }

    Findings& m_found;
    Cursor m_cursor;
    std::size_t m_flow = 0;  ///< Open [ and { of flow collections.
    bool m_property = false; ///< Inside of a tag or anchor.
};

} // namespace

void scanYaml(const Part& part, Findings& found) { YamlScanner(part, found).scan(); }

} // namespace paydown::syntax::lexical
