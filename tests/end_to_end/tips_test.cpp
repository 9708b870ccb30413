// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/end_to_end/program.h"
#include "tests/support/scratch_repository.h"

#include <filesystem>
#include <fstream>

namespace paydown::testing {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

std::vector<std::string> titlesOf(const nlohmann::json& items) {
    std::vector<std::string> titles;
    for (const auto& item : items) titles.push_back(item["title"]);
    return titles;
}

/// Two releases: "first" stays, "second" is paid, "third" moves, "fourth" comes, "fifth" comes and goes.
class Releases : public ::testing::Test {
protected:
    Releases() {
        repository.on("2024-03-01")
            .write("a.c", "int a;\n// TODO: first\nint b;\n")
            .write("b.c", "int c;\n// TODO: second\nint f() { return 1; }\nint d;\n")
            .write("c.c", "int e;\n// TODO: third\nint g;\n")
            .commit("Begin");
        repository.tag("v1.0");
        repository.on("2024-06-01")
            .write("b.c", "int c;\nint f() { return 2; }\nint d;\n")
            .rename("c.c", "moved/c.c")
            .write("d.c", "int h;\n// TODO: fourth\n// TODO: fifth\nint i;\n")
            .commit("Go on");
        repository.write("d.c", "int h;\n// FIXME: fourth\nint i = 1;\n").commit("Pay one");
        repository.tag("v2.0");
        repository.checkOut();
    }
    [[nodiscard]] Said paydown(const std::vector<std::string>& arguments) const {
        return paydownIn(repository.path(), arguments);
    }
    [[nodiscard]] nlohmann::json diff(const std::vector<std::string>& arguments) const {
        std::vector<std::string> command{"diff", "--format", "json"};
        command.insert(command.end(), arguments.begin(), arguments.end());
        const Said said = paydown(command);
        EXPECT_EQ(said.exitCode, 0) << said.err;
        return nlohmann::json::parse(said.out);
    }

