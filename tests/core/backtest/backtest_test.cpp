// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/backtest/backtest.h"

#include <string>

namespace paydown {
namespace {

constexpr Date kDay{std::chrono::days{20'000}};

/// A day with forty debts in twenty files, of which only the n-th is touched later, and only it is paid.
PastDay dayWith(std::size_t touched) {
    PastDay day;
    day.day = kDay;
    for (std::size_t i = 0; i < 40; ++i) {
        PastDebt& debt = day.debts.emplace_back();
        debt.path = "file" + std::to_string(i / 2);
        debt.introduced = kDay - std::chrono::days{static_cast<int>(i)};
        debt.score = i == touched ? 5 : 1;
    }
    day.debts[touched].codeCommits = 3;
    day.debts[touched].fileCommits = 4;
    day.debts[touched].paid = true;
    return day;
}

double shareOf(const Backtest& result, Ranker ranker, Outcome outcome = Outcome::CodeTouched) {
    return result.figures[static_cast<std::size_t>(ranker)][static_cast<std::size_t>(outcome)].share.value();
}

TEST(Backtest, RanksByWhatEachRankerLooksAt) {
    PastDay day = dayWith(5);
    day.debts[5].fileTouches = {{kDay - std::chrono::days{10}, 0}};
    for (std::size_t other = 10; other < 16; ++other) { // Long ago.
        day.debts[other].fileTouches.assign(9, {kDay - std::chrono::days{5000}, 0});
    }
    const Backtest result = backtest(std::vector{day});
    EXPECT_DOUBLE_EQ(shareOf(result, Ranker::Paydown), 1);
    EXPECT_DOUBLE_EQ(shareOf(result, Ranker::RecentChurn), 1);
    EXPECT_DOUBLE_EQ(shareOf(result, Ranker::Churn), 0);
    EXPECT_DOUBLE_EQ(shareOf(result, Ranker::Age), 0);
    EXPECT_DOUBLE_EQ(shareOf(result, Ranker::Chance), 0.1);
    EXPECT_DOUBLE_EQ(shareOf(result, Ranker::Paydown, Outcome::Paid), 1);
}

TEST(Backtest, PutsTheOldestFirstByAge) {
    EXPECT_DOUBLE_EQ(shareOf(backtest(std::vector{dayWith(39)}), Ranker::Age), 1);
}

TEST(Backtest, AveragesTheDaysOnWhichThereWasSomethingToCatch) {
    PastDay missed = dayWith(5);
    missed.debts[5].score = 0;
    PastDay quiet = dayWith(5);
    quiet.debts[5].codeCommits = 0;
    const Backtest result = backtest(std::vector{dayWith(5), missed, quiet});
    EXPECT_DOUBLE_EQ(shareOf(result, Ranker::Paydown), 0.5);
    EXPECT_FALSE(result.days[2].paydown[0].has_value());
    EXPECT_EQ(result.days[0].sums[1], 4U);
}

TEST(Backtest, GivesTheSameIntervalsForTheSameSeed) {
    PastDay day = dayWith(5);
    for (std::size_t i = 0; i < day.debts.size(); ++i) day.debts[i].codeCommits = static_cast<std::uint32_t>(i % 7);
    const auto figure = [&](std::uint64_t seed) { return backtest(std::vector{day}, {90, 200, seed}).figures[0][0]; };
    EXPECT_EQ(figure(1).low, figure(1).low);
    EXPECT_NE(figure(1).low, figure(2).low);
    EXPECT_LE(figure(1).low, *figure(1).share);
    EXPECT_GE(figure(1).high, *figure(1).share);
}

TEST(Backtest, DrawsTheDebtsOfAFileTogether) {
    // All that is touched is in one file, and the score knows the half of it. So every sample that has any of it has
    // both halves; were debts drawn alone, some samples would have only the half that is missed.
    PastDay day = dayWith(4);
    day.debts[5].codeCommits = 3;
    day.debts[5].score = 0;
    EXPECT_GE(backtest(std::vector{day}).figures[0][0].low, 0.5);
}

TEST(Backtest, OfNoDaysIsEmpty) {
    const Backtest result = backtest({});
    EXPECT_TRUE(result.days.empty());
    EXPECT_FALSE(result.figures[0][0].share.has_value());
}

} // namespace
} // namespace paydown
