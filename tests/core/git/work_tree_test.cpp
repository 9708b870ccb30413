// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/git/work_tree.h"

#include "tests/support/scratch_repository.h"

#include <filesystem>

namespace paydown::git {
namespace {

using paydown::testing::ScratchFolder;
using paydown::testing::ScratchRepository;
using ::testing::ElementsAre;

std::vector<std::string> listed(const std::string& path, Ignored ignored = Ignored::Skip) {
    std::vector<std::string> paths;
    for (const auto& file : listWorkTree(Repository::open(path), ignored).files) paths.push_back(file.path);
    return paths;
}

TEST(WorkTree, ListsTrackedAndNewFilesButNotIgnoredOnes) {
    ScratchRepository scratch;
    scratch.write(".gitignore", "*.o\nbuild/\n!keep.o\n").write("src/a.c", "1").write("forced.o", "1").commit();
    scratch.checkOut().writeOnDisk("src/new.c", "1").writeOnDisk("src/a.o", "1").writeOnDisk("build/x", "1");
    scratch.writeOnDisk("keep.o", "1").writeOnDisk("src/.gitignore", "local\n").writeOnDisk("src/local", "1");

    EXPECT_THAT(listed(scratch.path()),
                ElementsAre(".gitignore", "forced.o", "keep.o", "src/.gitignore", "src/a.c", "src/new.c"));
    EXPECT_THAT(listed(scratch.path(), Ignored::Include),
                ElementsAre(".gitignore", "build/x", "forced.o", "keep.o", "src/.gitignore", "src/a.c", "src/a.o",
                            "src/local", "src/new.c"));
}

TEST(WorkTree, AgreesWithGitOnIgnoredFolders) {
    ScratchRepository scratch;
    scratch.write(".gitignore", "out\n/top\nlogs/*\n!logs/keep\na/**/z\n").write("out/tracked", "1").commit();
    scratch.checkOut();
    for (const char* path : {"out/new", "x/out/y", "top/y", "x/top", "logs/a", "logs/keep", "a/b/c/z", "a/z", "b/z"})
        scratch.writeOnDisk(path, "1");
    std::string found;
    for (const auto& path : listed(scratch.path())) found += path + "\n";

    std::string expected = scratch.git({"ls-files", "--cached", "--others", "--exclude-standard"});
    std::vector<std::string> lines;
    for (std::size_t begin = 0; begin < expected.size();) {
        const auto end = expected.find('\n', begin);
        lines.push_back(expected.substr(begin, end - begin + 1));
        begin = end + 1;
    }
    std::ranges::sort(lines);
    expected.clear();
    for (const auto& line : lines) expected += line;
    EXPECT_EQ(found, expected);
}

TEST(WorkTree, HonoursTheExcludesOfTheClone) {
    ScratchRepository scratch;
    scratch.write("a", "1").commit();
    scratch.checkOut().writeOnDisk(".git/info/exclude", "private\n").writeOnDisk("private", "1");

    EXPECT_THAT(listed(scratch.path()), ElementsAre("a"));
}

TEST(WorkTree, FollowsNoLinkAndEntersNoOtherRepository) {
    ScratchRepository scratch;
    scratch.write("a", "1").commit();
    scratch.checkOut();
    const ScratchFolder outside;
    outside.write("secret", "1");
    std::filesystem::create_symlink(outside.path(), scratch.path() + "/link");
    std::filesystem::create_symlink("a", scratch.path() + "/alias");
    scratch.git({"init", "-q", scratch.path() + "/nested"});
    scratch.writeOnDisk("nested/b", "1");

    EXPECT_THAT(listed(scratch.path()), ElementsAre("a"));
}

TEST(WorkTree, LeavesOutTrackedFilesThatAreGone) {
    ScratchRepository scratch;
    scratch.write("a", "1").write("b", "1").commit();
    scratch.checkOut();
    std::filesystem::remove(scratch.path() + "/b");
    const auto files = listWorkTree(Repository::open(scratch.path())).files;

    ASSERT_EQ(files.size(), 1U);
    EXPECT_TRUE(files[0].tracked);
}

} // namespace
} // namespace paydown::git
