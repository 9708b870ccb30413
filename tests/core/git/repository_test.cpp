// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/git/repository.h"

#include "core/base/error.h"
#include "core/git/blob_reader.h"
#include "core/git/commit_walk.h"
#include "core/git/tree_diff.h"
#include "tests/support/pretended_user.h"
#include "tests/support/scratch_repository.h"

#include <filesystem>

namespace paydown::git {
namespace {

using paydown::testing::PretendedUser;
using paydown::testing::runGit;
using paydown::testing::ScratchFolder;
using paydown::testing::ScratchRepository;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

std::string messageOfOpening(const std::string& directory) {
    try {
        (void)Repository::open(directory);
    } catch (const Error& error) {
        return error.line();
    }
    return "opened";
}

TEST(Repository, OpensFromASubdirectory) {
    ScratchRepository scratch;
    scratch.write("deep/inside/a.c", "x").commit();
    scratch.checkOut();
    const auto repository = Repository::open(scratch.path() + "/deep/inside");

    EXPECT_EQ(repository.workTree(), scratch.path());
    EXPECT_EQ(repository.gitDir(), scratch.path() + "/.git");
    EXPECT_EQ(repository.commonDir(), scratch.path() + "/.git");
    EXPECT_EQ(repository.head(), scratch.head());
    EXPECT_EQ(repository.headName(), "main");
    EXPECT_FALSE(repository.isBare());
    EXPECT_THAT(repository.notices(), IsEmpty());
}

TEST(Repository, SaysThatAPlainFolderIsNone) {
    const ScratchFolder folder;

    EXPECT_FALSE(Repository::find(folder.path()).has_value());
    EXPECT_THAT(messageOfOpening(folder.path()), HasSubstr("is not in a git repository"));
    EXPECT_THAT(messageOfOpening(folder.path() + "/none"), HasSubstr("there is no such folder"));
}

TEST(Repository, OpensAnEmptyOneAndSaysThatThereIsNoCommit) {
    ScratchRepository scratch;
    const auto repository = Repository::open(scratch.path());

    EXPECT_EQ(repository.head(), std::nullopt);
    EXPECT_EQ(repository.headName(), "main");
    EXPECT_THROW((void)repository.headCommit(), Error);
}

TEST(Repository, NamesADetachedHeadByItsCommit) {
    ScratchRepository scratch;
    const auto commit = scratch.write("a", "1").commit();
    scratch.checkOut().git({"checkout", "-q", "--detach"});

    EXPECT_EQ(Repository::open(scratch.path()).headName(), toHex(commit).substr(0, 10));
}

TEST(Repository, OpensABareOne) {
    ScratchRepository scratch;
    scratch.write("a", "1").commit();
    const ScratchFolder folder;
    runGit(folder.path(), {"clone", "-q", "--bare", scratch.path(), folder.path() + "/project.git"});
    const auto repository = Repository::open(folder.path() + "/project.git");

    EXPECT_TRUE(repository.isBare());
    EXPECT_EQ(repository.name(), "project");
    EXPECT_EQ(repository.head(), scratch.head());
}

TEST(Repository, SharesObjectsAmongWorkTrees) {
    ScratchRepository scratch;
    const auto commit = scratch.write("a", "1").commit();
    const ScratchFolder folder;
    scratch.git({"worktree", "add", "-q", "-b", "other", folder.path() + "/tree"});
    const auto repository = Repository::open(folder.path() + "/tree");

    EXPECT_EQ(repository.workTree(), folder.path() + "/tree");
    EXPECT_EQ(repository.commonDir(), scratch.path() + "/.git");
    EXPECT_EQ(repository.headName(), "other");
    EXPECT_EQ(repository.head(), commit);
    EXPECT_EQ(findFile(repository, commit, "a"), "1");
}

TEST(Repository, KnowsWhereAShallowCloneEnds) {
    ScratchRepository scratch;
    scratch.write("a", "1").commit();
    const auto second = scratch.write("a", "2").commit();
    const auto third = scratch.write("a", "3").commit();
    const ScratchFolder folder;
    const std::string clone = folder.path() + "/clone";
    runGit(folder.path(), {"clone", "-q", "--depth", "2", "file://" + scratch.path(), clone});
    const auto repository = Repository::open(clone);
    const auto walk = walkCommits(repository, std::array{third});

    EXPECT_THAT(repository.shallowBoundary(), ElementsAre(second));
    EXPECT_THAT(repository.notices(), ElementsAre(HasSubstr("shallow")));
    ASSERT_EQ(walk.commits.size(), 2U);
    EXPECT_EQ(walk.commits[0].commit.id, second);
    EXPECT_TRUE(walk.commits[0].commit.boundary);
    EXPECT_THAT(walk.commits[0].commit.parents, IsEmpty());
    EXPECT_FALSE(walk.commits[1].commit.boundary);
    EXPECT_THAT(walk.gaps, IsEmpty());
}

TEST(Repository, TakesAMissingFileOfAPartialCloneForAGap) {
    ScratchRepository scratch;
    const auto old = scratch.write("a", "old").blob("a");
    scratch.commit();
    const auto now = scratch.write("a", "now").blob("a");
    scratch.commit();
    scratch.git({"config", "uploadpack.allowFilter", "true"});
    const ScratchFolder folder;
    const std::string clone = folder.path() + "/clone";
    runGit(folder.path(), {"clone", "-q", "--filter=blob:none", "file://" + scratch.path(), clone});
    const auto repository = Repository::open(clone);
    std::vector<std::string> read;
    const auto reading = forEachBlob(repository, std::array{old, now}, {},
                                     [&](unsigned, std::size_t, std::string_view bytes) { read.emplace_back(bytes); });

    EXPECT_THAT(read, ElementsAre("now"));
    ASSERT_EQ(reading.gaps.size(), 1U);
    EXPECT_EQ(reading.gaps[0].object, toHex(old));
    EXPECT_EQ(reading.gaps[0].reason, "missing");
    EXPECT_THAT(repository.notices(), ElementsAre(HasSubstr("partial")));
}

TEST(Repository, ReadsWhatAnAlternateLends) {
    ScratchRepository scratch;
    const auto commit = scratch.write("a", "lent").commit();
    const ScratchFolder folder;
    runGit(folder.path(), {"clone", "-q", "--shared", scratch.path(), folder.path() + "/clone"});

    EXPECT_EQ(findFile(Repository::open(folder.path() + "/clone"), commit, "a"), "lent");
}

TEST(Repository, RefusesSha256) {
    const ScratchFolder folder;
    runGit(folder.path(), {"init", "-q", "--object-format=sha256", folder.path()});

    EXPECT_THAT(messageOfOpening(folder.path()), HasSubstr("sha256, which paydown cannot read yet"));
}

TEST(Repository, AllowsTheExtensionsThatChangeNothingForReading) {
    ScratchRepository scratch;
    const auto commit = scratch.write("a", "1").commit();
    scratch.writeOnDisk(".git/config", "[core]\n\trepositoryFormatVersion = 1\n[extensions]\n\tworktreeConfig = true\n"
                                       "\trelativeWorktrees = true\n\tobjectFormat = SHA1\n\tpartialClone = origin\n");

    EXPECT_EQ(Repository::open(scratch.path()).head(), commit);
}

TEST(Repository, RefusesAnUnknownExtensionByItsName) {
    ScratchRepository scratch;
    scratch.git({"config", "core.repositoryFormatVersion", "1"});
    scratch.git({"config", "extensions.timeTravel", "true"});

    EXPECT_THAT(messageOfOpening(scratch.path()), HasSubstr("timetravel"));
}

TEST(Repository, SaysWhatToTypeWhenSomebodyElseOwnsIt) {
    ScratchRepository scratch;
    scratch.write("a", "1").commit();
    const PretendedUser stranger;

    EXPECT_THAT(messageOfOpening(scratch.path()), HasSubstr("git config --global --add safe.directory"));
}

TEST(Repository, NoticesReplaceRefsAndGrafts) {
    ScratchRepository scratch;
    const auto first = scratch.write("a", "1").commit();
    const auto second = scratch.write("a", "2").commit();
    scratch.git({"update-ref", "refs/replace/" + toHex(second), toHex(first)});
    scratch.writeOnDisk(".git/info/grafts", toHex(second) + "\n");
    const auto repository = Repository::open(scratch.path());

    EXPECT_THAT(repository.notices(), ElementsAre(HasSubstr("replace"), HasSubstr("grafts")));
    EXPECT_EQ(walkCommits(repository, std::array{second}).commits.size(), 2U);
    scratch.git({"pack-refs", "--all"});
    EXPECT_THAT(Repository::open(scratch.path()).notices(), ElementsAre(HasSubstr("replace"), HasSubstr("grafts")));
    scratch.git({"replace", "-d", toHex(second)});
    EXPECT_THAT(Repository::open(scratch.path()).notices(), ElementsAre(HasSubstr("grafts")));
}

TEST(Repository, RefusesOneWhoseHeadIsNonsense) {
    ScratchRepository scratch;
    scratch.write("a", "1").commit();
    scratch.writeOnDisk(".git/HEAD", "ref: refs/heads/../../etc\n");

    EXPECT_THROW((void)Repository::open(scratch.path()).head(), Error);
}

TEST(Repository, KnowsTheUserOfTheRepository) {
    ScratchRepository scratch;

    EXPECT_EQ(Repository::open(scratch.path()).user(), (Person{"Mia", "mia@corp.example"}));
    EXPECT_EQ(Repository::open(scratch.path()).configString("no.such"), std::nullopt);
}

} // namespace
} // namespace paydown::git
