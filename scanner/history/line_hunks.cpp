// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/history/line_hunks.h"

#include "core/identity/line_map.h"

#include <algorithm>

namespace paydown::history {

namespace {

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
