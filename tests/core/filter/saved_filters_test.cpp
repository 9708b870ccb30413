// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/filter/completion.h"
#include "core/filter/filter.h"

#include <gtest/gtest.h>

namespace paydown {
namespace {

using testing::HasSubstr;

const SavedFilters kSaved{
    {"hot", "class:reckless path:src"}, {"tests", "path:tests/**"}, {"hot-tests", "filter:hot filter:tests"},
    {"either", "filter:hot,tests"},     {"one", "filter:two"},      {"two", "tag:TODO filter:one"},
    {"broken", "class:recless"},        {"early", "state:new"},     {"came", "introduced:v1.0..v2.0"}};

struct Sample {
    explicit Sample(const std::string& path, DebtClass debtClass = DebtClass::Reckless) {
        item.place.path = path;
        view.item = &item;
        view.debtClass = debtClass;
    }
    Item item;
    ItemView view;
};

bool holds(std::string_view filter, const Sample& sample) {
    return matches(parseFilter(filter, kSaved).value(), sample.view, {});
}

std::string refusal(std::string_view filter) {
    const auto parsed = parseFilter(filter, kSaved);
    return parsed ? "accepted" : parsed.error().line();
}

TEST(SavedFilter, StandsForAllOfItsClauses) {
    EXPECT_TRUE(holds("filter:hot", Sample("src/a.c")));
    EXPECT_FALSE(holds("filter:hot", Sample("lib/a.c")));
    EXPECT_FALSE(holds("filter:hot", Sample("src/a.c", DebtClass::Prudent)));
}

TEST(SavedFilter, IsNegatedAsAWhole) {
    EXPECT_TRUE(holds("-filter:hot", Sample("src/a.c", DebtClass::Prudent)));
    EXPECT_FALSE(holds("-filter:hot", Sample("src/a.c")));
}

TEST(SavedFilter, IsOneOfSeveralAndNamesOthers) {
    EXPECT_TRUE(holds("filter:either", Sample("tests/a.c")));
    EXPECT_FALSE(holds("filter:either", Sample("lib/a.c")));
    EXPECT_TRUE(holds("filter:hot-tests", Sample("tests/src/a.c")));
    EXPECT_FALSE(holds("filter:hot-tests", Sample("tests/a.c")));
}

TEST(SavedFilter, TellsWhatIsWrongAndWhatWasMeant) {
    EXPECT_EQ(refusal("filter:hott"), "there is no saved filter 'hott'; did you mean filter:hot?");
    EXPECT_THAT(refusal("filter:nothing-like-it"), HasSubstr("[filters] in .paydown.toml saves broken, came"));
    EXPECT_THAT(refusal("filter:broken"), HasSubstr("in the saved filter 'broken': there is no class 'recless'"));
    EXPECT_THAT(parseFilter("filter:hot").error().line(), HasSubstr("saves none yet"));
}

TEST(SavedFilter, IsPointedAtWhereItIsNamed) {
    const auto parsed = parseFilter("tag:TODO filter:hott", kSaved);
    EXPECT_EQ(parsed.error().pointed(), "tag:TODO filter:hott\n                ^^^^");
}

TEST(SavedFilter, DoesNotGoInCircles) {
    EXPECT_THAT(refusal("filter:one"), HasSubstr("the saved filter 'one' stands for itself"));
}

TEST(SavedFilter, IsRefusedWhereItGrowsWithoutEnd) {
    SavedFilters saved{{"a0", "tag:TODO"}};
    for (int i = 1; i < 40; ++i) {
        const std::string below = "filter:a" + std::to_string(i - 1);
        saved["a" + std::to_string(i)] = below + " " + below;
    }
    const auto parsed = parseFilter("filter:a39", saved);
    ASSERT_FALSE(parsed);
    EXPECT_THAT(parsed.error().line(), HasSubstr("more than 200"));
}

TEST(SavedFilter, MentionsWhatItsClausesDo) {
    EXPECT_TRUE(parseFilter("filter:early", kSaved).value().mentions(FilterKey::State));
    EXPECT_EQ(parseFilter("filter:came", kSaved).value().revisions(), std::vector<std::string>{"v1.0..v2.0"});
}

TEST(SavedFilter, IsHeldToWhatARuleMayAsk) {
    EXPECT_TRUE(parseRuleFilter("filter:hot", kSaved));
    const auto refused = parseRuleFilter("tag:TODO filter:early", kSaved);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().what, "in the saved filter 'early': a rule cannot depend on state");
    EXPECT_EQ(refused.error().position, 9U);
}

TEST(SavedFilter, IsCompleted) {
    Worklist worklist;
    worklist.savedFilters = {{"hot", "class:reckless"}, {"tests", "path:tests"}};
    const Completion completion = complete("tag:TODO filter:t", 17, worklist);
    ASSERT_EQ(completion.suggestions.size(), 2U);
    EXPECT_EQ(completion.suggestions[0].text, "tests") << "what begins so stands first";
    EXPECT_EQ(completion.begin, 16U);
}

} // namespace
} // namespace paydown
