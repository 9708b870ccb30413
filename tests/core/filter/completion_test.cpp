// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/filter/completion.h"

#include "tests/core/triage/snapshot_builder.h"

#include <algorithm>
#include <gtest/gtest.h>

namespace paydown {
namespace {

using test::SnapshotBuilder;
using testing::Contains;
using testing::ElementsAre;

std::vector<std::string> texts(const std::vector<FilterSuggestion>& suggestions) {
    std::vector<std::string> texts;
    for (const FilterSuggestion& suggestion : suggestions) texts.push_back(suggestion.text);
    return texts;
}

WorklistPtr threeOwners() {
    SnapshotBuilder builder;
    builder.add("pay/bank.cpp", 1, "x").annotation.stated.owner = "@kai";
    builder.add("pay/shop.cpp", 1, "x").annotation.stated.owner = "@mia";
    builder.add("io/disk.cpp", 1, "x").annotation.stated.owner = "@mia";
    return builder.assessed();
}

TEST(FilterKeys, HaveExamplesThatParse) {
    for (const FilterKeyInfo& info : filterKeys())
        EXPECT_TRUE(parseFilter(info.example, {{"hot", "class:reckless"}})) << info.example;
}

TEST(ValuesOf, ListsWhatOccursMostFrequentFirst) {
    const auto owners = valuesOf(FilterKey::Owner, *threeOwners());

    ASSERT_GE(owners.size(), 2U);
    EXPECT_EQ(owners[0].text, "@mia");
    EXPECT_EQ(owners[0].count, 2U);
    EXPECT_EQ(owners[1].text, "@kai");
    EXPECT_THAT(texts(owners), Contains("none"));
}

TEST(ValuesOf, ListsFoldersForPath) {
    EXPECT_THAT(texts(valuesOf(FilterKey::Path, *threeOwners())), ElementsAre("pay/", "io/"));
}

TEST(Complete, SuggestsKeysWhereNoneIsTyped) {
    const Completion completion = complete("class:reckless ow", 17, *threeOwners());

    EXPECT_EQ(completion.begin, 15U);
    EXPECT_EQ(completion.end, 17U);
    EXPECT_THAT(texts(completion.suggestions), ElementsAre("owner:"));
}

TEST(Complete, SuggestsValuesBehindAKeyANegationAndAComma) {
    const Completion completion = complete("-owner:@kai,@m", 14, *threeOwners());

    EXPECT_EQ(completion.begin, 12U);
    EXPECT_THAT(texts(completion.suggestions), ElementsAre("@mia"));
}

TEST(Complete, FindsValuesByTheirMiddleAfterThoseByTheirBegin) {
    const Completion completion = complete("owner:a", 7, *threeOwners());

    EXPECT_EQ(texts(completion.suggestions).front(), "any");
    EXPECT_THAT(texts(completion.suggestions), Contains("@mia"));
}

TEST(Complete, SuggestsNothingForAnUnknownKey) {
    EXPECT_TRUE(complete("nonsense:x", 10, *threeOwners()).suggestions.empty());
}

} // namespace
} // namespace paydown
