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
    EXPECT_DOUBLE_EQ(meter().measure(std::vector<Touch>{{ago(0), 0}}).weighted, 1.0);
    EXPECT_DOUBLE_EQ(meter().measure(std::vector<Touch>{{ago(90), 0}}).weighted, 0.5);
    EXPECT_DOUBLE_EQ(meter().measure(std::vector<Touch>{{ago(180), 0}}).weighted, 0.25);
}

TEST(InterestMeter, AddsWhatTheChangesOfTheFileLetExpect) {
    const std::vector<Touch> touches{{ago(0), 1}};
    const std::vector<Date> changes{ago(0), ago(90), ago(90)};

    EXPECT_DOUBLE_EQ(meter().measure(touches, {&changes, 40}).weighted, 1 + 0.7 * 2);
    EXPECT_DOUBLE_EQ(meter().measure({}, {&changes, 40}).weighted, 0.7 * 2);
    EXPECT_DOUBLE_EQ(meter().measure({}, {&changes, 160}).weighted, 0.7 * 2 * 2);
    EXPECT_DOUBLE_EQ(meter().measure({}, {&changes, 0}).weighted, 0);
}

TEST(InterestMeter, CountsTheChangesOfTheFileInAYear) {
    const std::vector<Date> changes{ago(1), ago(365), ago(366)};
    EXPECT_EQ(meter().measure({}, {&changes, 10}).lastYearFileChanges, 2U);
}

TEST(InterestMeter, TellsFilesApartAndKnowsOneAgain) {
    const std::vector<Date> busy{ago(0), ago(0)};
    const std::vector<Date> quiet{ago(90)};
    InterestMeter shared = meter();
    for (int i = 0; i < 2; ++i) {
        EXPECT_DOUBLE_EQ(shared.measure({}, {&busy, 40}).weighted, 1.4);
        EXPECT_DOUBLE_EQ(shared.measure({}, {&busy, 40}).weighted, 1.4);
        EXPECT_DOUBLE_EQ(shared.measure({}, {&quiet, 40}).weighted, 0.35);
    }
}

TEST(InterestMeter, CountsCommitsAndAuthorsAndThoseOfTheLastYearApart) {
    const std::vector<Touch> touches{{ago(10), 1}, {ago(20), 2}, {ago(30), 1}, {ago(366), 3}};

    const Interest interest = meter().measure(touches);

    EXPECT_EQ(interest.commits, 4U);
    EXPECT_EQ(interest.authors, 3U);
    EXPECT_EQ(interest.lastYearCommits, 3U);
    EXPECT_EQ(interest.lastYearAuthors, 2U);
    EXPECT_EQ(interest.last, ago(10));
}

TEST(InterestMeter, CountsAWholeYearAgoAsOfTheLastYear) {
    EXPECT_EQ(meter().measure(std::vector<Touch>{{ago(365), 1}}).lastYearCommits, 1U);
    EXPECT_EQ(meter().measure(std::vector<Touch>{{ago(366), 1}}).lastYearCommits, 0U);
}

TEST(InterestMeter, OfNoTouchesIsNoneThoughItIsAskedFirst) {
    const Interest interest = meter().measure(std::vector<Touch>{});

    EXPECT_EQ(interest.commits, 0U);
    EXPECT_EQ(interest.authors, 0U);
}

TEST(InterestMeter, CountsACommitOfTheFutureAsOfToday) {
    EXPECT_DOUBLE_EQ(meter().measure(std::vector<Touch>{{kDay + std::chrono::days(9000), 0}}).weighted, 1.0);
}

TEST(InterestMeter, GivesForOneOfManyItemsWhatItGivesForItAlone) {
    std::vector<Touch> touches;
    for (int i = 0; i < 300; ++i) touches.push_back({ago(i * 3), static_cast<std::uint32_t>(i % 11)});
    InterestMeter shared = meter();

    for (std::size_t count = 0; count <= touches.size(); count += 7) {
        const std::span<const Touch> some(touches.data(), count);
        const Interest alone = meter().measure(some);
        const Interest together = shared.measure(some);
        EXPECT_EQ(alone.commits, together.commits);
        EXPECT_EQ(alone.authors, together.authors);
        EXPECT_EQ(alone.lastYearAuthors, together.lastYearAuthors);
        EXPECT_DOUBLE_EQ(alone.weighted, together.weighted);
    }
}

} // namespace
} // namespace paydown
