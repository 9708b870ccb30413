// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/scratch_repository.h"

namespace paydown::testing {
namespace {

TEST(ScratchRepository, IsARepositoryThatGitFindsSound) {
    ScratchRepository repository;
    repository.write("a.c", "one\n").write("dir/b.c", "two\n").write("dir.c", "three\n").commit("Start");
    repository.branch("side").write("a.c", "one\nmore\n").commit("Side");
    repository.switchTo("main").write("dir/b.c", "changed\n").commit("Main");
    repository.merge("side");

    EXPECT_EQ(repository.git({"fsck", "--strict"}), "");
    EXPECT_EQ(repository.git({"ls-tree", "-r", "--name-only", "HEAD"}), "a.c\ndir.c\ndir/b.c\n");
    EXPECT_EQ(repository.git({"log", "--format=%s", "--no-merges"}), "Main\nSide\nStart\n");
}

TEST(ScratchRepository, MergesWhatOnlyOneSideChanged) {
    ScratchRepository repository;
    repository.write("ours", "1").write("theirs", "1").write("gone", "1").commit();
    repository.branch("side").write("theirs", "2").remove("gone").commit();
    repository.switchTo("main").write("ours", "2").commit();
    const auto merge = repository.merge("side");

    EXPECT_EQ(repository.files(merge), (std::map<std::string, std::string>{{"ours", "2"}, {"theirs", "2"}}));
}

TEST(ScratchRepository, RevertsWithTheMessageOfGit) {
    ScratchRepository repository;
    repository.write("a", "1").commit("Start");
    const auto bad = repository.write("a", "2").write("b", "new").commit("Break it");
    const auto undone = repository.revert(bad);

    EXPECT_EQ(repository.files(undone), (std::map<std::string, std::string>{{"a", "1"}}));
    EXPECT_EQ(repository.git({"log", "-1", "--format=%B"}),
              "Revert \"Break it\"\n\nThis reverts commit " + toHex(bad) + ".\n\n");
}

TEST(ScratchRepository, ChecksOutAndStages) {
    ScratchRepository repository;
    repository.write("a", "1\n").commit();
    repository.checkOut().writeOnDisk("a", "2\n").writeOnDisk("new", "3\n").stage({"a"});

    EXPECT_EQ(repository.git({"status", "--porcelain"}), "M  a\n?? new\n");
}

} // namespace
} // namespace paydown::testing
