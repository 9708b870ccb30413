// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/git/commit_walk.h"

#include "core/base/error.h"
#include "core/git/commits_ahead.h"
#include "core/git/object_store.h"
#include "tests/support/scratch_repository.h"

#include <cstdlib>
#include <filesystem>

namespace paydown::git {
namespace {

using paydown::testing::ScratchRepository;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

const std::string kTree = "tree 4b825dc642cb6eb9a060e54bf8d69288fbee4904\n";

std::vector<CommitId> idsOf(const CommitWalk& walk) {
    std::vector<CommitId> ids;
    for (const auto& walked : walk.commits) ids.push_back(walked.commit.id);
    return ids;
}

TEST(CommitWalk, YieldsParentsBeforeChildrenWithGenerations) {
    ScratchRepository scratch;
    const auto root = scratch.write("a", "1").commit();
    const auto side = scratch.branch("side").write("b", "1").commit();
    const auto side2 = scratch.write("b", "2").commit();
    const auto main = scratch.switchTo("main").write("a", "2").commit();
    const auto merge = scratch.merge("side");
    const auto walk = walkCommits(Repository::open(scratch.path()), std::array{merge});

    EXPECT_THAT(idsOf(walk), ElementsAre(root, main, side, side2, merge));
    EXPECT_EQ(walk.commits[4].commit.generation, 4U);
    EXPECT_THAT(walk.commits[4].commit.parents, ElementsAre(main, side2));
}

TEST(CommitWalk, StopsAtKnownCommits) {
    ScratchRepository scratch;
    scratch.write("a", "1").commit();
    const auto known = scratch.write("a", "2").commit();
    const auto fresh = scratch.write("a", "3").commit();
    const auto isKnown = [&](const CommitId& id) {
        return id == known ? std::optional<std::uint32_t>(7) : std::nullopt;
    };
    const auto walk = walkCommits(Repository::open(scratch.path()), std::array{fresh}, isKnown);

    EXPECT_THAT(idsOf(walk), ElementsAre(fresh));
    EXPECT_EQ(walk.commits[0].commit.generation, 8U);
    EXPECT_THAT(walk.commits[0].commit.parents, ElementsAre(known));
}

TEST(CommitWalk, OfManyPackedCommitsYieldsWhatTheLibraryReads) {
    ScratchRepository scratch;
    for (int i = 0; i < 280; ++i) scratch.write("a", std::to_string(i)).commit();
    for (int i = 0; i < 10; ++i) {
        scratch.branch("side" + std::to_string(i)).write("b", std::to_string(i)).commit();
        scratch.switchTo("main").write("a", "-" + std::to_string(i)).commit();
        scratch.merge("side" + std::to_string(i));
    }
    const CommitId tip = scratch.head();
    scratch.git({"repack", "-adq"});
    const auto walk = walkCommits(Repository::open(scratch.path()), std::array{tip});
    setenv("PAYDOWN_READER", "libgit2", 1);
    const auto byLibrary = walkCommits(Repository::open(scratch.path()), std::array{tip});
    unsetenv("PAYDOWN_READER");

    ASSERT_EQ(walk.commits.size(), 310U);
    for (std::size_t i = 0; i < walk.commits.size(); ++i) {
        const WalkedCommit& one = walk.commits[i];
        const WalkedCommit& other = byLibrary.commits[i];
        EXPECT_EQ(one.commit.id, other.commit.id);
        EXPECT_EQ(one.commit.parents, other.commit.parents);
        EXPECT_EQ(one.commit.generation, other.commit.generation);
        EXPECT_EQ(one.tree, other.tree);
    }
}

TEST(CommitsAhead, GiveEachCommitOnceAtMostAndNeverWhatTheyLack) {
    ScratchRepository scratch;
    std::vector<CommitId> ids;
    for (int i = 0; i < 50; ++i)
        ids.push_back(scratch.write("a", std::to_string(i)).commit("Change " + std::to_string(i)));
    scratch.git({"repack", "-adq"});
    const Repository repository = Repository::open(scratch.path());
    CommitsAhead ahead(repository.objects().packs());
    for (std::size_t i = 0; i < ids.size(); ++i) {
        const auto walked = ahead.take(ids[i]);
        if (walked) {
            EXPECT_EQ(walked->commit.summary, "Change " + std::to_string(i));
        }
        EXPECT_FALSE(ahead.take(ids[i]));
    }
    EXPECT_FALSE(ahead.take(CommitId{}));
}

TEST(PackFile, TellsItsCommitsFromTheNewestToTheOldest) {
    ScratchRepository scratch;
    const CommitId first = scratch.write("a", "1").commit();
    const CommitId second = scratch.write("a", "2").commit();
    scratch.git({"repack", "-adq"});
    const auto packs = PackSet::open(scratch.path() + "/.git/objects");
    ASSERT_EQ(packs->packs.size(), 1U);
    EXPECT_THAT(packs->packs[0]->commits({}), ElementsAre(second.bytes, first.bytes));
}

TEST(CommitWalk, TakesAMissingParentForTheEndOfHistory) {
    ScratchRepository scratch;
    const auto lost = scratch.write("a", "1").commit();
    const auto tip = scratch.write("a", "2").commit();
    std::filesystem::remove(scratch.path() + "/.git/objects/" + toHex(lost).substr(0, 2) + "/" + toHex(lost).substr(2));
    const auto walk = walkCommits(Repository::open(scratch.path()), std::array{tip});

    EXPECT_THAT(idsOf(walk), ElementsAre(tip));
    EXPECT_TRUE(walk.commits[0].commit.boundary);
    ASSERT_EQ(walk.gaps.size(), 1U);
    EXPECT_EQ(walk.gaps[0].object, toHex(lost));
}

TEST(CommitWalk, FailsWhenItsTipCannotBeRead) {
    ScratchRepository scratch;
    const auto tip = scratch.write("a", "1").commit();
    scratch.writeOnDisk("x", "");
    const std::string file = scratch.path() + "/.git/objects/" + toHex(tip).substr(0, 2) + "/" + toHex(tip).substr(2);
    std::filesystem::permissions(file, std::filesystem::perms::owner_all);
    std::filesystem::resize_file(file, 10);

    EXPECT_THROW((void)walkCommits(Repository::open(scratch.path()), std::array{tip}), Error);
}

TEST(CommitWalk, ReadsRevertsAndCoAuthors) {
    ScratchRepository scratch;
    scratch.write("a", "1").commit();
    const auto bad = scratch.write("a", "2").commit("Break\n\nCo-authored-by: Kai <kai@corp.example>");
    const auto undone = scratch.revert(bad);
    const auto walk = walkCommits(Repository::open(scratch.path()), std::array{undone});

    EXPECT_THAT(walk.commits[1].coAuthors, ElementsAre(Person{"Kai", "kai@corp.example"}));
    EXPECT_THAT(walk.commits[2].reverts, ElementsAre(bad));
}

TEST(CommitWalk, ReadsPackedCommits) {
    ScratchRepository scratch;
    scratch.write("a", "1").commit();
    const auto packed = scratch.write("a", "2").commit();
    scratch.git({"repack", "-q", "-a", "-d"});
    const auto loose = scratch.write("a", "3").commit();

    EXPECT_EQ(walkCommits(Repository::open(scratch.path()), std::array{loose}).commits.size(), 3U);
    EXPECT_EQ(walkCommits(Repository::open(scratch.path()), std::array{packed}).commits.size(), 2U);
}

TEST(ParseCommit, ReadsAWholeCommit) {
    const auto commit = parseCommit(kTree + "parent 1111111111111111111111111111111111111111\n"
                                            "author Mia M. <mia@corp.example> 1700000000 +0530\n"
                                            "committer Kai <kai@corp.example> 1700000100 -0800\n"
                                            "encoding latin1\n\nSubject\n\nBody\n");

    ASSERT_TRUE(commit.has_value());
    EXPECT_EQ(commit->parents.size(), 1U);
    EXPECT_EQ(commit->author, (Person{"Mia M.", "mia@corp.example"}));
    EXPECT_EQ(commit->authored, (Timestamp{1700000000, 330}));
    EXPECT_EQ(commit->committed, (Timestamp{1700000100, -480}));
    EXPECT_EQ(commit->message, "Subject\n\nBody\n");
    EXPECT_EQ(summaryOf(commit->message), "Subject");
}

TEST(ParseCommit, MakesWhatSenseThereIsOfBrokenAuthors) {
    struct Case {
        const char* line;
        Person person;
        Timestamp when;
    };
    const std::vector<Case> cases = {
        {"Mia", {"Mia", ""}, {0, 0}},
        {"Mia <mia@x> ", {"Mia", "mia@x"}, {0, 0}},
        {"Mia <mia@x> nonsense +0100", {"Mia", "mia@x"}, {0, 60}},
        {"<> 5 +0000", {"", ""}, {5, 0}},
        {"Mia <mia@x 17 +0000", {"Mia", "mia@x 17 +0000"}, {0, 0}},
        {"A <b> <c@d> 12 +0000", {"A", "b> <c@d"}, {12, 0}},
        {"Mia <mia@x> 99999999999999999999 +0000", {"Mia", "mia@x"}, {0, 0}},
        {"Mia <mia@x> 4102444800 +9999", {"Mia", "mia@x"}, {4102444800, 0}},
        {"Mia <mia@x> -3600 -0000", {"Mia", "mia@x"}, {-3600, 0}},
        {"M\xfcller <m@x> 1 +0000", {"M\xfcller", "m@x"}, {1, 0}},
    };
    for (const auto& expected : cases) {
        const auto commit = parseCommit(kTree + "author " + expected.line + "\n\nmessage");
        ASSERT_TRUE(commit.has_value()) << expected.line;
        EXPECT_EQ(commit->author, expected.person) << expected.line;
        EXPECT_EQ(commit->authored, expected.when) << expected.line;
    }
}

TEST(ParseCommit, RefusesWhatIsNoCommit) {
    EXPECT_EQ(parseCommit(""), std::nullopt);
    EXPECT_EQ(parseCommit("tree 123\n"), std::nullopt);
    EXPECT_EQ(parseCommit("object 4b825dc642cb6eb9a060e54bf8d69288fbee4904\n"), std::nullopt);
}

TEST(CommitMessage, NamesEveryRevertedCommit) {
    const std::string a(40, 'a');
    const std::string b(40, 'b');

    EXPECT_THAT(revertedBy("This reverts commit " + a + ".\n\nThis reverts commit\n" + b),
                ElementsAre(*parseObjectId<CommitId>(a), *parseObjectId<CommitId>(b)));
    EXPECT_THAT(revertedBy("This reverts commit abcdef1."), IsEmpty());
    EXPECT_THAT(revertedBy("This reverts commit"), IsEmpty());
}

TEST(CommitMessage, HasTrailersInItsLastParagraphAlone) {
    EXPECT_THAT(trailers("Subject\n\nPays: D-1\n\nBody\npays:  D-2 \nPAYS: D-3\n\n", "Pays"),
                ElementsAre("D-2", "D-3"));
    EXPECT_THAT(trailers("Subject", "Pays"), IsEmpty());
}

} // namespace
} // namespace paydown::git
