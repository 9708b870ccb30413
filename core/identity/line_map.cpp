// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/line_map.h"

#include "core/identity/hashing.h"

#include <algorithm>
#include <bit>

namespace paydown::identity {

namespace {

/// Largest table of the longest common subsequence, in cells.
constexpr std::size_t kMaxCells = std::size_t{1} << 20;

struct Occurrence {
    std::uint32_t line = 0; ///< Its hash; 0: the slot is free.
    std::uint32_t beforeCount = 0;
    std::uint32_t afterCount = 0;
    std::uint32_t after = 0;
};

/// How often each line of a part occurs. Slots in one piece of memory, since every comparison of two versions makes
/// such a table; lines are hashes already.
class Occurrences {
public:
    /// @param lines at most so many are put in
    explicit Occurrences(std::size_t lines) : m_slots(std::bit_ceil(2 * lines + 1)) {}

    /// The slot of a line, or the free one where it would go. @pre line != 0
    [[nodiscard]] Occurrence& slotOf(std::uint32_t line) {
        const std::size_t mask = m_slots.size() - 1;
        std::size_t at = (line * 0x9E3779B97F4A7C15ULL >> 32) & mask;
        while (m_slots[at].line != 0 && m_slots[at].line != line) at = (at + 1) & mask;
        return m_slots[at];
    }

private:
    std::vector<Occurrence> m_slots;
};

} // namespace

std::vector<std::uint32_t> hashLines(std::string_view bytes) {
    std::vector<std::uint32_t> lines;
    for (std::size_t at = 0; at < bytes.size();) {
        const std::size_t end = std::min(bytes.find('\n', at), bytes.size());
        lines.push_back(hashInk(bytes.substr(at, end - at)));
        at = end + 1;
    }
    return lines;
}

LineMap::LineMap(std::span<const std::uint32_t> before, std::span<const std::uint32_t> after) : m_after(before.size()) {
    m_open.push_back({0, before.size(), 0, after.size()});
    while (!m_open.empty()) {
        const Part part = m_open.back();
        m_open.pop_back();
        align(before, after, part);
    }
}

void LineMap::align(std::span<const std::uint32_t> before, std::span<const std::uint32_t> after, Part part) {
    while (part.beforeBegin < part.beforeEnd && part.afterBegin < part.afterEnd &&
           before[part.beforeBegin] == after[part.afterBegin]) {
        m_after[part.beforeBegin++] = static_cast<std::uint32_t>(++part.afterBegin);
    }
    while (part.beforeBegin < part.beforeEnd && part.afterBegin < part.afterEnd &&
           before[part.beforeEnd - 1] == after[part.afterEnd - 1]) {
        m_after[--part.beforeEnd] = static_cast<std::uint32_t>(part.afterEnd--);
    }
    if (part.beforeBegin == part.beforeEnd || part.afterBegin == part.afterEnd) return;
    if (!alignAtUniqueLines(before, after, part)) alignCommonSubsequence(before, after, part);
}

bool LineMap::alignAtUniqueLines(std::span<const std::uint32_t> before, std::span<const std::uint32_t> after,
                                 Part part) {
    Occurrences occurrences(part.beforeEnd - part.beforeBegin);
    for (std::size_t i = part.beforeBegin; i < part.beforeEnd; ++i) {
        if (before[i] == 0) continue;
        Occurrence& found = occurrences.slotOf(before[i]);
        found.line = before[i];
        ++found.beforeCount;
    }
    for (std::size_t i = part.afterBegin; i < part.afterEnd; ++i) {
        if (after[i] == 0) continue;
        Occurrence& found = occurrences.slotOf(after[i]);
        if (found.line == 0) continue;
        ++found.afterCount;
        found.after = static_cast<std::uint32_t>(i);
    }
    // Patience: the longest run of unique lines that keeps its order; piles hold the smallest last line per length.
    struct Anchor {
        std::size_t before;
        std::size_t after;
        std::size_t previous;
    };
    constexpr auto kNone = static_cast<std::size_t>(-1);
    std::vector<Anchor> anchors;
    std::vector<std::size_t> piles;
    for (std::size_t i = part.beforeBegin; i < part.beforeEnd; ++i) {
        if (before[i] == 0) continue;
        const Occurrence& found = occurrences.slotOf(before[i]);
        if (found.beforeCount != 1 || found.afterCount != 1) continue;
        const auto pile = std::ranges::lower_bound(piles, std::size_t{found.after}, {},
                                                   [&](std::size_t a) { return anchors[a].after; });
        anchors.push_back({i, found.after, pile == piles.begin() ? kNone : *std::prev(pile)});
        if (pile == piles.end())
            piles.push_back(anchors.size() - 1);
        else
            *pile = anchors.size() - 1;
    }
    if (piles.empty()) return false;
    Part rest = part;
    for (std::size_t a = piles.back(); a != kNone; a = anchors[a].previous) {
        const Anchor& anchor = anchors[a];
        m_after[anchor.before] = static_cast<std::uint32_t>(anchor.after + 1);
        m_open.push_back({anchor.before + 1, rest.beforeEnd, anchor.after + 1, rest.afterEnd});
        rest.beforeEnd = anchor.before;
        rest.afterEnd = anchor.after;
    }
    m_open.push_back(rest);
    return true;
}

void LineMap::alignCommonSubsequence(std::span<const std::uint32_t> before, std::span<const std::uint32_t> after,
                                     Part part) {
    const std::size_t rows = part.beforeEnd - part.beforeBegin;
    const std::size_t columns = part.afterEnd - part.afterBegin;
    if (rows * columns > kMaxCells) return;
    std::vector<std::uint16_t> best((rows + 1) * (columns + 1)); // At most 1024 lines on the shorter side.
    const auto cell = [&](std::size_t row, std::size_t column) -> std::uint16_t& {
        return best[row * (columns + 1) + column];
    };
    for (std::size_t row = rows; row-- > 0;) {
        for (std::size_t column = columns; column-- > 0;) {
            const bool equal = before[part.beforeBegin + row] == after[part.afterBegin + column];
            cell(row, column) = equal ? static_cast<std::uint16_t>(cell(row + 1, column + 1) + 1)
                                      : std::max(cell(row + 1, column), cell(row, column + 1));
        }
    }
    for (std::size_t row = 0, column = 0; row < rows && column < columns;) {
        if (before[part.beforeBegin + row] == after[part.afterBegin + column]) {
            m_after[part.beforeBegin + row++] = static_cast<std::uint32_t>(part.afterBegin + ++column);
        } else if (cell(row + 1, column) >= cell(row, column + 1)) {
            ++row;
        } else {
            ++column;
        }
    }
}

std::uint32_t commonLines(std::vector<std::uint32_t> a, std::vector<std::uint32_t> b) {
    std::erase(a, 0U);
    std::erase(b, 0U);
    if (a.empty() || b.empty()) return 0;
    std::ranges::sort(a);
    std::ranges::sort(b);
    std::vector<std::uint32_t> common;
    std::ranges::set_intersection(a, b, std::back_inserter(common));
    return static_cast<std::uint32_t>(common.size() * 1000 / std::max(a.size(), b.size()));
}

} // namespace paydown::identity
