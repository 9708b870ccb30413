// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/end_to_end/program.h"
#include "tests/support/scratch_repository.h"

#include <filesystem>

namespace paydown::testing {
namespace {

using ::testing::HasSubstr;

class Deciding : public ::testing::Test {
protected:
    Deciding() {
        repository.write("a.c", "int f() {\n    int n = 1;\n    // TODO: first thing\n    return n;\n}\n")
            .write("b.c", "// TODO: second thing\n")
            .commit();
        repository.checkOut();
        EXPECT_EQ(paydown({"scan"}).exitCode, 0);
        id = itemsIn(repository.path(), {"first"})[0]["id"];
    }

    Said paydown(const std::vector<std::string>& arguments) { return paydownIn(repository.path(), arguments); }
    nlohmann::json item() { return itemsIn(repository.path(), {"first"})[0]; }

    ScratchRepository repository;
    std::string id;
};

TEST_F(Deciding, PutsValuesInForceAndShowsThem) {
    const Said said = paydown({"set", id, "reckless", "owner=@kai", "effort=4h", "-m", "seen in the review"});
    ASSERT_EQ(said.exitCode, 0) << said.err;
    EXPECT_EQ(item()["class"], "reckless");
    EXPECT_EQ(item()["owner"], "@kai");
    EXPECT_EQ(item()["owner_source"], "decision");
    EXPECT_EQ(item()["effort_minutes"], 240);
    EXPECT_EQ(item()["stated"]["class"], "unclassified");
    EXPECT_THAT(paydown({"show", id}).out, HasSubstr("code says"));
}

TEST_F(Deciding, WakesWithARelease) {
    ASSERT_EQ(paydown({"set", id, "prudent", "wake=tag:v2*", "why=the old protocol goes with v2"}).exitCode, 0);
    const auto woken = [&] { return itemsIn(repository.path(), {"state:woke"}).size(); };
    repository.tag("v2.0-rc0"); // names a commit from before the decision
    EXPECT_EQ(woken(), 0U);
    repository.on("2099-01-01").write("z.c", "int z;\n").commit();
    repository.tag("v1.9");
    EXPECT_EQ(woken(), 0U);
    EXPECT_EQ(item()["state"], "sleeping");
    repository.tag("v2.0");
    EXPECT_EQ(woken(), 1U);
    EXPECT_EQ(item()["state"], "open");
}

TEST_F(Deciding, IsTakenBackWhole) {
    ASSERT_EQ(paydown({"set", "--where", "tag:TODO", "--", "prudent", "why=small"}).exitCode, 0);
    EXPECT_EQ(item()["class"], "prudent");
    ASSERT_EQ(paydown({"undo"}).exitCode, 0);
    EXPECT_EQ(item()["class"], "unclassified");
    EXPECT_EQ(itemsIn(repository.path(), {"class:prudent"}).size(), 0U);
    EXPECT_EQ(paydown({"undo"}).exitCode, 1);
}

TEST_F(Deciding, TakesOneArgumentForAFilterAndTheRestForWhatToDecide) {
    ASSERT_EQ(paydown({"set", "--where", "tag:TODO path:*.c", "prudent", "why=small"}).exitCode, 0);
    EXPECT_EQ(item()["class"], "prudent");
}

TEST_F(Deciding, SaysSoWhenAFilterMeansNothing) {
    const Said said = paydown({"set", "--where", "tag:NONE", "prudent"});
    EXPECT_EQ(said.exitCode, 1);
    EXPECT_THAT(said.out, HasSubstr("nothing was decided"));
    EXPECT_EQ(paydown({"undo"}).exitCode, 1) << "there is nothing to take back";
}

TEST_F(Deciding, SurvivesTheLossOfTheDatabase) {
    ASSERT_EQ(paydown({"set", id, "reckless"}).exitCode, 0);
    for (const char* file : {"registry.db", "registry.db-wal", "registry.db-shm"}) {
        std::filesystem::remove(repository.path() + "/.git/paydown/" + file);
    }
    ASSERT_EQ(paydown({"scan"}).exitCode, 0);
    EXPECT_EQ(item()["class"], "reckless");
}

TEST_F(Deciding, FollowsTheItemThroughRewordingAndRename) {
    ASSERT_EQ(paydown({"set", id, "reckless"}).exitCode, 0);
    repository.rename("a.c", "moved/a.c").commit();
    repository.write("moved/a.c", "int f() {\n    int n = 1;\n    // FIXME: first thing, really\n    return n;\n}\n")
        .commit();
    repository.checkOut();
    EXPECT_EQ(item()["class"], "reckless");
    EXPECT_EQ(item()["id"], id);
}

TEST_F(Deciding, RefusesWhatAFieldDoesNotTakeAndWritesNothing) {
    const Said said = paydown({"set", id, "owner=@kai", "effort=long"});
    EXPECT_EQ(said.exitCode, 2);
    EXPECT_THAT(said.err, HasSubstr("effort"));
    EXPECT_TRUE(item()["owner"].is_null());
}

TEST_F(Deciding, DoesNotTakeTheLogsOwnNumbersForWhatPeopleType) {
    const Said said = paydown({"set", id, "effort=16"});
    EXPECT_EQ(said.exitCode, 2);
    EXPECT_THAT(said.err, HasSubstr("effort"));
    EXPECT_TRUE(item()["effort_minutes"].is_null()) << "16 minutes are what the log would call 16";
}

TEST_F(Deciding, AsksToCommitFirstWhatIsPending) {
    repository.writeOnDisk("c.c", "// TODO: not committed\n");
    const Said said = paydown({"set", "--where", "tag:TODO", "--dry-run", "--", "prudent"});
    EXPECT_THAT(said.out, HasSubstr("2 items would be decided"));
}

TEST_F(Deciding, NamesTheCandidatesOfAnUnknownId) {
    const Said said = paydown({"show", "D-zzzz"});
    EXPECT_EQ(said.exitCode, 1);
    EXPECT_THAT(said.err, HasSubstr("no item is called"));
}

} // namespace
} // namespace paydown::testing
