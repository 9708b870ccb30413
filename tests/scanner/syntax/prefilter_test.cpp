// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/syntax/prefilter.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace paydown::syntax {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const std::vector<std::string> kWords = {"TODO", "FIXME", "HACK", "XXX"};

std::vector<std::uint32_t> hitsOf(std::string_view text) { return Prefilter(kWords).hits(text); }

TEST(Prefilter, FindsWholeUpperCaseWords) {
    EXPECT_THAT(hitsOf("TODO FIXME: HACK(XXX)"), ElementsAre(0U, 5U, 12U, 17U));
    EXPECT_THAT(hitsOf("TODOS aTODO _TODO TODO_ XXXX todo Todo"), IsEmpty());
    EXPECT_THAT(hitsOf("DEBT TECHDEBT"), ElementsAre(0U, 5U));
}

TEST(Prefilter, FindsAnyCaseBehindAtAndBackslash) {
    EXPECT_THAT(hitsOf("@todo \\Debt @FixMe @todos @techdebt"), ElementsAre(1U, 7U, 13U, 27U));
    EXPECT_THAT(hitsOf("\\TODO"), ElementsAre(1U));
}

TEST(Prefilter, FindsNativeNames) {
    EXPECT_THAT(hitsOf("@Debt(1)"), ElementsAre(1U));
    EXPECT_THAT(hitsOf("[TechDebt(1)] [TechnicalDebtAttribute(1)]"), ElementsAre(1U, 15U));
    EXPECT_THAT(hitsOf("#[debt::reckless] @debt.prudent debt(x)"), ElementsAre(2U, 19U, 32U));
    EXPECT_THAT(hitsOf("DEBT_RECKLESS(\"\") DEBT_PRUDENT (\"\") DEBT_OTHER(1)"), ElementsAre(0U, 18U));
    EXPECT_THAT(hitsOf("technical debt is Debt. indebted DebtOf(1)"), IsEmpty());
}

TEST(Prefilter, FindsAWordAtEveryDistanceFromTheEndsOfABlock) {
    for (std::size_t before = 0; before < 100; ++before)
        for (const std::size_t after : {0U, 1U, 31U, 40U}) {
            const std::string text = std::string(before, ' ') + "TODO" + std::string(after, '.');
            EXPECT_THAT(hitsOf(text), ElementsAre(static_cast<std::uint32_t>(before))) << before << ' ' << after;
        }
}

TEST(Prefilter, TakesShortWordsAndLongLists) {
    const std::vector<std::string> words = {"X",         "AB",     "BUG",      "KLUDGE", "WORKAROUND",
                                            "NEEDSWORK", "REVIEW", "OPTIMIZE", "NOTE"};
    EXPECT_THAT(Prefilter(words).hits("X AB BUG KLUDGE OPTIMIZE NEEDSWORK"), ElementsAre(0U, 2U, 5U, 9U, 16U, 25U));
}

TEST(Prefilter, HoldsWhatItsHitsHold) {
    const Prefilter prefilter(kWords);
    EXPECT_TRUE(prefilter.mayHold("int x; // TODO"));
    EXPECT_FALSE(prefilter.mayHold("int x; // todo"));
    EXPECT_FALSE(prefilter.mayHold(""));
    EXPECT_TRUE(prefilter.mayHold(std::string_view("\xFF\xFEx\0", 4)));
}

} // namespace
} // namespace paydown::syntax