    ScratchRepository repository;
};

TEST_F(Releases, AnOlderOneIsListedFromItsTreeWithoutARegistry) {
    const auto items = itemsIn(repository.path(), {"--rev", "v1.0"});
    EXPECT_THAT(titlesOf(items), ElementsAre("first", "second", "third"));
    EXPECT_TRUE(items[0]["id"].is_null());
}

TEST_F(Releases, AnOlderOneIsListedWithItsHistoryAsOfItsDay) {
    ASSERT_EQ(paydown({"scan"}).exitCode, 0);
    const Said said = paydown({"list", "--rev", "v1.0", "--format", "json"});
    const auto json = nlohmann::json::parse(said.out);
    EXPECT_THAT(titlesOf(json["items"]), ElementsAre("first", "second", "third"));
    EXPECT_EQ(json["as_of"], "2024-03-01T12:00:00+00:00");
    EXPECT_FALSE(json["items"][1]["id"].is_null());
    EXPECT_EQ(json["items"][2]["path"], "c.c");
    EXPECT_THAT(paydown({"list", "--rev", "v1.0", "age:1d.."}).out, IsEmpty()) << "nothing was a day old on its day";
}

TEST_F(Releases, AnItemKeepsItsIdAtEachOfThem) {
    ASSERT_EQ(paydown({"scan"}).exitCode, 0);
    const auto before = itemsIn(repository.path(), {"--rev", "v1.0", "third"});
    const auto after = itemsIn(repository.path(), {"--rev", "v2.0", "third"});
    EXPECT_EQ(before[0]["id"], after[0]["id"]);
    EXPECT_EQ(after[0]["path"], "moved/c.c");
}

TEST_F(Releases, ShowTellsAnItemAsItWasAtOneOfThem) {
    ASSERT_EQ(paydown({"scan"}).exitCode, 0);
    const std::string id = itemsIn(repository.path(), {"--rev", "v1.0", "second"})[0]["id"];
    const std::string before = paydown({"show", "--rev", "v1.0", id}).out;
    EXPECT_THAT(before, AllOf(HasSubstr("b.c:2"), HasSubstr("return 1;"), Not(HasSubstr("ended"))));
    EXPECT_THAT(paydown({"show", id}).out, HasSubstr("ended (paid)"));
}

TEST_F(Releases, LogAndStatsSpeakOfTheOneThatIsAskedFor) {
    ASSERT_EQ(paydown({"scan"}).exitCode, 0);
    EXPECT_THAT(paydown({"log", "--rev", "v1.0"}).out, Not(HasSubstr("fourth")));
    EXPECT_THAT(paydown({"log"}).out, HasSubstr("fourth"));
    EXPECT_THAT(paydown({"stats", "--rev", "v1.0"}).out, HasSubstr("3 items open"));
}

TEST_F(Releases, DifferBySayingWhatCameWentAndMoved) {
    ASSERT_EQ(paydown({"scan"}).exitCode, 0);
    const auto json = diff({"v1.0..v2.0"});
    EXPECT_EQ(json["from"]["open"], 3);
    EXPECT_EQ(json["to"]["open"], 3);
    EXPECT_THAT(titlesOf(json["introduced"]), ElementsAre("fourth"));
    EXPECT_THAT(titlesOf(json["ended"]), ElementsAre("second"));
    EXPECT_EQ(json["ended"][0]["ended"]["kind"], "paid");
    EXPECT_THAT(titlesOf(json["moved"]), ElementsAre("third"));
    EXPECT_EQ(json["moved"][0]["before"]["path"], "c.c");
    EXPECT_EQ(json["came_and_went"], 1);
}

TEST_F(Releases, DifferBackwardsByWhatTheOlderOneNeverHad) {
    ASSERT_EQ(paydown({"scan"}).exitCode, 0);
    const auto json = diff({"v2.0..v1.0"});
    EXPECT_THAT(titlesOf(json["absent"]), ElementsAre("fourth"));
    EXPECT_THAT(titlesOf(json["reopened"]), ElementsAre("second"));
}

TEST_F(Releases, DifferOnlyInWhatAFilterNames) {
    ASSERT_EQ(paydown({"scan"}).exitCode, 0);
    const auto json = diff({"v1.0..v2.0", "path:d.c"});
    EXPECT_THAT(titlesOf(json["introduced"]), ElementsAre("fourth"));
    EXPECT_THAT(json["ended"], IsEmpty());
}

TEST_F(Releases, DifferForPeopleAndForAPullRequest) {
    ASSERT_EQ(paydown({"scan"}).exitCode, 0);
    EXPECT_THAT(paydown({"diff", "v1.0..v2.0"}).out,
                AllOf(HasSubstr("v1.0 (2024-03-01) to v2.0 (2024-06-02): 3 open, then 3"), HasSubstr("introduced 1"),
                      HasSubstr("ended 1: 1 paid"), HasSubstr("c.c:2 → moved/c.c:2"),
                      HasSubstr("1 more item came and went in between")));
    EXPECT_THAT(paydown({"diff", "v1.0..v2.0", "--format", "md"}).out,
                AllOf(HasSubstr("### Technical debt: v1.0"), HasSubstr("#### Introduced (1)"), HasSubstr("| paid |")));
}

TEST_F(Releases, DifferOnlyOnceHistoryHasBeenRead) {
    const Said said = paydown({"diff", "v1.0..v2.0"});
    EXPECT_EQ(said.exitCode, 2);
    EXPECT_THAT(said.err, HasSubstr("paydown scan"));
}

TEST_F(Releases, AFilterNamesWhatCameBetweenThem) {
    ASSERT_EQ(paydown({"scan"}).exitCode, 0);
    EXPECT_THAT(titlesOf(itemsIn(repository.path(), {"introduced:v1.0..v2.0"})), ElementsAre("fourth"));
}

TEST_F(Releases, AnUnknownOneIsSaidToBeUnknown) {
    const Said said = paydown({"list", "--rev", "v3.0"});
    EXPECT_EQ(said.exitCode, 2);
    EXPECT_THAT(said.err, HasSubstr("no commit is named \"v3.0\""));
}

/// main with one item in a file that a topic branch changes.
class Topic : public ::testing::Test {
protected:
    Topic() {
        std::string body;
        for (int line = 0; line < 60; ++line) body += "int x" + std::to_string(line) + ";\n";
        repository.write(".paydown.toml", "mainline = \"main\"\n")
            .write("a.c", "// TODO: near\nint changed = 1;\n" + body + "// TODO: far\n")
            .write("b.c", "// TODO: elsewhere\n")
            .commit("Begin");
        repository.branch("topic");
        repository.write("a.c", "// TODO: near\nint changed = 2;\n" + body + "// TODO: far\n").commit("Change a");
        repository.write("c.c", "// TODO: came here\n").commit("Add c");
        repository.checkOut();
    }
    [[nodiscard]] Said paydown(const std::vector<std::string>& arguments) const {
        return paydownIn(repository.path(), arguments);
    }

