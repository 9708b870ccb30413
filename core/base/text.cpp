// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <fmt/format.h>
#include <optional>

namespace paydown {

namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

struct CodePoint {
    char32_t value = 0;
    std::size_t length = 0; ///< Bytes that it takes.
};

/// The code point that starts at `at`, or nothing where the bytes are ill-formed (RFC 3629, table 3-7 of Unicode).
std::optional<CodePoint> decodeAt(std::string_view bytes, std::size_t at) {
    const auto lead = static_cast<unsigned char>(bytes[at]);
    if (lead < 0x80) return CodePoint{lead, 1};
    std::size_t length = 0;
    char32_t value = 0;
    if (lead >= 0xC2 && lead <= 0xDF)
        length = 2, value = lead & 0x1FU;
    else if (lead >= 0xE0 && lead <= 0xEF)
        length = 3, value = lead & 0x0FU;
    else if (lead >= 0xF0 && lead <= 0xF4)
        length = 4, value = lead & 0x07U;
    else
        return std::nullopt;
    if (at + length > bytes.size()) return std::nullopt;
    for (std::size_t i = 1; i < length; ++i) {
        const auto next = static_cast<unsigned char>(bytes[at + i]);
        if ((next & 0xC0U) != 0x80U) return std::nullopt;
        value = value << 6 | (next & 0x3FU);
    }
    const bool overlong = (length == 3 && value < 0x800) || (length == 4 && value < 0x10000);
    const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
    if (overlong || surrogate || value > 0x10FFFF) return std::nullopt;
    return CodePoint{value, length};
}

bool isUnsafeOnTerminal(char32_t c) {
    if (c == '\t') return false;
    if (c < 0x20 || (c >= 0x7F && c < 0xA0)) return true;
    return c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x2028 ||
           c == 0x2029;
}

bool isWide(char32_t c) {
    return (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF && c != 0x303F) ||
           (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFE30 && c <= 0xFE6F) ||
           (c >= 0xFF00 && c <= 0xFF60) || (c >= 0xFFE0 && c <= 0xFFE6) || (c >= 0x1F300 && c <= 0x1FAFF) ||
           (c >= 0x20000 && c <= 0x3FFFD);
}

bool isZeroWidth(char32_t c) {
    return (c >= 0x0300 && c <= 0x036F) || (c >= 0x200B && c <= 0x200D) || (c >= 0x20D0 && c <= 0x20FF) ||
           (c >= 0xFE00 && c <= 0xFE0F);
}

std::size_t widthOf(char32_t c) { return isZeroWidth(c) ? 0 : isWide(c) ? 2 : 1; }

constexpr std::size_t kEight = 8;
constexpr std::size_t kPiece = 512; ///< What memcmp(), four times as fast, is called for.

std::uint64_t loadEight(const char* bytes) {
    std::uint64_t value = 0;
    std::memcpy(&value, bytes, kEight);
    return value;
}

} // namespace

bool isUtf8(std::string_view bytes) {
    for (std::size_t at = 0; at < bytes.size();) {
        const auto point = decodeAt(bytes, at);
        if (!point) return false;
        at += point->length;
    }
    return true;
}

std::string toUtf8(std::string_view bytes) {
    std::string out;
    out.reserve(bytes.size());
    for (std::size_t at = 0; at < bytes.size();) {
        const auto point = decodeAt(bytes, at);
        out.append(point ? bytes.substr(at, point->length) : kReplacement);
        at += point ? point->length : 1;
    }
    return out;
}

std::string escapeForTerminal(std::string_view bytes) {
    std::string out;
    out.reserve(bytes.size());
    for (std::size_t at = 0; at < bytes.size();) {
        const auto point = decodeAt(bytes, at);
        if (!point) {
            out += fmt::format("\\x{:02x}", static_cast<unsigned char>(bytes[at]));
            ++at;
            continue;
        }
        const auto value = static_cast<unsigned>(point->value);
        if (!isUnsafeOnTerminal(point->value))
            out.append(bytes.substr(at, point->length));
        else if (value < 0x100)
            out += fmt::format("\\x{:02x}", value);
        else
            out += fmt::format("\\u{:04x}", value);
        at += point->length;
    }
    return out;
}

