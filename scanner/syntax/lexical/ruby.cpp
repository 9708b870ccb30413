// SPDX-License-Identifier: GPL-3.0-or-later
// Ruby: holes in strings, %-literals, heredocs, =begin, __END__, and slashes that divide or match.
#include "scanner/syntax/lexical/operand.h"
#include "scanner/syntax/lexical/quoting.h"
#include "scanner/syntax/lexical/scanners.h"

#include <array>

namespace paydown::syntax::lexical {
namespace {

constexpr std::array<std::string_view, 18> kBeforeRubyOperand = {"if",   "elsif", "unless", "while", "until",  "when",
                                                                 "in",   "and",   "or",     "not",   "return", "then",
                                                                 "case", "do",    "else",   "puts",  "raise",  "yield"};

class RubyScanner {
public:
    RubyScanner(const Part& part, Findings& found) : m_found(found), m_cursor(part.text, part.begin, part.end) {}

    void scan() {
        beginLine();
        while (!m_cursor.done() && !m_found.isEnough(m_cursor.at)) step();
    }

private:
    /// A string with a hole that is open.
    struct OpenHole {
        char quote = '"';
        char opener = '\0'; ///< Of a %-literal in brackets, which nest; NUL for quotes.
        std::size_t braces = 0;
        std::size_t depth = 0; ///< Of the literal's own brackets.
    };

    void step() {
        const char c = m_cursor.here();
        if ((c == '/' || c == '%' || c == '`') && namesOperator()) return skip(1);
        switch (c) {
        case '\n':
            skip(1);
            m_heredocs.passBodies(m_cursor, m_found);
            return beginLine();
        case '#': return readComment();
        case '\\': return skip(2);
        case '"':
        case '`': return readString(m_cursor.at, 1, {c, '\0', 0, 0});
        case '\'': return readPlain();
        case '$': return skip(isWord(m_cursor.ahead(1)) || isLineEnd(m_cursor.ahead(1)) ? 1 : 2);
        case '?': return readCharacter();
        case '%': return readPercent();
        case '/': return readSlash();
        case '<':
            if (m_cursor.ahead(1) == '<' && opensHeredoc()) return;
            return skip(1);
        case '{':
            if (!m_holes.empty()) ++m_holes.back().braces;
            return skip(1);
        case '}': return closeBrace();
        default: return skip(1);
        }
    }

    void skip(std::size_t bytes) { m_cursor.at = std::min(m_cursor.at + bytes, m_cursor.end()); }

    /// An operator by its name: "def /(x)", ":%", "x./(y)".
    [[nodiscard]] bool namesOperator() const {
        const char previous = m_cursor.before(m_cursor.at);
        const char beyond = m_cursor.before(m_cursor.at, 2);
        if (previous == '.') return beyond != '.';
        if (previous == ':') return beyond != ':' && !isWord(beyond);
        return previous == ' ' && wordBefore(m_cursor, m_cursor.at - 1) == "def";
    }

    void beginLine() {
        if (m_cursor.startsWith("=begin") && !isWord(m_cursor.ahead(6))) {
            const std::size_t begin = m_cursor.at;
            while (!m_cursor.done() && !m_cursor.startsWith("=end")) m_cursor.at = m_cursor.nextLine(m_cursor.at);
            m_cursor.at = m_cursor.lineEnd(m_cursor.at);
            m_found.comment(begin, m_cursor.at, CommentKind::Block);
        } else if (m_cursor.startsWith("__END__") &&
                   (m_cursor.at + 7 == m_cursor.end() || isLineEnd(m_cursor.ahead(7)))) {
            m_cursor.at = m_cursor.end();
        }
    }

    void readComment() {
        const std::size_t begin = m_cursor.at;
        m_cursor.at = m_cursor.lineEnd(begin);
        m_found.comment(begin, m_cursor.at, CommentKind::Line);
    }

    void readPlain() {
        const std::size_t begin = m_cursor.at;
        m_cursor.at = endOfQuoted(m_cursor, begin);
        m_found.string(begin, m_cursor.at);
    }

