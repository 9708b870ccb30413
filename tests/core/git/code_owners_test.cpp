// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/git/code_owners.h"

namespace paydown::git {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(CodeOwners, TakesTheLastLineThatNamesAPath) {
    const CodeOwners owners("*       @org/all\n"
                            "*.js    @js  # with a comment\n"
                            "/docs/* docs@corp.example\n"
                            "apps/   @octocat @second\n"
                            "/build/logs/ @doctocat\n"
                            "**/secret @keeper\n"
                            "with\\ blank/ @blank\n"
                            "/apps/github\n");
    const std::vector<std::pair<std::string, std::vector<std::string>>> cases = {
        {"a.c", {"@org/all"}},
        {"src/a.js", {"@js"}},
        {"docs/a.md", {"docs@corp.example"}},
        {"docs/deep/a.md", {"@org/all"}},
        {"x/apps/y/z.c", {"@octocat", "@second"}},
        {"build/logs/today", {"@doctocat"}},
        {"x/build/logs/today", {"@org/all"}},
        {"a/b/secret/c", {"@keeper"}},
        {"with blank/c", {"@blank"}},
        {"apps/github/a", {}},
    };
    for (const auto& [path, expected] : cases) EXPECT_EQ(owners.ownersOf(path), expected) << path;
    EXPECT_EQ(owners.ownerOf("x/apps/y"), "@octocat");
    EXPECT_EQ(owners.ownerOf("apps/github/a"), "");
}

TEST(CodeOwners, AddsUpTheSectionsOfGitLab) {
    const CodeOwners owners("* @admin\n"
                            "[Database][2] @dba\n"
                            "model/\n"
                            "model/db/ @special\n"
                            "^[Docs]\n"
                            "*.md @writers @admin\n"
                            "[DATABASE]\n"
                            "schema.sql @dba2\n");

    EXPECT_THAT(owners.ownersOf("model/a.md"), ElementsAre("@admin", "@dba", "@writers"));
    EXPECT_THAT(owners.ownersOf("model/db/x"), ElementsAre("@admin", "@special"));
    EXPECT_THAT(owners.ownersOf("schema.sql"), ElementsAre("@admin", "@dba2"));
}

TEST(CodeOwners, LooksFirstWhereGitHubDoesAndLastWhereGitLabAloneDoes) {
    EXPECT_THAT(codeOwnersPlaces(),
                ElementsAre(".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS", ".gitlab/CODEOWNERS"));
}

TEST(CodeOwners, PassesOverWhatGitHubDoesNotSupport) {
    const CodeOwners owners("* @all\n"
                            "!docs/ @nobody\n"
                            "[a-z].c @range\n"
                            "\\#hash @hash\n"
                            "[Section] @section\n"
                            "*.md @writers\n",
                            ".github/CODEOWNERS");
    const std::vector<std::pair<std::string, std::vector<std::string>>> cases = {
        {"docs/a.c", {"@all"}}, {"b.c", {"@all"}}, {"#hash", {"@all"}}, {"a.md", {"@writers"}}};
    for (const auto& [path, expected] : cases) EXPECT_EQ(owners.ownersOf(path), expected) << path;
}

TEST(CodeOwners, AnchorsAPatternWithASlashOnGitHubAndNotOnGitLab) {
    const std::string text = "internal/README.md @readme\n/lib @lib\n/src/ @src\n";
    EXPECT_EQ(CodeOwners(text).ownerOf("docs/internal/README.md"), "");
    EXPECT_EQ(CodeOwners(text, ".gitlab/CODEOWNERS").ownerOf("docs/internal/README.md"), "@readme");
    EXPECT_EQ(CodeOwners(text).ownerOf("lib/a.c"), "@lib");
    EXPECT_EQ(CodeOwners(text, ".gitlab/CODEOWNERS").ownerOf("lib/a.c"), "");
    EXPECT_EQ(CodeOwners(text, ".gitlab/CODEOWNERS").ownerOf("src/deep/a.c"), "@src");
}

TEST(CodeOwners, TakesAnExcludedPathOutOfItsSectionForGood) {
    const CodeOwners owners("* @default\n"
                            "[Ruby] @ruby\n"
                            "*.rb\n"
                            "!/config/**/*.rb\n"
                            "/config/routes.rb @ops\n"
                            "\\#odd @odd\n");
    EXPECT_THAT(owners.ownersOf("app/a.rb"), ElementsAre("@default", "@ruby"));
    EXPECT_THAT(owners.ownersOf("config/routes.rb"), ElementsAre("@default"));
    EXPECT_THAT(owners.ownersOf("#odd"), ElementsAre("@default", "@odd"));
}

TEST(CodeOwners, NamesTheOwnersOfOptionalSectionsLast) {
    const CodeOwners owners("^[Docs] @writers\n*.md\n[Core][2] @core\n/core/\n");
    EXPECT_EQ(owners.ownerOf("core/a.md"), "@core");
    EXPECT_EQ(owners.ownerOf("a.md"), "@writers");
}

TEST(CodeOwners, KnowsNobodyWhenEmpty) {
    EXPECT_TRUE(CodeOwners("# nothing\n\n").isEmpty());
    EXPECT_THAT(CodeOwners().ownersOf("a"), IsEmpty());
}

} // namespace
} // namespace paydown::git
