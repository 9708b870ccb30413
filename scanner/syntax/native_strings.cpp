// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/syntax/native_strings.h"

#include "scanner/syntax/lexical/cursor.h"

#include <algorithm>

namespace paydown::syntax {
namespace {

using lexical::isBlank;
using lexical::isLetter;
using lexical::isLineEnd;

void appendUtf8(std::string& out, std::uint32_t point) {
    if (point > 0x10FFFF || (point >= 0xD800 && point < 0xE000)) point = 0xFFFD;
    const auto put = [&](std::uint32_t value) { out.push_back(static_cast<char>(static_cast<unsigned char>(value))); };
    if (point < 0x80) return put(point);
    if (point < 0x800) {
        put(0xC0 | (point >> 6));
    } else {
        if (point < 0x10000)
            put(0xE0 | (point >> 12));
        else {
            put(0xF0 | (point >> 18));
            put(0x80 | ((point >> 12) & 0x3F));
        }
        put(0x80 | ((point >> 6) & 0x3F));
    }
    put(0x80 | (point & 0x3F));
}

int hexValue(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    const char lower = lexical::lowerOf(c);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

/// Reads one literal: prefix, delimiter, escapes.
class LiteralReader {
public:
    LiteralReader(std::string_view text, std::size_t at, ArgumentStyle style)
        : m_text(text), m_at(at), m_style(style) {}

    std::optional<Unescaped> read() {
        if (!readPrefix()) return std::nullopt;
        if (!m_close.empty()) return readRaw();
        const char quote = byte(m_at);
        if (quote != '"' && quote != '\'' && quote != '`') return std::nullopt;
        if (quote == '`' && m_style != ArgumentStyle::Script) return std::nullopt;
        if (quote == '\'' && m_style != ArgumentStyle::Python && m_style != ArgumentStyle::Script &&
            m_style != ArgumentStyle::Php)
            return std::nullopt;
        std::size_t quotes = 1;
        const bool triples = m_style == ArgumentStyle::Python || m_style == ArgumentStyle::Java ||
                             m_style == ArgumentStyle::Kotlin || m_style == ArgumentStyle::CSharp;
        if (triples && byte(m_at + 1) == quote && byte(m_at + 2) == quote) quotes = 3;
        m_close.assign(quotes, quote);
        m_at += quotes;
        // A text block of Java opens with a line of its own.
        if (quotes == 3 && m_style == ArgumentStyle::Java && isLineEnd(byte(m_at))) ++m_at;
        if (quotes == 3 && (m_style == ArgumentStyle::Kotlin || m_style == ArgumentStyle::CSharp)) m_raw = true;
        return readBody(quote);
    }

private:
    [[nodiscard]] char byte(std::size_t at) const { return at < m_text.size() ? m_text[at] : '\0'; }

    /// Passes over letters before the quote; false when they are no prefix of a literal.
    bool readPrefix() {
        const std::size_t begin = m_at;
        while (m_at - begin < 4 &&
               (isLetter(byte(m_at)) || byte(m_at) == '8' || byte(m_at) == '@' || byte(m_at) == '$'))
            ++m_at;
        const std::string_view prefix = m_text.substr(begin, m_at - begin);
        if (m_style == ArgumentStyle::Rust && (prefix == "r" || prefix == "br")) {
            std::size_t hashes = 0;
            while (byte(m_at + hashes) == '#') ++hashes;
            m_at += hashes;
            m_close = "\"" + std::string(hashes, '#');
            if (byte(m_at) != '"') return false;
            ++m_at;
        } else if (m_style == ArgumentStyle::C && prefix.ends_with("R") && byte(m_at) == '"') {
            const std::size_t open = m_text.find('(', m_at);
            if (open == std::string_view::npos || open - m_at > 17) return false;
            m_close = ")" + std::string(m_text.substr(m_at + 1, open - m_at - 1)) + "\"";
            m_at = open + 1;
        } else if (m_style == ArgumentStyle::CSharp && prefix.find('@') != std::string_view::npos) {
            m_verbatim = true;
        } else if (m_style == ArgumentStyle::Python) {
            m_raw = prefix.find_first_of("rR") != std::string_view::npos;
        }
        return prefix.empty() || byte(m_at) == '"' || byte(m_at) == '\'' || !m_close.empty();
    }

    std::optional<Unescaped> readRaw() {
        const std::size_t close = m_text.find(m_close, m_at);
        if (close == std::string_view::npos) return std::nullopt;
        return Unescaped{std::string(m_text.substr(m_at, close - m_at)), close + m_close.size()};
    }

    std::optional<Unescaped> readBody(char quote) {
        const bool lines = m_close.size() == 3 || quote == '`' || m_verbatim || m_style == ArgumentStyle::Php ||
                           m_style == ArgumentStyle::Rust;
        std::string out;
        while (m_at < m_text.size()) {
            const char c = m_text[m_at];
            if (m_text.substr(m_at).starts_with(m_close)) {
                m_at += m_close.size();
                if (!m_verbatim || byte(m_at) != quote) return Unescaped{std::move(out), m_at};
                out += quote;
                ++m_at;
            } else if (c == '\\' && !m_raw && !m_verbatim) {
                ++m_at;
                readEscape(out, quote);
            } else if (isLineEnd(c) && !lines) {
                return std::nullopt;
            } else {
                out += c;
                ++m_at;
            }
        }
        return std::nullopt;
    }

    /// Behind the backslash.
    void readEscape(std::string& out, char quote) {
        const char c = byte(m_at);
        ++m_at;
        if (m_style == ArgumentStyle::Php && quote == '\'') {
            if (c != '\'' && c != '\\') out += '\\';
            out += c;
            return;
        }
        switch (c) {
        case 'n': out += '\n'; return;
        case 't': out += '\t'; return;
        case 'r': out += '\r'; return;
        case 'x': return readCode(out, 2);
        case 'u': return readCode(out, 4);
        case 'U': return readCode(out, 8);
        case '\r':
        case '\n':
            if (c == '\r' && byte(m_at) == '\n') ++m_at;
            while (m_style == ArgumentStyle::Rust && (isBlank(byte(m_at)) || isLineEnd(byte(m_at)))) ++m_at;
            return;
        case 'a':
        case 'b':
        case 'f':
        case 'v':
        case '0': return; // nothing that a text could want
        default: out += c;
        }
    }

    /// \xHH, \uHHHH, \u{H…}
    void readCode(std::string& out, int digits) {
        std::uint32_t point = 0;
        const bool braces = byte(m_at) == '{';
        if (braces) ++m_at;
        for (int i = 0; (braces || i < digits) && i < 8 && hexValue(byte(m_at)) >= 0; ++i, ++m_at)
            point = point * 16 + static_cast<std::uint32_t>(hexValue(byte(m_at)));
        if (braces && byte(m_at) == '}') ++m_at;
        appendUtf8(out, point);
    }

    std::string_view m_text;
    std::size_t m_at;
    ArgumentStyle m_style;
    std::string m_close;
    bool m_raw = false;
    bool m_verbatim = false;
};

} // namespace

std::optional<Unescaped> readString(std::string_view text, std::size_t at, ArgumentStyle style) {
    return LiteralReader(text, at, style).read();
}

} // namespace paydown::syntax
