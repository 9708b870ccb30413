// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/config.h"

#include <gtest/gtest.h>
#include <regex>

namespace paydown {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

// Takes the comment sign from every line that shows a key or a table.
std::string switchedOn(const std::string& text) {
    return std::regex_replace(text, std::regex("(^|\n)# (?=[\\[\"a-z_@]+[\\]\"]* ?=|\\[\\[)"), "$1");
}

TEST(ExampleConfig, HoldsTheDefaultsAndNothingElse) {
    const Config config = parseConfig(exampleConfig({}), "example");

    EXPECT_THAT(config.warnings, IsEmpty());
    EXPECT_EQ(config.scan, ScanSettings{});
    EXPECT_THAT(config.rules, IsEmpty());
    EXPECT_THAT(config.ownerAliases, IsEmpty());
}

TEST(ExampleConfig, ShowsKeysThatAreAcceptedAtTheirDefaults) {
    const std::string text = switchedOn(exampleConfig({}));
    const Config config = parseConfig(text, "example");

    EXPECT_THAT(config.warnings, IsEmpty());
    EXPECT_EQ(config.mainline, "main") << text;
    EXPECT_EQ(config.scan, ScanSettings{});
    EXPECT_EQ(config.priority.halfLifeDays, PriorityConfig{}.halfLifeDays);
    EXPECT_EQ(config.priority.fileWeight, PriorityConfig{}.fileWeight);
    EXPECT_EQ(config.priority.restingInterest, PriorityConfig{}.restingInterest);
    EXPECT_EQ(config.priority.weightReckless, PriorityConfig{}.weightReckless);
    EXPECT_EQ(config.plan.hours, PlanConfig{}.hours);
    EXPECT_EQ(config.plan.days, PlanConfig{}.days);
    EXPECT_EQ(config.plan.answerAfter, PlanConfig{}.answerAfter);
    EXPECT_EQ(config.policy.requireReckless, PolicyConfig{}.requireReckless);
    EXPECT_EQ(config.policy.requirePrudent, PolicyConfig{}.requirePrudent);
    EXPECT_EQ(config.rules.size(), 1U);
    EXPECT_EQ(config.policy.budgets.size(), 1U);
}

TEST(ExampleConfig, SwitchesOnWordsThatTheRepositoryReallyUses) {
    const std::string text = exampleConfig({{"NEEDSWORK", 412, true, "add.c:12: say what failed"},
                                            {"TODO", 30, true, ""},
                                            {"BUG", 9, false, "x.c:1: in"}});

    EXPECT_THAT(text, HasSubstr("#    412  NEEDSWORK    read add.c:12: say what failed\n"));
    EXPECT_THAT(text, HasSubstr("#      9  BUG               x.c:1: in\n"));
    EXPECT_THAT(parseConfig(text, "example").scan.words, ElementsAre("TODO", "FIXME", "HACK", "XXX", "NEEDSWORK"));
}

TEST(ExampleConfig, KeepsHostileSamplesInsideOfTheirComment) {
    const std::string sample = "a\nb.c:1: x\r\nwords = [\"NO\"]\x1b[31m\xff\t\x7f";
    const Config config = parseConfig(exampleConfig({{"KLUDGE", 3, true, sample}}), "example");

    EXPECT_THAT(config.scan.words, ElementsAre("TODO", "FIXME", "HACK", "XXX", "KLUDGE"));
    EXPECT_THAT(config.warnings, IsEmpty());
}

TEST(ExampleConfig, DrawsTheLineWhereAsked) {
    EXPECT_EQ(parseConfig(exampleConfig({}, "4f2a91c"), "example").inboxSince, "4f2a91c");
    EXPECT_EQ(parseConfig(exampleConfig({}), "example").inboxSince, "");
}

} // namespace
} // namespace paydown
