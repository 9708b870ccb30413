// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/git/tree_diff.h"

#include "core/base/error.h"
#include "tests/support/scratch_repository.h"

#include <filesystem>
#include <random>

namespace paydown::git {
namespace {

using paydown::testing::ScratchRepository;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

/// "+path" came, "-path" went, "~path" changed.
std::vector<std::string> changesOf(const ScratchRepository& scratch, const CommitId& commit,
                                   const std::vector<CommitId>& parents) {
    const auto repository = Repository::open(scratch.path());
    TreeReader trees(repository);
    std::vector<TreeId> before;
    for (const auto& parent : parents) before.push_back(trees.treeOf(parent));
    std::vector<std::string> changes;
    trees.compare(trees.treeOf(commit), before, [&](const TreeChange& change) {
        const bool stood = std::ranges::any_of(change.parents, [](const BlobId& id) { return !id.isNull(); });
        changes.push_back((!change.now ? "-" : stood ? "~" : "+") + std::string(change.path));
    });
    return changes;
}

TEST(TreeDiff, YieldsWhatACommitChanged) {
    ScratchRepository scratch;
    const auto before =
        scratch.write("gone", "1").write("same", "1").write("dir/a", "1").write("dir/same", "1").commit();
    const auto after = scratch.remove("gone").write("dir/a", "2").write("new/deep/b", "1").commit();

    EXPECT_THAT(changesOf(scratch, after, {before}), ElementsAre("~dir/a", "-gone", "+new/deep/b"));
}

TEST(TreeDiff, YieldsEveryFileOfARoot) {
    ScratchRepository scratch;
    const auto root = scratch.write("b/c", "1").write("a", "1").writeExecutable("run", "1").commit();

    EXPECT_THAT(changesOf(scratch, root, {}), ElementsAre("+a", "+b/c", "+run"));
}

TEST(TreeDiff, SortsAFolderBesideAFileOfTheSameBeginningAsGitDoes) {
    ScratchRepository scratch;
    const auto before = scratch.write("foo", "1").write("foo.c", "1").write("foo-bar", "1").commit();
    const auto after = scratch.remove("foo").write("foo/x", "1").write("foo.c", "2").commit();

    EXPECT_THAT(changesOf(scratch, after, {before}), ElementsAre("-foo", "~foo.c", "+foo/x"));
    EXPECT_THAT(changesOf(scratch, before, {after}), ElementsAre("+foo", "~foo.c", "-foo/x"));
}

TEST(TreeDiff, CountsNeitherLinksNorSubmodules) {
    ScratchRepository scratch;
    const auto before = scratch.write("a", "target").writeLink("b", "x").commit();
    const auto after = scratch.writeLink("a", "target").write("b", "x").writeSubmodule("sub", before).commit();

    EXPECT_THAT(changesOf(scratch, after, {before}), ElementsAre("-a", "+b"));
}

TEST(TreeDiff, IgnoresAChangeOfModeAlone) {
    ScratchRepository scratch;
    const auto before = scratch.write("a", "1").commit();
    const auto after = scratch.writeExecutable("a", "1").commit();

    EXPECT_THAT(changesOf(scratch, after, {before}), IsEmpty());
}

TEST(TreeDiff, YieldsAtAMergeOnlyWhatDiffersFromEveryParent) {
    ScratchRepository scratch;
    scratch.write("ours", "1").write("theirs", "1").write("both", "1").write("gone", "1").write("dir/x", "1").commit();
    const auto side = scratch.branch("side").write("theirs", "2").write("both", "side").write("dir/y", "1").commit();
    const auto main = scratch.switchTo("main").write("ours", "2").write("both", "main").write("dir/z", "1").commit();
    const auto merge = scratch.write("both", "evil").remove("gone").merge("side");

    EXPECT_THAT(changesOf(scratch, merge, {main, side}), ElementsAre("~both", "-gone"));
}

TEST(TreeDiff, DoesNotCallAFileGoneThatOneParentNeverHad) {
    ScratchRepository scratch;
    scratch.write("a", "1").commit();
    const auto side = scratch.branch("side").write("only-here", "1").commit();
    const auto main = scratch.switchTo("main").write("a", "2").commit();
    const auto merge = scratch.merge("side");
    const auto ours = scratch.remove("only-here").commit();

    EXPECT_THAT(changesOf(scratch, merge, {main, side}), IsEmpty());
    EXPECT_THAT(changesOf(scratch, ours, {main, side}), IsEmpty());
}

TEST(TreeDiff, ReadsPathsOfAnyBytes) {
    ScratchRepository scratch;
    const std::string odd = "caf\xe9 \"x\"\t/\xff\xfe";
    const auto root = scratch.write(odd, "1").commit();

    EXPECT_THAT(changesOf(scratch, root, {}), ElementsAre("+" + odd));
}

TEST(TreeDiff, ReadsALongPath) {
    ScratchRepository scratch;
    std::string path;
    for (int i = 0; i < 200; ++i) path += "twenty-byte-folders/";
    const auto root = scratch.write(path + "a", "1").commit();

    EXPECT_THAT(changesOf(scratch, root, {}), ElementsAre("+" + path + "a"));
}

TEST(TreeDiff, NamesTheTreeThatIsMissing) {
    ScratchRepository scratch;
    const auto commit = scratch.write("dir/a", "1").commit();
    const std::string hex = scratch.git({"rev-parse", "HEAD:dir"}).substr(0, 40);
    std::filesystem::remove(scratch.path() + "/.git/objects/" + hex.substr(0, 2) + "/" + hex.substr(2));

    try {
        changesOf(scratch, commit, {});
        FAIL() << "it was read";
    } catch (const Error& error) {
        EXPECT_EQ(error.line(), "read tree " + hex + ": missing");
    }
}

TEST(TreeDiff, FindsAFileByItsPath) {
    ScratchRepository scratch;
    const auto commit = scratch.write("dir/sub/a", "1").writeLink("dir/link", "a").commit();
    const auto repository = Repository::open(scratch.path());
    TreeReader trees(repository);
    const TreeId tree = trees.treeOf(commit);

    EXPECT_EQ(trees.find(tree, "dir/sub/a"), scratch.blob("dir/sub/a"));
    EXPECT_EQ(trees.find(tree, "dir/sub"), std::nullopt);
    EXPECT_EQ(trees.find(tree, "dir/link"), std::nullopt);
    EXPECT_EQ(trees.find(tree, "dir/sub/a/b"), std::nullopt);
    EXPECT_EQ(trees.find(tree, ""), std::nullopt);
}

/// git itself as a witness: what `git diff-tree` says of random trees.
TEST(TreeDiff, AgreesWithGitOnRandomTrees) {
    std::mt19937 random(7);
    const std::vector<std::string> names{"a", "a.c", "a-b", "b", "b/a", "b/c/d", "a0/x", "a0/y", "z/a", "z.z/b"};
    ScratchRepository scratch;
    CommitId before = scratch.write("keep", "1").commit();
    for (int round = 0; round < 12; ++round) {
        scratch.resetTo(before);
        for (const auto& name : names) {
            const auto state = scratch.files(before);
            const bool blocked = std::ranges::any_of(state, [&](const auto& file) {
                return file.first.starts_with(name + "/") || name.starts_with(file.first + "/");
            });
            if (blocked) continue;
            if (random() % 3 == 0)
                scratch.write(name, std::to_string(random() % 3));
            else if (random() % 3 == 0 && state.contains(name))
                scratch.remove(name);
        }
        // A folder and a file of one name in one tree is nothing git could hold.
        if (scratch.git({"ls-files"}).empty()) before = scratch.head();
        const CommitId after = scratch.commit();
        std::string expected =
            scratch.git({"diff-tree", "-r", "--no-renames", "--name-only", toHex(before), toHex(after)});
        std::string found;
        for (const auto& change : changesOf(scratch, after, {before})) found += change.substr(1) + "\n";
        EXPECT_EQ(found, expected);
        before = after;
    }
}

} // namespace
} // namespace paydown::git
