// SPDX-License-Identifier: GPL-3.0-or-later
// Shells of the Bourne family: quotes in substitutions in quotes, heredocs, and a '#' that only opens a word.
#include "scanner/syntax/lexical/operand.h"
#include "scanner/syntax/lexical/scanners.h"

#include <array>
#include <string>

namespace paydown::syntax::lexical {
namespace {

enum class Inside : std::uint8_t {
    Paren,      ///< ( … ) or $( … )
    Case,       ///< case … esac, where ')' ends a pattern
    Backquote,  ///< ` … `
    Double,     ///< " … "
    Brace,      ///< ${ … }
    Arithmetic, ///< (( … ))
    Round,      ///< ( … ) of an arithmetic expression
};

struct Heredoc {
    std::string terminator;
    bool stripsTabs = false;
};

bool isMeta(char c) {
    return isBlank(c) || isLineEnd(c) || c == '\0' || std::string_view(";&|()<>").find(c) != std::string_view::npos;
}

class ShellScanner {
public:
    ShellScanner(const Part& part, Findings& found) : m_found(found), m_cursor(part.text, part.begin, part.end) {}

    void scan() {
        while (!m_cursor.done() && !m_found.isEnough(m_cursor.at)) {
            if (is(Inside::Double))
                readDouble();
            else if (is(Inside::Brace))
                readBrace();
            else if (is(Inside::Arithmetic) || is(Inside::Round))
                readArithmetic();
            else
                readCode();
        }
        if (is(Inside::Double)) m_found.string(m_pieceBegin, m_cursor.end());
    }

private:
    [[nodiscard]] bool is(Inside what) const { return !m_inside.empty() && m_inside.back() == what; }

    void readCode() {
        const char c = m_cursor.here();
        switch (c) {
        case '\\': return skip(2);
        case '\'': return readSingle();
        case '"': return openDouble();
        case '`': return backquote();
        case '$': return readDollar();
        case '(': return openParen();
        case ')':
            if (is(Inside::Paren)) m_inside.pop_back();
            return skip(1);
        case '#': return readHash();
        case '<': return readLess();
        case '\n': return endLine();
        default: break;
        }
        if (isLetter(c)) return readWord();
        skip(1);
    }

    void skip(std::size_t bytes) { m_cursor.at = std::min(m_cursor.at + bytes, m_cursor.end()); }

    void readSingle() {
        const std::size_t begin = m_cursor.at;
        m_cursor.at = std::min(m_cursor.find("'", begin + 1) + 1, m_cursor.end());
        m_found.string(begin, m_cursor.at);
    }

    void readEscapedSingle() {
        const std::size_t begin = m_cursor.at;
        m_cursor.at += 2;
        while (!m_cursor.done() && m_cursor.here() != '\'') skip(m_cursor.here() == '\\' ? 2 : 1);
        skip(1);
        m_found.string(begin, m_cursor.at);
    }

    void openDouble() {
        m_pieceBegin = m_cursor.at;
        m_inside.push_back(Inside::Double);
        skip(1);
    }

    void backquote() {
        skip(1);
        if (!is(Inside::Backquote)) return m_inside.push_back(Inside::Backquote);
        m_inside.pop_back();
        m_pieceBegin = m_cursor.at;
    }

    void readDollar() {
        if (m_cursor.ahead(1) == '\'' && !is(Inside::Double)) return readEscapedSingle();
        if (m_cursor.startsWith("$((")) return push(Inside::Arithmetic, 3);
        if (m_cursor.ahead(1) == '(') return push(Inside::Paren, 2);
        if (m_cursor.ahead(1) == '{') return push(Inside::Brace, 2);
        skip(m_cursor.ahead(1) == '#' || m_cursor.ahead(1) == '$' ? 2 : 1);
    }

    void push(Inside what, std::size_t bytes) {
        if (is(Inside::Double)) m_found.string(m_pieceBegin, m_cursor.at);
        m_inside.push_back(what);
        skip(bytes);
    }

    void pop(std::size_t bytes) {
        m_inside.pop_back();
        skip(bytes);
        m_pieceBegin = m_cursor.at;
    }

    void openParen() {
        const bool arithmetic = m_cursor.ahead(1) == '(' && isMeta(m_cursor.before(m_cursor.at));
        push(arithmetic ? Inside::Arithmetic : Inside::Paren, arithmetic ? 2 : 1);
    }

    void readHash() {
        const std::size_t begin = m_cursor.at;
        const char previous = m_cursor.before(begin);
        if (!isMeta(previous) && previous != '`') return skip(1);
        std::size_t end = m_cursor.lineEnd(begin);
        if (is(Inside::Backquote)) end = std::min(end, m_cursor.find("`", begin));
        m_found.comment(begin, end, CommentKind::Line);
        m_cursor.at = end;
    }

    /// Only `case` and `esac` matter, and only where a command begins.
    void readWord() {
        const std::size_t begin = m_cursor.at;
        while (isWord(m_cursor.here()) || m_cursor.here() == '-') ++m_cursor.at;
        const std::string_view word = m_cursor.text().substr(begin, m_cursor.at - begin);
        if (word == "esac" && is(Inside::Case) && beginsCommand(begin)) m_inside.pop_back();
        if (word == "case" && isBlank(m_cursor.here()) && beginsCommand(begin)) m_inside.push_back(Inside::Case);
    }

