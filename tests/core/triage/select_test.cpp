// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/triage/select.h"

#include "tests/core/triage/snapshot_builder.h"

#include <gtest/gtest.h>

namespace paydown {
namespace {

using test::day;
using test::SnapshotBuilder;
using testing::ElementsAre;

// 0 open, 1 ended, 2 judged no debt, 3 a mention.
WorklistPtr oneOfEach() {
    SnapshotBuilder builder;
    builder.add("a.cpp", 1, "open");
    SnapshotBuilder::end(builder.add("b.cpp", 1, "ended"), "2026-11-20");
    builder.decide(builder.add("c.cpp", 1, "a note"), field::kVerdict, "not-debt");
    builder.add("d.cpp", 1, "see the TODO").annotation.mention = true;
    return builder.assessed();
}

std::vector<std::uint32_t> selected(const Worklist& worklist, std::string_view filter) {
    return select(worklist, parseFilter(filter).value(), filterContext(worklist));
}

TEST(Select, ListsOpenDebtUnlessTheFilterSpeaksOfMore) {
    const auto worklist = oneOfEach();

    EXPECT_THAT(selected(*worklist, ""), ElementsAre(0));
    EXPECT_THAT(selected(*worklist, "state:all"), ElementsAre(0, 1, 2));
    EXPECT_THAT(selected(*worklist, "ended:30d"), ElementsAre(1));
    EXPECT_THAT(selected(*worklist, "verdict:not-debt"), ElementsAre(2));
    EXPECT_THAT(selected(*worklist, "form:mention"), ElementsAre(3));
}

TEST(Select, KeepsTheOrderOfWhatItChoosesAmong) {
    SnapshotBuilder builder;
    for (std::uint32_t i = 0; i < 4; ++i) builder.add("a.cpp", i + 1, "x");
    const auto worklist = builder.assessed();

    EXPECT_THAT(select(*worklist, {3, 1, 2}, Filter(), filterContext(*worklist)), ElementsAre(3, 1, 2));
}

TEST(SortItems, PutsWhatHasNoValueLast) {
    SnapshotBuilder builder;
    builder.add("a.cpp", 1, "no date");
    builder.add("b.cpp", 1, "late").annotation.stated.due = day("2027-01-01");
    builder.add("c.cpp", 1, "early").annotation.stated.due = day("2026-01-01");
    builder.snapshot().items[2].annotation.stated.owner = "@zoe";
    builder.snapshot().items[0].annotation.stated.owner = "@abe";
    const auto worklist = builder.assessed();
    std::vector<std::uint32_t> byDue{0, 1, 2};
    std::vector<std::uint32_t> byOwner{0, 1, 2};

    sortItems(byDue, *worklist, SortBy::Due);
    sortItems(byOwner, *worklist, SortBy::Owner);

    EXPECT_THAT(byDue, ElementsAre(2, 1, 0));
    EXPECT_THAT(byOwner, ElementsAre(0, 2, 1));
}

TEST(SortItems, PutsRecklessBeforePrudentBeforeUnclassified) {
    SnapshotBuilder builder;
    builder.add("a.cpp", 1, "x");
    builder.add("b.cpp", 1, "y").annotation.stated.debtClass = DebtClass::Prudent;
    builder.add("c.cpp", 1, "z").annotation.stated.debtClass = DebtClass::Reckless;
    const auto worklist = builder.assessed();
    std::vector<std::uint32_t> items{0, 1, 2};

    sortItems(items, *worklist, SortBy::Class);

    EXPECT_THAT(items, ElementsAre(2, 1, 0));
}

} // namespace
} // namespace paydown
