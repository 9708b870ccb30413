// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/priority/priority.h"

#include "tests/core/triage/snapshot_builder.h"

#include <gtest/gtest.h>

namespace paydown {
namespace {

using test::day;
using test::SnapshotBuilder;
using testing::Contains;
using testing::ElementsAre;
using testing::Not;
using testing::StartsWith;

std::vector<std::string> reasonsOf(SnapshotBuilder& builder, const Config& config = {}) {
    return builder.assessed(config)->items[0].score.reasons;
}

TEST(FactTeller, TellsTheMostTellingFactsFirst) {
    SnapshotBuilder builder;
    Item& item = builder.add("a.cpp", 1, "x");
    item.annotation.stated.debtClass = DebtClass::Reckless;
    item.annotation.stated.due = day("2026-09-30");
    item.annotation.stated.effort = std::chrono::hours(4);
    item.annotation.stated.urgency = 1;
    builder.touch(item, {"2026-11-01", "2026-10-01", "2026-09-01"}, "Kai");
    builder.touch(item, {"2026-08-01"}, "Ada");
    builder.decide(item, field::kOwner, "@kai").slips = 1;

    EXPECT_THAT(reasonsOf(builder), ElementsAre("It slipped once.", "Overdue since 2026-09-30.", "Reckless.",
                                                "4 changes by 2 people in a year.", "Marked urgent.",
                                                "Kai made 3 of the last 4.", "About 4 h of work."));
}

TEST(FactTeller, TellsSinceWhenAnAuthorIsQuietWhereThatIsKnown) {
    SnapshotBuilder builder;
    builder.add("a.cpp", 1, "x");
    builder.person("Ada");
    EXPECT_THAT(reasonsOf(builder), Not(Contains(StartsWith("Its author"))));

    builder.snapshot().lastCommitOf = {day("2024-05-01")};
    EXPECT_THAT(reasonsOf(builder), Contains("Its author has been quiet since 2024."));

    builder.snapshot().lastCommitOf = {day("2026-05-01")};
    EXPECT_THAT(reasonsOf(builder), Not(Contains(StartsWith("Its author"))));
}

TEST(FactTeller, TellsSinceWhenTheCodeIsUnchanged) {
    SnapshotBuilder builder;
    builder.touch(builder.add("a.cpp", 1, "x"), {"2025-03-01"});

    EXPECT_THAT(reasonsOf(builder), Contains("Not changed since 2025."));
}

TEST(FactTeller, SaysNothingAboutChangesThatNobodyRead) {
    SnapshotBuilder builder;
    builder.add("a.cpp", 1, "x");

    EXPECT_TRUE(reasonsOf(builder).empty());
}

TEST(FactTeller, TellsHowManySayTheSame) {
    SnapshotBuilder builder;
    builder.add("a.cpp", 1, "same");
    builder.add("b.cpp", 1, "same");

    EXPECT_THAT(reasonsOf(builder), ElementsAre("2 open items say the same."));
}

} // namespace
} // namespace paydown
