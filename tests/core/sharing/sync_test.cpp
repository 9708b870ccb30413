// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sharing/sync.h"

#include "core/base/error.h"
#include "tests/core/sharing/team.h"

#include <filesystem>

namespace paydown {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

TEST(Sync, BringsADecisionToTheOtherClone) {
    Team team(2);
    team[0].decide('a', team.commits()[1], "owner", "@kai");
    EXPECT_EQ(team[0].sync().sent, 1U);
    const SyncReport report = team[1].sync();
    ASSERT_EQ(report.received.size(), 1U);
    EXPECT_EQ(report.received[0].actor.name, "person0");
    EXPECT_EQ(team[1].valueOf('a', "owner"), "@kai");
}

TEST(Sync, KeepsBothSidesOfWhatTwoPeopleDecidedApart) {
    Team team(2);
    team[0].decide('a', team.commits()[1], "owner", "@kai");
    team[1].decide('a', team.commits()[1], "due", "2027-01-01");
    team[0].sync();
    team[1].sync();
    team[0].sync();
    EXPECT_EQ(team[0].everything(), team[1].everything());
    EXPECT_EQ(team[0].valueOf('a', "due"), "2027-01-01");
    EXPECT_EQ(team[1].valueOf('a', "owner"), "@kai");
}

TEST(Sync, ShowsTheDecisionBesideTheCommitInGitsOwnLog) {
    Team team(1);
    team[0].decide('a', team.commits()[1], "owner", "@kai");
    team[0].sync();
    const std::string log = team[0].git({"log", "--notes=paydown", toHex(team.commits()[1])});
    EXPECT_THAT(log, HasSubstr("@kai"));
}

TEST(Sync, MakesNoCommitWhereNothingIsNew) {
    Team team(2);
    team[0].decide('a', team.commits()[0], "owner", "@kai");
    team[0].sync();
    team[1].sync();
    const std::string tip = team[1].git({"rev-parse", kNotesReference});
    team[1].sync();
    team[0].sync();
    EXPECT_EQ(team[0].git({"rev-parse", kNotesReference}), tip);
    EXPECT_EQ(team[1].git({"rev-parse", kNotesReference}), tip);
}

TEST(Sync, PushesNothingButItsOwnReference) {
    Team team(1);
    team[0].git({"commit", "-q", "--allow-empty", "-m", "mine"});
    team[0].git({"branch", "private"});
    team[0].decide('a', team.commits()[0], "owner", "@kai");
    team[0].sync();
    const std::string refs = testing::runGit(team.remote(), {"for-each-ref", "--format=%(refname)"});
    EXPECT_EQ(refs, "refs/heads/main\nrefs/notes/paydown\n");
}

TEST(Sync, PutsBackWhatSomebodyPruned) {
    Team team(2);
    const auto ids = team[0].decide('a', team.commits()[1], "owner", "@kai");
    team[0].sync();
    team[0].git({"notes", "--ref=paydown", "remove", toHex(team.commits()[1])});
    team[0].git({"push", "-q", "origin", kNotesReference});
    team[0].sync();
    team[1].sync();
    EXPECT_EQ(team[1].valueOf('a', "owner"), "@kai");
    EXPECT_THAT(team[1].noteOn(toHex(team.commits()[1])), HasSubstr(ids[0]));
}

TEST(Sync, PutsTheReferenceBackWhenSomebodyDeletedIt) {
    Team team(2);
    team[0].decide('a', team.commits()[1], "owner", "@kai");
    team[0].sync();
    testing::runGit(team.remote(), {"update-ref", "-d", kNotesReference});
    team[0].sync();
    team[1].sync();
    EXPECT_EQ(team[1].valueOf('a', "owner"), "@kai");
}

TEST(Sync, KeepsThePlansRecordsOnAnObjectThatEveryRepositoryHas) {
    Team team(2);
    Change closing;
    closing.field = field::kClosed;
    closing.value = "2026-11-01";
    decide(team[0].registry(), {"Mia", "mia@corp.example"}, std::vector{closing});
    team[0].sync();
    team[0].git({"notes", "--ref=paydown", "prune"});
    team[1].sync();
    EXPECT_EQ(foldDecisions(team[1].registry().records()).closedPeriods.size(), 1U);
}

TEST(Sync, ReadsNotesThatGitLaidOutWithoutFolders) {
    Team team(2);
    team[0].decide('a', team.commits()[1], "owner", "@kai");
    team[0].sync();
    team[0].git({"notes", "--ref=paydown", "add", "-m", "hello", toHex(team.commits()[2])});
    ASSERT_THAT(team[0].git({"ls-tree", "--name-only", kNotesReference}), HasSubstr(toHex(team.commits()[1])));
    team[0].git({"push", "-q", "origin", kNotesReference});
    team[1].sync();
    EXPECT_EQ(team[1].valueOf('a', "owner"), "@kai");
}

TEST(Sync, CarriesDecisionsThroughAnAmendedCommit) {
    Team team(1);
    EXPECT_THAT(followRewrites(git::Repository::open(team[0].path())), HasSubstr("notes.rewriteRef"));
    team[0].git({"commit", "-q", "--allow-empty", "-m", "four"});
    const std::string before = team[0].git({"rev-parse", "HEAD"}).substr(0, 40);
    team[0].decide('a', *parseObjectId<CommitId>(before), "owner", "@kai");
    team[0].publish();
    team[0].git({"commit", "-q", "--amend", "--allow-empty", "-m", "four, better"});
    EXPECT_THAT(team[0].noteOn("HEAD"), HasSubstr("@kai"));
}

TEST(Sync, SetsTheRewritingOfNotesOnce) {
    Team team(1);
    EXPECT_FALSE(followRewrites(git::Repository::open(team[0].path())).empty());
    EXPECT_TRUE(followRewrites(git::Repository::open(team[0].path())).empty());
    EXPECT_EQ(team[0].git({"config", "--get-all", "notes.rewriteRef"}), "refs/notes/paydown\n");
}

TEST(Sync, SaysHowAClonesDecisionsStandToTheRemote) {
    Team team(2);
    team[0].decide('a', team.commits()[1], "owner", "@kai");
    team[0].sync();
    team[1].decide('b', team.commits()[1], "owner", "@mia");
    team[1].decide('c', team.commits()[1], "owner", "@mia");
    const SyncStatus before = syncStatus(team[1].place(), "origin");
    EXPECT_EQ(before.ahead, 2U);
    EXPECT_EQ(before.behind, 1U);
    EXPECT_FALSE(before.last.has_value());
    team[1].sync();
    const SyncStatus after = syncStatus(team[1].place(), "origin");
    EXPECT_EQ(after.ahead + after.behind, 0U);
    EXPECT_EQ(after.last->people, std::vector<std::string>{"person0"});
}

TEST(Sync, SaysThatThereIsNoRemoteAndKeepsTheDecision) {
    Team team(1);
    team[0].git({"remote", "remove", "origin"});
    team[0].decide('a', team.commits()[1], "owner", "@kai");
    EXPECT_THROW(static_cast<void>(team[0].sync("")), Error);
    EXPECT_EQ(team[0].valueOf('a', "owner"), "@kai");
}

TEST(Sync, SaysWhyTheRemoteCannotBeReachedAndKeepsTheDecision) {
    Team team(1);
    team[0].decide('a', team.commits()[1], "owner", "@kai");
    std::filesystem::remove_all(team.remote());
    try {
        static_cast<void>(team[0].sync());
        FAIL() << "the remote is gone";
    } catch (const Error& error) {
        EXPECT_THAT(error.what(), HasSubstr("origin"));
    }
    EXPECT_EQ(team[0].valueOf('a', "owner"), "@kai");
}

TEST(Sync, ReceivesWhereItMayNotPush) {
    Team team(2);
    team[0].decide('a', team.commits()[1], "owner", "@kai");
    team[0].sync();
    testing::runGit(team.remote(), {"config", "receive.denyNonFastForwards", "true"});
    std::filesystem::create_directories(team.remote() + "/hooks");
    {
        testing::ScratchFolder scratch;
        scratch.write("pre-receive", "#!/bin/sh\necho not you >&2\nexit 1\n");
        std::filesystem::copy_file(scratch.path() + "/pre-receive", team.remote() + "/hooks/pre-receive");
        std::filesystem::permissions(team.remote() + "/hooks/pre-receive", std::filesystem::perms::owner_all);
    }
    team[1].decide('b', team.commits()[1], "owner", "@mia");
    const SyncReport report = team[1].sync();
    EXPECT_FALSE(report.pushProblem.empty());
    EXPECT_EQ(report.received.size(), 1U);
    EXPECT_EQ(team[1].valueOf('a', "owner"), "@kai");
    EXPECT_EQ(team[1].valueOf('b', "owner"), "@mia");
}

} // namespace
} // namespace paydown
