// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/report/html_report.h"

#include "tests/core/report/period_builder.h"

#include <regex>
#include <set>

namespace paydown::cli {
namespace {

using test::PeriodBuilder;
using test::SnapshotBuilder;
using ::testing::ContainsRegex;
using ::testing::HasSubstr;
using ::testing::Not;

std::string pageOf(const SnapshotBuilder& snapshot, const PeriodBuilder& period) {
    const Report report = makeReport(snapshot.assessed(), period.facts(), {});
    std::vector<ItemId> ids;
    for (const Item& item : report.worklist->snapshot->items) ids.push_back(item.id);
    const ShortIds shortIds(ids);
    return htmlReport({&report, &shortIds});
}

constexpr const char* kHostile = "</style><script>steal()</script><img src=x onerror='steal()'> \"&\x1b]0;";

/// Everything that a repository can say says something hostile.
std::string hostilePage() {
    SnapshotBuilder snapshot;
    snapshot.snapshot().name = kHostile;
    snapshot.snapshot().headName = kHostile;
    for (unsigned i = 0; i < 4; ++i) {
        Item& item = snapshot.add(std::string(kHostile) + "/" + kHostile, 1, kHostile);
        item.annotation.stated.owner = kHostile;
        item.annotation.stated.from = kHostile;
        item.annotation.stated.debtClass = DebtClass::Reckless;
        snapshot.touch(item, {"2026-11-01", "2026-10-01", "2026-09-30"}, kHostile);
    }
    snapshot.decide(snapshot.snapshot().items[1], field::kPeriod, "2026-11-01");
    snapshot.decide(snapshot.snapshot().items[2], field::kPeriod, "2026-11-01").slips = 5;
    SnapshotBuilder::end(snapshot.snapshot().items[3], "2026-10-10", EndingKind::Erased);
    SnapshotBuilder::introduce(snapshot.snapshot().items[0], "2026-10-10");
    PeriodBuilder period;
    PeriodCommit& commit = period.commit("2026-10-01", {0, 1, 2, 3}, {kHostile});
    commit.summary = kHostile;
    return pageOf(snapshot, period);
}

TEST(HtmlReport, HasNoMarkupOfTheRepository) {
    const std::string page = hostilePage();
    EXPECT_THAT(page, HasSubstr("&lt;script&gt;steal()"));
    EXPECT_THAT(page, Not(HasSubstr("<script")));
    EXPECT_THAT(page, Not(HasSubstr("<img")));
    EXPECT_EQ(page.find('\x1b'), std::string::npos);
}

TEST(HtmlReport, HoldsOnlyElementsThatItIsMadeOf) {
    const std::set<std::string> known{
        "html",  "head",  "meta",  "title",  "style", "body", "header",  "p",       "h1",         "nav",   "a",  "main",
        "ul",    "li",    "b",     "figure", "svg",   "rect", "path",    "text",    "figcaption", "span",  "h2", "h3",
        "table", "thead", "tbody", "tr",     "th",    "td",   "details", "summary", "div",        "footer"};
    const std::string page = hostilePage();
    const std::regex tag("<([a-z0-9]+)");
    for (std::sregex_iterator at(page.begin(), page.end(), tag), end; at != end; ++at) {
        EXPECT_TRUE(known.contains((*at)[1])) << (*at)[1];
    }
}

TEST(HtmlReport, ClosesEveryElementThatItOpens) {
    const std::string page = hostilePage();
    std::vector<std::string> open;
    const std::regex tag("<(/?)([a-z0-9]+)([^>]*)>");
    for (std::sregex_iterator at(page.begin(), page.end(), tag), end; at != end; ++at) {
        const std::string name = (*at)[2];
        const std::string rest = (*at)[3];
        if (name == "meta" || rest.ends_with("/")) continue;
        if ((*at)[1].length() == 0) {
            open.push_back(name);
            continue;
        }
        ASSERT_FALSE(open.empty()) << name;
        EXPECT_EQ(open.back(), name) << "near " << at->position();
        open.pop_back();
    }
    EXPECT_THAT(open, ::testing::IsEmpty());
}

TEST(HtmlReport, NeedsNothingButItself) {
    const std::string page = hostilePage();
    EXPECT_THAT(page, HasSubstr("default-src 'none'"));
    EXPECT_THAT(page, Not(ContainsRegex("<[a-z]+[^>]* (src|href)=\"[^#]")));
    EXPECT_THAT(page, Not(HasSubstr("url(")));
    EXPECT_THAT(page, Not(HasSubstr("@import")));
}

TEST(HtmlReport, OpensWithTheTaxAndGivesTheCommitsBehindIt) {
    SnapshotBuilder snapshot;
    snapshot.add("a.cpp", 88, "retries forever");
    PeriodBuilder period;
    period.commit("2026-10-01", {0});
    period.commit("2026-10-02");
    const std::string page = pageOf(snapshot, period);
    EXPECT_THAT(page, HasSubstr("<h1>50\u00a0% of the commits from <span class=\"date\">2026-09-01</span> to "
                                "<span class=\"date\">2026-11-30</span> passed through code with known debt.</h1>"));
    EXPECT_THAT(page, HasSubstr("1 of 2 commits, merges aside. One debt is half of it."));
    EXPECT_THAT(page, HasSubstr("<summary>All 1 commit that passed through debt</summary>"));
    EXPECT_THAT(page, HasSubstr("0101010101</span>2026-10-01 change 0"));
}

TEST(HtmlReport, NamesNobodyButWhomThePlanNames) {
    SnapshotBuilder snapshot;
    SnapshotBuilder::end(snapshot.add("a.cpp", 1, "paid"), "2026-10-10");
    SnapshotBuilder::introduce(snapshot.add("b.cpp", 1, "new"), "2026-10-10", "Zoe");
    PeriodBuilder period;
    period.commit("2026-10-01", {0});
    const std::string page = pageOf(snapshot, period);
    EXPECT_THAT(page, Not(HasSubstr("Zoe")));
    EXPECT_THAT(page, Not(HasSubstr("Ada")));
}

TEST(HtmlReport, SaysSoWhereThereIsNothing) {
    const std::string page = pageOf(SnapshotBuilder(), PeriodBuilder());
    EXPECT_THAT(page, HasSubstr("<h1>There are no commits from "));
    EXPECT_THAT(page, HasSubstr("No debt ended in the period."));
    EXPECT_THAT(page, HasSubstr("No open debt is awake."));
}

} // namespace
} // namespace paydown::cli
