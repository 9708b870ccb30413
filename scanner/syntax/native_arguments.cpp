// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/syntax/native_arguments.h"

#include "scanner/syntax/lexical/cursor.h"
#include "scanner/syntax/native_strings.h"

#include <algorithm>

namespace paydown::syntax {
namespace {

using lexical::isBlank;
using lexical::isLineEnd;
using lexical::isWord;

constexpr std::size_t kLongestList = 16U << 10;

class ArgumentReader {
public:
    ArgumentReader(std::string_view text, std::size_t open, ArgumentStyle style)
        : m_text(text.substr(0, std::min(text.size(), open + kLongestList))), m_at(open + 1), m_style(style) {}

    ArgumentList read() {
        while (m_at < m_text.size()) {
            passBlanks();
            const char c = byte(m_at);
            if (c == ')' && m_depth == 0) {
                finish();
                return {std::move(m_arguments), m_at + 1};
            }
            step(c);
        }
        return {};
    }

private:
    [[nodiscard]] char byte(std::size_t at) const { return at < m_text.size() ? m_text[at] : '\0'; }

    void step(char c) {
        if (c == ',' && m_depth == m_objects) {
            finish();
            ++m_at;
        } else if (auto literal = m_depth == m_objects ? readString(m_text, m_at, m_style) : std::nullopt) {
            takeString(std::move(*literal));
        } else if (auto nested = readString(m_text, m_at, m_style)) {
            m_source += m_text.substr(m_at, nested->end - m_at);
            m_at = nested->end;
        } else if (c == '{' && m_style == ArgumentStyle::Script && m_source.empty() && m_depth == m_objects) {
            ++m_objects; // the properties of an object literal are read as named arguments
            ++m_depth;
            ++m_at;
        } else if (c == '}' && m_objects > 0 && m_depth == m_objects) {
            finish();
            --m_objects;
            --m_depth;
            ++m_at;
        } else if ((c == '=' || c == ':') && names()) {
            m_argument.name = std::move(m_source);
            m_source.clear();
            ++m_at;
        } else {
            takeSource(c);
        }
    }

    /// Whether the sign here ends the name of an argument.
    [[nodiscard]] bool names() const {
        const char c = byte(m_at);
        const char next = byte(m_at + 1);
        if (m_depth != m_objects || m_source.empty() || !m_argument.name.empty() || next == c || next == '>')
            return false;
        if (c == ':' && m_style != ArgumentStyle::CSharp && m_style != ArgumentStyle::Script &&
            m_style != ArgumentStyle::Php)
            return false;
        return std::all_of(m_source.begin(), m_source.end(), isWord);
    }

    void takeString(Unescaped literal) {
        // Pieces join: adjacent in C and Python, by + or . elsewhere.
        const bool joins = m_source.empty() || m_source == "+" || m_source == ".";
        if (joins) {
            m_string += literal.text;
            m_isString = true;
            m_source.clear();
        }
        m_at = literal.end;
    }

    void takeSource(char c) {
        if (c == '(' || c == '[' || c == '{') ++m_depth;
        if ((c == ')' || c == ']' || c == '}') && m_depth > m_objects) --m_depth;
        m_source += c;
        ++m_at;
        // A word is taken whole, so that no letter of it is read as the prefix of a string.
        while (isWord(c) && m_at < m_text.size() && isWord(byte(m_at))) m_source += m_text[m_at++];
    }

    void passBlanks() {
        while (m_at < m_text.size()) {
            const std::string_view rest = m_text.substr(m_at);
            if (isBlank(rest[0]) || isLineEnd(rest[0]))
                ++m_at;
            else if (rest.starts_with("/*"))
                m_at = past("*/", m_at + 2);
            else if (rest.starts_with("//") || (m_style == ArgumentStyle::Python && rest[0] == '#'))
                m_at = past("\n", m_at);
            else
                return;
        }
    }

    [[nodiscard]] std::size_t past(std::string_view what, std::size_t from) const {
        const std::size_t found = m_text.find(what, from);
        return found == std::string_view::npos ? m_text.size() : found + what.size();
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
    std::size_t m_depth = 0;
    std::size_t m_objects = 0; ///< Object literals of JavaScript that are open; part of m_depth.
};

} // namespace

ArgumentList readArguments(std::string_view text, std::size_t open, ArgumentStyle style) {
    return ArgumentReader(text, open, style).read();
}

} // namespace paydown::syntax