    ScratchRepository repository;
};

TEST_F(Topic, HereListsDebtByHowNearItIsToWhatTheBranchChanged) {
    ASSERT_EQ(paydown({"scan"}).exitCode, 0);
    const std::string said = paydown({"here"}).out;
    EXPECT_THAT(said, HasSubstr("topic: 2 commits since main"));
    const auto introduced = said.find("introduced here 1");
    const auto near = said.find("within 20 lines of what you changed 1");
    const auto far = said.find("elsewhere in the files that you changed 1");
    ASSERT_NE(far, std::string::npos) << said;
    EXPECT_LT(introduced, said.find("came here"));
    EXPECT_LT(near, said.find(": near") == std::string::npos ? said.find("near\n", near) : said.find(": near"));
    EXPECT_LT(far, said.find("  far"));
    EXPECT_THAT(said, Not(HasSubstr("elsewhere\n")));
}

TEST_F(Topic, HereCountsWhatIsNotCommittedYet) {
    ASSERT_EQ(paydown({"scan"}).exitCode, 0);
    repository.writeOnDisk("b.c", "int now;\n// TODO: elsewhere\n");
    const Said said = paydown({"here", "--format", "json", "path:b.c"});
    EXPECT_THAT(titlesOf(nlohmann::json::parse(said.out)["items"]), ElementsAre("elsewhere"));
}

TEST_F(Topic, HereFollowsAFileThatTheBranchRenamed) {
    repository.rename("b.c", "renamed.c").commit("Rename b");
    repository.checkOut();
    ASSERT_EQ(paydown({"scan"}).exitCode, 0);
    const Said said = paydown({"here", "--format", "json", "path:renamed.c"});
    EXPECT_THAT(nlohmann::json::parse(said.out)["items"], IsEmpty()) << "no line of it changed";
}

TEST_F(Topic, HereSaysWhatTheBranchPaid) {
    repository.write("b.c", "int paid = 1;\n").commit("Pay");
    repository.checkOut();
    ASSERT_EQ(paydown({"scan"}).exitCode, 0);
    EXPECT_THAT(paydown({"here"}).out, HasSubstr("ended here 1"));
}

TEST_F(Topic, WhatIsOnlyOnTheBranchIsMarkedAndFound) {
    ASSERT_EQ(paydown({"scan"}).exitCode, 0);
    const auto items = itemsIn(repository.path(), {"introduced:branch"});
    EXPECT_THAT(titlesOf(items), ElementsAre("came here"));
    EXPECT_EQ(items[0]["branch_only"], true);
    EXPECT_THAT(paydown({"show", items[0]["id"]}).out, HasSubstr("on this branch only"));
}

TEST_F(Topic, WhatTheMainlinePaidMeanwhileIsNotOfTheBranch) {
    repository.switchTo("main").write("b.c", "int paid = 1;\n").commit("Pay on main");
    repository.switchTo("topic").checkOut();
    ASSERT_EQ(paydown({"scan"}).exitCode, 0);
    EXPECT_THAT(titlesOf(itemsIn(repository.path(), {"introduced:branch"})), ElementsAre("came here"));
    EXPECT_THAT(titlesOf(itemsIn(repository.path(), {"path:b.c"})), ElementsAre("elsewhere"));
}

TEST_F(Topic, SwitchingBranchesReadsNothingTwice) {
    ASSERT_EQ(paydown({"scan"}).exitCode, 0);
    repository.switchTo("main").checkOut();
    EXPECT_THAT(paydown({"scan"}).out, AllOf(HasSubstr("3 items open"), HasSubstr("Nothing new")));
    repository.write("d.c", "// TODO: on main\n").commit("Add d");
    repository.checkOut();
    EXPECT_THAT(paydown({"scan"}).out, HasSubstr("Read 1 commit and 1 file version "));
    repository.branch("other").write("e.c", "// TODO: came here\n").commit("The bytes of c again");
    repository.checkOut();
    EXPECT_THAT(paydown({"scan"}).out, HasSubstr("Read 1 commit and 0 file versions"));
    repository.switchTo("topic").checkOut();
    EXPECT_THAT(paydown({"scan"}).out, AllOf(HasSubstr("4 items open"), HasSubstr("Nothing new")));
}

TEST_F(Topic, AnotherBranchIsListedWithoutGoingThere) {
    repository.switchTo("main").checkOut();
    ASSERT_EQ(paydown({"scan"}).exitCode, 0);
    EXPECT_EQ(itemsIn(repository.path()).size(), 3U);
    EXPECT_EQ(itemsIn(repository.path(), {"--rev", "topic"}).size(), 4U);
    EXPECT_EQ(itemsIn(repository.path()).size(), 3U);
}

/// Two branches moved the file of one debt to two places, and the merge kept both.
class InTwoPlaces : public ::testing::Test {
protected:
    InTwoPlaces() {
        repository.on("2024-03-01").write("a.c", kCode).commit("Begin");
        repository.branch("topic").rename("a.c", "theirs.c").commit("Move theirs");
        repository.switchTo("main").rename("a.c", "ours.c").commit("Move ours");
        repository.merge("topic");
        repository.checkOut();
        EXPECT_EQ(paydownIn(repository.path(), {"scan"}).exitCode, 0);
    }
    /// "path:line" of the first place and of the others, by item; "new " before what no commit holds.
    [[nodiscard]] std::vector<std::string> places() const {
        std::vector<std::string> told;
        for (const auto& item : itemsIn(repository.path(), {})) {
            const auto placeOf = [](const nlohmann::json& place) {
                return place["path"].get<std::string>() + ':' + std::to_string(place["line"].get<int>());
            };
            std::string line = (item["id"].is_null() ? "new " : "") + placeOf(item);
            for (const auto& also : item["also"]) line += " also " + placeOf(also);
            told.push_back(line);
        }
        return told;
    }

    const std::string kCode = "int a;\n// TODO: wait for the bank\nint b;\n";
    ScratchRepository repository;
};

TEST_F(InTwoPlaces, AnItemIsListedOnce) { EXPECT_THAT(places(), ElementsAre("ours.c:2 also theirs.c:2")); }

TEST_F(InTwoPlaces, AnItemFollowsEditsOfBothThatNoCommitHolds) {
    std::ofstream(repository.path() + "/theirs.c") << "int first;\n" << kCode << "// TODO: one more\n";
    EXPECT_THAT(places(), ElementsAre("ours.c:2 also theirs.c:3", "new theirs.c:5"));
}

TEST_F(InTwoPlaces, AnItemStandsWhereTheDiskStillHasIt) {
    std::filesystem::remove(repository.path() + "/ours.c");
    EXPECT_THAT(places(), ElementsAre("theirs.c:2"));
}

} // namespace
} // namespace paydown::testing
