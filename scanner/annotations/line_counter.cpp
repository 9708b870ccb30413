// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/annotations/line_counter.h"

#include <algorithm>
#include <cstring>

namespace paydown::annotations {

namespace {

/// In pieces so small that a byte counts them, which the compiler turns into sixteen or more at a time.
std::uint32_t countLineFeeds(std::string_view bytes) {
    constexpr std::size_t kPiece = 255;
    std::uint32_t count = 0;
    for (; !bytes.empty(); bytes.remove_prefix(std::min(kPiece, bytes.size()))) {
        std::uint8_t ofPiece = 0;
        for (const char c : bytes.substr(0, kPiece)) ofPiece = static_cast<std::uint8_t>(ofPiece + (c == '\n' ? 1 : 0));
        count += ofPiece;
    }
    return count;
}

} // namespace

std::size_t lineEndAt(std::string_view bytes, std::size_t from, std::size_t end) {
    // Two memchr instead of a loop over bytes, in pieces: a file without any LF is not searched to its end every time.
    std::size_t piece = 128;
    for (; from < end; from += piece, piece = std::min<std::size_t>(piece * 2, 8192)) {
        const char* begin = bytes.data() + from;
        const std::size_t size = std::min(piece, end - from);
        const auto* lf = static_cast<const char*>(std::memchr(begin, '\n', size));
        const std::size_t limit = lf == nullptr ? size : static_cast<std::size_t>(lf - begin);
        const auto* cr = static_cast<const char*>(std::memchr(begin, '\r', limit));
        if (cr != nullptr) return static_cast<std::size_t>(cr - bytes.data());
        if (lf != nullptr) return from + limit;
    }
    return end;
}

std::size_t behindLineEnd(std::string_view bytes, std::size_t at) {
    if (at >= bytes.size()) return bytes.size();
    const bool isCrLf = bytes[at] == '\r' && at + 1 < bytes.size() && bytes[at + 1] == '\n';
    return at + (isCrLf ? 2 : 1);
}

LineCounter::LineCounter(std::string_view bytes) : m_bytes(bytes), m_hasCr(bytes.find('\r') != std::string_view::npos) {
    m_next = nextLine(0);
}

std::size_t LineCounter::nextLine(std::size_t from) const {
    if (m_hasCr) {
        const std::size_t end = lineEndAt(m_bytes, from, m_bytes.size());
        return end == m_bytes.size() ? m_bytes.size() + 1 : behindLineEnd(m_bytes, end);
    }
    const std::size_t lf = m_bytes.find('\n', from);
    return lf == std::string_view::npos ? m_bytes.size() + 1 : lf + 1;
}

void LineCounter::advanceTo(std::size_t offset) {
    constexpr std::size_t kFar = 512;
    if (!m_hasCr && m_next <= offset && offset - m_next > kFar) {
        // Counting line ends in one go is many times faster than going from one to the next.
        const std::string_view passed = m_bytes.substr(m_next, offset - m_next);
        m_line += countLineFeeds(passed) + 1;
        const std::size_t last = passed.rfind('\n');
        m_begin = last == std::string_view::npos ? m_next : m_next + last + 1;
        m_next = nextLine(m_begin);
        return;
    }
    while (m_next <= offset) {
        m_begin = m_next;
        m_next = nextLine(m_begin);
        ++m_line;
    }
}

} // namespace paydown::annotations
