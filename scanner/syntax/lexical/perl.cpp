// SPDX-License-Identifier: GPL-3.0-or-later
// Perl: POD, heredocs, quote-like operators, special variables, and slashes that divide or match.
#include "scanner/syntax/lexical/operand.h"
#include "scanner/syntax/lexical/quoting.h"
#include "scanner/syntax/lexical/scanners.h"

#include <array>

namespace paydown::syntax::lexical {
namespace {

constexpr std::array<std::string_view, 28> kBeforePerlOperand = {
    "and", "or", "not", "xor", "if", "unless", "while", "until", "return", "split", "grep", "map",  "join", "push",
    "x",   "lt", "gt",  "le",  "ge", "eq",     "ne",    "cmp",   "when",   "print", "die",  "like", "ok",   "unshift"};

/// At each of these bytes something may begin.
constexpr ByteSet kPerlOpeners{
    [](char c) { return std::string_view("\n#\\\"`'$@%&/<").find(c) != std::string_view::npos; }};

/// Words that matter begin with one of these: q, qq, qw, qr, qx, m, s, tr, y, __END__ and __DATA__.
constexpr ByteSet kFirstOfPerlWords{
    [](char c) { return std::string_view("qmsty_").find(c) != std::string_view::npos; }};

class PerlScanner {
public:
    PerlScanner(const Part& part, Findings& found) : m_found(found), m_cursor(part.text, part.begin, part.end) {}

    void scan() {
        if (opensPod()) readPod();
        while (!m_cursor.done() && !m_found.isEnough(m_cursor.at)) {
            m_cursor.at = nextThatMatters(m_cursor.at);
            step();
        }
    }

private:
    [[nodiscard]] std::size_t nextThatMatters(std::size_t from) const {
        const std::string_view text = m_cursor.text();
        char previous = m_cursor.before(from);
        for (std::size_t at = from; at < text.size(); ++at) {
            const char c = text[at];
            if (kPerlOpeners[c] || (kFirstOfPerlWords[c] && !isWord(previous))) return at;
            previous = c;
        }
        return text.size();
    }

    void step() {
        const char c = m_cursor.here();
        switch (c) {
        case '\n': return endLine();
        case '#': return readComment();
        case '\\': return skip(2);
        case '"':
        case '`': return readQuoted(m_cursor.at);
        case '\'':
            // The old package separator: $main'x, isn't(…)
            if (isWord(m_cursor.before(m_cursor.at)) && isLetter(m_cursor.ahead(1))) return skip(1);
            return readQuoted(m_cursor.at);
        case '$': return readSigil();
        case '@':
        case '%':
        case '&': return readNamed();
        case '/': return readSlash();
        case '<':
            if (m_cursor.ahead(1) == '<' && opensHeredoc()) return;
            return skip(1);
        default: return readWord();
        }
    }

    void skip(std::size_t bytes) { m_cursor.at = std::min(m_cursor.at + bytes, m_cursor.end()); }

    void endLine() {
        skip(1);
        m_heredocs.passBodies(m_cursor, m_found);
        if (opensPod()) readPod();
    }

    [[nodiscard]] bool opensPod() const {
        return m_cursor.here() == '=' && isLetter(m_cursor.ahead(1)) && m_cursor.atFirstColumn(m_cursor.at) &&
               !m_cursor.startsWith("=cut");
    }

    /// From its first command to the end of the line of "=cut".
    void readPod() {
        const std::size_t begin = m_cursor.at;
        while (!m_cursor.done() && !m_cursor.startsWith("=cut")) m_cursor.at = m_cursor.nextLine(m_cursor.at);
        m_cursor.at = m_cursor.lineEnd(m_cursor.at);
        m_found.comment(begin, m_cursor.at, CommentKind::Block);
    }

    void readComment() {
        const std::size_t begin = m_cursor.at;
        m_cursor.at = m_cursor.lineEnd(begin);
        m_found.comment(begin, m_cursor.at, CommentKind::Line);
    }

    void readQuoted(std::size_t open) {
        const std::size_t begin = m_cursor.at;
        m_cursor.at = endOfQuoted(m_cursor, open);
        m_found.string(begin, m_cursor.at);
    }

    /// $name, ${name}, $#array and the variables named by a sign: $' $" $/ $# …
    void readSigil() {
        const char next = m_cursor.ahead(1);
        if (next == '#') return skip(2);
        if (isWord(next) || next == ':') return readNamed();
        if (next == '{' || next == '$' || isBlank(next) || isLineEnd(next) || next == ')') return skip(1);
        skip(2);
    }

    /// A sigil and the name behind it, which is then no operator or keyword.
    void readNamed() {
        m_cursor.at = m_cursor.findBeyond(kWordBytes, m_cursor.at + 1);
        while (m_cursor.startsWith("::")) m_cursor.at = m_cursor.findBeyond(kWordBytes, m_cursor.at + 2);
    }

