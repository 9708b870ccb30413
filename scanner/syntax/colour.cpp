// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/syntax/colour.h"

#include "core/base/text.h"
#include "scanner/syntax/keywords.h"
#include "scanner/syntax/lexical/scanners.h"

#include <algorithm>
#include <string>

namespace paydown::syntax {
namespace {

using lexical::Cursor;
using lexical::isBlank;
using lexical::isDigit;
using lexical::isLetter;
using lexical::isLineEnd;
using lexical::isWord;
using lexical::KeywordFamily;

/// Colours what the lexical reader leaves over: words, numbers, lines of the preprocessor.
class CodePainter {
public:
    CodePainter(const lexical::Rules& rules, std::string_view text, std::vector<ColourSpan>& spans)
        : m_family(rules.keywords), m_text(text), m_spans(spans) {}

    void paint(std::size_t begin, std::size_t end) {
        if (m_family == KeywordFamily::None) return;
        for (std::size_t at = begin; at < end;) {
            const char c = m_text[at];
            if (isDigit(c))
                at = paintNumber(at, end);
            else if (isWord(c))
                at = paintWord(at, end);
            else if (c == '#' && m_family == KeywordFamily::C && opensLine(at))
                at = paintDirective(at, end);
            else
                ++at;
        }
    }

private:
    [[nodiscard]] bool opensLine(std::size_t at) const {
        while (at > 0 && isBlank(m_text[at - 1])) --at;
        return at == 0 || isLineEnd(m_text[at - 1]);
    }

    void add(std::size_t begin, std::size_t end, Colour colour) {
        m_spans.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), colour});
    }

    std::size_t paintNumber(std::size_t begin, std::size_t end) {
        std::size_t at = begin;
        while (at < end && (isWord(m_text[at]) || (m_text[at] == '.' && at + 1 < end && isDigit(m_text[at + 1])))) ++at;
        add(begin, at, Colour::Number);
        return at;
    }

    std::size_t paintDirective(std::size_t begin, std::size_t end) {
        std::size_t at = begin + 1;
        while (at < end && isBlank(m_text[at])) ++at;
        while (at < end && isLetter(m_text[at])) ++at;
        add(begin, at, Colour::Preprocessor);
        return at;
    }

    std::size_t paintWord(std::size_t begin, std::size_t end) {
        std::size_t at = begin;
        while (at < end && isWord(m_text[at])) ++at;
        const std::string_view word = m_text.substr(begin, at - begin);
        const bool variable = begin > 0 && (m_text[begin - 1] == '$' || m_text[begin - 1] == '@');
        if (variable) return at;
        if (isKeyword(word))
            add(begin, at, Colour::Keyword);
        else if (isBuiltInType(word) || looksLikeType(word))
            add(begin, at, Colour::Type);
        else if (at < m_text.size() && m_text[at] == '(')
            add(begin, at, Colour::Function);
        return at;
    }

    [[nodiscard]] bool isKeyword(std::string_view word) const {
        const auto keywords = keywordsOf(m_family);
        if (m_family != KeywordFamily::Sql && m_family != KeywordFamily::Basic)
            return std::binary_search(keywords.begin(), keywords.end(), word);
        const std::string lower = asciiLower(word);
        return std::binary_search(keywords.begin(), keywords.end(), std::string_view(lower));
    }

    /// UpperCamel: a capital first, and not all of it capitals.
    [[nodiscard]] bool looksLikeType(std::string_view word) const {
        if (m_family == KeywordFamily::Shell || m_family == KeywordFamily::Sql || m_family == KeywordFamily::Basic)
            return false;
        return word.size() > 1 && word.front() >= 'A' && word.front() <= 'Z' &&
               std::any_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    }

    KeywordFamily m_family;
    std::string_view m_text;
    std::vector<ColourSpan>& m_spans;
};

/// Comments and strings in the order of the text; where they overlap, the first that begins stays.
std::vector<ColourSpan> literals(const lexical::Findings& found) {
    std::vector<ColourSpan> spans;
    spans.reserve(found.comments.size() + found.strings.size());
    for (const Comment& c : found.comments) spans.push_back({c.beginByte, c.endByte, Colour::Comment});
    for (const Comment& s : found.strings) spans.push_back({s.beginByte, s.endByte, Colour::String});
    std::stable_sort(spans.begin(), spans.end(),
                     [](const ColourSpan& a, const ColourSpan& b) { return a.beginByte < b.beginByte; });
    std::uint32_t end = 0;
    std::erase_if(spans, [&](ColourSpan& span) {
        if (span.beginByte < end) return true;
        end = span.endByte;
        return false;
    });
    return spans;
}

} // namespace

std::vector<ColourSpan> colour(const Language& language, std::string_view text, std::uint32_t firstLine,
                               std::uint32_t lastLine) {
    const Cursor cursor(text, 0, text.size());
    std::size_t begin = 0;
    for (std::uint32_t line = 1; line < firstLine && begin < text.size(); ++line) begin = cursor.nextLine(begin);
    std::size_t end = begin;
    for (std::uint32_t line = firstLine; line <= lastLine && end < text.size(); ++line) end = cursor.nextLine(end);

    lexical::Findings found;
    found.wantStrings = true;
    lexical::scanPart(*language.rules, {text, 0, text.size()}, found);
    std::vector<ColourSpan> spans;
    CodePainter painter(*language.rules, text, spans);
    std::size_t code = begin;
    for (const ColourSpan& literal : literals(found)) {
        if (literal.endByte <= begin) continue;
        if (literal.beginByte >= end) break;
        if (literal.beginByte > code) painter.paint(code, literal.beginByte);
        spans.push_back(literal);
        code = literal.endByte;
    }
    if (code < end) painter.paint(code, end);
    return spans;
}

} // namespace paydown::syntax
