// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/end_to_end/program.h"
#include "tests/support/scratch_repository.h"

namespace paydown::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

std::string functionF(const std::string& statement, bool marked) {
    return "void f(void)\n{\n" + std::string(marked ? "    // TODO: f waits for nobody\n" : "") + "    start();\n    " +
           statement + "\n    stop();\n}\n\n";
}

std::string functionG(const std::string& statement) {
    return "void g(void)\n{\n    // TODO: g is slow\n    begin();\n    " + statement + "\n    end();\n}\n";
}

/// Five commits after the first: one in f, one in g, one elsewhere, the payment of f's debt, one in f again.
class Reporting : public ::testing::Test {
protected:
    Reporting() {
        repository.on("2026-03-01").write("a.c", functionF("a1();", true) + functionG("a();")).commit("Begin");
        repository.on("2026-06-01").write("a.c", functionF("a2();", true) + functionG("a();")).commit("Touch f");
        repository.on("2026-06-02").write("a.c", functionF("a2();", true) + functionG("b();")).commit("Touch g");
        repository.on("2026-06-03").write("b.c", "int b;\n").commit("Elsewhere");
        repository.on("2026-06-04").write("a.c", functionF("a3();", false) + functionG("b();")).commit("Pay f");
        repository.on("2026-06-05").write("a.c", functionF("a4();", false) + functionG("b();")).commit("Use f");
        repository.checkOut();
    }

    std::string markdown(std::vector<std::string> arguments = {}) {
        arguments.insert(arguments.begin(), {"report", "--format", "markdown"});
        const Said said = paydownIn(repository.path(), arguments);
        EXPECT_EQ(said.exitCode, 0) << said.err;
        return said.out;
    }

    ScratchRepository repository;
};

TEST_F(Reporting, CountsCommitsThatPassedThroughDebtThatStoodThen) {
    ASSERT_EQ(paydownIn(repository.path(), {"scan"}).exitCode, 0);
    const std::string text = markdown();
    // Touch f and touch g; not the payment, and not what used f when it was paid.
    EXPECT_THAT(text, HasSubstr("**40\u00a0% of the commits from 2026-03-08 to 2026-06-05 passed through"));
    EXPECT_THAT(text, HasSubstr("2 of 5 commits, merges aside"));
    EXPECT_THAT(text, HasSubstr("Ended: 1 paid."));
    EXPECT_THAT(text, HasSubstr("Its code was touched by 1 commit in the 90 days before, by 1 in the 1 day since."));
}

TEST_F(Reporting, IsAboutTheDaysAskedFor) {
    ASSERT_EQ(paydownIn(repository.path(), {"scan"}).exitCode, 0);
    EXPECT_THAT(markdown({"--period", "2026-Q2"}), HasSubstr("from 2026-04-01 to 2026-06-30"));
    EXPECT_THAT(markdown({"--period", "2026"}), HasSubstr("from 2026-01-01 to 2026-12-31"));
    EXPECT_THAT(markdown({"--since", "2026-06-02", "--until", "2026-06-03"}), HasSubstr("1 of 2 commits"));
    EXPECT_THAT(markdown({"--since", "HEAD~4"}), HasSubstr("from 2026-06-01 to 2026-06-05"));
    EXPECT_THAT(markdown({"--since", "6mo"}), HasSubstr("from 2026-05-24 to 2026-06-05"));
}

TEST_F(Reporting, RefusesDaysThatMakeNoSense) {
    ASSERT_EQ(paydownIn(repository.path(), {"scan"}).exitCode, 0);
    const Said backwards = paydownIn(repository.path(), {"report", "--since", "2026-06-05", "--until", "2026-06-01"});
    EXPECT_EQ(backwards.exitCode, 2);
    EXPECT_THAT(backwards.err, HasSubstr("would end on 2026-06-01, before it begins on 2026-06-05"));
    EXPECT_THAT(paydownIn(repository.path(), {"report", "--since", "soon"}).err, HasSubstr("'soon' names no day"));
    EXPECT_THAT(paydownIn(repository.path(), {"report", "--period", "soon"}).err, HasSubstr("'soon' is no period"));
}

TEST_F(Reporting, WritesOnePageToAFile) {
    ASSERT_EQ(paydownIn(repository.path(), {"scan"}).exitCode, 0);
    const ScratchFolder folder;
    const Said said = paydownIn(repository.path(), {"report", "--output", folder.path() + "/page.html"});
    EXPECT_EQ(said.exitCode, 0);
    EXPECT_EQ(said.out, "");
    const std::string page = folder.read("page.html");
    EXPECT_THAT(page, HasSubstr("<!doctype html>"));
    EXPECT_THAT(page, HasSubstr("f waits for nobody"));
    EXPECT_EQ(paydownIn(repository.path(), {"report"}).out, page);
    EXPECT_EQ(paydownIn(repository.path(), {"report", "-o", folder.path() + "/none/page.html"}).exitCode, 2);
}

TEST_F(Reporting, AsksForAScanFirst) {
    const Said said = paydownIn(repository.path(), {"report"});
    EXPECT_EQ(said.exitCode, 2);
    EXPECT_THAT(said.err, HasSubstr("run 'paydown scan'"));
}

TEST_F(Reporting, LeavesMergesOut) {
    repository.branch("topic").write("c.c", "int c;\n").commit("On a branch");
    repository.switchTo("main").write("d.c", "int d;\n").commit("On main");
    repository.merge("topic", "Merge topic");
    repository.checkOut();
    ASSERT_EQ(paydownIn(repository.path(), {"scan"}).exitCode, 0);
    const std::string text = markdown();
    EXPECT_THAT(text, HasSubstr("of 7 commits"));
    EXPECT_THAT(text, Not(HasSubstr("Merge topic")));
}

} // namespace
} // namespace paydown::testing
