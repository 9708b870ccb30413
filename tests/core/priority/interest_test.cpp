// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/priority/priority.h"

#include <cmath>
#include <gtest/gtest.h>

namespace paydown {
namespace {

const Date kDay = parseDate("2026-11-23").value();

Date ago(int days) { return kDay - std::chrono::days(days); }

InterestMeter meter() { return InterestMeter(PriorityConfig{}, kDay, 10); }

TEST(InterestMeter, HalvesAChangeEveryHalfLife) {
    EXPECT_DOUBLE_EQ(meter().measure(std::vector<Touch>{{ago(0), 0}}, std::nullopt).weighted, 1.0);
    EXPECT_DOUBLE_EQ(meter().measure(std::vector<Touch>{{ago(90), 0}}, std::nullopt).weighted, 0.5);
    EXPECT_DOUBLE_EQ(meter().measure(std::vector<Touch>{{ago(180), 0}}, std::nullopt).weighted, 0.25);
}

TEST(InterestMeter, DampsTheNumberOfAuthors) {
    const std::vector<Touch> one{{ago(0), 1}, {ago(0), 1}};
    const std::vector<Touch> two{{ago(0), 1}, {ago(0), 2}};

    EXPECT_DOUBLE_EQ(meter().measure(two, std::nullopt).weighted / meter().measure(one, std::nullopt).weighted,
                     1 + std::log(2.0));
}

TEST(InterestMeter, CountsFromTheIntroductionOn) {
    const std::vector<Touch> touches{{ago(10), 1}, {ago(20), 2}, {ago(400), 3}, {ago(500), 4}};

    const Interest interest = meter().measure(touches, ago(400));

    EXPECT_EQ(interest.commits, 3U);
    EXPECT_EQ(interest.authors, 3U);
    EXPECT_EQ(interest.lastYearCommits, 2U);
    EXPECT_EQ(interest.lastYearAuthors, 2U);
    EXPECT_EQ(interest.last, ago(10));
}

TEST(InterestMeter, ForgetsWhatCameBeforeTheItem) {
    const Interest interest = meter().measure(std::vector<Touch>{{ago(400), 3}}, ago(5));

    EXPECT_EQ(interest.commits, 0U);
    EXPECT_EQ(interest.weighted, 0);
    EXPECT_FALSE(interest.last);
}

TEST(InterestMeter, OfNoTouchesIsNoneThoughItIsAskedFirst) {
    const Interest interest = meter().measure(std::vector<Touch>{}, std::nullopt);

    EXPECT_EQ(interest.commits, 0U);
    EXPECT_EQ(interest.authors, 0U);
}

TEST(InterestMeter, CountsACommitOfTheFutureAsOfToday) {
    EXPECT_DOUBLE_EQ(meter().measure(std::vector<Touch>{{kDay + std::chrono::days(9000), 0}}, std::nullopt).weighted,
                     1.0);
}

TEST(InterestMeter, GivesForSharedTouchesWhatItGivesForEachAlone) {
    std::vector<Touch> touches;
    for (int i = 0; i < 300; ++i) touches.push_back({ago(i * 3), static_cast<std::uint32_t>(i % 11)});
    InterestMeter shared = meter();

    for (int days = 0; days < 900; days += 7) {
        const Interest alone = meter().measure(touches, ago(days));
        const Interest together = shared.measure(touches, ago(days));
        EXPECT_EQ(alone.commits, together.commits);
        EXPECT_EQ(alone.authors, together.authors);
        EXPECT_DOUBLE_EQ(alone.weighted, together.weighted);
    }
}

} // namespace
} // namespace paydown
