// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/syntax/native_strings.h"

#include "scanner/syntax/lexical/cursor.h"
#include "scanner/syntax/native_escapes.h"

#include <algorithm>

namespace paydown::syntax {
namespace {

using lexical::isLetter;
using lexical::isLineEnd;

/// How the inside of a literal is read.
enum class Inside : std::uint8_t {
    Escaped,  ///< A backslash escapes.
    Raw,      ///< Nothing escapes.
    Quotable, ///< A backslash protects the quote and stays (r"…" of Python).
    Verbatim, ///< A quote is written twice (@"…" of C#).
};

bool isPrefix(ArgumentStyle style, std::string_view prefix) {
    const auto isOf = [&](std::string_view letters) {
        return prefix.find_first_not_of(letters) == std::string_view::npos;
    };
    switch (style) {
    case ArgumentStyle::C: return prefix == "L" || prefix == "u8" || prefix == "u" || prefix == "U";
    case ArgumentStyle::CSharp: return isOf("@$");
    case ArgumentStyle::Kotlin: return isOf("$");
    case ArgumentStyle::Python: return prefix.size() <= 2 && isOf("rRbBuUfFtT");
    case ArgumentStyle::Php: return prefix == "b" || prefix == "B";
    case ArgumentStyle::Rust: return prefix == "b" || prefix == "c";
    case ArgumentStyle::Java: return prefix == "s" || prefix == "f"; // Scala
    case ArgumentStyle::Script: return false;
    }
    return false;
}

bool isQuote(ArgumentStyle style, char c) {
    if (c == '"') return true;
    const bool isScript = style == ArgumentStyle::Script;
    if (c == '\'') return isScript || style == ArgumentStyle::Python || style == ArgumentStyle::Php;
    return c == '`' && isScript;
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
        if (!isQuote(m_style, quote)) return std::nullopt;
        readOpener(quote);
        return readBody(quote);
    }

private:
    [[nodiscard]] char byte(std::size_t at) const { return at < m_text.size() ? m_text[at] : '\0'; }

    [[nodiscard]] std::size_t runOf(char c, std::size_t from) const {
        std::size_t at = from;
        while (byte(at) == c && at < m_text.size()) ++at;
        return at - from;
    }

    /// Passes over what stands before the quote; false when that is no prefix of a literal.
    bool readPrefix() {
        const std::size_t begin = m_at;
        while (m_at - begin < 4 && (isLetter(byte(m_at)) || std::string_view("8@$").find(byte(m_at)) != kNone)) ++m_at;
        const std::string_view prefix = m_text.substr(begin, m_at - begin);
        if (prefix.empty()) return true;
        if (m_style == ArgumentStyle::Rust && (prefix == "r" || prefix == "br" || prefix == "cr")) {
            const std::size_t hashes = runOf('#', m_at);
            m_at += hashes;
            m_close = "\"" + std::string(hashes, '#');
            return byte(m_at++) == '"';
        }
        if (m_style == ArgumentStyle::C && prefix.ends_with('R')) return readRawC(prefix);
        if (m_style == ArgumentStyle::CSharp && prefix.find('@') != kNone) m_inside = Inside::Verbatim;
        if (m_style == ArgumentStyle::Python && prefix.find_first_of("rR") != kNone) m_inside = Inside::Quotable;
        return isPrefix(m_style, prefix) && isQuote(m_style, byte(m_at));
    }

    /// R"tag(…)tag"
    bool readRawC(std::string_view prefix) {
        constexpr std::size_t kLongestTag = 16;
        const std::string_view before = prefix.substr(0, prefix.size() - 1);
        if (byte(m_at) != '"' || !(before.empty() || isPrefix(m_style, before))) return false;
        const std::string_view rest = m_text.substr(m_at + 1, kLongestTag + 1);
        const std::size_t open = rest.find_first_of("( )\\\"\t\r\n");
        if (open == kNone || rest[open] != '(') return false;
        m_close = ")" + std::string(rest.substr(0, open)) + "\"";
        m_at += open + 2;
        return true;
    }

    /// The quote, or three of them and more.
    void readOpener(char quote) {
        std::size_t quotes = 1;
        const std::size_t run = runOf(quote, m_at);
        const bool hasTriples = m_style == ArgumentStyle::Python || m_style == ArgumentStyle::Java ||
                                m_style == ArgumentStyle::Kotlin || m_style == ArgumentStyle::CSharp;
        if (hasTriples && run >= 3 && m_inside != Inside::Verbatim) {
            quotes = m_style == ArgumentStyle::CSharp ? run : 3;
            m_isTriple = true;
            const bool isRaw = m_style == ArgumentStyle::Kotlin || m_style == ArgumentStyle::CSharp;
            if (isRaw) m_inside = Inside::Raw;
        }
        m_close.assign(quotes, quote);
        m_at += quotes;
    }

    std::optional<Unescaped> readRaw() {
        const std::size_t close = m_text.find(m_close, m_at);
        if (close == kNone) return std::nullopt;
        return Unescaped{std::string(m_text.substr(m_at, close - m_at)), close + m_close.size()};
    }

    [[nodiscard]] bool mayHoldLines(char quote) const {
        return m_isTriple || quote == '`' || m_inside == Inside::Verbatim || m_style == ArgumentStyle::Php ||
               m_style == ArgumentStyle::Rust;
    }

    std::optional<Unescaped> readBody(char quote) {
        const bool lines = mayHoldLines(quote);
        std::string out;
        while (m_at < m_text.size()) {
            const char c = m_text[m_at];
            if (c == quote && m_text.substr(m_at).starts_with(m_close)) {
                if (!isQuoteInside(quote, out)) return Unescaped{std::move(out), m_at};
            } else if (c == '\\' && m_inside == Inside::Escaped) {
                m_at = readEscape(m_text, m_at + 1, m_style, quote, out);
            } else if (c == '\\' && m_inside == Inside::Quotable && m_at + 1 < m_text.size()) {
                out.append(m_text.substr(m_at, 2));
                m_at += 2;
            } else if (isLineEnd(c) && !lines) {
                return std::nullopt;
            } else {
                out += c;
                ++m_at;
            }
        }
        return std::nullopt;
    }

    /// Passes the closer at m_at, unless its quotes are a part of the text: "" in @"…", the first of """" in Kotlin.
    bool isQuoteInside(char quote, std::string& out) {
        const bool isDoubled = m_inside == Inside::Verbatim && byte(m_at + 1) == quote;
        const bool isLonger = m_isTriple && m_style == ArgumentStyle::Kotlin && byte(m_at + m_close.size()) == quote;
        m_at += isDoubled ? 2 : isLonger ? 1 : m_close.size();
        if (isDoubled || isLonger) out += quote;
        return isDoubled || isLonger;
    }

    static constexpr auto kNone = std::string_view::npos;

    std::string_view m_text;
    std::size_t m_at;
    ArgumentStyle m_style;
    std::string m_close;
    Inside m_inside = Inside::Escaped;
    bool m_isTriple = false;
};

} // namespace

std::optional<Unescaped> readString(std::string_view text, std::size_t at, ArgumentStyle style) {
    return LiteralReader(text, at, style).read();
}

} // namespace paydown::syntax