    [[nodiscard]] bool beginsCommand(std::size_t at) const {
        std::size_t back = at;
        while (back > m_cursor.begin() && isBlank(m_cursor.byteAt(back - 1))) --back;
        const char previous = m_cursor.before(back);
        if (isLineEnd(previous) || std::string_view(";&|()`{").find(previous) != std::string_view::npos) return true;
        static constexpr std::array<std::string_view, 5> kOpeners = {"do", "then", "else", "in", "time"};
        return std::find(kOpeners.begin(), kOpeners.end(), wordBefore(m_cursor, back)) != kOpeners.end();
    }

    void readDouble() {
        const char c = m_cursor.here();
        if (c == '\\') return skip(2);
        if (c == '`') {
            m_found.string(m_pieceBegin, m_cursor.at);
            return backquote();
        }
        if (c == '$') return readDollar();
        skip(1);
        if (c != '"') return;
        m_found.string(m_pieceBegin, m_cursor.at);
        m_inside.pop_back();
    }

    void readBrace() {
        const char c = m_cursor.here();
        const bool quoted = m_inside.size() > 1 && m_inside[m_inside.size() - 2] == Inside::Double;
        if (c == '\\') return skip(2);
        if (c == '}') return pop(1);
        if (c == '"') return openDouble();
        if (c == '\'' && !quoted) return readSingle();
        if (c == '`') return backquote();
        if (c == '$') return readDollar();
        skip(1);
    }

    void readArithmetic() {
        const char c = m_cursor.here();
        if (c == '(') return m_inside.push_back(Inside::Round), skip(1);
        if (c == ')' && is(Inside::Round)) return pop(1);
        if (c == ')') {
            if (m_cursor.ahead(1) == ')') return pop(2);
            // It was a subshell in a substitution after all: $((a) | b)
            m_inside.back() = Inside::Paren;
            return skip(1);
        }
        if (c == '"') return openDouble();
        if (c == '$') return readDollar();
        if (c == '`') return backquote();
        skip(c == '\\' ? 2 : 1);
    }

    void readLess() {
        if (m_cursor.startsWith("<<<")) return skip(3);
        if (!m_cursor.startsWith("<<")) return skip(1);
        skip(2);
        Heredoc heredoc;
        if (m_cursor.here() == '-') {
            heredoc.stripsTabs = true;
            skip(1);
        }
        while (isBlank(m_cursor.here())) skip(1);
        while (!isMeta(m_cursor.here())) readTerminatorPart(heredoc.terminator);
        if (!heredoc.terminator.empty() && m_heredocs.size() < kMostHeredocs) m_heredocs.push_back(std::move(heredoc));
    }

    void readTerminatorPart(std::string& terminator) {
        const char c = m_cursor.here();
        skip(1);
        if (c == '\'' || c == '"') {
            while (!m_cursor.done() && m_cursor.here() != c && !isLineEnd(m_cursor.here())) {
                terminator += m_cursor.here();
                skip(1);
            }
            return skip(m_cursor.here() == c ? 1 : 0);
        }
        if (c != '\\') return terminator.push_back(c);
        if (isLineEnd(m_cursor.here())) return;
        terminator += m_cursor.here();
        skip(1);
    }

    /// The bodies of the heredocs of this line begin behind it. One without its terminator is none ("1 << 3").
    void endLine() {
        skip(1);
        for (const Heredoc& heredoc : m_heredocs) {
            const std::size_t end = endOfBody(heredoc);
            if (end == m_cursor.begin()) continue;
            m_found.string(m_cursor.at, end);
            m_cursor.at = m_cursor.pastLineEnd(end);
        }
        m_heredocs.clear();
    }

    [[nodiscard]] std::size_t endOfBody(const Heredoc& heredoc) {
        if (m_failedBytes > 4 * (m_cursor.end() - m_cursor.begin())) return m_cursor.begin();
        for (std::size_t line = m_cursor.at; line < m_cursor.end(); line = m_cursor.nextLine(line)) {
            std::size_t first = line;
            while (heredoc.stripsTabs && m_cursor.byteAt(first) == '\t') ++first;
            const std::size_t end = m_cursor.lineEnd(first);
            if (m_cursor.text().substr(first, end - first) == heredoc.terminator) return end;
        }
        m_failedBytes += m_cursor.end() - m_cursor.at;
        return m_cursor.begin();
    }

    Findings& m_found;
    Cursor m_cursor;
    std::vector<Inside> m_inside;
    std::vector<Heredoc> m_heredocs; ///< Opened on this line.
    std::size_t m_pieceBegin = 0;    ///< Where the piece of the innermost double quotes began.
    std::size_t m_failedBytes = 0;   ///< Searched in vain; bounded, which keeps it linear.
};

} // namespace

void scanShell(const Part& part, Findings& found) { ShellScanner(part, found).scan(); }

} // namespace paydown::syntax::lexical
