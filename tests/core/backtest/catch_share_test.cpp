// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/backtest/catch_share.h"

#include <numeric>
#include <random>

namespace paydown {
namespace {

std::vector<std::uint32_t> once(std::size_t count) { return std::vector<std::uint32_t>(count, 1); }

/// Twenty debts: a tenth is two of them.
std::vector<double> twenty(const std::vector<double>& first) {
    std::vector<double> values(20, 0);
    std::ranges::copy(first, values.begin());
    return values;
}

double share(const std::vector<double>& values, const std::vector<double>& outcomes) {
    return catchShare(Ranking(values), Ranking(outcomes), outcomes, once(values.size())).value();
}

TEST(CatchShare, IsOneForTheOracleItself) {
    const auto outcomes = twenty({1, 7, 3, 3});
    EXPECT_DOUBLE_EQ(share(outcomes, outcomes), 1);
}

TEST(CatchShare, ComparesTheTopTenthWithTheBestTenth) {
    EXPECT_DOUBLE_EQ(share(twenty({9, 0, 8}), twenty({6, 10, 2})), 8.0 / 16.0);
}

TEST(CatchShare, IsNothingWhereThereWasNothingToCatch) {
    const auto none = twenty({});
    EXPECT_FALSE(catchShare(Ranking(none), Ranking(none), none, once(20)).has_value());
    EXPECT_FALSE(catchShare(Ranking({}), Ranking({}), {}, {}).has_value());
}

TEST(CatchShare, OfEqualsIsWhatChanceGivesOnAverage) {
    const auto outcomes = twenty({4, 4});
    const auto equal = twenty({});
    EXPECT_DOUBLE_EQ(share(equal, outcomes), 0.1);

    // Held against drawing.
    std::mt19937 random(7);
    double sum = 0;
    constexpr int kDraws = 20'000;
    for (int draw = 0; draw < kDraws; ++draw) {
        std::vector<double> values(20);
        for (double& value : values) value = static_cast<double>(random());
        sum += share(values, outcomes);
    }
    EXPECT_NEAR(sum / kDraws, 0.1, 0.01);
}

TEST(CatchShare, SplitsAGroupOfEqualsAtItsEnd) {
    // One is first, the second place is shared by two.
    EXPECT_DOUBLE_EQ(share(twenty({9, 5, 5}), twenty({10, 6, 4})), (10 + 5) / 16.0);
}

TEST(TopTenth, IsRoundedUp) {
    const std::vector<double> outcomes{1, 1, 1};
    EXPECT_DOUBLE_EQ(topTenth(Ranking(outcomes), outcomes, once(3)), 1);
    const std::vector<double> eleven(11, 1);
    EXPECT_DOUBLE_EQ(topTenth(Ranking(eleven), eleven, once(11)), 2);
}

TEST(TopTenth, CountsADebtAsOftenAsItWasDrawn) {
    const auto outcomes = twenty({5, 3});
    std::vector<std::uint32_t> weights = once(20);
    weights[0] = 0;
    weights[2] = 2;
    EXPECT_DOUBLE_EQ(topTenth(Ranking(outcomes), outcomes, weights), 3);
    weights[1] = 2;
    weights[3] = 0;
    EXPECT_DOUBLE_EQ(topTenth(Ranking(outcomes), outcomes, weights), 6);
}

} // namespace
} // namespace paydown
