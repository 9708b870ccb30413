// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/syntax/encoding.h"

#include <algorithm>
#include <cstring>

namespace paydown::syntax {
namespace {

constexpr std::size_t kCheckpointBytes = 64;
constexpr char32_t kReplacement = 0xFFFD;

void appendUtf8(std::string& out, char32_t point) {
    const auto byte = [&](char32_t value) { out.push_back(static_cast<char>(static_cast<unsigned char>(value))); };
    if (point < 0x80) {
        byte(point);
    } else if (point < 0x800) {
        byte(0xC0 | (point >> 6));
        byte(0x80 | (point & 0x3F));
    } else if (point < 0x10000) {
        byte(0xE0 | (point >> 12));
        byte(0x80 | ((point >> 6) & 0x3F));
        byte(0x80 | (point & 0x3F));
    } else {
        byte(0xF0 | (point >> 18));
        byte(0x80 | ((point >> 12) & 0x3F));
        byte(0x80 | ((point >> 6) & 0x3F));
        byte(0x80 | (point & 0x3F));
    }
}

/// Reads UTF-16 units behind a byte order mark, one code point at a time.
class Utf16Reader {
public:
    Utf16Reader(std::string_view bytes, Encoding encoding) : m_bytes(bytes), m_big(encoding == Encoding::Utf16Be) {}

    [[nodiscard]] bool atEnd() const { return m_at >= m_bytes.size(); }
    [[nodiscard]] std::size_t at() const { return m_at; }

    char32_t next() {
        if (m_at + 1 >= m_bytes.size()) {
            m_at = m_bytes.size();
            return kReplacement;
        }
        const char32_t unit = unitAt(m_at);
        m_at += 2;
        if (unit < 0xD800 || unit > 0xDFFF) return unit;
        if (unit > 0xDBFF || m_at + 1 >= m_bytes.size()) return kReplacement;
        const char32_t low = unitAt(m_at);
        if (low < 0xDC00 || low > 0xDFFF) return kReplacement;
        m_at += 2;
        return 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
    }

private:
    [[nodiscard]] char32_t unitAt(std::size_t at) const {
        const char32_t first = static_cast<unsigned char>(m_bytes[at]);
        const char32_t second = static_cast<unsigned char>(m_bytes[at + 1]);
        return m_big ? (first << 8) | second : (second << 8) | first;
    }

    std::string_view m_bytes;
    std::size_t m_at = 2; ///< Behind the mark.
    bool m_big;
};

Encoding encodingOf(std::string_view bytes) {
    if (bytes.starts_with("\xFF\xFE")) return Encoding::Utf16Le;
    if (bytes.starts_with("\xFE\xFF")) return Encoding::Utf16Be;
    if (std::memchr(bytes.data(), '\0', bytes.size()) != nullptr) return Encoding::Binary;
    return bytes.starts_with("\xEF\xBB\xBF") ? Encoding::Utf8Bom : Encoding::Bytes;
}

} // namespace

bool opensAsUtf16(std::string_view bytes) { return bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF"); }

DecodedText::DecodedText(std::string_view stored) : m_stored(stored) {
    m_encoding = stored.empty() ? Encoding::Bytes : encodingOf(stored);
    if (m_encoding != Encoding::Utf16Le && m_encoding != Encoding::Utf16Be) return;
    m_decoded.reserve(stored.size());
    Utf16Reader reader(stored, m_encoding);
    while (!reader.atEnd()) {
        const std::size_t from = reader.at();
        const char32_t point = reader.next();
        while (m_checkpoints.size() * kCheckpointBytes <= m_decoded.size())
            m_checkpoints.push_back(static_cast<std::uint32_t>(from));
        if (point == 0) {
            // Also what UTF-32 and plain binaries that happen to open with the mark come to.
            m_encoding = Encoding::Binary;
            m_decoded.clear();
            return;
        }
        appendUtf8(m_decoded, point);
    }
}

std::string_view DecodedText::text() const {
    switch (m_encoding) {
    case Encoding::Bytes: return m_stored;
    case Encoding::Utf8Bom: return m_stored.substr(3);
    case Encoding::Utf16Le:
    case Encoding::Utf16Be: return m_decoded;
    case Encoding::Binary: break;
    }
    return {};
}

std::uint32_t DecodedText::storedOffset(std::uint32_t textOffset) const {
    if (m_encoding == Encoding::Utf8Bom) return textOffset + 3;
    if (m_encoding != Encoding::Utf16Le && m_encoding != Encoding::Utf16Be) return textOffset;
    if (textOffset >= m_decoded.size()) return static_cast<std::uint32_t>(m_stored.size());
    // The last blocks have no checkpoint when no code point begins in them.
    const std::size_t block = std::min(textOffset / kCheckpointBytes, m_checkpoints.size() - 1);
    // A checkpoint is the first code point that begins at or behind its byte, so walk back to that beginning.
    std::size_t textAt = block * kCheckpointBytes;
    while (textAt < m_decoded.size() && (static_cast<unsigned char>(m_decoded[textAt]) & 0xC0) == 0x80) ++textAt;
    std::size_t storedAt = m_checkpoints[block];
    while (textAt < textOffset) {
        const auto lead = static_cast<unsigned char>(m_decoded[textAt]);
        const std::size_t length = lead < 0x80 ? 1U : lead < 0xE0 ? 2U : lead < 0xF0 ? 3U : 4U;
        if (textAt + length > textOffset) break;
        textAt += length;
        storedAt += length == 4 ? 2U * 2U : 2U;
    }
    return static_cast<std::uint32_t>(storedAt);
}

} // namespace paydown::syntax
