// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/policy.h"

#include <gtest/gtest.h>

namespace paydown {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

Annotation debt(DebtClass debtClass, std::uint32_t line = 88) {
    Annotation annotation;
    annotation.tag = debtClass == DebtClass::Unclassified ? "TODO" : "DEBT";
    annotation.title = "retries forever when the bank is down";
    annotation.stated.debtClass = debtClass;
    annotation.range.line = line;
    return annotation;
}

PolicyVerdict judged(DebtChanges changes, const PolicyConfig& policy = {}) { return judge(changes, policy); }

DebtChanges adding(Annotation annotation) {
    DebtChanges changes;
    changes.added.push_back({"pay/bank.cpp", std::move(annotation)});
    return changes;
}

TEST(Judge, AsksAnOwnerOfRecklessDebtAndSaysWhatToType) {
    const PolicyVerdict verdict = judged(adding(debt(DebtClass::Reckless)));

    ASSERT_THAT(verdict.violations, SizeIs(1));
    EXPECT_EQ(verdict.violations[0].rule, "reckless-needs-owner");
    EXPECT_EQ(verdict.violations[0].message, "reckless debt needs owner");
    EXPECT_EQ(verdict.violations[0].remedy, "DEBT(reckless, @you): retries forever when the bank is down");
    EXPECT_EQ(verdict.violations[0].line, 88U);
}

TEST(Judge, PutsTheCommitterIntoTheRemedyWhereItIsKnown) {
    const PolicyVerdict verdict = judge(adding(debt(DebtClass::Reckless)), {}, "@mia");

    EXPECT_THAT(verdict.violations[0].remedy, HasSubstr("@mia"));
}

TEST(Judge, TakesFieldOrBodyAsTheReasonOfPrudentDebt) {
    Annotation withField = debt(DebtClass::Prudent);
    withField.stated.why = "40 users";
    Annotation withBody = debt(DebtClass::Prudent);
    withBody.body = "40 users only, the profile shows 2 %";

    EXPECT_THAT(judged(adding(debt(DebtClass::Prudent))).violations, SizeIs(1));
    EXPECT_THAT(judged(adding(withField)).violations, IsEmpty());
    EXPECT_THAT(judged(adding(withBody)).violations, IsEmpty());
}

TEST(Judge, AsksNothingOfLegacyTagsUnlessConfigured) {
    PolicyConfig strict;
    strict.requireUnclassified = {"class", "owner"};

    EXPECT_THAT(judged(adding(debt(DebtClass::Unclassified))).violations, IsEmpty());
    const auto violations = judged(adding(debt(DebtClass::Unclassified)), strict).violations;
    ASSERT_THAT(violations, SizeIs(1));
    EXPECT_EQ(violations[0].message, "TODO needs class and owner");
    EXPECT_EQ(violations[0].remedy, "DEBT(prudent, @you): retries forever when the bank is down");
}

TEST(Judge, BlocksOnlyWhenEnforced) {
    PolicyConfig enforce;
    enforce.mode = PolicyMode::Enforce;

    EXPECT_FALSE(judged(adding(debt(DebtClass::Reckless))).blocks());
    EXPECT_TRUE(judged(adding(debt(DebtClass::Reckless)), enforce).blocks());
    EXPECT_FALSE(judged({}, enforce).blocks());
}

TEST(Judge, NeverJudgesMentionsOrDates) {
    Annotation mention = debt(DebtClass::Reckless);
    mention.mention = true;
    Annotation overdue = debt(DebtClass::Reckless);
    overdue.stated.owner = "@mia";
    overdue.stated.due = parseDate("1999-01-01");

    EXPECT_THAT(judged(adding(mention)).violations, IsEmpty());
    EXPECT_THAT(judged(adding(overdue)).violations, IsEmpty());
}

TEST(Judge, LetsAnEditKeepAnOldOmissionButNotMakeANewOne) {
    Annotation owned = debt(DebtClass::Reckless);
    owned.stated.owner = "@mia";
    const Annotation unowned = debt(DebtClass::Reckless);
    const auto violations = [](const Annotation& before, const Annotation& after) {
        DebtChanges changes;
        changes.changed.push_back({"a.cpp", before, after});
        return judged(changes).violations.size();
    };

    EXPECT_EQ(violations(unowned, unowned), 0U);
    EXPECT_EQ(violations(owned, unowned), 1U);
    EXPECT_EQ(violations(debt(DebtClass::Unclassified), unowned), 1U);
}

TEST(Judge, SortsViolationsByPlace) {
    DebtChanges changes;
    changes.added.push_back({"b.cpp", debt(DebtClass::Reckless, 2)});
    changes.added.push_back({"a.cpp", debt(DebtClass::Reckless, 9)});
    changes.added.push_back({"b.cpp", debt(DebtClass::Reckless, 1)});

    std::vector<std::string> places;
    for (const Violation& one : judged(changes).violations) places.push_back(one.path + std::to_string(one.line));

    EXPECT_THAT(places, ElementsAre("a.cpp9", "b.cpp1", "b.cpp2"));
}

struct BudgetCase {
    std::uint32_t limit;
    std::uint32_t before;
    std::uint32_t after;
    bool violated;
};

class Budgets : public testing::TestWithParam<BudgetCase> {};

TEST_P(Budgets, AreRatchets) {
    PolicyConfig policy;
    policy.budgets = {{"src/**", GetParam().limit}};
    DebtChanges changes;
    changes.budgets = {BudgetCount{GetParam().before, GetParam().after}};

    EXPECT_EQ(judged(changes, policy).violations.size(), GetParam().violated ? 1U : 0U);
}

INSTANTIATE_TEST_SUITE_P(Table, Budgets,
                         testing::Values(BudgetCase{10, 5, 10, false}, BudgetCase{10, 5, 11, true},
                                         BudgetCase{10, 12, 12, false}, BudgetCase{10, 12, 13, true},
                                         BudgetCase{10, 12, 11, false}, BudgetCase{0, 0, 0, false}));

TEST(Judge, LeavesBudgetsAloneThatNobodyCounted) {
    PolicyConfig policy;
    policy.budgets = {{"src/**", 0}, {"lib/**", 0}};
    DebtChanges changes;
    changes.budgets = {std::nullopt};

    EXPECT_THAT(judged(changes, policy).violations, IsEmpty());
}

} // namespace
} // namespace paydown
