// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/backtest/backtest.h"

#include "core/backtest/catch_share.h"

#include <algorithm>
#include <cmath>
#include <random>
#include <string>
#include <unordered_map>

namespace paydown {

namespace {

/// Rankings and outcomes of one day, ready to be weighed again and again.
struct DayInHand {
    std::vector<Ranking> rankings;             ///< By Ranker.
    std::vector<Ranking> oracles;              ///< By Outcome.
    std::vector<std::vector<double>> outcomes; ///< By Outcome and debt.
    std::vector<std::size_t> fileOf;           ///< By debt.
};

double recentChurn(const PastDebt& debt, Date day, double halfLifeDays) {
    double sum = 0;
    for (const Touch& touch : debt.fileTouches) {
        const auto age = static_cast<double>(std::max<std::int64_t>(0, (day - touch.day).count()));
        sum += std::exp2(-age / halfLifeDays);
    }
    return sum;
}

double valueOf(Ranker ranker, const PastDebt& debt, Date day, double halfLifeDays) {
    switch (ranker) {
    case Ranker::Paydown: return debt.score;
    case Ranker::RecentChurn: return recentChurn(debt, day, halfLifeDays);
    case Ranker::Churn: return static_cast<double>(debt.fileTouches.size());
    case Ranker::Age: return static_cast<double>((day - debt.introduced).count());
    case Ranker::Chance: break;
    }
    return 0;
}

double outcomeOf(Outcome outcome, const PastDebt& debt) {
    switch (outcome) {
    case Outcome::CodeTouched: return debt.codeCommits;
    case Outcome::FileChanged: return debt.fileCommits;
    case Outcome::Paid: break;
    }
    return debt.paid ? 1 : 0;
}

class Backtester {
public:
    Backtester(std::span<const PastDay> days, const BacktestOptions& options) : m_options(options) {
        for (const PastDay& day : days) m_days.push_back(inHand(day));
    }

    /// By ranker and outcome, the mean over the days. @param weightOf by file.
    using Shares = std::array<std::array<std::optional<double>, kOutcomes>, kRankers>;
    [[nodiscard]] Shares shares(const std::vector<std::uint32_t>& weightOf) const {
        Shares means;
        std::array<std::array<double, kOutcomes>, kRankers> sums{};
        std::array<std::size_t, kOutcomes> counts{};
        std::vector<std::uint32_t> weights;
        for (const DayInHand& day : m_days) {
            weights.clear();
            for (const std::size_t file : day.fileOf) weights.push_back(weightOf[file]);
            for (std::size_t outcome = 0; outcome < kOutcomes; ++outcome) {
                const auto& outcomes = day.outcomes[outcome];
                const double most = topTenth(day.oracles[outcome], outcomes, weights);
                if (most <= 0) continue;
                ++counts[outcome];
                for (std::size_t ranker = 0; ranker < kRankers; ++ranker) {
                    sums[ranker][outcome] += topTenth(day.rankings[ranker], outcomes, weights) / most;
                }
            }
        }
        for (std::size_t outcome = 0; outcome < kOutcomes; ++outcome) {
            if (counts[outcome] == 0) continue;
            for (std::size_t ranker = 0; ranker < kRankers; ++ranker) {
                means[ranker][outcome] = sums[ranker][outcome] / static_cast<double>(counts[outcome]);
            }
        }
        return means;
    }

    [[nodiscard]] std::size_t fileCount() const { return m_files.size(); }
    [[nodiscard]] const DayInHand& day(std::size_t index) const { return m_days[index]; }

private:
    DayInHand inHand(const PastDay& past) {
        DayInHand day;
        std::vector<double> values(past.debts.size());
        for (std::size_t ranker = 0; ranker < kRankers; ++ranker) {
            std::ranges::transform(past.debts, values.begin(), [&](const PastDebt& debt) {
                return valueOf(static_cast<Ranker>(ranker), debt, past.day, m_options.halfLifeDays);
            });
            day.rankings.emplace_back(values);
        }
        for (std::size_t outcome = 0; outcome < kOutcomes; ++outcome) {
            std::ranges::transform(past.debts, values.begin(), [&](const PastDebt& debt) {
                return outcomeOf(static_cast<Outcome>(outcome), debt);
            });
            day.oracles.emplace_back(values);
            day.outcomes.push_back(values);
        }
        for (const PastDebt& debt : past.debts) {
            day.fileOf.push_back(m_files.try_emplace(debt.path, m_files.size()).first->second);
        }
        return day;
    }

