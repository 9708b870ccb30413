// SPDX-License-Identifier: GPL-3.0-or-later
// JavaScript and TypeScript: template literals, regular expressions and JSX make a scanner of its own worth while.
#include "scanner/syntax/lexical/operand.h"
#include "scanner/syntax/lexical/scanners.h"

#include <array>
#include <string>

namespace paydown::syntax::lexical {
namespace {

constexpr std::array<std::string_view, 18> kBeforeScriptOperand = {
    "return", "typeof", "instanceof", "in",      "of",    "new",   "delete",  "void", "throw",
    "case",   "do",     "else",       "default", "yield", "await", "extends", "from", "export"};
constexpr std::array<std::string_view, 5> kBeforeCondition = {"if", "while", "for", "with", "switch"};

/// What ends the text of a JSX element.
constexpr ByteSet kInElement{[](char c) { return c == '<' || c == '{'; }};

/// Whether what stands before a place ends an operand; mostly the text tells.
enum class Before : std::uint8_t { AskText, Operand, Operator };

/// What a bracket that is open belongs to, and so how its closer reads.
enum class Open : std::uint8_t {
    Block,     ///< { of statements: behind its closer a statement begins.
    Object,    ///< { of an expression.
    Condition, ///< ( behind if, while …: behind its closer a statement begins.
    Round,
    Template,   ///< ${ of a template literal.
    Expression, ///< { in the text of a JSX element.
    Attribute,  ///< { in the tag of a JSX element.
    Element,    ///< The text of a JSX element, up to its closing tag.
};

class EcmaScanner {
public:
    EcmaScanner(const Rules& rules, const Part& part, Findings& found)
        : m_jsx(rules.jsx), m_found(found), m_cursor(part.text, part.begin, part.end), m_codeEnd(part.begin) {}

    void scan() {
        if (m_cursor.startsWith("#!")) readLine();
        while (!m_cursor.done() && !m_found.isEnough(m_cursor.at)) {
            if (!m_open.empty() && m_open.back() == Open::Element)
                readElementText();
            else
                readCode();
        }
    }

private:
    void readCode() {
        const char c = m_cursor.here();
        switch (c) {
        case '/': return readSlash();
        case '"':
        case '\'': return readString(c);
        case '`': ++m_cursor.at; return readTemplate(m_cursor.at - 1);
        case '{': return open(opensObject() ? Open::Object : Open::Block);
        case '(': return open(behindCondition() ? Open::Condition : Open::Round);
        case '}':
        case ')': return close(c);
        case '<':
            if (m_jsx && opensElement()) return readTag();
            if (m_cursor.startsWith("<!--") && m_cursor.atLineStart(m_cursor.at)) return readLine();
            break;
        default: break;
        }
        ++m_cursor.at;
        if (isBlank(c) || isLineEnd(c)) return;
        if (isWord(c)) // What is in a word opens nothing.
            while (isWord(m_cursor.here())) ++m_cursor.at;
        m_codeEnd = m_cursor.at;
        m_before = Before::AskText;
    }

    void open(Open kind) {
        m_open.push_back(kind);
        pass(1, Before::Operator);
    }

    void close(char c) {
        const bool curly = c == '}';
        // A '}' closes what was left open inside of its braces; a ')' too many is passed over.
        while (curly && !m_open.empty() && !isCurly(m_open.back())) m_open.pop_back();
        if (m_open.empty() || isCurly(m_open.back()) != curly)
            return pass(1, curly ? Before::Operator : Before::Operand);
        const Open kind = m_open.back();
        m_open.pop_back();
        pass(1, kind == Open::Object || kind == Open::Round ? Before::Operand : Before::Operator);
        if (kind == Open::Template) readTemplate(m_cursor.at - 1);
        if (kind == Open::Attribute) readTagRest();
    }

    static bool isCurly(Open kind) { return kind != Open::Round && kind != Open::Condition; }

    /// Goes on behind code of which is known whether it ends an operand.
    void pass(std::size_t bytes, Before before) {
        m_cursor.at = std::min(m_cursor.at + bytes, m_cursor.end());
        m_codeEnd = m_cursor.at;
        m_before = before;
    }

