// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/end_to_end/program.h"
#include "tests/support/scratch_repository.h"

namespace paydown::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

std::string debts(int count, const std::string& top = {}) {
    std::string text = top + "int begin;\n";
    for (int i = 0; i < count; ++i)
        text += "// TODO: number " + std::to_string(i) + "\nint n" + std::to_string(i) + ";\n";
    return text;
}

/// A mainline with a budget of three, and a topic that left it.
class Checking : public ::testing::Test {
protected:
    Checking() {
        repository.write("src/a.c", debts(4)).write("src/b.c", debts(0)).write("lib/c.c", debts(1));
        repository.write(".paydown.toml",
                         "[policy]\nmode = \"enforce\"\n[[policy.budget]]\npath = \"src/**\"\nlimit = 3\n");
        repository.commit("Begin");
        repository.branch("topic");
    }

    Said check(const std::vector<std::string>& arguments) {
        std::vector<std::string> command{"check"};
        command.insert(command.end(), arguments.begin(), arguments.end());
        return paydownIn(repository.checkOut().path(), command);
    }

    ScratchRepository repository;
};

TEST_F(Checking, HoldsABranchToWhatItsBaseHadWhereThatIsMoreThanTheBudget) {
    repository.write("src/b.c", debts(1)).commit("Add");
    const Said added = check({"--range", "main..topic"});
    EXPECT_EQ(added.exitCode, 1);
    EXPECT_THAT(added.out, HasSubstr("5 open items below src/**, and 4 are allowed"));
    repository.write("src/a.c", debts(3)).commit("Pay one");
    EXPECT_EQ(check({"--range", "main..topic"}).exitCode, 0);
}

TEST_F(Checking, ComparesWithWhereTheBranchLeftAndNotWithWhatTheMainlineDidSince) {
    repository.write("lib/d.c", debts(0)).commit("Nothing");
    repository.switchTo("main").write("src/a.c", debts(0)).commit("Main pays all");
    repository.switchTo("topic");
    const Said said = check({"--range", "main..topic"});
    EXPECT_EQ(said.exitCode, 0);
    EXPECT_EQ(said.out, "No debt is added, changed or ended.\n");
}

TEST_F(Checking, RefusesACommitThatBreaksABudgetAndSaysWhy) {
    repository.checkOut().writeOnDisk("src/b.c", debts(1)).stage({"."});
    ASSERT_EQ(paydownIn(repository.path(), {"hook", "install"}).exitCode, 0);
    const Said said = gitCommit(repository.path(), "Add");
    EXPECT_EQ(said.exitCode, 1);
    EXPECT_THAT(said.err, HasSubstr("src/b.c:2"));
    EXPECT_THAT(said.err, HasSubstr("5 open items below src/**, and 4 are allowed"));
}

TEST_F(Checking, CountsTheSameWithAndWithoutARegistry) {
    repository.checkOut().writeOnDisk("src/b.c", debts(1)).stage({"."});
    const auto budgets = [&] {
        return nlohmann::json::parse(paydownIn(repository.path(), {"check", "--format", "json"}).out)["budgets"];
    };
    const auto without = budgets();
    EXPECT_EQ(without[0]["before"], 4);
    ASSERT_EQ(paydownIn(repository.path(), {"scan", "-q"}).exitCode, 0);
    EXPECT_EQ(budgets(), without);
}

TEST_F(Checking, JudgesByTheConfigurationOfTheBranch) {
    repository.write("src/b.c", debts(1)).write(".paydown.toml", "[policy]\nmode = \"enforce\"\n").commit("Add");
    EXPECT_EQ(check({"--range", "main..topic"}).exitCode, 0);
}

TEST_F(Checking, CountsWhatIsSilencedAndAsksNothingOfIt) {
    repository.write("src/b.c", "// TODO: hush debt:ignore\n").commit("Hush");
    const Said said = check({"--range", "main..topic"});
    EXPECT_EQ(said.exitCode, 0);
    EXPECT_THAT(said.out, HasSubstr("1 more silenced by debt:ignore"));
    EXPECT_EQ(nlohmann::json::parse(check({"--range", "main..topic", "--format", "json"}).out)["silenced"], 1);
}