    BacktestOptions m_options;
    std::vector<DayInHand> m_days;
    std::unordered_map<std::string, std::size_t> m_files;
};

/// How often each file is drawn when as many are drawn as there are.
std::vector<std::uint32_t> drawn(std::size_t files, std::mt19937_64& random) {
    std::vector<std::uint32_t> weights(files, 0);
    for (std::size_t i = 0; i < files; ++i) ++weights[random() % files];
    return weights;
}

void setInterval(CatchFigure& figure, std::vector<double>& samples) {
    if (samples.empty()) return;
    std::ranges::sort(samples);
    const auto at = [&](double quantile) {
        return samples[static_cast<std::size_t>(std::lround(quantile * static_cast<double>(samples.size() - 1)))];
    };
    figure.low = at(0.025);
    figure.high = at(0.975);
}

} // namespace

std::string_view nameOf(Outcome outcome) {
    switch (outcome) {
    case Outcome::CodeTouched: return "code touched";
    case Outcome::FileChanged: return "file changed";
    case Outcome::Paid: break;
    }
    return "paid";
}

std::string_view nameOf(Ranker ranker) {
    switch (ranker) {
    case Ranker::Paydown: return "paydown";
    case Ranker::RecentChurn: return "recent churn of the file";
    case Ranker::Churn: return "churn of the file";
    case Ranker::Age: return "age";
    case Ranker::Chance: break;
    }
    return "chance";
}

Backtest backtest(std::span<const PastDay> days, const BacktestOptions& options) {
    const Backtester tester(days, options);
    Backtest result;
    for (std::size_t i = 0; i < days.size(); ++i) {
        Backtest::Day& day = result.days.emplace_back();
        day.day = days[i].day;
        day.debts = days[i].debts.size();
        const std::vector<std::uint32_t> once(day.debts, 1);
        for (std::size_t outcome = 0; outcome < kOutcomes; ++outcome) {
            const auto& outcomes = tester.day(i).outcomes[outcome];
            for (const double value : outcomes) day.sums[outcome] += static_cast<std::size_t>(value);
            const Ranking& byScore = tester.day(i).rankings[static_cast<std::size_t>(Ranker::Paydown)];
            day.paydown[outcome] = catchShare(byScore, tester.day(i).oracles[outcome], outcomes, once);
        }
    }
    const auto shares = tester.shares(std::vector<std::uint32_t>(tester.fileCount(), 1));
    std::array<std::array<std::vector<double>, kOutcomes>, kRankers> samples;
    std::mt19937_64 random(options.seed);
    for (std::uint32_t sample = 0; sample < options.samples && tester.fileCount() > 0; ++sample) {
        const auto sampled = tester.shares(drawn(tester.fileCount(), random));
        for (std::size_t ranker = 0; ranker < kRankers; ++ranker) {
            for (std::size_t outcome = 0; outcome < kOutcomes; ++outcome) {
                if (sampled[ranker][outcome]) samples[ranker][outcome].push_back(*sampled[ranker][outcome]);
            }
        }
    }
    for (std::size_t ranker = 0; ranker < kRankers; ++ranker) {
        for (std::size_t outcome = 0; outcome < kOutcomes; ++outcome) {
            result.figures[ranker][outcome].share = shares[ranker][outcome];
            setInterval(result.figures[ranker][outcome], samples[ranker][outcome]);
        }
    }
    return result;
}

} // namespace paydown
