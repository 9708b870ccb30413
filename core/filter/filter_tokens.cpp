// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/filter/filter_tokens.h"

#include <algorithm>

namespace paydown {

namespace {

bool isBlank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool isKeyLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }

class Tokenizer {
public:
    explicit Tokenizer(std::string_view text) : m_text(text) {}

    FilterResult<std::vector<FilterToken>> run() {
        std::vector<FilterToken> tokens;
        for (skipBlanks(); !atEnd(); skipBlanks()) {
            auto token = readToken();
            if (!token) return tl::unexpected(token.error());
            tokens.push_back(std::move(*token));
        }
        return tokens;
    }

private:
    bool atEnd() const { return m_at >= m_text.size(); }
    char peek(std::size_t ahead = 0) const { return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : '\0'; }
    std::uint32_t position() const { return static_cast<std::uint32_t>(m_at); }
    void skipBlanks() {
        while (!atEnd() && isBlank(peek())) ++m_at;
    }

    bool readNegation() {
        constexpr std::string_view kNot = "not:";
        if (m_text.substr(m_at).starts_with(kNot)) {
            m_at += kNot.size();
            return true;
        }
        if (peek() == '-') {
            ++m_at;
            return true;
        }
        return false;
    }

    // `key:` but neither `std::` nor `http://`; or `key>`, `key<`.
    void readKey(FilterToken& token) {
        std::size_t end = m_at;
        while (end < m_text.size() && isKeyLetter(m_text[end])) ++end;
        if (end == m_at || end >= m_text.size()) return;
        const char sign = m_text[end];
        const char after = end + 1 < m_text.size() ? m_text[end + 1] : '\0';
        const bool isColon = sign == ':' && after != ':' && after != '/';
        if (!isColon && sign != '>' && sign != '<') return;
        token.key = m_text.substr(m_at, end - m_at);
        token.keyPosition = position();
        m_at = isColon ? end + 1 : end;
        readOperator(token);
    }

    void readOperator(FilterToken& token) {
        if (peek() != '>' && peek() != '<') return;
        const bool above = peek() == '>';
        const bool orEqual = peek(1) == '=';
        m_at += orEqual ? 2 : 1;
        token.op = above ? (orEqual ? FilterOperator::AtLeast : FilterOperator::Above)
                         : (orEqual ? FilterOperator::AtMost : FilterOperator::Below);
    }

    FilterResult<FilterToken> readToken() {
        FilterToken token;
        token.position = position();
        token.negated = readNegation();
        if (token.negated && (atEnd() || isBlank(peek()))) {
            return tl::unexpected(filterError(m_text, token.position, position() - token.position,
                                              "what to leave out is missing",
                                              "write it right after the sign: -class:prudent"));
        }
        readKey(token);
        while (true) {
            auto value = readValue();
            if (!value) return tl::unexpected(value.error());
            if (value->text.empty() && !value->quoted) return tl::unexpected(missingValue(token, *value));
            token.values.push_back(std::move(*value));
            if (peek() != ',') break;
            ++m_at;
        }
        token.length = position() - token.position;
        return token;
    }

    FilterError missingValue(const FilterToken& token, const FilterTokenValue& value) const {
        const bool isFirst = token.values.empty() && !token.key.empty();
        if (!isFirst)
            return filterError(m_text, value.position - (value.position > 0 ? 1U : 0U), 1,
                               "there is no value beside this comma", "a comma means \"or\": tag:TODO,FIXME");
        return filterError(m_text, token.keyPosition, value.position - token.keyPosition,
                           "a value is missing after " + std::string(token.key) + ":",
                           "no blank between key and value");
    }

    FilterResult<FilterTokenValue> readValue() {
        FilterTokenValue value;
        value.position = position();
        if (peek() == '"') return readQuoted(std::move(value));
        while (!atEnd() && !isBlank(peek()) && peek() != ',') value.text.push_back(m_text[m_at++]);
        value.length = position() - value.position;
        return value;
    }

    FilterResult<FilterTokenValue> readQuoted(FilterTokenValue value) {
        value.quoted = true;
        ++m_at;
        while (!atEnd() && peek() != '"') {
            if (peek() == '\\' && (peek(1) == '"' || peek(1) == '\\')) ++m_at;
            value.text.push_back(m_text[m_at++]);
        }
        if (atEnd()) {
            return tl::unexpected(filterError(m_text, value.position, position() - value.position,
                                              "this quote is never closed", "add a \" at the end of it"));
        }
        ++m_at;
        value.length = position() - value.position;
        if (!atEnd() && !isBlank(peek()) && peek() != ',') {
            return tl::unexpected(filterError(m_text, position(), 1,
                                              "a blank or a comma has to follow the closing quote",
                                              "quote the whole value: key:\"a b\""));
        }
        return value;
    }

    std::string_view m_text;
    std::size_t m_at = 0;
};

} // namespace

FilterResult<std::vector<FilterToken>> tokenizeFilter(std::string_view text) { return Tokenizer(text).run(); }

FilterError filterError(std::string_view text, std::uint32_t position, std::uint32_t length, std::string what,
                        std::string remedy) {
    FilterError error;
    error.what = std::move(what);
    error.remedy = std::move(remedy);
    error.position = position;
    error.length = std::max<std::uint32_t>(1, length);
    error.text = std::string(text);
    return error;
}

} // namespace paydown
