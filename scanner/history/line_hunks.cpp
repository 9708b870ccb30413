// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/history/line_hunks.h"

#include "core/identity/line_map.h"

#include <algorithm>
#include <cstring>

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

/// The last hunk that begins at or before a line of the new version.
std::vector<Hunk>::const_iterator lastAt(const std::vector<Hunk>& hunks, std::uint32_t line) {
    return std::ranges::upper_bound(hunks, line, {}, &Hunk::after);
}

/// A line of the new version behind the hunks up to `end`, in the old version.
std::uint32_t beforeBehind(const std::vector<Hunk>& hunks, std::vector<Hunk>::const_iterator end, std::uint32_t line) {
    if (end == hunks.begin()) return line;
    const Hunk& last = *std::prev(end);
    return line - (last.after + last.afterCount) + (last.before + last.beforeCount);
}

bool holds(const Hunk& hunk, std::uint32_t line) { return line >= hunk.after && line < hunk.after + hunk.afterCount; }

} // namespace

std::vector<std::uint32_t> lineKeys(std::string_view bytes) {
    std::vector<std::uint32_t> keys;
    keys.reserve(bytes.size() / 32 + 1);
    for (std::size_t at = 0; at < bytes.size();) {
        const void* found = std::memchr(bytes.data() + at, '\n', bytes.size() - at);
        const std::size_t end =
            found == nullptr ? bytes.size() : static_cast<std::size_t>(static_cast<const char*>(found) - bytes.data());
        const std::string_view line = withoutBlankEnds(bytes.substr(at, end - at));
        keys.push_back(line.empty() ? 0 : keyOf(line)); // 0: the line diff takes no blank line for an anchor.
        at = end + 1;
    }
    return keys;
}

std::vector<Hunk> hunksBetween(std::span<const std::uint32_t> before, std::span<const std::uint32_t> after) {
    const identity::LineMap map(before, after);
    std::vector<Hunk> hunks;
    std::uint32_t nextBefore = 1;
    std::uint32_t nextAfter = 1;
    const auto add = [&](std::uint32_t endBefore, std::uint32_t endAfter) {
        if (endBefore == nextBefore && endAfter == nextAfter) return;
        hunks.push_back({nextBefore, endBefore - nextBefore, nextAfter, endAfter - nextAfter});
    };
    for (std::uint32_t line = 1; line <= before.size(); ++line) {
        const std::uint32_t to = map.lineAfter(line);
        if (to == 0) continue;
        add(line, to);
        nextBefore = line + 1;
        nextAfter = to + 1;
    }
    add(static_cast<std::uint32_t>(before.size()) + 1, static_cast<std::uint32_t>(after.size()) + 1);
    return hunks;
}

bool meets(const std::vector<Hunk>& hunks, const LineExtent& extent) {
    const auto first = std::ranges::partition_point(
        hunks, [&](const Hunk& hunk) { return hunk.after + hunk.afterCount <= extent.first; });
    return first != hunks.end() && first->after <= extent.last;
}

LineExtent carriedBack(const std::vector<Hunk>& hunks, const LineExtent& extent) {
    const auto firstEnd = lastAt(hunks, extent.first);
    const auto lastEnd = lastAt(hunks, extent.last);
    LineExtent old{beforeBehind(hunks, firstEnd, extent.first), beforeBehind(hunks, lastEnd, extent.last)};
    if (firstEnd != hunks.begin() && holds(*std::prev(firstEnd), extent.first)) old.first = std::prev(firstEnd)->before;
    if (lastEnd != hunks.begin() && holds(*std::prev(lastEnd), extent.last)) {
        old.last = std::prev(lastEnd)->before + std::prev(lastEnd)->beforeCount - 1;
    }
    return old;
}

LineExtent shifted(const LineExtent& extent, std::uint32_t line, std::uint32_t to, std::uint32_t lines) {
    const std::uint32_t above = line > extent.first ? line - extent.first : 0;
    const std::uint32_t below = extent.last > line ? extent.last - line : 0;
    return {to > above ? to - above : 1, std::max(to, std::min(to + below, lines))};
}

} // namespace paydown::history
