// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/syntax/native_escapes.h"

#include "scanner/syntax/lexical/cursor.h"

#include <algorithm>
#include <cstdint>

namespace paydown::syntax {
namespace {

using lexical::isBlank;
using lexical::isLineEnd;

void appendUtf8(std::string& out, std::uint32_t point) {
    const bool isSurrogate = point >= 0xD800 && point < 0xE000;
    if (point == 0 || point > 0x10FFFF || isSurrogate) point = 0xFFFD;
    const auto put = [&](std::uint32_t value) { out.push_back(static_cast<char>(static_cast<unsigned char>(value))); };
    if (point < 0x80) return put(point);
    if (point < 0x800) {
        put(0xC0 | (point >> 6));
    } else {
        if (point < 0x10000) {
            put(0xE0 | (point >> 12));
        } else {
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

bool isOctal(char c) { return c >= '0' && c <= '7'; }

/// Escapes of one letter: the letter, then what it means, in pairs.
std::string_view lettersOf(ArgumentStyle style) {
    switch (style) {
    case ArgumentStyle::Java: return "n\nt\tr\rb\bf\fs ";
    case ArgumentStyle::Kotlin: return "n\nt\tr\rb\b";
    case ArgumentStyle::CSharp: return "n\nt\tr\ra\ab\bf\fv\ve\x1B";
    case ArgumentStyle::Python:
    case ArgumentStyle::C: return "n\nt\tr\ra\ab\bf\fv\v";
    case ArgumentStyle::Script: return "n\nt\tr\rb\bf\fv\v";
    case ArgumentStyle::Php:
        return "n\nt\tr\rv\ve\x1B"
               "f\f";
    case ArgumentStyle::Rust: return "n\nt\tr\r";
    }
    return {};
}

/// What a hexadecimal escape of a language is made of.
struct HexForm {
    std::size_t digits = 2; ///< At most.
    bool isByte = false;    ///< A byte of the text rather than a character.
};

class EscapeReader {
public:
    EscapeReader(std::string_view text, std::size_t at, ArgumentStyle style, std::string& out)
        : m_text(text), m_at(at), m_style(style), m_out(out) {}

    std::size_t read(char quote) {
        const char c = byte(m_at);
        if (m_style == ArgumentStyle::Php && quote == '\'') return keep(c == '\'' || c == '\\');
        if (isLineEnd(c)) return passLineEnd();
        const std::string_view letters = lettersOf(m_style);
        for (std::size_t i = 0; i + 1 < letters.size(); i += 2) {
            if (letters[i] != c) continue;
            m_out.push_back(letters[i + 1]);
            return m_at + 1;
        }
        if (isOctal(c) && m_style != ArgumentStyle::Kotlin) return readOctal();
        if (c == 'x' && hexValue(byte(m_at + 1)) >= 0 && m_style != ArgumentStyle::Kotlin) return readHex(hexForm());
        if (c == 'u' && m_style == ArgumentStyle::Java) {
            while (byte(m_at + 1) == 'u') ++m_at; // \uuuu0041 is legal.
        }
        const bool isCode = c == 'u' && (hexValue(byte(m_at + 1)) >= 0 || byte(m_at + 1) == '{');
        if (isCode && (m_style != ArgumentStyle::Php || byte(m_at + 1) == '{')) return readHex({4, false});
        const bool hasLong =
            m_style == ArgumentStyle::C || m_style == ArgumentStyle::CSharp || m_style == ArgumentStyle::Python;
        if (c == 'U' && hasLong && hexValue(byte(m_at + 1)) >= 0) return readHex({8, false});
        return keep(isPlain(c));
    }

private:
    [[nodiscard]] char byte(std::size_t at) const { return at < m_text.size() ? m_text[at] : '\0'; }

    /// Whether a backslash before this only takes its meaning away.
    [[nodiscard]] bool isPlain(char c) const {
        if (m_style == ArgumentStyle::Python) return c == '\\' || c == '\'' || c == '"';
        if (m_style == ArgumentStyle::Php) return c == '\\' || c == '$' || c == '"';
        return true;
    }

    std::size_t keep(bool withoutBackslash) {
        if (!withoutBackslash) m_out.push_back('\\');
        if (m_at < m_text.size()) m_out.push_back(m_text[m_at]);
        return m_at + 1;
    }

    /// A backslash at the end of a line: the literal goes on; in Rust behind the blanks of the next lines.
    [[nodiscard]] std::size_t passLineEnd() const {
        std::size_t at = m_at + (byte(m_at) == '\r' && byte(m_at + 1) == '\n' ? 2 : 1);
        while (m_style == ArgumentStyle::Rust && (isBlank(byte(at)) || isLineEnd(byte(at)))) ++at;
        return at;
    }

    std::size_t readOctal() {
        // C# and Rust know \0 alone.
        const bool isZeroOnly = m_style == ArgumentStyle::CSharp || m_style == ArgumentStyle::Rust;
        const std::size_t most = isZeroOnly ? 1 : 3;
        std::uint32_t value = 0;
        std::size_t at = m_at;
        for (; at < m_at + most && isOctal(byte(at)) && value * 8 <= 0xFF; ++at)
            value = value * 8 + static_cast<std::uint32_t>(byte(at) - '0');
        append(value, m_style == ArgumentStyle::C || m_style == ArgumentStyle::Php);
        return at;
    }

    [[nodiscard]] HexForm hexForm() const {
        switch (m_style) {
        case ArgumentStyle::C: return {16, true};
        case ArgumentStyle::CSharp: return {4, false};
        case ArgumentStyle::Php:
        case ArgumentStyle::Rust: return {2, true};
        default: return {2, false};
        }
    }

    /// Behind the 'x' or 'u' at m_at.
    std::size_t readHex(HexForm form) {
        std::size_t at = m_at + 1;
        const bool hasBraces = byte(at) == '{';
        if (hasBraces) ++at;
        const std::size_t stop = at + (hasBraces ? 16 : form.digits);
        std::uint32_t value = 0;
        for (; at < stop && (hexValue(byte(at)) >= 0 || (hasBraces && byte(at) == '_')); ++at) {
            if (byte(at) != '_')
                value = std::min(value, 0xFFFFFFU) * 16 + static_cast<std::uint32_t>(hexValue(byte(at)));
        }
        if (hasBraces && byte(at) == '}') ++at;
        const bool isHighHalf = !hasBraces && value >= 0xD800 && value < 0xDC00;
        if (isHighHalf && byte(at) == '\\' && byte(at + 1) == 'u') at = readLowHalf(at, value);
        append(value, form.isByte && value <= 0xFF);
        return at;
    }

    /// The second half of a surrogate pair, whose backslash is at `at`: joins the value and passes it, if it is one.
    [[nodiscard]] std::size_t readLowHalf(std::size_t at, std::uint32_t& value) const {
        std::uint32_t low = 0;
        for (std::size_t i = 2; i < 6; ++i) {
            const int digit = hexValue(byte(at + i));
            if (digit < 0) return at;
            low = low * 16 + static_cast<std::uint32_t>(digit);
        }
        if (low < 0xDC00 || low > 0xDFFF) return at;
        value = 0x10000 + ((value - 0xD800) << 10) + (low - 0xDC00);
        return at + 6;
    }

    void append(std::uint32_t value, bool isByte) {
        if (isByte && value >= 0x80 && value <= 0xFF)
            m_out.push_back(static_cast<char>(static_cast<unsigned char>(value)));
        else
            appendUtf8(m_out, value);
    }

    std::string_view m_text;
    std::size_t m_at;
    ArgumentStyle m_style;
    std::string& m_out;
};

} // namespace

std::size_t readEscape(std::string_view text, std::size_t at, ArgumentStyle style, char quote, std::string& out) {
    return EscapeReader(text, at, style, out).read(quote);
}

} // namespace paydown::syntax
