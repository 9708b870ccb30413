// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/end_to_end/program.h"
#include "tests/support/scratch_repository.h"

#include <algorithm>
#include <fstream>
#include <iterator>

namespace paydown::testing {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::Not;

/// "name state" of every check.
std::vector<std::string> checksIn(const std::string& directory) {
    const Said said = paydownIn(directory, {"doctor", "--format", "json"});
    std::vector<std::string> checks;
    const auto all = nlohmann::json::parse(said.out);
    for (const auto& check : all["checks"])
        checks.push_back(check["name"].get<std::string>() + " " + check["state"].get<std::string>());
    return checks;
}

ScratchRepository& withUser(ScratchRepository& repository) {
    repository.git({"config", "user.name", "Mia"});
    repository.git({"config", "user.email", "mia@corp.example"});
    return repository;
}

TEST(Doctor, FindsNothingWrongInAGoodSetUp) {
    ScratchRepository repository;
    withUser(repository).write("a.c", "// TODO: x\n").write(".paydown.toml", "[plan]\nhours = 8\n").commit();
    repository.checkOut();
    ASSERT_EQ(paydownIn(repository.path(), {"scan"}).exitCode, 0);
    ASSERT_EQ(paydownIn(repository.path(), {"hook", "install"}).exitCode, 0);
    EXPECT_EQ(paydownIn(repository.path(), {"doctor"}).exitCode, 0);
    EXPECT_EQ(checksIn(repository.path()),
              (std::vector<std::string>{"git fine", "repository fine", "config fine", "registry fine", "hook fine",
                                        "notes fine", "person fine"}));
}

TEST(Doctor, SaysWhatToTypeForWhatIsMissing) {
    ScratchRepository repository;
    repository.write("a.c", "int x;\n").commit();
    repository.checkOut();
    repository.git({"config", "--unset-all", "user.name"});
    const Said said = paydownIn(repository.path(), {"doctor"}, {"GIT_AUTHOR_NAME="});
    EXPECT_EQ(said.exitCode, 1);
    EXPECT_THAT(said.out, HasSubstr("mend it: paydown scan"));
    EXPECT_THAT(said.out, HasSubstr("mend it: paydown hook install"));
    EXPECT_THAT(said.out, HasSubstr("mend it: git config --global user.name"));
    EXPECT_THAT(said.out, HasSubstr("error    person"));
}

TEST(Doctor, CallsUnknownTablesAndKeysErrors) {
    ScratchRepository repository;
    withUser(repository).write(".paydown.toml", "[hook]\nmode = \"loud\"\n\n[plan]\nhuors = 8\n").commit();
    repository.checkOut();
    const Said said = paydownIn(repository.path(), {"doctor"});
    EXPECT_EQ(said.exitCode, 1);
    EXPECT_THAT(said.out, HasSubstr(".paydown.toml:1:"));
    EXPECT_THAT(said.out, HasSubstr("hook: unknown key"));
    EXPECT_THAT(said.out, HasSubstr("[plan] huors: unknown key; did you mean hours?"));
}

TEST(Doctor, WorksWhereNothingElseDoes) {
    ScratchRepository repository;
    withUser(repository).write("a.c", "int x;\n").commit();
    repository.checkOut().writeOnDisk(".paydown.toml", "[plan\n");
    EXPECT_EQ(paydownIn(repository.path(), {"list"}).exitCode, 2);
    EXPECT_THAT(checksIn(repository.path()), Contains("config error"));
    repository.git({"config", "core.repositoryFormatVersion", "1"});
    repository.git({"config", "extensions.objectFormat", "sha256"});
    const Said said = paydownIn(repository.path(), {"doctor"});
    EXPECT_EQ(said.exitCode, 1);
    EXPECT_THAT(said.out, HasSubstr("only SHA-1 repositories can be read"));
    const ScratchFolder folder;
    EXPECT_THAT(checksIn(folder.path()), Contains("repository note"));
}

TEST(Doctor, KnowsThatHistoryIsReadWithTheCommittedConfiguration) {
    ScratchRepository repository;
    withUser(repository).write("a.c", "int x;\n").commit();
    repository.checkOut().writeOnDisk(".paydown.toml", "[plan]\nhours = 8\n");
    EXPECT_THAT(checksIn(repository.path()), Contains("config note"));
}

TEST(Doctor, WarnsOfNotesThatRewritingLeavesBehind) {
    ScratchRepository repository;
    withUser(repository).write("a.c", "int x;\n").commit();
    repository.git({"notes", "--ref=paydown", "add", "-m", "x", "HEAD"});
    EXPECT_THAT(checksIn(repository.path()), Contains("notes warning"));
    repository.git({"config", "notes.rewriteRef", "refs/notes/paydown"});
    EXPECT_THAT(checksIn(repository.path()), Contains("notes fine"));
}

TEST(Doctor, NamesWhatKindOfRepositoryItIs) {
    ScratchRepository repository;
    withUser(repository).write("a.c", "int x;\n").commit();
    const CommitId second = repository.write("a.c", "int y;\n").commit();
    repository.git({"replace", toHex(second), "HEAD~1"});
    EXPECT_THAT(paydownIn(repository.path(), {"doctor"}).out, HasSubstr("replace refs (refs/replace) are ignored"));
}

TEST(Doctor, ListsEveryLanguageAndHowItIsRead) {
    const ScratchFolder folder;
    const Said said = paydownIn(folder.path(), {"doctor", "--languages", "--format", "json"});
    const auto languages = nlohmann::json::parse(said.out)["languages"];
    EXPECT_GE(languages.size(), 230U);
    const auto cpp = std::find_if(languages.begin(), languages.end(),
                                  [](const nlohmann::json& language) { return language["id"] == "cpp"; });
    ASSERT_NE(cpp, languages.end());
    EXPECT_EQ((*cpp)["readers"], "grammar and lexical");
    EXPECT_EQ((*cpp)["symbols"], true);
    EXPECT_THAT((*cpp)["extensions"], Contains(".cpp"));
    EXPECT_THAT(paydownIn(folder.path(), {"doctor", "--languages"}).out, HasSubstr("C++"));
}

TEST(Doctor, AndTheDocsListTheSameLanguages) {
    const ScratchFolder folder;
    std::ifstream file(std::string(PAYDOWN_SOURCE_DIR) + "/docs/languages.md");
    const std::string page{std::istreambuf_iterator<char>(file), {}};
    const std::string rows = paydownIn(folder.path(), {"doctor", "--languages", "--format", "md"}).out;
    EXPECT_THAT(page, HasSubstr(rows)) << "paydown doctor --languages --format md gives the rows of docs/languages.md";
}

TEST(UnknownKeys, AreRemarkedUponByScanAndCheckAndRefusedByStrictOnes) {
    ScratchRepository repository;
    repository.write("a.c", "int x;\n").write(".paydown.toml", "[hook]\nmode = \"loud\"\n").commit();
    const std::string first = toHex(repository.head());
    repository.write("a.c", "int y;\n").commit();
    repository.checkOut();
    const std::vector<std::vector<std::string>> commands = {
        {"scan"}, {"check"}, {"check", "--range", first + "..HEAD"}};
    for (const auto& command : commands) {
        const Said said = paydownIn(repository.path(), command);
        EXPECT_EQ(said.exitCode, 0) << said.err;
        EXPECT_THAT(said.err, HasSubstr("hook: unknown key")) << command.front();
    }
    EXPECT_THAT(paydownIn(repository.path(), {"check", "--hook"}).err, Not(HasSubstr("unknown key")));
    EXPECT_EQ(paydownIn(repository.path(), {"check", "--strict"}).exitCode, 2);
    EXPECT_EQ(paydownIn(repository.path(), {"check", "--strict", "--range", first + "..HEAD"}).exitCode, 2);
}

} // namespace
} // namespace paydown::testing
