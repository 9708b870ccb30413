// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/triage/incidents.h"

#include "tests/core/triage/snapshot_builder.h"

#include <gtest/gtest.h>

namespace paydown {
namespace {

using test::day;
using test::SnapshotBuilder;
using testing::ElementsAre;

Item& addFrom(SnapshotBuilder& builder, const std::string& incident, const std::string& owner, bool dated) {
    Item& item = builder.add("a.cpp", 1, "x");
    item.annotation.stated.from = incident;
    item.annotation.stated.owner = owner;
    if (dated) item.annotation.stated.due = day("2026-12-01");
    return item;
}

TEST(Incidents, GatherTheirOpenDebtsAndWhatTheseLack) {
    SnapshotBuilder builder;
    addFrom(builder, "INC-7", "@kai", true);
    addFrom(builder, "INC-42", "", true);
    addFrom(builder, "INC-42", "@kai", false);
    SnapshotBuilder::end(addFrom(builder, "INC-42", "", false), "2026-11-01");
    builder.add("b.cpp", 1, "of no incident");

    const auto incidents = incidentsOf(*builder.assessed());

    ASSERT_EQ(incidents.size(), 2U);
    EXPECT_EQ(incidents[0].name, "INC-42");
    EXPECT_THAT(incidents[0].open, ElementsAre(1, 2));
    EXPECT_THAT(incidents[0].withoutOwner, ElementsAre(1));
    EXPECT_THAT(incidents[0].withoutDate, ElementsAre(2));
    EXPECT_EQ(incidents[0].ended, 1U);
    EXPECT_FALSE(incidents[0].isInOrder());
    EXPECT_TRUE(incidents[1].isInOrder());
}

TEST(Incidents, HoldAtMostThreeOpenDebts) {
    SnapshotBuilder builder;
    for (int i = 0; i < 3; ++i) addFrom(builder, "INC-7", "@kai", true);
    EXPECT_TRUE(incidentsOf(*builder.assessed())[0].isInOrder());

    addFrom(builder, "INC-7", "@kai", true);
    EXPECT_FALSE(incidentsOf(*builder.assessed())[0].isInOrder());
}

} // namespace
} // namespace paydown