TEST_F(Checking, TellsMachinesHowABudgetStands) {
    repository.write("src/b.c", debts(1)).commit("Add");
    const auto report = nlohmann::json::parse(check({"--range", "main..topic", "--format", "json"}).out);
    EXPECT_EQ(report["budgets"], nlohmann::json::parse(R"([{"path":"src/**","limit":3,"before":4,"after":5}])"));
    EXPECT_TRUE(report["refused"]);
}

TEST_F(Checking, MakesAMarkdownSummaryForAPullRequest) {
    repository.write("src/b.c", "int b;\n// TODO: another thing\n").write("lib/c.c", debts(0)).commit("Add");
    const std::string text = check({"--range", "main..topic", "--format", "md"}).out;
    EXPECT_THAT(text, HasSubstr("**Technical debt:** 1 new, 1 ended."));
    EXPECT_THAT(text, HasSubstr("| debt/unclassified | src/b.c:2 |"));
    EXPECT_THAT(text, HasSubstr("| paid | lib/c.c |"));
}

TEST_F(Checking, ListsWhatIsOverdueForAScheduledJob) {
    EXPECT_EQ(check({"--overdue"}).out, "Nothing is overdue.\n");
    repository.write("lib/d.c", "// DEBT(prudent, 2026-01-31): old date\n//   why: it was promised\n").commit("Add");
    const Said said = check({"--overdue"});
    EXPECT_EQ(said.exitCode, 1);
    EXPECT_THAT(said.out, HasSubstr("old date"));
    EXPECT_EQ(check({"--range", "main..topic"}).exitCode, 0) << "a date never fails a pull request";
}

/// The fingerprints of a report.
std::vector<std::string> fingerprints(const Said& said) {
    std::vector<std::string> all;
    for (const auto& entry : nlohmann::json::parse(said.out)) all.push_back(entry["fingerprint"]);
    return all;
}

TEST_F(Checking, GivesADebtOneFingerprintHoweverItMovesAndIsReworded) {
    repository.write("lib/new.c", debts(1)).commit("Add");
    ASSERT_EQ(paydownIn(repository.checkOut().path(), {"scan"}).exitCode, 0);
    const auto first = fingerprints(check({"--range", "main..topic", "--format", "gitlab"}));
    repository.rename("lib/new.c", "lib/moved.c").commit("Move");
    repository.write("lib/moved.c", debts(1, "int top;\n\n")).commit("Push down");
    repository.write("lib/moved.c", "int top;\n\nint begin;\n// FIXME: number 0, really\nint n0;\n").commit("Reword");
    const auto later = fingerprints(check({"--range", "main..topic", "--format", "gitlab"}));
    const auto listed = fingerprints(paydownIn(repository.path(), {"list", "path:lib/moved.c", "--format", "gitlab"}));
    ASSERT_EQ(first.size(), 1U);
    EXPECT_EQ(later, first);
    EXPECT_EQ(listed, first);
}

TEST_F(Checking, SaysWhenFingerprintsAreOnlyHashesOfText) {
    repository.write("lib/new.c", debts(1)).commit("Add");
    EXPECT_THAT(check({"--range", "main..topic", "--format", "sarif"}).err, HasSubstr("fetch-depth: 0"));
    EXPECT_THAT(check({"--range", "main..topic"}).err, Not(HasSubstr("fetch-depth")));
}

TEST_F(Checking, GivesNoIdsOutOfAShallowCloneThatOtherClonesDoNotKnow) {
    const ScratchFolder folder;
    runGit(folder.path(), {"clone", "-q", "--depth", "1", "file://" + repository.path(), "shallow"});
    const std::string shallow = folder.path() + "/shallow";
    ASSERT_EQ(paydownIn(shallow, {"scan", "-q"}).exitCode, 0);
    const auto runs = nlohmann::json::parse(paydownIn(shallow, {"list", "--format", "sarif"}).out)["runs"];
    EXPECT_EQ(runs[0]["results"].size(), 5U);
    for (const auto& result : runs[0]["results"]) EXPECT_TRUE(result["partialFingerprints"].contains("paydownText/v1"));
}

} // namespace
} // namespace paydown::testing
