// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/annotations/silence.h"

#include "scanner/annotations/letters.h"
#include "scanner/annotations/line_counter.h"

#include <algorithm>
#include <cstring>
#include <optional>

namespace paydown::annotations {

namespace {

constexpr std::string_view kIgnore = "debt:ignore";
constexpr std::string_view kNextLine = "-next-line";
constexpr std::string_view kFile = "-file";
constexpr std::uint32_t kFileLines = 20;

/// Where "debt:ignore" stands next in [from, end); none at all in most comments, which memmem() says several times
/// faster than find() does.
std::optional<std::size_t> findIgnore(std::string_view bytes, std::size_t from, std::size_t end) {
    if (from >= end) return std::nullopt;
    const void* found = memmem(bytes.data() + from, end - from, kIgnore.data(), kIgnore.size());
    if (found == nullptr) return std::nullopt;
    return static_cast<std::size_t>(static_cast<const char*>(found) - bytes.data());
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
    std::optional<LineCounter> lines; // Made for the few files that ask for anything.
    for (const syntax::Comment& comment : comments) {
        const std::size_t end = std::min<std::size_t>(comment.endByte, bytes.size());
        for (auto at = findIgnore(bytes, comment.beginByte, end); at; at = findIgnore(bytes, *at + 1, end)) {
            if (!lines) lines.emplace(bytes);
            lines->advanceTo(*at);
            take(bytes, *at, lines->line());
        }
    }
    std::sort(m_lines.begin(), m_lines.end());
}

void Silence::take(std::string_view bytes, std::size_t at, std::uint32_t line) {
    const char before = at > 0 ? bytes[at - 1] : '\0';
    if (isWordBefore(bytes, at) || before == '`' || before == '"' || before == '\'') return;
    const std::size_t end = at + kIgnore.size();
    const std::string_view rest = bytes.substr(end);
    if (rest.starts_with(kNextLine) && isWholeWord(bytes, end + kNextLine.size())) {
        m_lines.push_back(line + 1);
    } else if (rest.starts_with(kFile) && isWholeWord(bytes, end + kFile.size())) {
        m_file = m_file || line <= kFileLines;
    } else if (isWholeWord(bytes, end)) {
        m_lines.push_back(line);
    }
}

bool Silence::covers(std::uint32_t line) const {
    return m_file || std::binary_search(m_lines.begin(), m_lines.end(), line);
}

} // namespace paydown::annotations
