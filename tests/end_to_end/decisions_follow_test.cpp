// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/end_to_end/program.h"
#include "tests/support/scratch_repository.h"

#include <SQLiteCpp/Database.h>
#include <filesystem>

namespace paydown::testing {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

constexpr const char* kDebt = "int a;\n// TODO: retry when the bank is down\nint b;\n";

/// A repository in which somebody decides about the one item on a topic branch.
class Follow : public ::testing::Test {
protected:
    Follow() {
        repository.write("start.c", "int start;\n").commit("Begin");
        repository.branch("topic").write("a.c", kDebt).commit("Add the bank");
        repository.checkOut();
    }
    void decide() {
        scan();
        id = item()["id"];
        ASSERT_EQ(paydown({"set", id, "reckless", "owner=@kai"}).exitCode, 0);
    }
    void scan() const {
        const Said said = paydown({"scan"});
        ASSERT_EQ(said.exitCode, 0) << said.err;
    }
    [[nodiscard]] Said paydown(const std::vector<std::string>& arguments) const {
        return paydownIn(repository.path(), arguments);
    }
    [[nodiscard]] nlohmann::json item() const { return itemsIn(repository.path(), {"bank"}).at(0); }
    /// The item has another id by now, and what was decided about it before.
    void expectFollowed() const {
        const auto now = item();
        EXPECT_NE(now["id"], id);
        EXPECT_EQ(now["class"], "reckless");
        EXPECT_EQ(now["owner"], "@kai");
        EXPECT_THAT(now["aliases"], Contains(id));
        EXPECT_EQ(paydown({"show", id}).exitCode, 0) << "the old name still names it";
    }

