// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace paydown {

/// An order of debts by a value, the greatest first, with equal values in groups.
class Ranking {
public:
    explicit Ranking(std::span<const double> values);

    /// Indexes of debts, and where each group of equals ends.
    [[nodiscard]] const std::vector<std::size_t>& order() const { return m_order; }
    [[nodiscard]] const std::vector<std::size_t>& groupEnds() const { return m_groupEnds; }

private:
    std::vector<std::size_t> m_order;
    std::vector<std::size_t> m_groupEnds;
};

/// The sum of outcomes in the first tenth (rounded up) of a ranking. Where that ends within a group of equals it has
/// its share of the group: what it would hold on average if chance decided among them.
/// @param weights how often each debt counts; all 1 for the debts themselves, else a sample of them.
[[nodiscard]] double topTenth(const Ranking& ranking, std::span<const double> outcomes,
                              std::span<const std::uint32_t> weights);

/// How much a ranking catches of what an oracle, who ranks by the outcome itself, would have caught: 0 to 1. Nothing
/// where there was nothing to catch.
[[nodiscard]] std::optional<double> catchShare(const Ranking& ranking, const Ranking& oracle,
                                               std::span<const double> outcomes,
                                               std::span<const std::uint32_t> weights);

} // namespace paydown
