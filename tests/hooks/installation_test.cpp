// SPDX-License-Identifier: GPL-3.0-or-later
#include "hooks/installation.h"

#include "core/base/error.h"
#include "tests/support/scratch_repository.h"

#include <filesystem>

namespace paydown::hooks {
namespace {

using paydown::testing::ScratchFolder;
using paydown::testing::ScratchRepository;
using paydown::testing::tryGit;
using ::testing::HasSubstr;

/// A repository, and a program in paydown's place that ends as it is told.
class Installation : public ::testing::Test {
protected:
    void SetUp() override { scratch.write("a", "1").commit(); }

    std::string programThat(const std::string& ending) {
        return writeScript(tools.path() + "/paydown", "echo \"judged $*\"; " + ending);
    }
    static std::string writeScript(const std::string& path, const std::string& body) {
        std::filesystem::create_directories(std::filesystem::path(path).parent_path());
        const std::filesystem::path file(path);
        ScratchFolder staging;
        staging.write("script", "#!/bin/sh\n" + body + "\n");
        std::filesystem::copy_file(staging.path() + "/script", file, std::filesystem::copy_options::overwrite_existing);
        std::filesystem::permissions(file, std::filesystem::perms::owner_all);
        return path;
    }
    [[nodiscard]] git::Repository repository() const { return git::Repository::open(scratch.path()); }
    [[nodiscard]] paydown::testing::GitOutcome commit(const std::vector<std::string>& more = {}) const {
        std::vector<std::string> words{"commit", "--allow-empty", "-m", "x"};
        words.insert(words.end(), more.begin(), more.end());
        return tryGit(scratch.path(), words);
    }

    ScratchRepository scratch;
    ScratchFolder tools;
};

TEST_F(Installation, JudgesTheNextCommit) {
    const auto status = installHook(repository(), programThat("exit 0"));
    const auto made = commit();

    EXPECT_TRUE(status.installed);
    EXPECT_FALSE(status.chained);
    EXPECT_EQ(made.exitCode, 0);
    EXPECT_THAT(made.text, HasSubstr("judged check --hook"));
}

TEST_F(Installation, RefusesWhatThePolicyRefuses) {
    installHook(repository(), programThat("exit 1"));

    EXPECT_EQ(commit().exitCode, 1);
    EXPECT_EQ(commit({"--no-verify"}).exitCode, 0);
}

TEST_F(Installation, NeverBlocksWhenPaydownItselfFails) {
    installHook(repository(), programThat("exit 2"));
    EXPECT_EQ(commit().exitCode, 0);

    programThat("kill -9 $$");
    EXPECT_EQ(commit().exitCode, 0);
}

TEST_F(Installation, CanBeSkipped) {
    installHook(repository(), programThat("exit 1"));
    setenv("SKIP", "lint,paydown", 1);
    const auto made = commit();
    unsetenv("SKIP");

    EXPECT_EQ(made.exitCode, 0);
}

TEST_F(Installation, SharesDecisionsOnlyWhenAskedTo) {
    EXPECT_FALSE(installHook(repository(), programThat("exit 0")).sharesDecisions);
    EXPECT_TRUE(installHook(repository(), programThat("exit 0"), HookSet::CheckAndShare).sharesDecisions);
    EXPECT_TRUE(uninstallHook(repository()));
    EXPECT_FALSE(hookStatus(repository()).sharesDecisions);
}

TEST_F(Installation, SharesBeforeAPushAndNeverStopsIt) {
    const ScratchFolder remote;
    tryGit(remote.path(), {"init", "--bare"});
    tryGit(scratch.path(), {"remote", "add", "origin", remote.path()});
    installHook(repository(), programThat("exit 2"), HookSet::CheckAndShare);

    const auto pushed = tryGit(scratch.path(), {"push", "origin", "main"});

    EXPECT_EQ(pushed.exitCode, 0);
    EXPECT_THAT(pushed.text, HasSubstr("judged sync --quiet -- origin"));
}

TEST_F(Installation, SharesAfterAMerge) {
    scratch.branch("side").write("b", "2").commit();
    scratch.switchTo("main").checkOut();
    installHook(repository(), programThat("exit 0"), HookSet::CheckAndShare);

    EXPECT_THAT(tryGit(scratch.path(), {"merge", "side"}).text, HasSubstr("judged sync --quiet"));
}

TEST_F(Installation, CallsTheHookThatStoodThere) {
    writeScript(scratch.path() + "/.git/hooks/pre-commit", "echo \"before\"; exit 0");
    const auto status = installHook(repository(), programThat("exit 0"));
    const auto made = commit();

    EXPECT_TRUE(status.chained);
    EXPECT_THAT(made.text, HasSubstr("before\njudged"));
}

TEST_F(Installation, LetsTheHookThatStoodThereRefuse) {
    writeScript(scratch.path() + "/.git/hooks/pre-commit", "exit 3");
    installHook(repository(), programThat("exit 0"));

    EXPECT_EQ(commit().exitCode, 1);
}

TEST_F(Installation, GivesBackWhatStoodThere) {
    writeScript(scratch.path() + "/.git/hooks/pre-commit", "echo before");
    installHook(repository(), programThat("exit 0"));
    installHook(repository(), programThat("exit 0"));

    EXPECT_TRUE(uninstallHook(repository()));
    EXPECT_TRUE(hookStatus(repository()).foreign);
    EXPECT_THAT(commit().text, HasSubstr("before"));
    EXPECT_FALSE(uninstallHook(repository()));
}

TEST_F(Installation, LeavesNothingBehind) {
    installHook(repository(), programThat("exit 0"));
    uninstallHook(repository());
    const auto status = hookStatus(repository());

    EXPECT_FALSE(status.installed);
    EXPECT_FALSE(std::filesystem::exists(status.path));
}

TEST_F(Installation, RespectsTheConfiguredFolder) {
    scratch.git({"config", "core.hooksPath", "own-hooks"});
    const auto status = installHook(repository(), programThat("exit 0"));

    EXPECT_EQ(status.path, scratch.path() + "/own-hooks/pre-commit");
    EXPECT_FALSE(status.shared);
    EXPECT_THAT(commit().text, HasSubstr("judged"));
}

TEST_F(Installation, SaysThatAFolderElsewhereIsShared) {
    scratch.git({"config", "core.hooksPath", tools.path() + "/hooks"});

    EXPECT_TRUE(hookStatus(repository()).shared);
}

TEST_F(Installation, ServesLinkedWorkTrees) {
    ScratchFolder folder;
    scratch.git({"worktree", "add", "-q", folder.path() + "/tree"});
    installHook(git::Repository::open(folder.path() + "/tree"), programThat("exit 0"));
    const auto made = tryGit(folder.path() + "/tree", {"commit", "--allow-empty", "-m", "x"});

    EXPECT_THAT(made.text, HasSubstr("judged"));
    EXPECT_THAT(commit().text, HasSubstr("judged"));
}

} // namespace
} // namespace paydown::hooks
