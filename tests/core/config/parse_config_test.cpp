// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/config.h"

#include "core/base/error.h"

#include <gtest/gtest.h>

namespace paydown {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

Config parsed(std::string_view text) { return parseConfig(text, ".paydown.toml"); }

std::string refusal(std::string_view text) {
    try {
        (void)parsed(text);
    } catch (const Error& error) {
        return error.line();
    }
    return "accepted";
}

TEST(ParseConfig, TakesDefaultsFromAnEmptyText) {
    const Config config = parsed("");

    EXPECT_EQ(config.scan, ScanSettings{});
    EXPECT_EQ(config.plan.itemsPerPerson, 3U);
    EXPECT_EQ(config.policy.mode, PolicyMode::Report);
    EXPECT_THAT(config.warnings, IsEmpty());
}

TEST(ParseConfig, ReadsEveryKey) {
    const Config config = parsed(R"(
requires = ">= 0.1"
mainline = "main"
utc_offset = "+05:30"
[annotations]
words = ["TODO", "needswork"]
ignore = ["XXX"]
[scan]
exclude = ["third_party/**"]
languages = ["cpp"]
max_file_bytes = 1000
[inbox]
since = "v1.0"
[[rule]]
when = "path:tests/** tag:TODO"
then = { class = "prudent", owner = "@qa", verdict = "not-debt" }
[policy]
mode = "enforce"
[policy.require]
reckless = ["owner", "due"]
prudent = []
unclassified = ["class"]
[[policy.budget]]
path = "src/**"
limit = 7
[priority]
half_life_days = 30
file_weight = 0.2
resting_interest = 0
weights = { reckless = 5, unclassified = 2, prudent = 0.5 }
[plan]
start = 2026-01-05
days = 7
hours = 8.5
items_per_person = 2
answer_after = 3
[owners]
codeowners = false
[owners.aliases]
"@mia" = ["mia@corp.example", "Mia Moor"]
[filters]
hot = "class:reckless top:5%"
[tickets]
new_issue_url = "https://tracker.example/new?title={title}"
)");

    EXPECT_EQ(config.mainline, "main");
    EXPECT_EQ(config.utcOffsetMinutes, 330);
    EXPECT_THAT(config.scan.words, ElementsAre("TODO", "NEEDSWORK"));
    EXPECT_THAT(config.scan.ignoreWords, ElementsAre("XXX"));
    EXPECT_THAT(config.scan.exclude, ElementsAre("third_party/**"));
    EXPECT_THAT(config.scan.languages, ElementsAre("cpp"));
    EXPECT_EQ(config.scan.maxFileBytes, 1000U);
    EXPECT_EQ(config.inboxSince, "v1.0");
    ASSERT_THAT(config.rules, SizeIs(1));
    EXPECT_EQ(config.rules[0].when, "path:tests/** tag:TODO");
    EXPECT_EQ(config.rules[0].debtClass, DebtClass::Prudent);
    EXPECT_EQ(config.rules[0].owner, "@qa");
    EXPECT_EQ(config.rules[0].verdict, "not-debt");
    EXPECT_EQ(config.policy.mode, PolicyMode::Enforce);
    EXPECT_THAT(config.policy.requireReckless, ElementsAre("owner", "due"));
    EXPECT_THAT(config.policy.requirePrudent, IsEmpty());
    EXPECT_THAT(config.policy.requireUnclassified, ElementsAre("class"));
    ASSERT_THAT(config.policy.budgets, SizeIs(1));
    EXPECT_EQ(config.policy.budgets[0].limit, 7U);
    EXPECT_DOUBLE_EQ(config.priority.halfLifeDays, 30);
    EXPECT_DOUBLE_EQ(config.priority.fileWeight, 0.2);
    EXPECT_DOUBLE_EQ(config.priority.restingInterest, 0);
    EXPECT_DOUBLE_EQ(config.priority.weightReckless, 5);
    EXPECT_DOUBLE_EQ(config.priority.weightPrudent, 0.5);
    EXPECT_EQ(config.plan.start, parseDate("2026-01-05"));
    EXPECT_EQ(config.plan.days, 7U);
    EXPECT_DOUBLE_EQ(config.plan.hours, 8.5);
    EXPECT_EQ(config.plan.itemsPerPerson, 2U);
    EXPECT_EQ(config.plan.answerAfter, 3U);
    EXPECT_FALSE(config.useCodeOwners);
    EXPECT_THAT(config.ownerAliases.at("@mia"), ElementsAre("mia@corp.example", "Mia Moor"));
    EXPECT_EQ(config.filters.at("hot"), "class:reckless top:5%");
    EXPECT_EQ(config.newIssueUrl, "https://tracker.example/new?title={title}");
    EXPECT_THAT(config.warnings, IsEmpty());
}

struct RefusalCase {
    std::string text;
    std::string message;
};

class Refusals : public testing::TestWithParam<RefusalCase> {};

TEST_P(Refusals, NameThePlaceAndWhatWasExpected) {
    EXPECT_THAT(refusal(GetParam().text), HasSubstr(GetParam().message));
}

INSTANTIATE_TEST_SUITE_P(
    Table, Refusals,
    testing::Values(
        RefusalCase{"mainline = main", ".paydown.toml:1:"},
        RefusalCase{"\n\nutc_offset = 3",
                    ".paydown.toml:3:14: utc_offset: expected a text in quotes, found a whole number"},
        RefusalCase{"utc_offset = \"+25:00\"", ".paydown.toml:1:14: utc_offset: expected an offset such as \"+01:00\""},
        RefusalCase{"[policy]\nmode = \"enforced\"",
                    ".paydown.toml:2:8: [policy] mode: expected \"report\" or \"enforce\", found \"enforced\""},
        RefusalCase{"[policy]\nmode = \"enforced\"", "did you mean \"enforce\"?"},
        RefusalCase{"[policy.require]\nreckless = [\"ovner\"]",
                    "[policy.require] reckless: there is no field \"ovner\""},
        RefusalCase{"[[policy.budget]]\npath = \"src\"", "[[policy.budget]] needs path"},
        RefusalCase{"[plan]\ndays = 0", "[plan] days: expected a whole number from 1 to 366, found 0"},
        RefusalCase{"[plan]\nstart = \"2026-02-30\"", "[plan] start: expected a date such as 2026-11-02"},
        RefusalCase{"[plan]\nstart = 2026", "expected a date such as 2026-11-02, found a whole number"},
        RefusalCase{"[plan]\nhours = nan", "[plan] hours: expected a number of at least 0"},
        RefusalCase{"[priority]\nhalf_life_days = 0", "expected a number above 0, found 0"},
        RefusalCase{"[scan]\nexclude = \"a\"", "expected a list of texts"},
        RefusalCase{"[scan]\nexclude = [1]", ".paydown.toml:2:12: [scan] exclude: expected only texts"},
        RefusalCase{"[annotations]\nwords = [\"A B\"]", "expected words of letters"},
        RefusalCase{"plan = 3", "plan: expected a table, found a whole number"},
        RefusalCase{"rule = 3", "expected a list of tables, [[rule]]"},
        RefusalCase{"[[rule]]\nthen = { class = \"prudent\" }", "[[rule]] needs when"},
        RefusalCase{"[[rule]]\nwhen = \"tag:TODO\"", "[[rule]] needs then"},
        RefusalCase{"[[rule]]\nwhen = \"clas:reckless\"\nthen = {}",
                    ".paydown.toml:2:8: [[rule]] when: there is no key 'clas'"},
        RefusalCase{"[[rule]]\nwhen = \"state:new\"\nthen = {}", "a rule cannot depend on state"},
        RefusalCase{"[filters]\nhot = \"top:0\"", ".paydown.toml:2:7: [filters] hot: '0' is no part of a ranking"},
        RefusalCase{"[tickets]\nnew_issue_url = \"javascript:x\"", "expected an address that starts with https://"},
        RefusalCase{"requires = \"1.2\"", "requires: expected a minimum such as \">= 1.2\""},
        RefusalCase{"requires = \">= 999.0\"", "this repository requires paydown 999.0 or newer"},
        RefusalCase{"mainline = \"\xff\"", ".paydown.toml:1:"}));

TEST(ParseConfig, WarnsOfUnknownKeysAndNamesTheNearest) {
    const Config config = parsed("mainlin = \"main\"\n[plan]\nour = 3\n[palne]\n");

    EXPECT_THAT(config.warnings,
                testing::UnorderedElementsAre(".paydown.toml:1:1: mainlin: unknown key; did you mean mainline?",
                                              HasSubstr(".paydown.toml:3:1: [plan] our: unknown key"),
                                              HasSubstr("palne: unknown key")));
}

TEST(ParseConfig, WarnsOfDaysWithoutAStart) {
    EXPECT_THAT(parsed("[plan]\ndays = 7").warnings, ElementsAre(HasSubstr("[plan] days has no effect without start")));
}

} // namespace
} // namespace paydown