std::string escapeLinesForTerminal(std::string_view bytes) {
    std::string out;
    for (const auto line : split(bytes, '\n')) {
        if (line.data() != bytes.data()) out.push_back('\n');
        out += escapeForTerminal(line);
    }
    return out;
}

std::size_t displayWidth(std::string_view utf8) {
    std::size_t width = 0;
    for (std::size_t at = 0; at < utf8.size();) {
        const auto point = decodeAt(utf8, at);
        width += point ? widthOf(point->value) : 1;
        at += point ? point->length : 1;
    }
    return width;
}

std::string fitToWidth(std::string_view utf8, std::size_t columns) {
    if (displayWidth(utf8) <= columns) return std::string(utf8);
    if (columns == 0) return {};
    std::size_t width = 0;
    std::size_t at = 0;
    while (at < utf8.size()) {
        const auto point = decodeAt(utf8, at);
        const std::size_t step = point ? widthOf(point->value) : 1;
        if (width + step > columns - 1) break;
        width += step;
        at += point ? point->length : 1;
    }
    return std::string(utf8.substr(0, at)) + "…";
}

std::string base64(std::string_view bytes) {
    constexpr std::string_view kAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string out;
    out.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        const std::size_t count = std::min<std::size_t>(3, bytes.size() - i);
        unsigned window = 0;
        for (std::size_t k = 0; k < 3; ++k) {
            window = window << 8 | (k < count ? static_cast<unsigned char>(bytes[i + k]) : 0U);
        }
        for (std::size_t k = 0; k < 4; ++k) out.push_back(k <= count ? kAlphabet[window >> (18 - 6 * k) & 63U] : '=');
    }
    return out;
}

std::string asciiLower(std::string_view text) {
    std::string out(text);
    for (char& c : out) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return out;
}

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view kSpace = " \t\r\n\f\v";
    const auto first = text.find_first_not_of(kSpace);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(kSpace) - first + 1);
}

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    std::size_t begin = 0;
    for (;;) {
        const auto end = text.find(separator, begin);
        parts.push_back(text.substr(begin, end - begin));
        if (end == std::string_view::npos) return parts;
        begin = end + 1;
    }
}

std::size_t commonPrefix(std::string_view a, std::string_view b) {
    const std::size_t size = std::min(a.size(), b.size());
    std::size_t at = 0;
    while (at + kPiece <= size && std::memcmp(a.data() + at, b.data() + at, kPiece) == 0) at += kPiece;
    while (at + kEight <= size && loadEight(a.data() + at) == loadEight(b.data() + at)) at += kEight;
    while (at < size && a[at] == b[at]) ++at;
    return at;
}

std::size_t commonSuffix(std::string_view a, std::string_view b) {
    const std::size_t size = std::min(a.size(), b.size());
    const char* const endOfA = a.data() + a.size();
    const char* const endOfB = b.data() + b.size();
    std::size_t common = 0;
    while (common + kPiece <= size && std::memcmp(endOfA - common - kPiece, endOfB - common - kPiece, kPiece) == 0)
        common += kPiece;
    while (common + kEight <= size && loadEight(endOfA - common - kEight) == loadEight(endOfB - common - kEight))
        common += kEight;
    while (common < size &&
           endOfA[-1 - static_cast<std::ptrdiff_t>(common)] == endOfB[-1 - static_cast<std::ptrdiff_t>(common)])
        ++common;
    return common;
}

std::size_t editDistance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> beforeLast(b.size() + 1);
    std::vector<std::size_t> last(b.size() + 1);
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t substitution = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, substitution});
            const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            if (swapped) row[j] = std::min(row[j], beforeLast[j - 2] + 1);
        }
        std::swap(beforeLast, last);
        std::swap(last, row);
    }
    return last[b.size()];
}

} // namespace paydown