    /// Reads a string with holes on from `bytes` behind `begin`, to its end or into its next hole.
    void readString(std::size_t begin, std::size_t bytes, OpenHole string) {
        skip(bytes);
        while (!m_cursor.done()) {
            const char c = m_cursor.here();
            if (c == '\\') {
                skip(2);
                continue;
            }
            skip(1);
            if (c == '#' && m_cursor.here() == '{') {
                skip(1);
                m_found.string(begin, m_cursor.at);
                return m_holes.push_back(string);
            }
            if (string.opener != '\0' && c == string.opener) ++string.depth;
            if (c != string.quote) continue;
            if (string.depth == 0) break;
            --string.depth;
        }
        m_found.string(begin, m_cursor.at);
    }

    void closeBrace() {
        if (m_holes.empty()) return skip(1);
        if (m_holes.back().braces > 0) {
            --m_holes.back().braces;
            return skip(1);
        }
        OpenHole string = m_holes.back();
        m_holes.pop_back();
        readString(m_cursor.at, 1, string);
    }

    /// ?" is a character where an operand is due.
    void readCharacter() {
        const char next = m_cursor.ahead(1);
        const bool character = !isWord(m_cursor.before(m_cursor.at)) && !isBlank(next) && !isLineEnd(next) &&
                               !isWord(m_cursor.ahead(2)) && !endsOperand(m_cursor, m_cursor.at, kBeforeRubyOperand);
        skip(character ? (next == '\\' ? 3 : 2) : 1);
    }

    void readPercent() {
        const std::size_t begin = m_cursor.at;
        std::size_t open = begin + 1;
        const char kind = m_cursor.byteAt(open);
        if (std::string_view("qQwWiIrxs").find(kind) != std::string_view::npos) ++open;
        const char opener = m_cursor.byteAt(open);
        const bool bracket = closerOf(opener) != opener;
        if (isWord(opener) || isBlank(opener) || isLineEnd(opener) || opener == '=' || opener == '\0') return skip(1);
        if (!bracket && open == begin + 1) return skip(1); // %|…| is too rare to be told from a remainder
        if (operandBefore()) return skip(1);
        if (kind == 'q' || kind == 'w' || kind == 'i' || kind == 's') {
            m_cursor.at = endOfQuoted(m_cursor, open);
            return m_found.string(begin, m_cursor.at);
        }
        readString(begin, open + 1 - begin, {closerOf(opener), bracket ? opener : '\0', 0, 0});
    }

    /// "puts /x/" and "puts %w(x)" against "a / b": a blank before and none behind tells.
    [[nodiscard]] bool operandBefore() const {
        const std::size_t at = m_cursor.at;
        const std::size_t before = codeEndBefore(m_cursor, at);
        if (m_cursor.lineEnd(before) < at) return false; // the line end ended the statement
        if (!endsOperand(m_cursor, at, kBeforeRubyOperand)) return false;
        const bool leans = isBlank(m_cursor.before(at)) && !isBlank(m_cursor.byteAt(at + 1));
        return !leans || !isWord(m_cursor.before(before));
    }

    void readSlash() {
        const std::size_t begin = m_cursor.at;
        if (operandBefore() || m_cursor.ahead(1) == '=') return skip(1);
        if (!m_singleLineRegexFails) {
            const std::size_t end = endOfQuoted(m_cursor, begin);
            m_singleLineRegexFails = end == m_cursor.end() && m_cursor.before(end) != '/';
            if (!m_singleLineRegexFails) return readString(begin, 1, {'/', '\0', 0, 0});
        }
        skip(1);
    }

    [[nodiscard]] bool opensHeredoc() {
        const char next = m_cursor.ahead(2);
        const bool marked = (next == '~' || next == '-') &&
                            (isWord(m_cursor.ahead(3)) || m_cursor.ahead(3) == '"' || m_cursor.ahead(3) == '\'');
        const bool plain = (next >= 'A' && next <= 'Z') || next == '"' || next == '\'' || next == '`';
        if (!marked && (!plain || !isBlankOrOperator(m_cursor.before(m_cursor.at)))) return false;
        return m_heredocs.open(m_cursor);
    }

    static bool isBlankOrOperator(char c) {
        return isBlank(c) || isLineEnd(c) || std::string_view("(,=[{").find(c) != std::string_view::npos;
    }

    Findings& m_found;
    Cursor m_cursor;
    Heredocs m_heredocs;
    std::vector<OpenHole> m_holes;
    bool m_singleLineRegexFails = false; ///< No slash follows any more.
};

} // namespace

void scanRuby(const Part& part, Findings& found) { RubyScanner(part, found).scan(); }

} // namespace paydown::syntax::lexical
