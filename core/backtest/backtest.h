// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/backtest/past_day.h"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace paydown {

/// What may have come of a debt in the time after a day.
enum class Outcome : std::uint8_t {
    CodeTouched, ///< Commits that touched its code.
    FileChanged, ///< Commits that changed its file.
    Paid
};
inline constexpr std::size_t kOutcomes = 3;

/// Ways to order what was open on a day, by what was known then.
enum class Ranker : std::uint8_t {
    Paydown,     ///< By the score.
    RecentChurn, ///< By the changes of its file, each halved every half-life.
    Churn,       ///< By the number of changes of its file.
    Age,         ///< Oldest first.
    Chance
};
inline constexpr std::size_t kRankers = 5;

/// For people, in English.
[[nodiscard]] std::string_view nameOf(Outcome outcome);
[[nodiscard]] std::string_view nameOf(Ranker ranker);

/// What a ranking's top tenth catches of an oracle's, on average over the days.
struct CatchFigure {
    std::optional<double> share; ///< 0 to 1; nothing where there was nothing to catch on any day.
    double low = 0;              ///< Of the interval that holds 95 % of the samples.
    double high = 0;
};

/// A backtest: how well each way of ranking would have told what was going to be worked on.
struct Backtest {
    struct Day {
        Date day;
        std::size_t debts = 0;
        std::array<std::size_t, kOutcomes> sums{};              ///< By outcome: touches, changes, payments.
        std::array<std::optional<double>, kOutcomes> paydown{}; ///< What the score caught on that day alone.
    };
    std::vector<Day> days;
    std::array<std::array<CatchFigure, kOutcomes>, kRankers> figures; ///< By ranker and outcome.
};

struct BacktestOptions {
    double halfLifeDays = 90;     ///< Of Ranker::RecentChurn.
    std::uint32_t samples = 1000; ///< Of the bootstrap.
    std::uint64_t seed = 1;       ///< Equal seeds give equal intervals, on any machine.
};

/// Pure. The intervals come from a bootstrap over files: debts of one file share its fate, so they are drawn together,
/// and the same draw holds for all days. Takes about a second for a thousand debts on five days.
[[nodiscard]] Backtest backtest(std::span<const PastDay> days, const BacktestOptions& options = {});

} // namespace paydown
