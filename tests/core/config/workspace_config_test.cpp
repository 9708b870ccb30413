// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/workspace_config.h"

#include "core/base/error.h"

#include <gtest/gtest.h>

namespace paydown {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

WorkspaceConfig parsedWorkspace(std::string_view text) { return parseWorkspace(text, "team.toml"); }

std::string workspaceRefusal(std::string_view text) {
    try {
        (void)parsedWorkspace(text);
    } catch (const Error& error) {
        return error.line();
    }
    return "accepted";
}

TEST(ParseWorkspace, ReadsEveryKey) {
    const WorkspaceConfig workspace = parsedWorkspace(R"(
[[repository]]
path = "../pay"
[[repository]]
path = "/srv/shop.git"
name = "shop"
[[person]]
owner = "@kai"
names = ["kai@corp.example", "Kai"]
hours = 8
items = 2
[plan]
start = 2026-01-05
days = 7
)");
    ASSERT_EQ(workspace.repositories.size(), 2U);
    EXPECT_EQ(workspace.repositories[0].name, "pay");
    EXPECT_EQ(workspace.repositories[1].name, "shop");
    EXPECT_THAT(workspace.people[0].names, ElementsAre("kai@corp.example", "Kai"));
    EXPECT_EQ(workspace.people[0].hours, 8);
    EXPECT_EQ(workspace.people[0].items, 2U);
    EXPECT_EQ(workspace.plan->days, 7U);
    EXPECT_THAT(workspace.warnings, IsEmpty());
}

TEST(ParseWorkspace, SaysWhereAndWhatIsWrong) {
    EXPECT_THAT(workspaceRefusal(""), HasSubstr("at least one [[repository]]"));
    EXPECT_THAT(workspaceRefusal("[[repository]]\nname = \"a\"\n"), HasSubstr("needs path"));
    EXPECT_THAT(workspaceRefusal("[[repository]]\npath = \"a b/c d\"\n"), HasSubstr("team.toml:1"));
    EXPECT_THAT(workspaceRefusal("[[repository]]\npath = \"x/a\"\n[[repository]]\npath = \"y/a\"\n"),
                HasSubstr("two repositories are called \"a\""));
    EXPECT_THAT(workspaceRefusal("[[repository]]\npath = \"a\"\n[[person]]\nhours = 3\n"), HasSubstr("needs owner"));
    EXPECT_THAT(workspaceRefusal("[[repository\n"), HasSubstr("team.toml:1"));
}

TEST(ParseWorkspace, WarnsOfWhatItDoesNotKnow) {
    EXPECT_THAT(parsedWorkspace("[[repository]]\npath = \"a\"\ncolour = \"red\"\n").warnings,
                ElementsAre(HasSubstr("colour")));
}

TEST(InWorkspace, KnowsPeopleByAllTheirNamesAndCountsTheWorkspacesPeriods) {
    Config config;
    config.ownerAliases["@kai"] = {"kai@home.example"};
    config.plan.days = 10;
    const WorkspaceConfig workspace = parsedWorkspace("[[repository]]\npath = \"a\"\n[[person]]\nowner = \"@kai\"\n"
                                                      "names = [\"kai@corp.example\", \"kai@home.example\"]\n"
                                                      "[plan]\nstart = 2026-01-05\ndays = 7\n");
    const Config merged = inWorkspace(config, workspace);
    EXPECT_THAT(merged.ownerAliases.at("@kai"), ElementsAre("kai@home.example", "kai@corp.example"));
    EXPECT_EQ(merged.plan.days, 7U);
}

TEST(ExampleWorkspace, IsUnderstood) {
    const std::vector<WorkspaceRepository> repositories{{"pay", "../a \"b\""}, {"shop", "shop"}};
    const WorkspaceConfig workspace = parsedWorkspace(exampleWorkspace(repositories));
    EXPECT_EQ(workspace.repositories[0].path, "../a \"b\"");
    EXPECT_THAT(workspace.warnings, IsEmpty());
}

} // namespace
} // namespace paydown
