// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/annotations/arguments.h"

namespace paydown::annotations {
namespace {

using namespace std::chrono_literals;

/// What a list of arguments of a DEBT states.
struct Listed {
    Statement stated;
    std::vector<Diagnostic> remarks;
};

Listed read(std::string_view list, Dialect dialect = Dialect::Debt) {
    Listed listed;
    StatementBuilder builder(dialect, listed.stated, listed.remarks);
    builder.addList(list, 7);
    return listed;
}

TEST(Arguments, TakesTheFirstRowThatFits) {
    const struct {
        const char* argument;
        Looks looks;
    } cases[] = {
        {"reckless", Looks::Class},
        {"Prudent", Looks::Class},
        {"DELIBERATE", Looks::Intent},
        {"inadvertent", Looks::Intent},
        {"!", Looks::Urgency},
        {"!!", Looks::Urgency},
        {"!!!", Looks::Other},
        {"2026-09-30", Looks::Due},
        {"2026-09", Looks::Due},
        {"2026-Q3", Looks::Due},
        {"2026-W40", Looks::Due},
        {"1969-12-31", Looks::BadDue},
        {"2201-01-01", Looks::BadDue},
        {"2026-13-01", Looks::BadDue},
        {"2026-02-30", Looks::BadDue},
        {"2026-Q5", Looks::BadDue},
        {"2026/09/30", Looks::BadDue},
        {"30m", Looks::Effort},
        {"4h", Looks::Effort},
        {"2d", Looks::Effort},
        {"1.5d", Looks::Effort},
        {"1w", Looks::Effort},
        {"2days", Looks::BadEffort},
        {"99999999999999d", Looks::BadEffort},
        {"64bit", Looks::Other},
        {"#123", Looks::Ticket},
        {"ABC-123", Looks::Ticket},
        {"A2B_C-1", Looks::Ticket},
        {"org/repo#5", Looks::Ticket},
        {"gh-12", Looks::Ticket},
        {"bpo-1", Looks::Ticket},
        {"b/123", Looks::Ticket},
        {"crbug.com/1", Looks::Ticket},
        {"https://bugs.example/1?a=b", Looks::Ticket},
        {"issues/12", Looks::Ticket},
        {"bugs/x", Looks::Other},
        {"X86-64", Looks::BareWord},
        {"http://x", Looks::Ticket},
        {"UTF-8", Looks::BareWord},
        {"SHA-256", Looks::BareWord},
        {"ISO-8601", Looks::BareWord},
        {"RFC-2119", Looks::BareWord},
        {"CVE-2026", Looks::BareWord},
        {"abc-123", Looks::BareWord},
        {"#", Looks::Other},
        {"#x1", Looks::Other},
        {"@mia", Looks::Owner},
        {"@org/team", Looks::Owner},
        {"@m\xC3\xBCller", Looks::Owner},
        {"a@b.example", Looks::Owner},
        {"@", Looks::Other},
        {"@a b", Looks::Other},
        {"alice", Looks::BareWord},
        {"v2.0", Looks::BareWord},
        {"123", Looks::Other},
        {"two words", Looks::Other},
    };
    for (const auto& c : cases) EXPECT_EQ(looksOf(c.argument), c.looks) << c.argument;
}

TEST(Arguments, AreReadInAnyOrder) {
    const auto [stated, remarks] = read("reckless, @mia, 2026-09-30, 2d, PAY-142");
    const auto [shuffled, otherRemarks] = read("PAY-142 ,2d,2026-09-30 , @mia,reckless");
    EXPECT_EQ(stated, shuffled);
    EXPECT_TRUE(remarks.empty() && otherRemarks.empty());
    EXPECT_EQ(stated.debtClass, DebtClass::Reckless);
    EXPECT_EQ(stated.owner, "@mia");
    EXPECT_EQ(stated.due, parseDate("2026-09-30"));
    EXPECT_EQ(stated.effort, 960min);
    EXPECT_EQ(stated.ticket, "PAY-142");
}

TEST(Arguments, TakesTheLastDayOfWhatADueDateNames) {
    EXPECT_EQ(read("2026-09").stated.due, parseDate("2026-09-30"));
    EXPECT_EQ(read("2026-Q3").stated.due, parseDate("2026-09-30"));
    EXPECT_EQ(read("2026-W40").stated.due, parseDate("2026-10-04"));
}

TEST(Arguments, ReadsEveryKey) {
    const auto [stated, remarks] =
        read("owner=mia, due=2026-09, effort=4h, ticket=PAY-1, class=prudent, intent=deliberate, category=design, "
             "why=\"a, b\", fix='c, d', review=2027-Q1, from=INC-42, path=src/**, id=pool");
    EXPECT_TRUE(remarks.empty());
    EXPECT_EQ(stated.owner, "@mia");
    EXPECT_EQ(stated.due, parseDate("2026-09-30"));
    EXPECT_EQ(stated.effort, 240min);
    EXPECT_EQ(stated.ticket, "PAY-1");
    EXPECT_EQ(stated.debtClass, DebtClass::Prudent);
    EXPECT_EQ(stated.intent, Intent::Deliberate);
    EXPECT_EQ(stated.category, "design");
    EXPECT_EQ(stated.why, "a, b");
    EXPECT_EQ(stated.fix, "c, d");
    EXPECT_EQ(stated.review, "2027-Q1");
    EXPECT_EQ(stated.from, "INC-42");
    EXPECT_EQ(stated.path, "src/**");
    EXPECT_EQ(stated.key, "pool");
}

TEST(Arguments, KeepsUnknownKeysAndSaysWhatWasMeant) {
    const auto [stated, remarks] = read("onwer=@mia, colour=red");
    EXPECT_EQ(stated.extra.at("onwer"), "@mia");
    EXPECT_EQ(stated.extra.at("colour"), "red");
    ASSERT_EQ(remarks.size(), 2U);
    EXPECT_EQ(remarks[0].message, "unknown key \"onwer\": did you mean owner?");
    EXPECT_EQ(remarks[1].message, "unknown key \"colour\"");
    EXPECT_EQ(remarks[0].line, 7U);
}

TEST(Arguments, AsksForTheWordThatIsOneEditAway) {
    for (const char* word : {"recless", "reckles", "prudnet", "prudente", "deliberat"}) {
        const auto [stated, remarks] = read(word);
        EXPECT_EQ(stated.labels, std::vector<std::string>{word});
        EXPECT_EQ(remarks.size(), 1U) << word;
    }
    EXPECT_TRUE(read("student, performance").remarks.empty());
}

TEST(Arguments, KeepsAMistakenClassAsALabelAndSaysSo) {
    const auto [stated, remarks] = read("class=recless, intent=careless");
    EXPECT_EQ(stated.labels, (std::vector<std::string>{"recless", "careless"}));
    ASSERT_EQ(remarks.size(), 2U);
    EXPECT_EQ(remarks[0].message, "\"recless\": did you mean reckless?");
    EXPECT_EQ(remarks[1].message, "\"careless\" is no class: write reckless or prudent");
}

TEST(Arguments, LetsTheFirstOfTwoWin) {
    const auto [stated, remarks] = read("@mia, reckless, owner=@kai, prudent, !, !!");
    EXPECT_EQ(stated.owner, "@mia");
    EXPECT_EQ(stated.debtClass, DebtClass::Reckless);
    EXPECT_EQ(stated.urgency, 1);
    EXPECT_EQ(remarks.size(), 3U);
}

TEST(Arguments, KeepsAMalformedDateOrEffortAsALabel) {
    const auto [stated, remarks] = read("2026-13-01, due=soon, 2days, effort=big");
    EXPECT_FALSE(stated.due || stated.effort);
    EXPECT_EQ(stated.labels, (std::vector<std::string>{"2026-13-01", "soon", "2days", "big"}));
    EXPECT_EQ(remarks.size(), 4U);
}

TEST(Arguments, UnescapesQuotes) {
    EXPECT_EQ(read(R"(why="say \"no\", twice")").stated.why, "say \"no\", twice");
    EXPECT_EQ(read(R"("a, b")").stated.labels, std::vector<std::string>{"a, b"});
    EXPECT_EQ(read("why=don't, @mia").stated.owner, "@mia");
}

TEST(Arguments, CountsADayAsEightHoursAndAWeekAsFiveDays) {
    const struct {
        const char* text;
        std::optional<std::chrono::minutes> effort;
    } cases[] = {{"30m", 30min},       {"4h", 240min}, {"1d", 480min}, {"1.5d", 720min}, {"1w", 2400min},
                 {"0.5h", 30min},      {"", {}},       {"d", {}},      {"1", {}},        {"1x", {}},
                 {"1.d", {}},          {".5d", {}},    {"-1d", {}},    {"1 d", {}},      {"1D", {}},
                 {"520w", 1248000min}, {"521w", {}},   {"1e3d", {}},   {"0d", 0min}};
    for (const auto& c : cases) EXPECT_EQ(parseEffort(c.text), c.effort) << c.text;
}

} // namespace
} // namespace paydown::annotations
