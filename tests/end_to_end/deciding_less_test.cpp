// SPDX-License-Identifier: GPL-3.0-or-later
// From three thousand to twenty: the line, rules, groups, the review, saved filters.
#include "tests/end_to_end/program.h"
#include "tests/support/scratch_repository.h"

namespace paydown::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class DecidingLess : public ::testing::Test {
protected:
    Said paydown(const std::vector<std::string>& arguments) const { return paydownIn(repository.path(), arguments); }
    void scan() {
        repository.checkOut();
        ASSERT_EQ(paydown({"scan", "-q"}).exitCode, 0);
    }
    /// Titles of what is in a state, by place.
    std::vector<std::string> titles(const std::string& filter) const {
        std::vector<std::string> all;
        for (const auto& item : itemsIn(repository.path(), {filter})) all.push_back(item["title"]);
        return all;
    }

    ScratchRepository repository;
};

TEST_F(DecidingLess, DrawsTheLineByAncestryAndNotByDate) {
    repository.on("2026-01-10").write("a.c", "// TODO: before\n").commit();
    repository.branch("long").on("2026-02-01").write("b.c", "// TODO: old work, merged late\n").commit();
    repository.switchTo("main").on("2026-06-01").write("c.c", "int c;\n").commit("The line");
    repository.tag("v1.0");
    repository.on("2026-07-01").write(".paydown.toml", "[inbox]\nsince = \"v1.0\"\n").commit();
    repository.on("2026-08-01").merge("long");
    scan();
    EXPECT_EQ(titles("state:new"), std::vector<std::string>{"old work, merged late"});
    EXPECT_EQ(titles("state:inherited"), std::vector<std::string>{"before"});
}

TEST_F(DecidingLess, ShowsWhatARuleCoversBeforeItIsSaved) {
    repository.write("tests/a.c", "// TODO: one\n// TODO: two\n// DEBT(prudent): three\n")
        .write("b.c", "// TODO: four\n");
    repository.commit();
    scan();
    const std::vector<std::string> rule{"rule", "path:tests/**", "tag:TODO,DEBT", "class=prudent"};
    const Said shown = paydown(rule);
    EXPECT_EQ(shown.exitCode, 0) << shown.err;
    EXPECT_THAT(shown.out, HasSubstr("It covers 3 open items, and changes 2 of them"));
    EXPECT_THAT(shown.out,
                HasSubstr("[[rule]]\nwhen = \"path:tests/** tag:TODO,DEBT\"\nthen = { class = \"prudent\" }\n"));
    EXPECT_EQ(titles("class:prudent").size(), 1U) << "nothing was saved";
    std::vector<std::string> saved = rule;
    saved.emplace_back("--save");
    EXPECT_THAT(paydown(saved).out, HasSubstr("It covers 3 open items"));
    EXPECT_EQ(titles("class:prudent").size(), 3U);
    EXPECT_THAT(paydown({"rule"}).out, HasSubstr("      3  path:tests/** tag:TODO,DEBT: class prudent"));
}

TEST_F(DecidingLess, RefusesARuleThatSaysNothingOrTooMuch) {
    repository.write("a.c", "// TODO: one\n").commit();
    scan();
    EXPECT_THAT(paydown({"rule", "path:tests/**"}).err, HasSubstr("says nothing of what it finds"));
    EXPECT_THAT(paydown({"rule", "class=prudent"}).err, HasSubstr("says nothing of where it holds"));
    EXPECT_THAT(paydown({"rule", "state:new", "class=prudent"}).err, HasSubstr("a rule cannot depend on state"));
    EXPECT_THAT(paydown({"rule", "tag:TODO", "class=pruden"}).err, HasSubstr("there is no class 'pruden'"));
}

