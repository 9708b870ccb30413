// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/syntax/native_arguments.h"

#include "scanner/syntax/lexical/cursor.h"
#include "scanner/syntax/native_strings.h"

#include <algorithm>
#include <array>

namespace paydown::syntax {
namespace {

using lexical::isBlank;
using lexical::isLineEnd;
using lexical::isWord;

constexpr std::size_t kLongestList = 16U << 10;

/// What an open bracket holds.
enum class Holds : std::uint8_t {
    Code,       ///< Is a part of the source of its argument.
    Elements,   ///< ("a" "b"), ["a", "b"], {"a", "b"}: each is an argument of the same name.
    Properties, ///< {owner: "mia"}: each is a named argument.
};

struct Bracket {
    char closer = ')';
    Holds holds = Holds::Code;
    std::string name; ///< Of the argument whose elements these are.
};

char closerOf(char c) { return c == '(' ? ')' : c == '[' ? ']' : '}'; }

/// What may stand before a list of elements: "new[] {", "arrayOf(", "&[".
bool makesList(std::string_view source) {
    static constexpr std::array<std::string_view, 9> kMakers{
        "", "new[]", "newstring[]", "newString[]", "arrayOf", "listOf", "array", "List.of", "&"};
    return std::find(kMakers.begin(), kMakers.end(), source) != kMakers.end();
}

class ArgumentReader {
public:
    ArgumentReader(std::string_view text, std::size_t open, ArgumentStyle style)
        : m_text(text.substr(0, std::min(text.size(), open + kLongestList))), m_at(open + 1), m_style(style) {}

    ArgumentList read() {
        while (m_at < m_text.size()) {
            passBlanks();
            const char c = byte(m_at);
            if (c == ')' && m_open.empty()) {
                finish();
                return {std::move(m_arguments), m_at + 1};
            }
            step(c);
        }
        return {};
    }

private:
    [[nodiscard]] char byte(std::size_t at) const { return at < m_text.size() ? m_text[at] : '\0'; }
    [[nodiscard]] bool isCode() const { return !m_open.empty() && m_open.back().holds == Holds::Code; }
    [[nodiscard]] bool isIn(Holds holds) const { return !m_open.empty() && m_open.back().holds == holds; }

    void step(char c) {
        if (c == ',' && !isCode()) {
            finish();
            if (isIn(Holds::Elements)) m_argument.name = m_open.back().name;
            ++m_at;
        } else if (auto literal = readString(m_text, m_at, m_style)) {
            takeString(std::move(*literal));
        } else if (c == '(' || c == '[' || c == '{') {
            openBracket(c);
        } else if ((c == ')' || c == ']' || c == '}') && !m_open.empty()) {
            closeBracket(c);
        } else if ((c == '=' || c == ':') && names()) {
            m_argument.name = m_isString ? std::move(m_string) : std::move(m_source);
            m_isString = false;
            m_string.clear();
            m_source.clear();
            m_at += byte(m_at + 1) == '>' ? 2 : 1;
        } else {
            takeSource(c);
        }
    }

    /// Whether the sign here ends the name of an argument: owner = "mia", owner: "mia", "owner": "mia".
    [[nodiscard]] bool names() const {
        const char c = byte(m_at);
        const char next = byte(m_at + 1);
        if (isCode() || !m_argument.name.empty() || next == c) return false;
        const bool isArrow = c == '=' && next == '>';
        if (isArrow) return m_style == ArgumentStyle::Php && m_isString && m_source.empty();
        const bool hasColons =
            m_style == ArgumentStyle::CSharp || m_style == ArgumentStyle::Script || m_style == ArgumentStyle::Php;
        if (c == ':' && !hasColons) return false;
        if (m_isString) return c == ':' && m_source.empty() && isIn(Holds::Properties);
        return !m_source.empty() && std::all_of(m_source.begin(), m_source.end(), isWord);
    }

    void openBracket(char c) {
        Bracket bracket{closerOf(c), Holds::Code, {}};
        const bool isValue = !isCode() && !m_isString;
        if (isValue && c == '{' && m_style == ArgumentStyle::Script && m_source.empty()) {
            bracket.holds = Holds::Properties;
            m_argument.name.clear();
        } else if (isValue && makesList(m_source)) {
            bracket.holds = Holds::Elements;
            bracket.name = m_argument.name;
            m_source.clear();
        } else {
            m_source += c;
        }
        m_open.push_back(std::move(bracket));
        ++m_at;
    }

    void closeBracket(char c) {
        if (isIn(Holds::Properties)) finish();
        if (isCode()) m_source += c;
        m_open.pop_back();
        ++m_at;
    }

    void takeString(Unescaped literal) {
        // Pieces join: adjacent in C and Python, by + or . elsewhere.
        const bool joins = m_source.empty() || m_source == "+" || m_source == ".";
        if (isCode()) {
            m_source += m_text.substr(m_at, literal.end - m_at);
        } else if (joins) {
            m_string += literal.text;
            m_isString = true;
            m_source.clear();
        }
        m_at = literal.end;
    }

    void takeSource(char c) {
        m_source += c;
        ++m_at;
        // A word is taken whole, so that no letter of it is read as the prefix of a string.
        while (isWord(c) && m_at < m_text.size() && isWord(byte(m_at))) m_source += m_text[m_at++];
    }

    void passBlanks() {
        const bool hasHash = m_style == ArgumentStyle::Python || m_style == ArgumentStyle::Php;
        while (m_at < m_text.size()) {
            const std::string_view rest = m_text.substr(m_at);
            if (isBlank(rest[0]) || isLineEnd(rest[0]))
                ++m_at;
            else if (m_style != ArgumentStyle::Python && rest.starts_with("/*"))
                m_at = std::min(m_text.find("*/", m_at + 2), m_text.size() - 2) + 2;
            else if ((m_style != ArgumentStyle::Python && rest.starts_with("//")) || (hasHash && rest[0] == '#'))
                m_at = std::min(m_text.find_first_of("\r\n", m_at), m_text.size());
            else
                return;
        }
    }

    void finish() {
        m_argument.isString = m_isString;
        m_argument.text = m_isString ? std::move(m_string) : std::move(m_source);
        if (m_isString || !m_argument.text.empty()) m_arguments.push_back(std::move(m_argument));
        m_argument = {};
        m_string.clear();
        m_source.clear();
        m_isString = false;
    }

    std::string_view m_text;
    std::size_t m_at;
    ArgumentStyle m_style;
    std::vector<NativeArgument> m_arguments;
    NativeArgument m_argument;
    std::string m_string;
    std::string m_source; ///< What is no string, without blanks.
    bool m_isString = false;
    std::vector<Bracket> m_open;
};

} // namespace

ArgumentList readArguments(std::string_view text, std::size_t open, ArgumentStyle style) {
    return ArgumentReader(text, open, style).read();
}

} // namespace paydown::syntax
