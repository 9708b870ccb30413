// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/annotations/silence.h"

#include "scanner/annotations/letters.h"
#include "scanner/annotations/line_counter.h"

#include <algorithm>
#include <cstring>

namespace paydown::annotations {

namespace {

constexpr std::string_view kIgnore = "debt:ignore";
constexpr std::string_view kNextLine = "-next-line";
constexpr std::string_view kFile = "-file";
constexpr std::uint32_t kFileLines = 20;

bool isInside(std::span<const syntax::Comment> comments, std::size_t at) {
    const auto behind = std::upper_bound(comments.begin(), comments.end(), at,
                                         [](std::size_t a, const syntax::Comment& c) { return a < c.beginByte; });
    return behind != comments.begin() && at < std::prev(behind)->endByte;
}

bool isWholeWord(std::string_view bytes, std::size_t end) { return !isWordAt(bytes, end) && charAt(bytes, end) != '-'; }

} // namespace

std::size_t Silence::endOfReach(std::string_view bytes, std::size_t last) {
    const std::size_t end = lineEndAt(bytes, last);
    std::size_t head = 0;
    for (std::uint32_t line = 0; line < kFileLines && head < bytes.size(); ++line) {
        head = lineEndAt(bytes, head);
        head += bytes.substr(head).starts_with("\r\n") ? 2 : 1;
    }
    return std::max(end, std::min(head, bytes.size()));
}

Silence::Silence(std::string_view bytes, std::span<const syntax::Comment> comments) {
    // Most files ask for nothing: memmem() says so several times faster than find() does.
    if (memmem(bytes.data(), bytes.size(), kIgnore.data(), kIgnore.size()) == nullptr) return;
    LineCounter lines(bytes);
    for (std::size_t at = bytes.find(kIgnore); at != std::string_view::npos; at = bytes.find(kIgnore, at + 1)) {
        const char before = at > 0 ? bytes[at - 1] : '\0';
        if (isWordBefore(bytes, at) || before == '`' || before == '"' || before == '\'') continue;
        if (!isInside(comments, at)) continue;
        lines.advanceTo(at);
        const std::size_t end = at + kIgnore.size();
        const std::string_view rest = bytes.substr(end);
        if (rest.starts_with(kNextLine) && isWholeWord(bytes, end + kNextLine.size())) {
            m_lines.push_back(lines.line() + 1);
        } else if (rest.starts_with(kFile) && isWholeWord(bytes, end + kFile.size())) {
            m_file = m_file || lines.line() <= kFileLines;
        } else if (isWholeWord(bytes, end)) {
            m_lines.push_back(lines.line());
        }
    }
    std::sort(m_lines.begin(), m_lines.end());
}

bool Silence::covers(std::uint32_t line) const {
    return m_file || std::binary_search(m_lines.begin(), m_lines.end(), line);
}

} // namespace paydown::annotations
