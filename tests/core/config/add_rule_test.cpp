// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/add_rule.h"

#include "core/base/error.h"

#include <gtest/gtest.h>

namespace paydown {
namespace {

RuleConfig testsArePrudent() {
    RuleConfig rule;
    rule.when = "path:tests/** text:\"a \\\"b\\\"\"";
    rule.debtClass = DebtClass::Prudent;
    return rule;
}

TEST(AddRule, KeepsWhatStandsThereByteForByte) {
    const std::string before = "# ours\nmainline = \"main\" # and no end of line";
    const std::string after = withRule(before, testsArePrudent());
    EXPECT_TRUE(after.starts_with(before + "\n\n[[rule]]\n"));
}

TEST(AddRule, IsReadBackAsItWas) {
    RuleConfig rule = testsArePrudent();
    rule.owner = "@qa";
    rule.verdict = "live-with";
    const Config config = parseConfig(withRule("[[rule]]\nwhen = \"tag:XXX\"\nthen = { owner = \"@a\" }\n", rule), "x");
    ASSERT_EQ(config.rules.size(), 2U);
    EXPECT_EQ(config.rules[1].when, rule.when);
    EXPECT_EQ(config.rules[1].debtClass, DebtClass::Prudent);
    EXPECT_EQ(config.rules[1].owner, "@qa");
    EXPECT_EQ(config.rules[1].verdict, "live-with");
}

TEST(AddRule, RefusesWhatWouldBreakTheConfiguration) {
    RuleConfig rule = testsArePrudent();
    rule.when = "state:new";
    EXPECT_THROW((void)withRule("", rule), Error);
    EXPECT_THROW((void)withRule("mainline = \n", testsArePrudent()), Error);
}

TEST(SavedFiltersOfAConfig, MayNameEachOtherAndServeRules) {
    const Config config = parseConfig("[[rule]]\nwhen = \"filter:z\"\nthen = { class = \"prudent\" }\n"
                                      "[filters]\na = \"filter:z tag:TODO\"\nz = \"path:tests\"\n",
                                      "x");
    EXPECT_EQ(config.filters.size(), 2U);
    EXPECT_EQ(config.rules.size(), 1U);
}

TEST(SavedFiltersOfAConfig, AreRefusedWithTheirPlace) {
    try {
        (void)parseConfig("[filters]\nhot = \"tag:TODO filter:hott\"\n", ".paydown.toml");
        FAIL() << "accepted";
    } catch (const Error& error) {
        EXPECT_THAT(error.line(), testing::HasSubstr(".paydown.toml:2"));
        EXPECT_THAT(error.line(), testing::HasSubstr("did you mean filter:hot?"));
    }
}

} // namespace
} // namespace paydown
