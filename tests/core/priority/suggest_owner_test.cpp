// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/priority/priority.h"

#include "tests/core/triage/snapshot_builder.h"

#include <gtest/gtest.h>

namespace paydown {
namespace {

using test::day;
using test::kToday;
using test::SnapshotBuilder;

std::optional<OwnerSuggestion> suggestionFor(SnapshotBuilder& builder, const Config& config = {}) {
    return suggestOwner(builder.snapshot().items[0], builder.snapshot(), config, day(kToday));
}

TEST(SuggestOwner, NamesWhoMadeMostOfTheLastChanges) {
    SnapshotBuilder builder;
    Item& item = builder.add("a.cpp", 1, "x");
    builder.touch(item, {"2026-11-01", "2026-10-01", "2026-09-01"}, "Kai");
    builder.touch(item, {"2026-11-20"}, "Ada");
    Config config;
    config.ownerAliases["@kai"] = {"KAI@corp.example"};

    const auto suggestion = suggestionFor(builder, config);

    ASSERT_TRUE(suggestion);
    EXPECT_EQ(suggestion->owner, "@kai");
    EXPECT_EQ(suggestion->name, "Kai");
    EXPECT_EQ(suggestion->changes, 3U);
    EXPECT_EQ(suggestion->of, 4U);
}

TEST(SuggestOwner, NamesTheAddressWithoutAnAlias) {
    SnapshotBuilder builder;
    builder.touch(builder.add("a.cpp", 1, "x"), {"2026-11-01"}, "Kai");

    EXPECT_EQ(suggestionFor(builder)->owner, "kai@corp.example");
}

TEST(SuggestOwner, PrefersTheNewerOfTwoEquals) {
    SnapshotBuilder builder;
    Item& item = builder.add("a.cpp", 1, "x");
    builder.touch(item, {"2026-11-01"}, "Kai");
    builder.touch(item, {"2026-11-02"}, "Ada");

    EXPECT_EQ(suggestionFor(builder)->name, "Ada");
}

TEST(SuggestOwner, NamesNobodyWhoIsGoneOrOneOfMany) {
    SnapshotBuilder gone;
    gone.touch(gone.add("a.cpp", 1, "x"), {"2023-01-01"}, "Kai");
    SnapshotBuilder many;
    Item& item = many.add("a.cpp", 1, "x");
    for (const char* name : {"Ada", "Ben", "Cyd", "Dan"}) many.touch(item, {"2026-11-01"}, name);
    SnapshotBuilder unknown;
    unknown.add("a.cpp", 1, "x");

    EXPECT_FALSE(suggestionFor(gone));
    EXPECT_FALSE(suggestionFor(many));
    EXPECT_FALSE(suggestionFor(unknown));
}

} // namespace
} // namespace paydown
