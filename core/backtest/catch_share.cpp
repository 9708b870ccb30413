// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/backtest/catch_share.h"

#include <algorithm>
#include <numeric>

namespace paydown {

Ranking::Ranking(std::span<const double> values) : m_order(values.size()) {
    std::iota(m_order.begin(), m_order.end(), std::size_t{0});
    std::ranges::stable_sort(m_order, [&](std::size_t a, std::size_t b) { return values[a] > values[b]; });
    for (std::size_t i = 1; i <= m_order.size(); ++i) {
        if (i == m_order.size() || values[m_order[i]] != values[m_order[i - 1]]) m_groupEnds.push_back(i);
    }
}

double topTenth(const Ranking& ranking, std::span<const double> outcomes, std::span<const std::uint32_t> weights) {
    const std::uint64_t debts = std::accumulate(weights.begin(), weights.end(), std::uint64_t{0});
    auto room = static_cast<double>((debts + 9) / 10);
    double caught = 0;
    std::size_t begin = 0;
    for (const std::size_t end : ranking.groupEnds()) {
        double size = 0;
        double sum = 0;
        for (std::size_t i = begin; i < end; ++i) {
            const std::size_t debt = ranking.order()[i];
            size += weights[debt];
            sum += outcomes[debt] * weights[debt];
        }
        begin = end;
        if (size == 0) continue;
        const double taken = std::min(room, size);
        caught += sum * taken / size;
        room -= taken;
        if (room <= 0) break;
    }
    return caught;
}

std::optional<double> catchShare(const Ranking& ranking, const Ranking& oracle, std::span<const double> outcomes,
                                 std::span<const std::uint32_t> weights) {
    const double most = topTenth(oracle, outcomes, weights);
    if (most <= 0) return std::nullopt;
    return topTenth(ranking, outcomes, weights) / most;
}

} // namespace paydown
