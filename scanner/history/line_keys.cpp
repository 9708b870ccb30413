// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/history/line_keys.h"

#include "core/base/text.h"

#include <algorithm>
#include <cstring>
#include <iterator>

namespace paydown::history {

namespace {

/// Eight bytes at a time: history is read at the speed of this.
std::uint32_t keyOf(std::string_view line) {
    constexpr std::uint64_t kOdd = 0x9E3779B97F4A7C15ULL;
    std::uint64_t value = line.size();
    while (line.size() >= sizeof value) {
        std::uint64_t word = 0;
        for (std::size_t i = 0; i < sizeof word; ++i) { // One load where bytes are stored lowest first.
            word |= static_cast<std::uint64_t>(static_cast<unsigned char>(line[i])) << (8 * i);
        }
        value = (value ^ word) * kOdd;
        value ^= value >> 29;
        line.remove_prefix(sizeof word);
    }
    for (const char c : line) value = (value ^ static_cast<unsigned char>(c)) * kOdd;
    value ^= value >> 32;
    return static_cast<std::uint32_t>(value * kOdd >> 32) | 1U;
}

bool isBlank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\v' || c == '\f'; }

std::string_view withoutBlankEnds(std::string_view line) {
    while (!line.empty() && isBlank(line.front())) line.remove_prefix(1);
    while (!line.empty() && isBlank(line.back())) line.remove_suffix(1);
    return line;
}

/// Calls `sink(key, end)` for the lines of a part that begins at the beginning of a line.
template <typename Sink>
void forEachLine(std::string_view bytes, std::size_t begin, std::size_t end, Sink sink) {
    while (begin < end) {
        const void* found = std::memchr(bytes.data() + begin, '\n', end - begin);
        const std::size_t lineEnd =
            found == nullptr ? end : static_cast<std::size_t>(static_cast<const char*>(found) - bytes.data());
        const std::string_view line = withoutBlankEnds(bytes.substr(begin, lineEnd - begin));
        begin = lineEnd + 1;
        sink(line.empty() ? 0 : keyOf(line), begin); // 0: the line diff takes no blank line for an anchor.
    }
}

} // namespace

std::vector<std::uint32_t> lineKeys(std::string_view bytes) {
    std::vector<std::uint32_t> keys;
    keys.reserve(bytes.size() / 32 + 1);
    forEachLine(bytes, 0, bytes.size(), [&](std::uint32_t key, std::size_t) { keys.push_back(key); });
    return keys;
}

const std::vector<std::uint32_t>& LineKeyReader::read(std::string_view bytes) {
    // Whole lines that both versions begin with: `head` of them, up to the byte `from`.
    const auto headEnd = std::ranges::upper_bound(m_ends, commonPrefix(m_bytes, bytes));
    const auto head = headEnd - m_ends.begin();
    const std::size_t from = head == 0 ? 0 : m_ends[static_cast<std::size_t>(head) - 1];
    // Behind them, lines that both end with: each begins behind a LF that is common, too. `tailBefore` is the line
    // whose LF is the first in the common end, `tail` the line behind it.
    const std::size_t common = commonSuffix(std::string_view(m_bytes).substr(from), bytes.substr(from));
    const auto tailBefore = std::ranges::upper_bound(headEnd, m_ends.end(), m_bytes.size() - common);
    const auto tail = tailBefore == m_ends.end() ? tailBefore : tailBefore + 1;
    const std::size_t tailBegin = tail == m_ends.end() ? m_bytes.size() : *tailBefore;
    const std::size_t to = bytes.size() - (m_bytes.size() - tailBegin);

    std::vector<std::uint32_t> keys(m_keys.begin(), m_keys.begin() + head);
    std::vector<std::size_t> ends(m_ends.begin(), headEnd);
    forEachLine(bytes, from, to, [&](std::uint32_t key, std::size_t end) {
        keys.push_back(key);
        ends.push_back(end);
    });
    keys.insert(keys.end(), m_keys.begin() + (tail - m_ends.begin()), m_keys.end());
    std::transform(tail, m_ends.end(), std::back_inserter(ends),
                   [&](std::size_t end) { return end - m_bytes.size() + bytes.size(); });
    m_keys = std::move(keys);
    m_ends = std::move(ends);
    m_bytes = bytes;
    return m_keys;
}

} // namespace paydown::history
