// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/end_to_end/program.h"
#include "tests/support/scratch_repository.h"

namespace paydown::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

/// A bare remote and two clones of it, both scanned.
class SharedDecisions : public ::testing::Test {
protected:
    SharedDecisions() {
        origin.write("a.c", "int f() {\n    // TODO: first thing\n    return 1;\n}\n").commit();
        runGit(folder.path(), {"clone", "-q", "--bare", origin.path(), "remote.git"});
        for (const char* name : {"one", "two"}) {
            runGit(folder.path(), {"clone", "-q", "remote.git", name});
            EXPECT_EQ(paydownIn(at(name), {"scan"}).exitCode, 0);
        }
        id = itemsIn(at("one"))[0]["id"];
    }

    [[nodiscard]] std::string at(const std::string& clone) const { return folder.path() + "/" + clone; }
    [[nodiscard]] Said paydown(const std::string& clone, const std::vector<std::string>& arguments,
                               const std::vector<std::string>& environment = {}) const {
        return paydownIn(at(clone), arguments, environment);
    }

    ScratchRepository origin;
    ScratchFolder folder;
    std::string id;
};

TEST_F(SharedDecisions, AreInForceInTheOtherClone) {
    ASSERT_EQ(paydown("one", {"set", id, "reckless", "owner=@kai"}).exitCode, 0);
    EXPECT_THAT(paydown("one", {"sync"}).out, HasSubstr("Sent 2 decisions to origin"));
    EXPECT_THAT(paydown("two", {"sync"}).out, HasSubstr("received 2 decisions from Kai"));
    EXPECT_EQ(itemsIn(at("two"))[0]["class"], "reckless");
    EXPECT_EQ(itemsIn(at("two"))[0]["decided"], itemsIn(at("one"))[0]["decided"]);
}

TEST_F(SharedDecisions, StandBesideTheCommitInGitsLogAtOnce) {
    ASSERT_EQ(paydown("one", {"set", id, "owner=@kai"}).exitCode, 0);
    EXPECT_THAT(runGit(at("one"), {"log", "--notes=paydown"}), HasSubstr("@kai"));
}

TEST_F(SharedDecisions, ChangeTheSettingsOfTheCloneOnceAndSaySo) {
    EXPECT_THAT(paydown("one", {"set", id, "owner=@kai"}).err, HasSubstr("notes.rewriteRef"));
    EXPECT_THAT(paydown("one", {"set", id, "owner=@mia"}).err, Not(HasSubstr("notes.rewriteRef")));
}

TEST_F(SharedDecisions, SurviveARebaseOfTheCommitThatTheyAreAbout) {
    runGit(at("one"), {"switch", "-q", "-c", "topic"});
    runGit(at("one"), {"config", "user.name", "Kai"});
    runGit(at("one"), {"config", "user.email", "kai@corp.example"});
    const std::string tool = "printf '// TODO: second thing\\n' > b.c && git add b.c && git commit -qm second";
    runGit(at("one"), {"-c", "alias.do=!" + tool, "do"});
    ASSERT_EQ(paydown("one", {"scan"}).exitCode, 0);
    const std::string second = itemsIn(at("one"), {"second"})[0]["id"];
    ASSERT_EQ(paydown("one", {"set", second, "reckless", "owner=@kai"}).exitCode, 0);
    runGit(at("one"), {"rebase", "-q", "--force-rebase", "main"});
    runGit(at("one"), {"commit", "-q", "--amend", "-m", "second, reworded"});
    ASSERT_EQ(paydown("one", {"scan"}).exitCode, 0);
    const auto item = itemsIn(at("one"), {"second"})[0];
    EXPECT_NE(item["id"], second);
    EXPECT_EQ(item["class"], "reckless");
    EXPECT_THAT(runGit(at("one"), {"log", "-1", "--notes=paydown"}), HasSubstr("@kai"));
}

TEST_F(SharedDecisions, TellWhoIsToPayWhatIsNewlyPlanned) {
    ASSERT_EQ(paydown("one", {"set", id, "reckless", "owner=mia@corp.example", "period=next"}).exitCode, 0);
    ASSERT_EQ(paydown("one", {"sync", "-q"}).exitCode, 0);
    const Said said = paydown("two", {"sync", "--quiet"}, {"GIT_AUTHOR_NAME=Mia", "GIT_AUTHOR_EMAIL=mia@corp.example"});
    EXPECT_EQ(said.out, "1 item of yours is newly planned: 'paydown mine' lists them.\n");
}

TEST_F(SharedDecisions, SayWhatIsToBeSentAndChangeNothing) {
    ASSERT_EQ(paydown("one", {"set", id, "owner=@kai"}).exitCode, 0);
    const Said said = paydown("one", {"sync", "--status"});
    EXPECT_THAT(said.out, HasSubstr("origin: 1 decision to send, 0 to receive"));
    EXPECT_THAT(said.out, HasSubstr("never synchronised"));
    EXPECT_EQ(runGit(folder.path() + "/remote.git", {"for-each-ref", "refs/notes"}), "");
}

TEST_F(SharedDecisions, AreSafeWhereThereIsNoRemote) {
    runGit(at("one"), {"remote", "remove", "origin"});
    ASSERT_EQ(paydown("one", {"set", id, "reckless"}).exitCode, 0);
    const Said said = paydown("one", {"sync"});
    EXPECT_EQ(said.exitCode, 2);
    EXPECT_THAT(said.err, HasSubstr("no remote"));
    EXPECT_EQ(itemsIn(at("one"))[0]["class"], "reckless");
}

} // namespace
} // namespace paydown::testing
