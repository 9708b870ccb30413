// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/priority/priority.h"

#include <gtest/gtest.h>

namespace paydown {
namespace {

const Date kDay = parseDate("2026-11-23").value();

double scoreOf(const ScoreFacts& facts) {
    Interest interest;
    interest.weighted = 2;
    return rawScore(interest, facts, PriorityConfig{}, kDay);
}

TEST(Score, IsInterestTimesWeightTimesPressureDividedByPrincipal) {
    ScoreFacts facts;
    facts.debtClass = DebtClass::Reckless;
    facts.urgency = 1;
    facts.effort = std::chrono::hours(32);

    EXPECT_DOUBLE_EQ(scoreOf(facts), 2.1 * 3 * 1.5 / 2);
}

TEST(Score, WeighsRecklessOverUnclassifiedOverPrudent) {
    EXPECT_GT(scoreOf({DebtClass::Reckless, 0, {}, 0, {}}), scoreOf({DebtClass::Unclassified, 0, {}, 0, {}}));
    EXPECT_GT(scoreOf({DebtClass::Unclassified, 0, {}, 0, {}}), scoreOf({DebtClass::Prudent, 0, {}, 0, {}}));
}

TEST(Score, GrowsWithUrgencyOverdueTimeAndSlips) {
    const auto pressureOf = [](std::uint8_t urgency, int overdue, std::uint32_t slips) {
        ScoreFacts facts;
        facts.urgency = urgency;
        facts.due = kDay - std::chrono::days(overdue);
        facts.slips = slips;
        return pressure(facts, kDay);
    };

    EXPECT_DOUBLE_EQ(pressureOf(0, 0, 0), 1.0);
    EXPECT_DOUBLE_EQ(pressureOf(0, -10, 0), 1.0);
    EXPECT_GT(pressureOf(1, 0, 0), pressureOf(0, 0, 0));
    EXPECT_GT(pressureOf(0, 1, 0), pressureOf(0, 0, 0));
    EXPECT_GT(pressureOf(0, 60, 0), pressureOf(0, 1, 0));
    EXPECT_GT(pressureOf(0, 0, 1), pressureOf(0, 0, 0));
    EXPECT_DOUBLE_EQ(pressureOf(0, 100'000, 0), pressureOf(0, 1'000, 0));
}

TEST(Score, DividesByNothingWhereNobodyGaveAnEffort) {
    EXPECT_DOUBLE_EQ(principal(std::nullopt), 1);
    EXPECT_DOUBLE_EQ(principal(std::chrono::minutes(0)), 1);
    EXPECT_DOUBLE_EQ(principal(std::chrono::hours(8)), 1);
    EXPECT_DOUBLE_EQ(principal(std::chrono::minutes(1)), 0.25);
    EXPECT_LT(principal(std::chrono::hours(2)), principal(std::chrono::hours(20)));
}

TEST(Score, IsShownBetweenNoughtAndAHundred) {
    EXPECT_DOUBLE_EQ(shownScore(0), 0);
    EXPECT_DOUBLE_EQ(shownScore(10), 50);
    EXPECT_LT(shownScore(1e9), 100.0);
}

TEST(Ordinal, FollowsEnglish) {
    EXPECT_EQ(ordinal(1), "1st");
    EXPECT_EQ(ordinal(2), "2nd");
    EXPECT_EQ(ordinal(3), "3rd");
    EXPECT_EQ(ordinal(4), "4th");
    EXPECT_EQ(ordinal(11), "11th");
    EXPECT_EQ(ordinal(112), "112th");
    EXPECT_EQ(ordinal(121), "121st");
}

} // namespace
} // namespace paydown