    /// Whether a '/' or '<' here follows an operand. Comments in between were passed over.
    [[nodiscard]] bool followsOperand() const {
        if (m_before != Before::AskText) return m_before == Before::Operand;
        // "x!" of TypeScript is an operand; a '!' elsewhere negates what comes.
        std::size_t end = m_codeEnd;
        while (end > m_cursor.begin() && m_cursor.byteAt(end - 1) == '!') --end;
        if (end != m_codeEnd && !isWord(m_cursor.before(end)) && m_cursor.before(end) != ']') return false;
        return endsOperand(m_cursor, end, kBeforeScriptOperand);
    }

    [[nodiscard]] bool opensObject() const {
        if (m_codeEnd == m_cursor.begin()) return false;
        const char last = m_cursor.byteAt(m_codeEnd - 1);
        if (last == '>' && m_cursor.before(m_codeEnd, 2) == '=') return false; // => {
        if (last == ':') return !m_open.empty() && (m_open.back() == Open::Object || m_open.back() == Open::Round);
        if (isWord(last)) {
            const std::string_view word = wordBefore(m_cursor, m_codeEnd);
            return word == "return" || word == "typeof" || word == "case" || word == "in" || word == "of" ||
                   word == "yield" || word == "await" || word == "new" || word == "default";
        }
        return std::string_view("=(,[?&|!+-*%<>~^").find(last) != std::string_view::npos;
    }

    [[nodiscard]] bool behindCondition() const {
        const std::string_view word = wordBefore(m_cursor, m_codeEnd);
        return std::find(kBeforeCondition.begin(), kBeforeCondition.end(), word) != kBeforeCondition.end() &&
               m_cursor.before(m_codeEnd - word.size()) != '.';
    }

    void readLine() {
        const std::size_t begin = m_cursor.at;
        const std::size_t end = m_cursor.lineEnd(begin);
        m_found.comment(begin, end, CommentKind::Line);
        m_cursor.at = end;
    }

    void readBlock() {
        const std::size_t begin = m_cursor.at;
        m_cursor.at = std::min(m_cursor.find("*/", begin + 2) + 2, m_cursor.end());
        m_found.comment(begin, m_cursor.at, CommentKind::Block);
    }

    void readSlash() {
        if (m_cursor.ahead(1) == '/') return readLine();
        if (m_cursor.ahead(1) == '*') return readBlock();
        const std::size_t begin = m_cursor.at;
        if (mayLook() && !followsOperand()) {
            if (const std::size_t end = endOfRegex(m_cursor, begin); end != 0) {
                m_found.string(begin, end);
                m_cursor.at = end;
                while (isLetter(m_cursor.here())) ++m_cursor.at;
                return pass(0, Before::Operand);
            }
            m_failedBytes += m_cursor.lineEnd(begin) - begin;
        }
        pass(1, Before::Operator);
    }

    /// Searches ahead that find nothing are limited to a few times the text, which keeps the whole linear.
    [[nodiscard]] bool mayLook() const { return m_failedBytes <= 4 * (m_cursor.end() - m_cursor.begin()); }

    void readString(char quote) {
        const std::size_t begin = m_cursor.at++;
        while (!m_cursor.done() && m_cursor.here() != quote && !isLineEnd(m_cursor.here())) {
            if (m_cursor.here() == '\\') m_cursor.at += m_cursor.ahead(1) == '\r' && m_cursor.ahead(2) == '\n' ? 2 : 1;
            ++m_cursor.at;
        }
        if (m_cursor.here() == quote) ++m_cursor.at;
        m_cursor.at = std::min(m_cursor.at, m_cursor.end());
        m_found.string(begin, m_cursor.at);
        pass(0, Before::Operand);
    }

    /// Reads on inside of a template literal, to its end or into its next hole.
    void readTemplate(std::size_t begin) {
        while (!m_cursor.done()) {
            const char c = m_cursor.here();
            if (c == '\\') {
                ++m_cursor.at;
            } else if (c == '`') {
                ++m_cursor.at;
                m_found.string(begin, m_cursor.at);
                return pass(0, Before::Operand);
            } else if (c == '$' && m_cursor.ahead(1) == '{') {
                m_cursor.at += 2;
                m_found.string(begin, m_cursor.at);
                m_open.push_back(Open::Template);
                return pass(0, Before::Operator);
            }
            ++m_cursor.at;
        }
        m_cursor.at = std::min(m_cursor.at, m_cursor.end());
        m_found.string(begin, m_cursor.at);
    }

    // JSX