    void readSlash() {
        const std::size_t begin = m_cursor.at;
        const std::size_t before = codeEndBefore(m_cursor, begin);
        const char previous = m_cursor.before(before);
        const bool binds = previous == '~' || previous == '(';
        if (!binds && (followsVariable(before) || endsOperand(m_cursor, begin, kBeforePerlOperand))) return skip(1);
        const std::size_t end = endOfQuoted(m_cursor, begin);
        if (!binds && m_cursor.lineEnd(begin) < end) return skip(1);
        take(begin, end);
    }

    /// A literal and its flags.
    void take(std::size_t begin, std::size_t end) {
        m_found.string(begin, end);
        m_cursor.at = end;
        while (isLetter(m_cursor.here())) skip(1);
    }

    [[nodiscard]] bool followsVariable(std::size_t end) const {
        const std::string_view word = wordBefore(m_cursor, end);
        const char sigil = m_cursor.before(end - word.size());
        return !word.empty() && (sigil == '$' || sigil == '@' || sigil == '%' || sigil == '>');
    }

    [[nodiscard]] bool opensHeredoc() {
        const char next = m_cursor.ahead(2);
        if (next != '"' && next != '\'' && next != '~' && !isLetter(next) && next != '_') return false;
        return m_heredocs.open(m_cursor);
    }

    void readWord() {
        const std::size_t begin = m_cursor.at;
        m_cursor.at = m_cursor.findBeyond(kWordBytes, begin);
        const std::string_view word = m_cursor.text().substr(begin, m_cursor.at - begin);
        if ((word == "__END__" || word == "__DATA__") && m_cursor.atFirstColumn(begin)) return readData();
        const int parts = partsOf(word);
        if (parts == 0 || !canQuote(begin)) return;
        std::size_t open = m_cursor.at;
        while (isBlank(m_cursor.byteAt(open)) || isLineEnd(m_cursor.byteAt(open))) ++open;
        if (!isDelimiter(open, word)) return;
        readQuoteLike(begin, open, parts);
    }

    /// How many delimited parts follow a quote-like operator; 0 for other words.
    static int partsOf(std::string_view word) {
        if (word == "q" || word == "qq" || word == "qw" || word == "qr" || word == "qx" || word == "m") return 1;
        return word == "s" || word == "tr" || word == "y" ? 2 : 0;
    }

    /// Not a method, a key or a file test of that name.
    [[nodiscard]] bool canQuote(std::size_t begin) const {
        const char previous = m_cursor.before(begin);
        if (previous == '>' && m_cursor.before(begin, 2) == '-') return false;
        if (previous == '-' && !isWord(m_cursor.before(begin, 2))) return false;
        if (previous == ':' && m_cursor.before(begin, 2) == ':') return false;
        if (previous == '{' && m_cursor.here() == '}') return false;
        return wordBefore(m_cursor, codeEndBefore(m_cursor, begin)) != "sub";
    }

    [[nodiscard]] bool isDelimiter(std::size_t open, std::string_view word) const {
        const char c = m_cursor.byteAt(open);
        const bool apart = open != m_cursor.at;
        if (open >= m_cursor.end() || isWord(c) || c == ';' || c == ')') return false;
        if (c == '#') return !apart;
        if (c == '=') return !apart && m_cursor.byteAt(open + 1) != '>' && m_cursor.byteAt(open + 1) != '=';
        if (c == ',') return !apart && (word == "s" || word == "tr" || word == "m");
        return !apart || c != '.';
    }

    void readQuoteLike(std::size_t begin, std::size_t open, int parts) {
        std::size_t end = endOfQuoted(m_cursor, open);
        if (parts == 2 && closerOf(m_cursor.byteAt(open)) == m_cursor.byteAt(open)) {
            end = endOfQuoted(m_cursor, end - 1); // the middle delimiter opens the second part
        } else if (parts == 2) {
            std::size_t second = end;
            while (isBlank(m_cursor.byteAt(second)) || isLineEnd(m_cursor.byteAt(second))) ++second;
            if (second < m_cursor.end()) end = endOfQuoted(m_cursor, second);
        }
        take(begin, end);
    }

    /// Behind __END__ only POD is read.
    void readData() {
        while (!m_cursor.done()) {
            m_cursor.at = m_cursor.nextLine(m_cursor.at);
            if (opensPod()) readPod();
        }
    }

    Findings& m_found;
    Cursor m_cursor;
    Heredocs m_heredocs;
};

} // namespace

void scanPerl(const Part& part, Findings& found) { PerlScanner(part, found).scan(); }

} // namespace paydown::syntax::lexical
