// SPDX-License-Identifier: GPL-3.0-or-later
// The snippets of docs/ci.md are run as a machine of CI would run them.
#include "tests/end_to_end/program.h"
#include "tests/support/scratch_repository.h"

#include <filesystem>

namespace paydown::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class Snippets : public ::testing::Test {
protected:
    Snippets() {
        story.write("pay.c", "int a;\n// TODO: old thing\nint b;\n").commit("Begin");
        story.branch("topic").write("new.c", "// DEBT(reckless): new thing\n").commit("Add");
        story.checkOut();
        runGit(folder.path(), {"clone", "-q", story.path(), "clone"});
    }

    [[nodiscard]] std::string clone() const { return folder.path() + "/clone"; }
    void enforce() {
        story.write(".paydown.toml", "[policy]\nmode = \"enforce\"\n").commit("Enforce");
        story.checkOut();
        runGit(clone(), {"pull", "-q"});
    }

    /// Runs what the snippet of a name would run, in the clone; a step that fails ends it, as there.
    Said runSnippet(const std::string& name, std::vector<std::string> environment) const {
        const std::string source = PAYDOWN_SOURCE_DIR;
        environment.push_back("GITHUB_STEP_SUMMARY=" + folder.path() + "/summary.md");
        const std::string command = "set -eo pipefail; commands=$('" + source +
                                    "/tests/end_to_end/rules/commands_of' '" + source + "/docs/ci.md' '" + name +
                                    "'); eval \"$commands\"";
        return shellIn(clone(), command, environment);
    }

    ScratchRepository story;
    ScratchFolder folder;
};

TEST_F(Snippets, OfAWorkflowRemarkOnThePullRequest) {
    const Said said = runSnippet(".github/workflows/debt.yml", {"GITHUB_BASE_REF=main"});
    EXPECT_EQ(said.exitCode, 0) << said.err;
    EXPECT_THAT(said.out, HasSubstr("::warning file=new.c,line=1"));
    EXPECT_THAT(said.out, Not(HasSubstr("old thing")));
    EXPECT_THAT(folder.read("summary.md"), HasSubstr("**Technical debt:** 1 new."));
    EXPECT_THAT(folder.read("clone/paydown.sarif"), HasSubstr("old thing"));
}

TEST_F(Snippets, OfAWorkflowFailWhereThePolicyIsEnforced) {
    enforce();
    const Said said = runSnippet(".github/workflows/debt.yml", {"GITHUB_BASE_REF=main"});
    EXPECT_EQ(said.exitCode, 1);
    EXPECT_THAT(said.out, HasSubstr("::error file=new.c,line=1"));
    EXPECT_THAT(folder.read("clone/paydown.sarif"), HasSubstr("old thing")) << "the export comes first";
}

TEST_F(Snippets, OfAScheduledWorkflowNameWhatIsOverdue) {
    EXPECT_EQ(runSnippet(".github/workflows/overdue.yml", {}).exitCode, 0);
    story.write("due.c", "// DEBT(prudent, 2026-02-01): promised\n").commit("Promise");
    story.checkOut();
    runGit(clone(), {"pull", "-q"});
    const Said said = runSnippet(".github/workflows/overdue.yml", {});
    EXPECT_EQ(said.exitCode, 1);
    EXPECT_THAT(said.out, HasSubstr("promised"));
}

TEST_F(Snippets, OfAPipelineExportTheReportAndJudge) {
    const std::string base = runGit(clone(), {"rev-parse", "origin/main"}).substr(0, 40);
    const Said said = runSnippet(".gitlab-ci.yml", {"CI_MERGE_REQUEST_DIFF_BASE_SHA=" + base});
    EXPECT_EQ(said.exitCode, 0) << said.err;
    EXPECT_THAT(said.out, HasSubstr("new.c:1"));
    EXPECT_EQ(nlohmann::json::parse(folder.read("clone/gl-code-quality-report.json")).size(), 2U);
    enforce();
    EXPECT_EQ(runSnippet(".gitlab-ci.yml", {"CI_MERGE_REQUEST_DIFF_BASE_SHA=" + base}).exitCode, 1);
}

TEST_F(Snippets, OfPreCommitNameHooksThatThisRepositoryOffersAndThatRun) {
    const std::string source = PAYDOWN_SOURCE_DIR;
    const std::string tool =
        "import sys, yaml\n"
        "hooks = {hook['id']: hook for hook in yaml.safe_load(open(sys.argv[1]))}\n"
        "page = open(sys.argv[2]).read().split('# .pre-commit-config.yaml\\n')[1].split('```')[0]\n"
        "for used in yaml.safe_load(page)['repos'][0]['hooks']: print(hooks[used['id']]['entry'])\n";
    story.writeOnDisk("tool.py", tool);
    const Said entries = shellIn(story.path(), "/usr/bin/python3 tool.py '" + source + "/.pre-commit-hooks.yaml' '" +
                                                   source + "/docs/ci.md'");
    EXPECT_EQ(entries.out, "paydown check --hook\npaydown check --message\n") << entries.err;
    story.writeOnDisk("b.c", "// TODO: staged\n").stage({"b.c"}).writeOnDisk("message", "Pay\n\nPays: D-7f3k\n");
    EXPECT_THAT(shellIn(story.path(), "paydown check --hook").err, HasSubstr("1 new: b.c:1"));
    EXPECT_THAT(shellIn(story.path(), "paydown check --message message").err, HasSubstr("Pays: D-7f3k"));
}

} // namespace
} // namespace paydown::testing
