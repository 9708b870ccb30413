// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/triage/groups.h"

#include "tests/core/triage/snapshot_builder.h"

#include <gtest/gtest.h>

namespace paydown {
namespace {

using test::SnapshotBuilder;
using testing::ElementsAre;

TEST(Groups, HoldItemsOfEqualFoldedTextLargestFirst) {
    SnapshotBuilder builder;
    builder.add("a.cpp", 1, "fix me");
    builder.add("b.cpp", 1, "Handle errors");
    builder.add("c.cpp", 1, "FIX ME!");
    builder.add("d.cpp", 1, "handle errors");
    builder.add("e.cpp", 1, "handle errors.");
    builder.add("f.cpp", 1, "alone");

    const auto groups = groupsOf(*builder.assessed());

    ASSERT_EQ(groups.size(), 2U);
    EXPECT_THAT(groups[0].items, ElementsAre(1, 3, 4));
    EXPECT_THAT(groups[1].items, ElementsAre(0, 2));
}

TEST(Groups, HoldNothingWithoutAText) {
    SnapshotBuilder builder;
    builder.add("a.cpp", 1, "");
    builder.add("b.cpp", 1, "...");

    EXPECT_TRUE(groupsOf(*builder.assessed()).empty());
}

TEST(Groups, TellTheItemsAlikeToOne) {
    SnapshotBuilder builder;
    builder.add("a.cpp", 1, "fix me");
    builder.add("b.cpp", 1, "other");
    builder.add("c.cpp", 1, "Fix me");

    const auto worklist = builder.assessed();

    EXPECT_THAT(alikeTo(*worklist, 2), ElementsAre(0, 2));
    EXPECT_THAT(alikeTo(*worklist, 1), ElementsAre(1));
}

} // namespace
} // namespace paydown
