// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/filter/filter.h"

#include <gtest/gtest.h>
#include <random>

namespace paydown {
namespace {

using testing::HasSubstr;

TEST(ParseFilter, TakesEverythingFromAnEmptyText) {
    EXPECT_TRUE(parseFilter("").value().empty());
    EXPECT_TRUE(parseFilter("   ").value().empty());
}

TEST(ParseFilter, ReadsBlanksAsAndCommasAsOrAndMinusAsNot) {
    const Filter filter = parseFilter("class:reckless,prudent -tag:TODO not:owner:none").value();

    ASSERT_EQ(filter.clauses().size(), 3U);
    EXPECT_EQ(filter.clauses()[0].anyOf.size(), 2U);
    EXPECT_FALSE(filter.clauses()[0].negated);
    EXPECT_TRUE(filter.clauses()[1].negated);
    EXPECT_TRUE(filter.clauses()[2].negated);
    EXPECT_EQ(filter.clauses()[2].key, FilterKey::Owner);
}

TEST(ParseFilter, KeepsQuotedBlanksCommasAndQuotes) {
    const Filter filter = parseFilter(R"(text:"a, \"b\"" "two words")").value();

    ASSERT_EQ(filter.clauses().size(), 2U);
    EXPECT_EQ(filter.clauses()[0].anyOf[0].text, "a, \"b\"");
    EXPECT_EQ(filter.clauses()[1].anyOf[0].text, "two words");
}

TEST(ParseFilter, ReadsMineAloneAsAKeyAndQuotedAsAWord) {
    EXPECT_EQ(parseFilter("mine").value().clauses()[0].key, FilterKey::Mine);
    EXPECT_EQ(parseFilter("-mine").value().clauses()[0].key, FilterKey::Mine);
    EXPECT_EQ(parseFilter("\"mine\"").value().clauses()[0].key, FilterKey::Text);
}

TEST(ParseFilter, LeavesScopesAndAddressesToTheText) {
    EXPECT_EQ(parseFilter("std::string").value().clauses()[0].anyOf[0].text, "std::string");
    EXPECT_EQ(parseFilter("http://x.example").value().clauses()[0].key, FilterKey::Text);
}

TEST(ParseFilter, ReadsARevisionRangeOnlyWhereNoTimeIsMeant) {
    EXPECT_EQ(parseFilter("introduced:v1.0..v2.0").value().revisions(), std::vector<std::string>{"v1.0..v2.0"});
    EXPECT_TRUE(parseFilter("introduced:30d").value().revisions().empty());
    EXPECT_TRUE(parseFilter("introduced:2026-01..2026-06").value().revisions().empty());
}

struct ErrorCase {
    std::string text;
    std::uint32_t position;
    std::uint32_t length;
    std::string what;
    std::string remedy;
};

class FilterErrors : public testing::TestWithParam<ErrorCase> {};

TEST_P(FilterErrors, PointAtTheMistakeAndSayWhatWasMeant) {
    const auto parsed = parseFilter(GetParam().text);

    ASSERT_FALSE(parsed.has_value());
    EXPECT_EQ(parsed.error().position, GetParam().position);
    EXPECT_EQ(parsed.error().length, GetParam().length);
    EXPECT_THAT(parsed.error().what, HasSubstr(GetParam().what));
    EXPECT_THAT(parsed.error().remedy, HasSubstr(GetParam().remedy));
}

INSTANTIATE_TEST_SUITE_P(
    Table, FilterErrors,
    testing::Values(ErrorCase{"class:recless", 6, 7, "there is no class 'recless'", "did you mean class:reckless?"},
                    ErrorCase{"x clas:reckless", 2, 4, "there is no key 'clas'", "did you mean class:?"},
                    ErrorCase{"zzzzzz:1", 0, 6, "there is no key 'zzzzzz'", "quote it"},
                    ErrorCase{"state:nwe", 6, 3, "there is no state 'nwe'", "did you mean state:new?"},
                    ErrorCase{"verdict:qqqqq", 8, 5, "there is no verdict", "it is one of reckless, prudent"},
                    ErrorCase{"age:old", 4, 3, "'old' is no time for age", "age:1y.."},
                    ErrorCase{"due:1x", 4, 2, "'1x' is no time for due", "due:..2w"},
                    ErrorCase{"due:2026-02-30", 4, 10, "is no time", "2026-Q3"},
                    ErrorCase{"ended:1w..2026-01-01", 6, 14, "is no time", "ended:30d"},
                    ErrorCase{"top:0", 4, 1, "no part of a ranking", "top:5%"},
                    ErrorCase{"top:101%", 4, 4, "no part of a ranking", "top:5%"},
                    ErrorCase{"class:", 0, 6, "a value is missing after class:", "no blank"},
                    ErrorCase{"class: reckless", 0, 6, "a value is missing after class:", "no blank"},
                    ErrorCase{"tag:TODO,", 8, 1, "no value beside this comma", "or"},
                    ErrorCase{"a -", 2, 1, "what to leave out is missing", "-class:prudent"},
                    ErrorCase{"text:\"open", 5, 5, "never closed", "add a \""},
                    ErrorCase{"\"a\"b", 3, 1, "has to follow the closing quote", "quote the whole value"},
                    ErrorCase{"tag>TODO", 4, 4, "cannot be compared", "tag:FIXME"},
                    ErrorCase{"mine:yes", 5, 3, "mine takes no value", "owner:@name"},
                    ErrorCase{"period:soon", 7, 4, "'soon' is no period", "this, next, later"},
                    ErrorCase{"introduced:--all", 11, 5, "is no time", "introduced:30d"}));

// Whatever somebody types, the answer is a filter or a place inside of what was typed.
TEST(ParseFilter, SurvivesAnyText) {
    const std::vector<std::string> pieces{
        "class:", "age:", "due:", "top:", "introduced:", "period:",     "mine", "-",  "not:",
        "\"",     "\\",   ",",    "..",   ">",           "<=",          "1y",   "5%", "none",
        " ",      "\xff", "\xc3", "a",    "2026-Q3",     "99999999999", ":",    "/"};
    std::mt19937 random(11);
    for (int round = 0; round < 20'000; ++round) {
        std::string text;
        for (auto n = random() % 7; n > 0; --n) text += pieces[random() % pieces.size()];
        const auto parsed = parseFilter(text);
        if (parsed) {
            EXPECT_EQ(parseFilter(parsed->text())->clauses().size(), parsed->clauses().size()) << text;
            EXPECT_FALSE(parsed->describe().empty()) << text;
        } else {
            EXPECT_LE(parsed.error().position, text.size()) << text;
            EXPECT_FALSE(parsed.error().what.empty()) << text;
            EXPECT_NE(parsed.error().pointed().find('^'), std::string::npos) << text;
        }
    }
}

TEST(FilterError, PointsWithCaretsBelowTheText) {
    const auto parsed = parseFilter("mine class:recless");

    ASSERT_FALSE(parsed.has_value());
    EXPECT_EQ(parsed.error().pointed(), "mine class:recless\n           ^^^^^^^");
}

TEST(FilterError, EscapesWhatATerminalWouldObey) {
    const auto parsed = parseFilter("class:\x1b[2J");

    ASSERT_FALSE(parsed.has_value());
    EXPECT_EQ(parsed.error().pointed().find('\x1b'), std::string::npos);
}

TEST(ParseFilterArguments, GiveBackTheQuotesThatAShellTook) {
    const std::vector<std::string> arguments{"text:bank is down", "-class:prudent"};

    const Filter filter = parseFilter(arguments).value();

    ASSERT_EQ(filter.clauses().size(), 2U);
    EXPECT_EQ(filter.clauses()[0].anyOf[0].text, "bank is down");
}

TEST(ParseFilterArguments, ReadAWholeFilterInOneArgument) {
    const std::vector<std::string> arguments{"class:reckless owner:none mine"};

    EXPECT_EQ(parseFilter(arguments).value().clauses().size(), 3U);
}

TEST(ParseRuleFilter, RefusesWhatDependsOnDecisionsOrOnWhoAsks) {
    for (const std::string text : {"state:new", "verdict:none", "top:5%", "mine", "period:this", "ended:30d",
                                   "owner:me", "introduced:v1.0..v2.0"}) {
        EXPECT_FALSE(parseRuleFilter(text).has_value()) << text;
    }
    EXPECT_TRUE(parseRuleFilter("path:tests/** tag:TODO age:1y.. introduced:2026-01..").has_value());
}

TEST(Filter, DescribesItselfInWords) {
    EXPECT_EQ(parseFilter("class:reckless,prudent -owner:@mia path:src").value().describe(),
              "class reckless or prudent, not owner @mia, in src");
    EXPECT_EQ(parseFilter("").value().describe(), "everything");
    EXPECT_EQ(parseFilter("age:1y..").value().describe(), "age at least 1y");
    EXPECT_EQ(parseFilter("age:1y..2y").value().describe(), "age 1y to 2y");
}

} // namespace
} // namespace paydown
