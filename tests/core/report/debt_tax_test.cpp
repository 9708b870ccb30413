// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/debt_tax.h"

#include "tests/core/report/period_builder.h"

#include <random>
#include <set>

namespace paydown {
namespace {

using test::PeriodBuilder;
using test::SnapshotBuilder;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

DebtTax taxOf(const SnapshotBuilder& snapshot, const PeriodBuilder& period) {
    return debtTax(*snapshot.assessed(), period.facts(), period.facts().period);
}

std::vector<std::uint32_t> itemsOf(const DebtTax& tax) {
    std::vector<std::uint32_t> items;
    for (const DebtTax::Toll& toll : tax.tolls) items.push_back(toll.item);
    return items;
}

TEST(DebtTax, IsTheShareOfCommitsThatPassedThroughDebt) {
    SnapshotBuilder snapshot;
    snapshot.add("a.cpp", 1, "one");
    snapshot.add("b.cpp", 1, "two");
    PeriodBuilder period;
    period.commit("2026-09-01", {0});
    period.commit("2026-10-01", {0, 1});
    period.commit("2026-10-02");
    period.commit("2026-11-30");

    const DebtTax tax = taxOf(snapshot, period);

    EXPECT_THAT(tax.commits, ElementsAre(0, 1, 2, 3));
    EXPECT_THAT(tax.taxed, ElementsAre(0, 1));
    EXPECT_DOUBLE_EQ(tax.share(), 0.5);
    EXPECT_THAT(tax.tolls[0].commits, ElementsAre(0, 1));
    EXPECT_THAT(tax.tolls[1].commits, ElementsAre(1));
}

TEST(DebtTax, LooksAtTheDaysOfItsPeriodAlone) {
    SnapshotBuilder snapshot;
    snapshot.add("a.cpp", 1, "one");
    PeriodBuilder period;
    period.commit("2026-08-31", {0});
    period.commit("2026-09-01", {0});
    period.commit("2026-12-01", {0});

    EXPECT_THAT(taxOf(snapshot, period).commits, ElementsAre(1));
    EXPECT_THAT(debtTax(*snapshot.assessed(), period.facts(), period.facts().period.previous()).commits,
                ElementsAre(0));
}

TEST(DebtTax, IsNoneWithoutCommits) {
    SnapshotBuilder snapshot;
    snapshot.add("a.cpp", 1, "one");

    const DebtTax tax = taxOf(snapshot, PeriodBuilder());

    EXPECT_EQ(tax.share(), 0);
    EXPECT_EQ(tax.half, 0U);
    EXPECT_THAT(tax.tolls, IsEmpty());
}

TEST(DebtTax, DoesNotCountWhatPeopleJudgedNoDebt) {
    SnapshotBuilder snapshot;
    snapshot.decide(snapshot.add("a.cpp", 1, "one"), field::kVerdict, "not-debt");
    snapshot.decide(snapshot.add("a.cpp", 1, "two"), field::kVerdict, "live-with");
    PeriodBuilder period;
    period.commit("2026-09-01", {0});
    period.commit("2026-09-02", {1});

    EXPECT_THAT(taxOf(snapshot, period).taxed, ElementsAre(1));
}

TEST(DebtTax, CountsDebtThatEndedSince) {
    SnapshotBuilder snapshot;
    SnapshotBuilder::end(snapshot.add("a.cpp", 1, "one"), "2026-10-10");
    PeriodBuilder period;
    period.commit("2026-09-01", {0});

    EXPECT_THAT(taxOf(snapshot, period).taxed, ElementsAre(0));
}

TEST(DebtTax, KnowsDebtByItsFormerNames) {
    SnapshotBuilder snapshot;
    snapshot.add("a.cpp", 1, "one").aliases.push_back(test::itemNumber(77));
    PeriodBuilder period;
    period.commit("2026-09-01", {77});

    EXPECT_THAT(itemsOf(taxOf(snapshot, period)), ElementsAre(0));
}

TEST(DebtTax, NamesFirstTheFewThatAreHalfOfIt) {
    SnapshotBuilder snapshot;
    for (int i = 0; i < 4; ++i) snapshot.add("a.cpp", 1, "x");
    PeriodBuilder period;
    for (int i = 0; i < 4; ++i) period.commit("2026-09-01", {0, 1}); // Item 1 adds nothing to item 0.
    for (int i = 0; i < 3; ++i) period.commit("2026-09-02", {2});
    for (int i = 0; i < 3; ++i) period.commit("2026-09-03", {3});

    const DebtTax tax = taxOf(snapshot, period);

    EXPECT_EQ(tax.half, 2U);
    EXPECT_THAT(itemsOf(tax), ElementsAre(0, 2, 1, 3));
}

TEST(DebtTax, HalfIsCoveredByTheFirstTollsAndByNoFewerOfThem) {
    for (unsigned seed = 0; seed < 200; ++seed) {
        std::mt19937 random(seed);
        SnapshotBuilder snapshot;
        const unsigned items = 1 + static_cast<unsigned>(random() % 6);
        for (unsigned i = 0; i < items; ++i) snapshot.add("a.cpp", 1, "x");
        PeriodBuilder period;
        for (int commit = 0; commit < 12; ++commit) {
            std::vector<unsigned> touched;
            for (unsigned item = 0; item < items; ++item) {
                if (random() % 3 == 0) touched.push_back(item);
            }
            period.commit("2026-10-01", touched);
        }
        const DebtTax tax = taxOf(snapshot, period);
        const auto covered = [&](std::size_t tolls) {
            std::set<std::uint32_t> commits;
            for (std::size_t i = 0; i < tolls; ++i) {
                commits.insert(tax.tolls[i].commits.begin(), tax.tolls[i].commits.end());
            }
            return commits.size();
        };
        EXPECT_GE(covered(tax.half) * 2, tax.taxed.size()) << "seed " << seed;
        if (tax.half > 0) {
            EXPECT_LT(covered(tax.half - 1) * 2, tax.taxed.size()) << "seed " << seed;
        }
        EXPECT_EQ(covered(tax.tolls.size()), tax.taxed.size()) << "seed " << seed;
    }
}

} // namespace
} // namespace paydown
