// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/annotations/line_opening.h"

#include "scanner/annotations/letters.h"

#include <algorithm>
#include <array>

namespace paydown::annotations {

namespace {

constexpr std::size_t kMaxOpening = 200; ///< Bytes that may stand before a tag that opens its line.

/// Bytes of a marker at `at`, 0 for none.
std::size_t markerLength(std::string_view text, std::size_t at) {
    const char c = text[at];
    if (isBlank(c) || std::string_view("-*+>|#!~=/;%@\\_").find(c) != kNone) return 1;
    if (c == '[') {
        if (charAt(text, at + 1) == ']') return 2;
        const bool isBox = charAt(text, at + 2) == ']' && std::string_view(" xX").find(text[at + 1]) != kNone;
        return isBox ? 3 : 1;
    }
    if (isDigit(c)) {
        std::size_t end = at;
        while (isDigit(charAt(text, end))) ++end;
        const char stop = charAt(text, end);
        return stop == '.' || stop == ')' || stop == ':' ? end - at + 1 : 0;
    }
    // Signs and pictures: U+2000 to U+2BFF, variation selectors and U+1F000 on.
    const auto lead = static_cast<unsigned char>(c);
    const auto next = static_cast<unsigned char>(charAt(text, at + 1));
    if (lead == 0xE2 && next < 0xB0) return 3;
    if (lead == 0xEF && next == 0xB8) return 3;
    if (lead == 0xF0 && next == 0x9F) return 4;
    if (lead == 0xC2 && next == 0xB7) return 2; // Middle dot.
    return 0;
}

bool callsForAttention(std::string_view word) {
    static constexpr std::array<std::string_view, 8> kWords{"NOTE",      "NB",        "WARNING", "WARN",
                                                            "IMPORTANT", "ATTENTION", "CAUTION", "ALERT"};
    return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

/// Bytes of "NOTE: ", of "A) " or of a call for attention without a colon ("NOTE NOTE!") at `at`, 0 for none.
std::size_t upperWordLength(std::string_view text, std::size_t at) {
    std::size_t end = at;
    while (end < text.size() && (isUpper(text[end]) || isDigit(text[end]) || text[end] == '_' || text[end] == '-')) {
        ++end;
    }
    if (end - at == 1) return charAt(text, end) == ')' ? 2 : 0;
    if (charAt(text, end) == ':' && charAt(text, end + 1) != ':') return end - at + 1;
    const char stop = charAt(text, end);
    const bool isWhole = stop == '!' || isBlank(stop);
    return isWhole && callsForAttention(text.substr(at, end - at)) ? end - at + 1 : 0;
}

/// Bytes of "<summary>" at `at`, 0 for none.
std::size_t elementLength(std::string_view text, std::size_t at) {
    if (text[at] != '<') return 0;
    std::size_t end = at + 1;
    while (isAlnum(charAt(text, end))) ++end;
    return end > at + 1 && charAt(text, end) == '>' ? end - at + 1 : 0;
}

} // namespace

bool isOnlyMarkers(std::string_view before, bool opensComment) {
    if (before.size() > kMaxOpening) return false;
    for (std::size_t at = 0; at < before.size();) {
        std::size_t length = markerLength(before, at);
        if (length == 0 && isUpper(before[at])) length = upperWordLength(before, at);
        if (length == 0) length = elementLength(before, at);
        if (length == 0 && opensComment && before[at] == '(' && at + 1 == before.size()) length = 1;
        if (length == 0) return false;
        at += length;
    }
    return true;
}

bool LineQuotes::isOpenAt(Quote& quote, std::size_t end) {
    if (!quote.isOpen) return false;
    if (!quote.isLastKnown) {
        quote.last = m_line.rfind(quote.c);
        quote.isLastKnown = true;
    }
    return quote.last != kNone && quote.last >= end;
}

bool LineQuotes::encloses(std::size_t begin, std::size_t end) {
    for (; m_at < begin; ++m_at) {
        if (m_line[m_at] == m_backtick.c) m_backtick.isOpen = !m_backtick.isOpen;
        if (m_line[m_at] == m_double.c) m_double.isOpen = !m_double.isOpen;
    }
    const std::string_view before = m_line.substr(0, begin);
    for (const std::string_view quote : {"\"", "'", "`", "\u201C", "\u2018", "\u00AB"}) {
        if (before.ends_with(quote)) return true;
    }
    return isOpenAt(m_backtick, end) || isOpenAt(m_double, end);
}

} // namespace paydown::annotations