    /// `<` opens an element where an operand is due, before a name or '>'; not the parameters of a generic arrow
    /// function (<T,>, <T extends U>).
    [[nodiscard]] bool opensElement() {
        const char next = m_cursor.ahead(1);
        if (next != '>' && !isLetter(next) && next != '_' && next != '$') return false;
        if (followsOperand()) return false;
        std::size_t at = m_cursor.at + 1;
        while (isWord(m_cursor.byteAt(at))) ++at;
        while (isBlank(m_cursor.byteAt(at))) ++at;
        const char behind = m_cursor.byteAt(at);
        if (behind == ',' || behind == '=') return false;
        if (behind == 'e' && m_cursor.text().substr(at).starts_with("extends ")) return false;
        if (behind != '>' || m_cursor.byteAt(at + 1) != '(') return true;
        return closesElement(m_cursor.text().substr(m_cursor.at + 1, at - m_cursor.at - 1));
    }

    /// <T>(x) is an element only if </T comes; else the type parameters of a function.
    bool closesElement(std::string_view name) {
        if (!mayLook()) return false;
        std::string closer = "</";
        closer += name;
        if (m_cursor.find(closer, m_cursor.at) < m_cursor.end()) return true;
        m_failedBytes += m_cursor.end() - m_cursor.at;
        return false;
    }

    /// At the '<' of an opening tag.
    void readTag() {
        ++m_cursor.at;
        if (m_cursor.here() == '>') {
            ++m_cursor.at;
            m_open.push_back(Open::Element);
            return;
        }
        passTypeArguments();
        readTagRest();
    }

    /// <A<string> b="c"/>: the '>' of the arguments does not end the tag.
    void passTypeArguments() {
        constexpr std::size_t kLongest = 512;
        std::size_t at = m_cursor.at;
        while (isWord(m_cursor.byteAt(at)) || m_cursor.byteAt(at) == '.' || m_cursor.byteAt(at) == '$') ++at;
        if (m_cursor.byteAt(at) != '<') return;
        std::size_t depth = 0;
        for (const std::size_t limit = at + kLongest; at < limit && at < m_cursor.end(); ++at) {
            if (m_cursor.byteAt(at) == '<') ++depth;
            if (m_cursor.byteAt(at) != '>' || m_cursor.before(at) == '=') continue;
            if (--depth > 0) continue;
            m_cursor.at = at + 1;
            return;
        }
    }

    /// Attributes, to the end of the tag or into the expression of one of them.
    void readTagRest() {
        while (!m_cursor.done()) {
            const char c = m_cursor.here();
            if (c == '"' || c == '\'') {
                const std::size_t begin = m_cursor.at;
                m_cursor.at = std::min(m_cursor.find(std::string_view(&c, 1), begin + 1) + 1, m_cursor.end());
                m_found.string(begin, m_cursor.at);
            } else if (c == '{') {
                m_open.push_back(Open::Attribute);
                return pass(1, Before::Operator);
            } else if (m_cursor.startsWith("/*")) {
                readBlock();
            } else if (m_cursor.startsWith("//")) {
                readLine();
            } else if (m_cursor.startsWith("/>")) {
                return pass(2, Before::Operand);
            } else if (c == '>') {
                ++m_cursor.at;
                m_open.push_back(Open::Element);
                return;
            } else {
                ++m_cursor.at;
            }
        }
    }

    /// The text between the tags of an element, where neither quotes nor slashes mean anything.
    void readElementText() {
        m_cursor.at = m_cursor.findIn(kInElement, m_cursor.at);
        if (m_cursor.done()) return;
        if (m_cursor.here() == '{') {
            m_open.push_back(Open::Expression);
            return pass(1, Before::Operator);
        }
        if (m_cursor.ahead(1) != '/') return readTag();
        m_cursor.at = std::min(m_cursor.find(">", m_cursor.at) + 1, m_cursor.end());
        m_open.pop_back();
        pass(0, Before::Operand);
    }

    bool m_jsx;
    Findings& m_found;
    Cursor m_cursor;
    std::vector<Open> m_open;
    std::size_t m_codeEnd = 0; ///< Behind the last byte that is neither blank nor comment.
    std::size_t m_failedBytes = 0;
    Before m_before = Before::Operator; ///< What the code before m_codeEnd ends.
};

} // namespace

void scanEcmaScript(const Rules& rules, const Part& part, Findings& found) { EcmaScanner(rules, part, found).scan(); }

} // namespace paydown::syntax::lexical
