// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/filter/filter.h"

#include "tests/core/triage/snapshot_builder.h"

#include <gtest/gtest.h>
#include <random>

namespace paydown {
namespace {

using test::commitNumber;
using test::day;
using test::SnapshotBuilder;

// The item of the design's example, and what must or must not find it.
WorklistPtr example() {
    SnapshotBuilder builder;
    Item& item = builder.add("pay/bank.cpp", 88, "Retries forever when the bank is down");
    item.annotation.tag = "DEBT";
    item.annotation.body = "seen in March";
    item.annotation.symbol = "pay::Bank::charge";
    item.annotation.stated.debtClass = DebtClass::Reckless;
    item.annotation.stated.owner = "@mia";
    item.annotation.stated.due = day("2026-09-30");
    item.annotation.stated.ticket = "PAY-142";
    item.annotation.stated.from = "INC-42";
    item.annotation.stated.labels = {"perf"};
    SnapshotBuilder::introduce(item, "2025-11-02", "Kai", 7);
    builder.decide(item, field::kPeriod, "2026-11-01");
    return builder.assessed();
}

struct MatchCase {
    std::string filter;
    bool matches;
};

class Matches : public testing::TestWithParam<MatchCase> {};

TEST_P(Matches, TheExampleOrNot) {
    const auto worklist = example();
    FilterContext context = filterContext(*worklist);
    context.thisPeriod = day("2026-11-01");
    context.nextPeriod = day("2026-12-01");
    context.revisions["v1.0..v2.0"] = std::make_shared<std::unordered_set<CommitId, ObjectIdHash>>(
        std::unordered_set<CommitId, ObjectIdHash>{commitNumber(7)});
    const auto filter = parseFilter(GetParam().filter);
    ASSERT_TRUE(filter.has_value()) << GetParam().filter;

    EXPECT_EQ(matches(*filter, worklist->items[0], context), GetParam().matches) << GetParam().filter;
}

INSTANTIATE_TEST_SUITE_P(
    Table, Matches,
    testing::Values(
        MatchCase{"", true}, MatchCase{"retries bank", true}, MatchCase{"BANK", true}, MatchCase{"march", true},
        MatchCase{"\"bank is down\"", true}, MatchCase{"\"is bank\"", false}, MatchCase{"nothing,bank", true},
        MatchCase{"D-item0000", true}, MatchCase{"D-item9", false}, MatchCase{"class:reckless", true},
        MatchCase{"class:prudent", false}, MatchCase{"class:prudent,reckless", true}, MatchCase{"-class:prudent", true},
        MatchCase{"owner:@mia", true}, MatchCase{"owner:MIA", true}, MatchCase{"owner:@kai", false},
        MatchCase{"owner:@m*", true}, MatchCase{"owner:none", false}, MatchCase{"owner:any", true},
        MatchCase{"owner:me", true}, MatchCase{"mine", true}, MatchCase{"-mine", false}, MatchCase{"path:pay", true},
        MatchCase{"path:pay/**", true}, MatchCase{"path:bank.cpp", true}, MatchCase{"path:*.py", false},
        MatchCase{"tag:debt", true}, MatchCase{"tag:TODO", false}, MatchCase{"state:planned", true},
        MatchCase{"state:new", false}, MatchCase{"state:all", true}, MatchCase{"age:1y..", true},
        MatchCase{"age:1y", true}, MatchCase{"age:..1y", false}, MatchCase{"age>2y", false},
        MatchCase{"due:..2w", true}, MatchCase{"due:overdue", true}, MatchCase{"due:2026-Q3", true},
        MatchCase{"due:2026-Q4", false}, MatchCase{"due:none", false}, MatchCase{"due:any", true},
        MatchCase{"due<2w", true}, MatchCase{"top:1", true}, MatchCase{"top:5%", true}, MatchCase{"symbol:Bank", true},
        MatchCase{"symbol:pay::*", true}, MatchCase{"symbol:Shop", false}, MatchCase{"lang:cpp", true},
        MatchCase{"lang:py", false}, MatchCase{"ended:30d", false}, MatchCase{"-ended:any", true},
        MatchCase{"introduced:v1.0..v2.0", true}, MatchCase{"introduced:v2.0..v3.0", false},
        MatchCase{"introduced:2025-11", true}, MatchCase{"introduced:30d", false},
        MatchCase{"introduced:pending", false}, MatchCase{"from:inc-42", true}, MatchCase{"from:INC-*", true},
        MatchCase{"form:comment", true}, MatchCase{"form:ledger", false}, MatchCase{"ticket:pay-142", true},
        MatchCase{"ticket:none", false}, MatchCase{"label:perf", true}, MatchCase{"label:slow", false},
        MatchCase{"verdict:none", true}, MatchCase{"verdict:any", false}, MatchCase{"period:this", true},
        MatchCase{"period:next", false}, MatchCase{"period:2026-11-01", true}, MatchCase{"author:kai", true},
        MatchCase{"author:kai@corp", true}, MatchCase{"author:mia", false},
        MatchCase{"class:reckless owner:@mia path:pay due:overdue bank", true},
        MatchCase{"class:reckless owner:@mia path:pay due:overdue shop", false}));

TEST(Matches, EndedItemsByTimeAndKind) {
    SnapshotBuilder builder;
    SnapshotBuilder::end(builder.add("a.cpp", 1, "x"), "2026-11-20", EndingKind::Dropped);
    const auto worklist = builder.assessed();
    const auto match = [&](std::string_view filter) {
        return matches(parseFilter(filter).value(), worklist->items[0], filterContext(*worklist));
    };

    EXPECT_TRUE(match("ended:30d"));
    EXPECT_FALSE(match("ended:2d"));
    EXPECT_TRUE(match("ended:dropped"));
    EXPECT_FALSE(match("ended:paid"));
    EXPECT_TRUE(match("state:ended"));
}

// For any clause c and any item: -c holds exactly where c does not, and clauses hold in any order.
TEST(Matches, NegationAndOrderAreLawful) {
    SnapshotBuilder builder;
    std::mt19937 random(7);
    for (std::uint32_t i = 0; i < 200; ++i) {
        Item& item = builder.add(i % 2 == 0 ? "src/a.cpp" : "tests/b.py", i + 1, i % 3 == 0 ? "bank" : "shop");
        item.annotation.stated.debtClass = static_cast<DebtClass>(random() % 3);
        if (random() % 2 == 0) item.annotation.stated.owner = random() % 2 == 0 ? "@mia" : "@kai";
        if (random() % 2 == 0) item.annotation.stated.due = day("2026-11-01") + std::chrono::days(random() % 60);
        if (random() % 4 == 0) builder.decide(item, field::kVerdict, "prudent");
        if (random() % 5 == 0) SnapshotBuilder::end(item, "2026-11-10");
    }
    const auto worklist = builder.assessed();
    const FilterContext context = filterContext(*worklist);
    const std::vector<std::string> clauses{"class:reckless", "owner:@mia,none", "mine",       "path:src/**",
                                           "due:..2w",       "state:inherited", "top:10%",    "ended:30d",
                                           "bank",           "age:1y..",        "verdict:any"};
    for (const std::string& clause : clauses) {
        const Filter plain = parseFilter(clause).value();
        const Filter minus = parseFilter("-" + clause).value();
        const Filter word = parseFilter("not:" + clause).value();
        const std::string& other = clauses[random() % clauses.size()];
        const Filter forth = parseFilter(clause + " " + other).value();
        const Filter back = parseFilter(other + " " + clause).value();
        for (const ItemView& view : worklist->items) {
            EXPECT_NE(matches(plain, view, context), matches(minus, view, context)) << clause;
            EXPECT_EQ(matches(minus, view, context), matches(word, view, context)) << clause;
            EXPECT_EQ(matches(forth, view, context), matches(back, view, context)) << clause << " " << other;
        }
    }
}

} // namespace
} // namespace paydown
