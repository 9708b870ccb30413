// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace paydown::identity {

/// hashInk() of each line, in order; the last line counts whether or not it ends in LF.
[[nodiscard]] std::vector<std::uint32_t> hashLines(std::string_view bytes);

/// Which lines of an old version stand unchanged, and in the same order, in a new one: equal ends, then lines that are
/// unique on both sides (patience diff), then the longest common subsequence of what is small enough. A part that is
/// too large counts as changed, so cost is bounded by the lines times their logarithm.
class LineMap {
public:
    LineMap() = default;
    LineMap(std::span<const std::uint32_t> before, std::span<const std::uint32_t> after);

    /// The 1-based line of the new version that a 1-based line of the old one has become; 0 where it is gone.
    [[nodiscard]] std::uint32_t lineAfter(std::uint32_t lineBefore) const {
        return lineBefore == 0 || lineBefore > m_after.size() ? 0 : m_after[lineBefore - 1];
    }

private:
    struct Part {
        std::size_t beforeBegin = 0;
        std::size_t beforeEnd = 0;
        std::size_t afterBegin = 0;
        std::size_t afterEnd = 0;
    };
    void align(std::span<const std::uint32_t> before, std::span<const std::uint32_t> after, Part part);
    bool alignAtUniqueLines(std::span<const std::uint32_t> before, std::span<const std::uint32_t> after, Part part);
    void alignCommonSubsequence(std::span<const std::uint32_t> before, std::span<const std::uint32_t> after, Part part);

    std::vector<std::uint32_t> m_after;
    std::vector<Part> m_open; ///< Parts that are still to be aligned.
};

/// Lines that two versions have in common, as a multiset, in thousandths of the larger one's lines; blank lines apart.
[[nodiscard]] std::uint32_t commonLines(std::vector<std::uint32_t> a, std::vector<std::uint32_t> b);

} // namespace paydown::identity
