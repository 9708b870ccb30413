// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/triage/assess.h"

#include "tests/core/triage/snapshot_builder.h"

#include <gtest/gtest.h>

namespace paydown {
namespace {

using test::day;
using test::SnapshotBuilder;

RuleConfig rule(std::string when, DebtClass debtClass) {
    RuleConfig config;
    config.when = std::move(when);
    config.debtClass = debtClass;
    return config;
}

TEST(ValuesInForce, TakesWhatTheCodeStatesWhenNobodyDecided) {
    SnapshotBuilder builder;
    Statement& stated = builder.add("a.cpp", 1, "x").annotation.stated;
    stated.debtClass = DebtClass::Reckless;
    stated.owner = "@kai";
    stated.due = day("2026-12-01");
    stated.effort = std::chrono::minutes(90);
    stated.urgency = 2;
    stated.ticket = "PAY-1";

    const ItemView view = builder.assessed()->items[0];

    EXPECT_EQ(view.debtClass, DebtClass::Reckless);
    EXPECT_EQ(view.owner, "@kai");
    EXPECT_EQ(view.ownerSource, OwnerSource::Annotation);
    EXPECT_EQ(view.due, day("2026-12-01"));
    EXPECT_EQ(view.effort, std::chrono::minutes(90));
    EXPECT_EQ(view.urgency, 2);
    EXPECT_EQ(view.ticket, "PAY-1");
}

TEST(ValuesInForce, LetsARuleWinOverTheCodeAndAHandOverTheRule) {
    SnapshotBuilder builder;
    builder.add("tests/a.cpp", 1, "by rule").annotation.stated.debtClass = DebtClass::Reckless;
    builder.decide(builder.add("tests/b.cpp", 1, "by hand"), field::kVerdict, "reckless");
    Config config;
    config.rules.push_back(rule("path:tests/**", DebtClass::Prudent));

    const auto worklist = builder.assessed(config);

    EXPECT_EQ(worklist->items[0].debtClass, DebtClass::Prudent);
    EXPECT_EQ(worklist->items[1].debtClass, DebtClass::Reckless);
}

TEST(ValuesInForce, LetsTheFirstRuleThatFitsDecide) {
    SnapshotBuilder builder;
    builder.add("tests/a.cpp", 1, "x");
    Config config;
    config.rules.push_back(rule("path:tests/**", DebtClass::Prudent));
    config.rules.push_back(rule("tag:TODO", DebtClass::Reckless));

    EXPECT_EQ(builder.assessed(config)->items[0].debtClass, DebtClass::Prudent);
}

TEST(ValuesInForce, LetsARuleJudgeAndOwn) {
    SnapshotBuilder builder;
    builder.add("tests/a.cpp", 1, "x");
    RuleConfig config;
    config.when = "path:tests/**";
    config.verdict = "not-debt";
    config.owner = "@qa";
    Config all;
    all.rules.push_back(config);

    const ItemView view = builder.assessed(all)->items[0];

    EXPECT_EQ(view.verdict, Verdict::NotDebt);
    EXPECT_EQ(view.owner, "@qa");
    EXPECT_EQ(view.ownerSource, OwnerSource::Rule);
}

TEST(ValuesInForce, LetsDecisionsReplaceEveryField) {
    SnapshotBuilder builder;
    Item& item = builder.add("a.cpp", 1, "x");
    item.annotation.stated.owner = "@old";
    item.annotation.stated.due = day("2026-01-01");
    builder.decide(item, field::kOwner, "@kai");
    builder.decide(item, field::kDue, "2027-01-31");
    builder.decide(item, field::kEffort, "240");
    builder.decide(item, field::kUrgency, "1");
    builder.decide(item, field::kTicket, "PAY-9");

    const ItemView view = builder.assessed()->items[0];

    EXPECT_EQ(view.owner, "@kai");
    EXPECT_EQ(view.ownerSource, OwnerSource::Decision);
    EXPECT_EQ(view.due, day("2027-01-31"));
    EXPECT_EQ(view.effort, std::chrono::minutes(240));
    EXPECT_EQ(view.urgency, 1);
    EXPECT_EQ(view.ticket, "PAY-9");
}

TEST(ValuesInForce, LetsNobodyBeDecidedAgainstTheCodeAndCodeOwners) {
    SnapshotBuilder builder;
    Item& item = builder.add("a.cpp", 1, "x");
    item.annotation.stated.owner = "@old";
    builder.decide(item, field::kOwner, "");
    AssessSources sources;
    sources.ownerOfPath = [](std::string_view) { return std::string("@team"); };

    EXPECT_EQ(builder.assessed({}, sources)->items[0].owner, "");
}

TEST(ValuesInForce, AsksCodeOwnersOnlyWhereNobodyElseIsNamed) {
    SnapshotBuilder builder;
    builder.add("a.cpp", 1, "x");
    builder.add("b.cpp", 1, "y").annotation.stated.owner = "@kai";
    AssessSources sources;
    sources.ownerOfPath = [](std::string_view path) { return "@owner-of-" + std::string(path); };

    const auto worklist = builder.assessed({}, sources);

    EXPECT_EQ(worklist->items[0].owner, "@owner-of-a.cpp");
    EXPECT_EQ(worklist->items[0].ownerSource, OwnerSource::CodeOwners);
    EXPECT_EQ(worklist->items[1].owner, "@kai");
}

TEST(ValuesInForce, IgnoresValuesThatCannotBeRead) {
    SnapshotBuilder builder;
    Item& item = builder.add("a.cpp", 1, "x");
    item.annotation.stated.due = day("2026-01-01");
    builder.decide(item, field::kDue, "soon");
    builder.decide(item, field::kEffort, "-5");
    builder.decide(item, field::kVerdict, "dreadful");

    const ItemView view = builder.assessed()->items[0];

    EXPECT_EQ(view.due, day("2026-01-01"));
    EXPECT_FALSE(view.effort);
    EXPECT_EQ(view.verdict, Verdict::None);
}

TEST(ValuesInForce, TakesTheDateFromThePeriodWhereNobodyGaveOne) {
    SnapshotBuilder builder;
    builder.decide(builder.add("a.cpp", 1, "x"), field::kPeriod, "2026-12-01");

    EXPECT_EQ(builder.assessed()->items[0].due, day("2026-12-31"));
}

TEST(ValuesInForce, CallsMineWhatIOwnOrWroteWhileNobodyOwnsIt) {
    SnapshotBuilder builder;
    builder.add("a.cpp", 1, "owned").annotation.stated.owner = "@Mia";
    SnapshotBuilder::introduce(builder.add("b.cpp", 1, "written"), "2020-01-01", "Mia");
    Item& others = builder.add("c.cpp", 1, "written, but owned by another");
    SnapshotBuilder::introduce(others, "2020-01-01", "Mia");
    others.annotation.stated.owner = "@kai";
    builder.add("d.cpp", 1, "neither");

    const auto worklist = builder.assessed();

    EXPECT_TRUE(worklist->items[0].mine);
    EXPECT_TRUE(worklist->items[1].mine);
    EXPECT_FALSE(worklist->items[2].mine);
    EXPECT_FALSE(worklist->items[3].mine);
}

TEST(ValuesInForce, KnowsMeByTheAliasesOfTheConfig) {
    SnapshotBuilder builder;
    builder.add("a.cpp", 1, "owned by alias").annotation.stated.owner = "@mm";
    SnapshotBuilder::introduce(builder.add("b.cpp", 1, "written under the old address"), "2020-01-01", "OldMia");
    Config config;
    config.ownerAliases["@mm"] = {"mia@corp.example", "oldmia@corp.example"};

    const auto worklist = builder.assessed(config);

    EXPECT_TRUE(worklist->items[0].mine);
    EXPECT_TRUE(worklist->items[1].mine);
}

} // namespace
} // namespace paydown