    ScratchRepository repository;
    std::string id;
};

TEST_F(Follow, AnAmend) {
    decide();
    repository.git({"commit", "-q", "--amend", "-m", "Add the bank, better said"});
    scan();
    expectFollowed();
}

TEST_F(Follow, ARebase) {
    repository.write("a.c", std::string(kDebt) + "int c;\n").commit("Go on");
    repository.switchTo("main").write("start.c", "int begin;\n").commit("Meanwhile");
    repository.switchTo("topic").checkOut();
    decide();
    repository.git({"rebase", "-q", "main"});
    scan();
    expectFollowed();
}

TEST_F(Follow, ASquashOnAServerAfterWhichTheBranchIsDeleted) {
    repository.write("a.c", std::string(kDebt) + "int c;\n").commit("Go on");
    repository.checkOut();
    decide();
    repository.as("Server", "noreply@server.example").on("2024-05-01");
    repository.switchTo("main").write("a.c", std::string(kDebt) + "int c;\n").commit("Add the bank (#12)");
    repository.checkOut();
    repository.git({"branch", "-q", "-D", "topic"});
    repository.git({"reflog", "expire", "--expire=now", "--all"});
    repository.git({"gc", "-q", "--prune=now"});
    scan();
    expectFollowed();
}

TEST_F(Follow, ACherryPick) {
    const CommitId onTopic = repository.head();
    decide();
    repository.switchTo("main").write("start.c", "int other;\n").commit("Meanwhile");
    repository.cherryPick(onTopic);
    repository.checkOut();
    scan();
    expectFollowed();
}

TEST_F(Follow, ARewriteSeenByAFreshCloneThatNeverHadTheOldCommits) {
    decide();
    const std::string decisions = repository.path() + "/.git/paydown/decisions.jsonl";
    repository.git({"commit", "-q", "--amend", "-m", "Add the bank, better said"});
    const ScratchFolder folder;
    runGit(folder.path(), {"clone", "-q", "--no-local", repository.path(), "clone"});
    const std::string clone = folder.path() + "/clone";
    std::filesystem::create_directories(clone + "/.git/paydown");
    std::filesystem::copy_file(decisions, clone + "/.git/paydown/decisions.jsonl");
    ASSERT_EQ(paydownIn(clone, {"scan"}).exitCode, 0);
    EXPECT_EQ(itemsIn(clone, {"bank"}).at(0)["class"], "reckless");
}

TEST_F(Follow, ARewriteWhoseHeirSomebodySetsApartAndTakesThatBack) {
    decide();
    repository.git({"commit", "-q", "--amend", "-m", "Add the bank, better said"});
    scan();
    const std::string heir = item()["id"];
    EXPECT_THAT(paydown({"show", heir}).out, AllOf(HasSubstr("before history was rewritten"), HasSubstr("apart=")));

    ASSERT_EQ(paydown({"set", heir, "apart=D-" + id.substr(0, 6)}).exitCode, 0);
    EXPECT_EQ(item()["class"], "unclassified");
    EXPECT_THAT(item()["aliases"], IsEmpty());

    ASSERT_EQ(paydown({"undo"}).exitCode, 0);
    expectFollowed();
}

TEST_F(Follow, NothingIsSetApartThatIsNoOtherNameOfTheItem) {
    decide();
    const Said said = paydown({"set", id, "apart=D-zzzz"});
    EXPECT_EQ(said.exitCode, 2);
    EXPECT_THAT(said.err, HasSubstr("no name"));
}

TEST_F(Follow, AnOrphanGoesToTheItemOfTheSameWorkAmongSeveral) {
    repository.write("a.c", std::string(kDebt) + "// TODO: retry when the bank is down\n").commit("Say it again");
    repository.checkOut();
    scan();
    const auto twins = itemsIn(repository.path(), {"bank"});
    ASSERT_EQ(twins.size(), 2U);
    ASSERT_EQ(paydown({"set", twins[1]["id"], "prudent", "why=x"}).exitCode, 0);
    repository.switchTo("main").write("start.c", "int begin;\n").commit("Meanwhile");
    repository.switchTo("topic").checkOut();
    repository.git({"rebase", "-q", "main"});
    scan();
    const auto now = itemsIn(repository.path(), {"bank"});
    EXPECT_EQ(now[0]["class"], "unclassified");
    EXPECT_EQ(now[1]["class"], "prudent");
}

TEST(FollowInAShallowClone, DecisionsFollowWhenItIsDeepened) {
    ScratchRepository origin;
    origin.write("a.c", kDebt).commit("Add the bank");
    origin.write("b.c", "int b;\n").commit();
    origin.write("b.c", "int c;\n").commit();
    const ScratchFolder folder;
    const std::string clone = folder.path() + "/clone";
    runGit(folder.path(), {"clone", "-q", "--depth", "1", "file://" + origin.path(), clone});
    ASSERT_EQ(paydownIn(clone, {"scan"}).exitCode, 0);
    const std::string id = itemsIn(clone)[0]["id"];
    ASSERT_EQ(paydownIn(clone, {"set", id, "reckless"}).exitCode, 0);

    runGit(clone, {"fetch", "-q", "--deepen", "1"});
    ASSERT_EQ(paydownIn(clone, {"scan"}).exitCode, 0);
    EXPECT_EQ(itemsIn(clone)[0]["class"], "reckless");
    runGit(clone, {"fetch", "-q", "--unshallow"});
    ASSERT_EQ(paydownIn(clone, {"scan"}).exitCode, 0);
    const auto item = itemsIn(clone)[0];
    EXPECT_EQ(item["class"], "reckless");
    EXPECT_EQ(item["introduced"]["boundary"], false);
    EXPECT_THAT(item["aliases"], Contains(id));
    EXPECT_THAT(item["adopted"], IsEmpty()) << "it is the same annotation, not an heir";
}

TEST(FollowInAShallowClone, ItsDecisionsMeanTheSameInAFullOne) {
    ScratchRepository origin;
    origin.write("a.c", kDebt).commit("Add the bank");
    origin.write("b.c", "int b;\n").commit();
    const ScratchFolder folder;
    const std::string shallow = folder.path() + "/shallow";
    runGit(folder.path(), {"clone", "-q", "--depth", "1", "file://" + origin.path(), shallow});
    ASSERT_EQ(paydownIn(shallow, {"scan"}).exitCode, 0);
    const std::string id = itemsIn(shallow)[0]["id"];
    ASSERT_EQ(paydownIn(shallow, {"set", id, "reckless"}).exitCode, 0);

    // Meanwhile the file has got another name, so that only the commit of the decision leads to the item.
    origin.rename("a.c", "bank/a.c").commit("Move the bank");
    origin.checkOut();
    std::filesystem::create_directories(origin.path() + "/.git/paydown");
    std::filesystem::copy_file(shallow + "/.git/paydown/decisions.jsonl",
                               origin.path() + "/.git/paydown/decisions.jsonl");
    ASSERT_EQ(paydownIn(origin.path(), {"scan"}).exitCode, 0);
    const auto item = itemsIn(origin.path())[0];
    EXPECT_EQ(item["class"], "reckless");
    EXPECT_EQ(item["path"], "bank/a.c");
    EXPECT_THAT(item["aliases"], Contains(id));
}

/// Makes the registry one of an earlier matcher, which took the item of the second commit for another one.
void asIfAnEarlierMatcherHadSplitIt(const std::string& registry, const CommitId& second, const ItemId& wrong) {
    SQLite::Database database(registry, SQLite::OPEN_READWRITE);
    database.exec("UPDATE history_meta SET value='0' WHERE key='matcher'");
    database.exec("INSERT INTO history_item SELECT max(number)+1, '" + wrong.value +
                  "', (SELECT number FROM history_commit WHERE id=x'" + toHex(second) +
                  "'), path, 0, text, NULL FROM history_item");
}

TEST(FollowABetterMatcher, OldIdsBecomeNamesOfTheNewItemsAndDecisionsCountThere) {
    ScratchRepository repository;
    repository.write("a.c", kDebt).commit("Add the bank");
    const CommitId second = repository.write("a.c", "int z;\n" + std::string(kDebt)).commit("Go on");
    repository.checkOut();
    const auto paydown = [&](const std::vector<std::string>& arguments) {
        return paydownIn(repository.path(), arguments);
    };
    ASSERT_EQ(paydown({"scan"}).exitCode, 0);
    const std::string id = itemsIn(repository.path())[0]["id"];
    ASSERT_EQ(paydown({"set", id, "reckless"}).exitCode, 0);
    const ItemId wrong = makeItemId({second, "a.c", "retry when the bank is down", 0});
    asIfAnEarlierMatcherHadSplitIt(repository.path() + "/.git/paydown/registry.db", second, wrong);

    ASSERT_EQ(paydown({"scan"}).exitCode, 0);
    const auto item = itemsIn(repository.path())[0];
    EXPECT_EQ(item["id"], id);
    EXPECT_THAT(item["aliases"], Contains(wrong.value));
    ASSERT_EQ(paydown({"set", wrong.value, "owner=@kai"}).exitCode, 0);
    EXPECT_EQ(itemsIn(repository.path())[0]["owner"], "@kai");
    EXPECT_EQ(itemsIn(repository.path())[0]["class"], "reckless");
}

} // namespace
} // namespace paydown::testing
