// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/end_to_end/program.h"
#include "tests/support/scratch_repository.h"

#include <filesystem>

namespace paydown::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class Committing : public ::testing::Test {
protected:
    Committing() {
        repository.write("a.c", "int a;\n// TODO: old\nint b;\n").commit();
        repository.checkOut();
        EXPECT_EQ(paydownIn(repository.path(), {"hook", "install"}).exitCode, 0);
    }

    Said commit(const std::string& path, const std::string& bytes) {
        repository.writeOnDisk(path, bytes).stage({path});
        return gitCommit(repository.path(), "Change " + path);
    }

    ScratchRepository repository;
};

TEST_F(Committing, IsSilentWhenNoDebtChanges) {
    const Said said = commit("a.c", "int a;\n// TODO: old\nint b;\nint c;\n");
    EXPECT_EQ(said.exitCode, 0);
    EXPECT_THAT(said.out + said.err, Not(HasSubstr("paydown")));
    EXPECT_THAT(said.out + said.err, Not(HasSubstr("new:")));
}

TEST_F(Committing, SaysWhatACommitAdds) {
    const Said said = commit("b.c", "// DEBT(reckless): retries forever\n");
    EXPECT_EQ(said.exitCode, 0);
    EXPECT_THAT(said.err, HasSubstr("b.c:1"));
    EXPECT_THAT(said.err, HasSubstr("reckless"));
}

TEST_F(Committing, FindsNothingNewInAMove) {
    repository.writeOnDisk("d/moved.c", "int a;\n// TODO: old\nint b;\n");
    std::filesystem::remove(repository.path() + "/a.c");
    repository.stage({"a.c", "d/moved.c"});
    const Said said = gitCommit(repository.path(), "Move");
    EXPECT_EQ(said.exitCode, 0);
    EXPECT_THAT(said.out + said.err, Not(HasSubstr("new:")));
}

TEST_F(Committing, IsRefusedWhereThePolicyIsEnforcedAndSaysWhatToType) {
    repository.writeOnDisk(".paydown.toml", "[policy]\nmode = \"enforce\"\n").stage({".paydown.toml"});
    ASSERT_EQ(gitCommit(repository.path(), "Enforce").exitCode, 0);
    const Said said = commit("b.c", "// DEBT(reckless): retries forever\n");
    EXPECT_EQ(said.exitCode, 1);
    EXPECT_THAT(said.err, HasSubstr("DEBT(reckless, @"));
    EXPECT_EQ(gitCommit(repository.path(), "Skip", {"SKIP=paydown"}).exitCode, 0);
}

TEST_F(Committing, JudgesOnlyWhatIsStaged) {
    repository.writeOnDisk("b.c", "int x;\n").stage({"b.c"});
    repository.writeOnDisk("b.c", "// TODO: not staged\nint x;\n");
    EXPECT_THAT(gitCommit(repository.path(), "Partial").err, Not(HasSubstr("new:")));
}

TEST_F(Committing, PassesWhenPaydownItselfCannotRun) {
    repository.writeOnDisk(".paydown.toml", "[policy\n").stage({".paydown.toml"});
    const Said said = gitCommit(repository.path(), "Break the configuration");
    EXPECT_EQ(said.exitCode, 0);
    EXPECT_THAT(said.err, HasSubstr("paydown"));
}

TEST(Hook, ChainsToAnExistingOneAndGivesItBack) {
    ScratchRepository repository;
    repository.write("a.c", "int a;\n").commit();
    repository.checkOut();
    const std::string hook = repository.path() + "/.git/hooks/pre-commit";
    repository.writeOnDisk(".git/hooks/pre-commit", "#!/bin/sh\necho the old hook ran\n");
    std::filesystem::permissions(hook, std::filesystem::perms::owner_all);
    ASSERT_EQ(paydownIn(repository.path(), {"hook", "install"}).exitCode, 0);
    EXPECT_THAT(paydownIn(repository.path(), {"hook", "status"}).out, HasSubstr("installed"));
    repository.writeOnDisk("b.c", "// TODO: new thing\n").stage({"b.c"});
    const Said said = gitCommit(repository.path(), "Add");
    EXPECT_THAT(said.out + said.err, HasSubstr("the old hook ran"));
    EXPECT_THAT(said.out + said.err, HasSubstr("b.c:1"));
    ASSERT_EQ(paydownIn(repository.path(), {"hook", "uninstall"}).exitCode, 0);
    repository.writeOnDisk("c.c", "// TODO: another\n").stage({"c.c"});
    const Said after = gitCommit(repository.path(), "Add more");
    EXPECT_THAT(after.out + after.err, HasSubstr("the old hook ran"));
    EXPECT_THAT(after.out + after.err, Not(HasSubstr("c.c:1")));
}

} // namespace
} // namespace paydown::testing
