// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/git/staged.h"

#include "core/base/error.h"
#include "core/git/blob_reader.h"
#include "tests/support/scratch_repository.h"

#include <cstdlib>
#include <fstream>
#include <iterator>

namespace paydown::git {
namespace {

using paydown::testing::ScratchRepository;
using paydown::testing::tryGit;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> stagedPaths(const ScratchRepository& scratch) {
    std::vector<std::string> paths;
    for (const auto& file : stagedChanges(Repository::open(scratch.path())).files)
        paths.push_back((file.now ? "" : "-") + file.path);
    return paths;
}

void makeFolders(ScratchRepository& scratch) {
    for (const char* folder : {"a/", "a/deep/", "b/", "c.d/", "c/", ""}) {
        for (const char* name : {"one.c", "two.c", "z"}) scratch.write(std::string(folder) + name, name);
    }
    scratch.commit();
    scratch.checkOut();
}

TEST(Staged, SeesNothingInACleanIndex) {
    ScratchRepository scratch;
    makeFolders(scratch);
    scratch.writeOnDisk("a/one.c", "changed, not staged");

    EXPECT_THAT(stagedPaths(scratch), IsEmpty());
}

TEST(Staged, SeesWhatTheNextCommitDoes) {
    ScratchRepository scratch;
    makeFolders(scratch);
    scratch.writeOnDisk("a/deep/two.c", "staged").writeOnDisk("new/file", "new").stage({"a/deep/two.c", "new"});
    scratch.git({"rm", "-q", "c/z", "b/one.c", "b/two.c", "b/z"});
    const auto repository = Repository::open(scratch.path());
    const auto changes = stagedChanges(repository);

    EXPECT_THAT(stagedPaths(scratch), ElementsAre("a/deep/two.c", "-b/one.c", "-b/two.c", "-b/z", "-c/z", "new/file"));
    EXPECT_EQ(readBlob(repository, *changes.files[0].now), "staged");
    EXPECT_EQ(readBlob(repository, changes.files[0].parents[0]), "two.c");
    EXPECT_THAT(changes.parents, ElementsAre(scratch.head()));
}

TEST(Staged, AgreesWithGitInEveryFormatOfTheIndex) {
    for (const char* version : {"2", "3", "4"}) {
        ScratchRepository scratch;
        makeFolders(scratch);
        scratch.git({"update-index", "--index-version", version});
        scratch.writeOnDisk("a/two.c", "x").writeOnDisk("c.d/new", "x").writeOnDisk("c/one.c", "x");
        scratch.stage({"a/two.c", "c.d/new", "c/one.c"});
        scratch.git({"rm", "-q", "z"});

        std::string found;
        for (const auto& file : stagedChanges(Repository::open(scratch.path())).files) found += file.path + "\n";
        EXPECT_EQ(found, scratch.git({"diff", "--cached", "--name-only"})) << version;
    }
}

TEST(Staged, SeesEveryFileOfTheFirstCommit) {
    ScratchRepository scratch;
    scratch.writeOnDisk("a", "1").writeOnDisk("b/c", "2").stage({"."});
    const auto changes = stagedChanges(Repository::open(scratch.path()));

    EXPECT_THAT(stagedPaths(scratch), ElementsAre("a", "b/c"));
    EXPECT_THAT(changes.parents, IsEmpty());
}

TEST(Staged, PassesOverWhatIsOnlyIntended) {
    ScratchRepository scratch;
    makeFolders(scratch);
    scratch.writeOnDisk("a/later.c", "x").git({"add", "-N", "a/later.c"});

    EXPECT_THAT(stagedPaths(scratch), IsEmpty());
}

TEST(Staged, ComparesWithEveryParentAtTheEndOfAMerge) {
    ScratchRepository scratch;
    scratch.write("ours", "1\n").write("theirs", "1\n").write("both", "1\n").commit();
    scratch.branch("side").write("theirs", "2\n").write("both", "side\n").commit();
    const auto side = scratch.head();
    scratch.switchTo("main").write("ours", "2\n").write("both", "main\n").commit();
    scratch.checkOut();
    EXPECT_EQ(tryGit(scratch.path(), {"merge", "side"}).exitCode, 1);
    const auto during = stagedChanges(Repository::open(scratch.path()));
    scratch.writeOnDisk("both", "resolved\n").stage({"both"});
    const auto resolved = stagedChanges(Repository::open(scratch.path()));

    EXPECT_THAT(during.conflicts, ElementsAre("both"));
    EXPECT_THAT(during.files, IsEmpty());
    EXPECT_THAT(resolved.parents, ElementsAre(scratch.head(), side));
    EXPECT_THAT(stagedPaths(scratch), ElementsAre("both"));
    EXPECT_EQ(resolved.files[0].parents.size(), 2U);
}

TEST(Staged, HonoursTheIndexThatAHookIsGiven) {
    ScratchRepository scratch;
    makeFolders(scratch);
    scratch.git({"read-tree", "--index-output=.git/other", "HEAD"});
    scratch.writeOnDisk("a/one.c", "x").stage({"a/one.c"});
    setenv("GIT_INDEX_FILE", ".git/other", 1);
    const auto paths = stagedPaths(scratch);
    unsetenv("GIT_INDEX_FILE");

    EXPECT_THAT(paths, IsEmpty());
    EXPECT_THAT(stagedPaths(scratch), ElementsAre("a/one.c"));
}

TEST(Staged, ReadsASparseIndex) {
    ScratchRepository scratch;
    makeFolders(scratch);
    scratch.git({"sparse-checkout", "set", "--cone", "--sparse-index", "a"});
    scratch.writeOnDisk("a/one.c", "x").stage({"a/one.c"});

    EXPECT_THAT(stagedPaths(scratch), ElementsAre("a/one.c"));
    EXPECT_EQ(indexedFiles(Repository::open(scratch.path())).size(), 18U);
}

TEST(Staged, WorksInALinkedWorkTree) {
    ScratchRepository scratch;
    makeFolders(scratch);
    const paydown::testing::ScratchFolder folder;
    scratch.git({"worktree", "add", "-q", folder.path() + "/tree"});
    folder.write("tree/a/z", "changed");
    paydown::testing::runGit(folder.path() + "/tree", {"add", "a/z"});

    EXPECT_EQ(stagedChanges(Repository::open(folder.path() + "/tree")).files.size(), 1U);
    EXPECT_THAT(stagedPaths(scratch), IsEmpty());
}

TEST(Staged, RefusesABrokenIndexWithoutACrash) {
    ScratchRepository scratch;
    makeFolders(scratch);
    paydown::testing::ScratchFolder copy;
    const std::string index = [&] {
        std::ifstream stream(scratch.path() + "/.git/index", std::ios::binary);
        return std::string(std::istreambuf_iterator<char>(stream), {});
    }();
    for (std::size_t length = 1; length < index.size(); length += 37) {
        scratch.writeOnDisk(".git/index", index.substr(0, length));
        EXPECT_NO_FATAL_FAILURE(try { (void)stagedPaths(scratch); } catch (const Error&){});
    }
    scratch.writeOnDisk(".git/index", "DIRC\0\0\0\7 nonsense that is long enough");
    EXPECT_THROW((void)stagedPaths(scratch), Error);
}

} // namespace
} // namespace paydown::git