TEST_F(DecidingLess, DecidesAboutAllOfTheSameTextAtOnce) {
    repository.write("a.c", "// TODO: remove when the flag is gone\n")
        .write("b.c", "// FIXME: Remove when the flag is gone\n");
    repository.write("c.c", "// TODO: other\n").commit();
    scan();
    EXPECT_THAT(paydown({"list", "--groups"}).out, HasSubstr("    2  "));
    const std::string id = itemsIn(repository.path(), {"path:a.c"})[0]["id"];
    EXPECT_THAT(paydown({"set", id, "--alike", "not-debt"}).out, HasSubstr("Decided about 2 items"));
    EXPECT_EQ(titles(""), std::vector<std::string>{"other"});
    EXPECT_THAT(paydown({"list", "--groups"}).out, HasSubstr("No two open items"));
}

TEST_F(DecidingLess, ReviewsTheTwentyMostWorthALook) {
    std::string text;
    for (int i = 0; i < 30; ++i) text += "// TODO: thing " + std::to_string(i) + "\nint n" + std::to_string(i) + ";\n";
    repository.on("2026-11-01").write("a.c", text + "// TODO: thing 0\n").commit();
    scan();
    const auto review = nlohmann::json::parse(paydown({"list", "--queue", "review", "--format", "json"}).out)["items"];
    EXPECT_EQ(review.size(), 20U);
    EXPECT_EQ(review[0]["rank"], 1);
    EXPECT_THAT(paydown({"list", "--queue", "answer"}).out, HasSubstr("Nothing needs an answer."));
}

TEST_F(DecidingLess, SaysInFiveLinesWhatMatters) {
    repository.on("2026-11-20").write("a.c", "// DEBT(reckless, 2026-11-25): soon\n// TODO: later\n").commit();
    scan();
    const std::string five = paydown({}).out;
    EXPECT_EQ(std::count(five.begin(), five.end(), '\n'), 5);
    for (const char* line :
         {"new    2 items", "woke   0 of 0", "due    0 overdue, 1 within a week", "mine   ", "next   paydown "})
        EXPECT_THAT(five, HasSubstr(line));
}

TEST_F(DecidingLess, UsesSavedFiltersByName) {
    repository.write(".paydown.toml", "[filters]\nlate = \"path:a.c -tag:DEBT\"\n[[rule]]\nwhen = \"filter:late\"\n"
                                      "then = { owner = \"@qa\" }\n");
    repository.write("a.c", "// TODO: one\n// DEBT(prudent): two\n").write("b.c", "// TODO: three\n").commit();
    scan();
    EXPECT_EQ(titles("filter:late"), std::vector<std::string>{"one"});
    EXPECT_EQ(titles("-filter:late").size(), 2U);
    EXPECT_EQ(titles("owner:@qa"), std::vector<std::string>{"one"});
    EXPECT_THAT(paydown({"set", "--where", "filter:late", "--dry-run", "--", "prudent"}).out,
                HasSubstr("1 item would"));
    const Said wrong = paydown({"list", "filter:lat"});
    EXPECT_EQ(wrong.exitCode, 2);
    EXPECT_THAT(wrong.err, HasSubstr("did you mean filter:late?"));
}

TEST_F(DecidingLess, OffersToTheShellWhatCouldFollow) {
    repository.write(".paydown.toml", "[filters]\nlate = \"path:a.c\"\n").write("a.c", "// TODO(@mia): one\n").commit();
    repository.checkOut();
    EXPECT_EQ(paydown({"complete", "filter:"}).out, "filter:late\n");
    EXPECT_EQ(paydown({"complete", "cla"}).out, "class:\n");
    scan();
    EXPECT_EQ(paydown({"complete", "owner:@m"}).out, "owner:@mia\n");
    EXPECT_THAT(paydown({"--help"}).out, Not(HasSubstr("complete")));
}

TEST_F(DecidingLess, HasTheDoctorNameALineThatIsNoCommit) {
    repository.write("a.c", "int a;\n").write(".paydown.toml", "[inbox]\nsince = \"v9\"\n").commit();
    repository.checkOut();
    const Said said = paydown({"doctor"});
    EXPECT_EQ(said.exitCode, 1);
    EXPECT_THAT(said.out, HasSubstr("[inbox] since names no commit of this clone: v9"));
}

} // namespace
} // namespace paydown::testing
