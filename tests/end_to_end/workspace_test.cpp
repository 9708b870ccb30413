// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/end_to_end/program.h"
#include "tests/support/scratch_repository.h"

namespace paydown::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

/// Two repositories, and a workspace in which Kai takes on one item in a period.
class InAWorkspace : public ::testing::Test {
protected:
    InAWorkspace() {
        pay.on("2026-11-01").as("Kai", "kai@home.example");
        pay.write("pay.c", "// DEBT(reckless, @kai, 4h): retries forever\n// TODO: small\n").commit();
        shop.on("2026-11-01").write("shop.c", "// DEBT(reckless, @kai, 4h): sells what is gone\n").commit();
        pay.checkOut();
        shop.checkOut();
        folder.write("team.toml", "[[repository]]\nname = \"pay\"\npath = \"" + pay.path() +
                                      "\"\n[[repository]]\nname = \"shop\"\npath = \"" + shop.path() +
                                      "\"\n[[person]]\nowner = \"@kai\"\nnames = [\"kai@corp.example\", "
                                      "\"kai@home.example\"]\nitems = 1\n");
        EXPECT_EQ(paydown({"scan"}).exitCode, 0);
    }

    Said paydown(std::vector<std::string> arguments) const {
        arguments.insert(arguments.begin(), {"--workspace", folder.path() + "/team.toml"});
        return paydownIn(folder.path(), arguments);
    }
    nlohmann::json items(const std::vector<std::string>& filter = {}) const {
        std::vector<std::string> arguments{"list", "--format", "json"};
        arguments.insert(arguments.end(), filter.begin(), filter.end());
        return nlohmann::json::parse(paydown(arguments).out)["items"];
    }

    ScratchRepository pay;
    ScratchRepository shop;
    ScratchFolder folder;
};

TEST_F(InAWorkspace, ListsAllRepositoriesTogether) {
    EXPECT_EQ(items().size(), 3U);
    const Said said = paydown({"list", "class:reckless"});
    EXPECT_THAT(said.out, HasSubstr("pay/D-"));
    EXPECT_THAT(said.out, HasSubstr("shop/D-"));
    EXPECT_THAT(said.out, Not(HasSubstr("small")));
    EXPECT_THAT(paydown({"list", "--format", "md"}).out, HasSubstr("| shop/D-"));
    EXPECT_THAT(paydown({"list", "--format", "vim"}).err, HasSubstr("no place for the names"));
}

TEST_F(InAWorkspace, KnowsAPersonByAllTheirNames) {
    EXPECT_EQ(items({"mine"}).size(), 3U) << "also what Kai wrote at home, and what @kai owns elsewhere";
    EXPECT_THAT(paydown({"mine"}).out, HasSubstr("shop/D-"));
}

TEST_F(InAWorkspace, PlansWithOneCapacityOverAllRepositories) {
    const Said proposal = paydown({"plan"});
    EXPECT_THAT(proposal.out, HasSubstr("pay/D-"));
    EXPECT_THAT(proposal.out, HasSubstr("shop/D-"));
    ASSERT_THAT(paydown({"plan", "--accept"}).out, HasSubstr("Accepted: 2 items placed"));
    EXPECT_EQ(items({"period:this"}).size(), 1U);
    EXPECT_EQ(items({"period:next"}).size(), 1U);
    EXPECT_THAT(paydown({"plan", "--show"}).out, HasSubstr("shop/D-"));
}

TEST_F(InAWorkspace, ClosesAPeriodInAllRepositories) {
    ASSERT_EQ(paydown({"plan", "--accept"}).exitCode, 0);
    const std::string later = "PAYDOWN_NOW=2026-12-02T10:00:00Z";
    const auto closing = [&](std::vector<std::string> arguments) {
        arguments.insert(arguments.begin(), {"--workspace", folder.path() + "/team.toml"});
        return paydownIn(folder.path(), arguments, {later});
    };
    EXPECT_THAT(closing({"plan", "--close"}).out, HasSubstr("Closed: 0 ended, 1 carried over"));
    EXPECT_THAT(closing({"plan", "--close"}).out, HasSubstr("No period is waiting to be closed."));
}

TEST_F(InAWorkspace, TakesIdsAsItShowsThem) {
    const auto list = items({"sells"});
    const std::string id = "shop/D-" + list[0]["id"].get<std::string>();
    EXPECT_EQ(list[0]["in"], "shop");
    ASSERT_EQ(paydown({"set", id, "effort=8h"}).exitCode, 0);
    EXPECT_EQ(items({"sells"})[0]["effort_minutes"], 480);
    EXPECT_THAT(paydown({"show", id}).out, HasSubstr("sells what is gone"));
    EXPECT_THAT(paydown({"show", "D-7f3k"}).err, HasSubstr("does not say which repository"));
    EXPECT_THAT(paydown({"set", "--where", "tag:TODO", "prudent"}).err, HasSubstr("decides in one repository"));
}

TEST_F(InAWorkspace, SaysInFiveLinesWhatMattersInAllOfThem) {
    const std::string five = paydown({}).out;
    EXPECT_EQ(std::count(five.begin(), five.end(), '\n'), 5);
    EXPECT_THAT(five, HasSubstr("new    3 items"));
    EXPECT_THAT(five, HasSubstr("mine   3 items"));
}

TEST_F(InAWorkspace, SaysWhatStandsInEachRepository) {
    const std::string text = paydown({"workspace", "list"}).out;
    EXPECT_THAT(text, HasSubstr("pay "));
    EXPECT_THAT(text, HasSubstr(shop.path()));
}

TEST_F(InAWorkspace, IsDescribedInAFileThatIsWrittenOnce) {
    const std::vector<std::string> init{"workspace", "init", "-o", "new.toml", pay.path(), shop.path()};
    ASSERT_EQ(paydownIn(folder.path(), init).exitCode, 0);
    EXPECT_EQ(paydownIn(folder.path(), init).exitCode, 2);
    EXPECT_EQ(paydownIn(folder.path(), {"list", "-W", "new.toml"}).exitCode, 0);
    EXPECT_THAT(paydownIn(folder.path(), {"workspace", "init", folder.path()}).err, HasSubstr("no git repository"));
}

TEST_F(InAWorkspace, SaysWhichRepositoryIsNotThere) {
    folder.write("team.toml", "[[repository]]\npath = \"gone\"\n");
    const Said said = paydown({"list"});
    EXPECT_EQ(said.exitCode, 2);
    EXPECT_THAT(said.err, HasSubstr("gone of the workspace: there is no directory"));
}

} // namespace
} // namespace paydown::testing
