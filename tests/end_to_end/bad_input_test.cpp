// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/end_to_end/program.h"
#include "tests/support/scratch_repository.h"

#include <filesystem>
#include <fstream>

namespace paydown::testing {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

TEST(BadInput, NotARepositoryIsSaidWithWhatToDo) {
    const ScratchFolder folder;
    const Said said = paydownIn(folder.path(), {"scan"});
    EXPECT_EQ(said.exitCode, 2);
    EXPECT_THAT(said.err, AllOf(HasSubstr("not in a git repository"), HasSubstr("-C DIR")));
}

TEST(BadInput, AMissingDirectoryIsNamed) {
    EXPECT_THAT(paydownIn("/", {"-C", "/no/such/folder", "list"}).err, HasSubstr("/no/such/folder"));
}

TEST(BadInput, AnEmptyRepositoryHasNoCommitYet) {
    const ScratchFolder folder;
    runGit(folder.path(), {"init", "-q"});
    const Said said = paydownIn(folder.path(), {"scan"});
    EXPECT_EQ(said.exitCode, 2);
    EXPECT_THAT(said.err, HasSubstr("commit"));
    EXPECT_EQ(paydownIn(folder.path(), {"list"}).exitCode, 0);
}

TEST(BadInput, ABareRepositoryIsScannedAndListed) {
    ScratchRepository repository;
    repository.write("a.c", "// TODO: in a bare one\n").commit();
    const ScratchFolder folder;
    runGit(folder.path(), {"clone", "-q", "--bare", repository.path(), "bare.git"});
    ASSERT_EQ(paydownIn(folder.path() + "/bare.git", {"scan"}).exitCode, 0);
    EXPECT_EQ(itemsIn(folder.path() + "/bare.git").size(), 1U);
}

TEST(BadInput, AShallowCloneNamesNoFalseAuthor) {
    ScratchRepository repository;
    repository.write("a.c", "// TODO: old\n").commit();
    repository.write("b.c", "int b;\n").commit();
    repository.write("c.c", "int c;\n").commit();
    const ScratchFolder folder;
    runGit(folder.path(), {"clone", "-q", "--depth", "1", "file://" + repository.path(), "shallow"});
    const Said said = paydownIn(folder.path() + "/shallow", {"scan"});
    ASSERT_EQ(said.exitCode, 0) << said.err;
    EXPECT_THAT(said.err, HasSubstr("shallow"));
    EXPECT_EQ(itemsIn(folder.path() + "/shallow")[0]["introduced"]["boundary"], true);
}

TEST(BadInput, ASha256RepositoryIsRefusedByName) {
    const ScratchFolder folder;
    runGit(folder.path(), {"init", "-q", "--object-format=sha256"});
    const Said said = paydownIn(folder.path(), {"scan"});
    EXPECT_EQ(said.exitCode, 2);
    EXPECT_THAT(said.err, AllOf(HasSubstr("sha256"), HasSubstr("only SHA-1")));
}

TEST(BadInput, ABrokenConfigurationIsPointedAtByLineAndColumn) {
    const ScratchFolder folder;
    folder.write(".paydown.toml", "[plan]\ndays = \"many\"\n");
    const Said said = paydownIn(folder.path(), {"list"});
    EXPECT_EQ(said.exitCode, 2);
    EXPECT_THAT(said.err, HasSubstr(".paydown.toml:2:"));
}

TEST(BadInput, AHugeFileIsSkippedAndNamed) {
    const ScratchFolder folder;
    folder.write("small.c", "// TODO: seen\n");
    std::ofstream(folder.path() + "/huge.c") << "// TODO: first line\n";
    constexpr std::uintmax_t kHundredMegabytes = 100U << 20;
    std::filesystem::resize_file(folder.path() + "/huge.c", kHundredMegabytes);
    EXPECT_EQ(itemsIn(folder.path()).size(), 1U);
    EXPECT_THAT(paydownIn(folder.path(), {"list", "--skipped"}).out, HasSubstr("huge.c: "));
}

TEST(BadInput, AnUnreadableFileIsSkippedAndNamed) {
    const ScratchFolder folder;
    folder.write("a.c", "// TODO: seen\n");
    std::filesystem::create_symlink("/nowhere/at/all", folder.path() + "/broken.c");
    EXPECT_EQ(itemsIn(folder.path()).size(), 1U);
}

TEST(BadInput, InvalidUtf8InPathTextAndAuthorSurvives) {
    ScratchRepository repository;
    repository.as("M\xfcller", "m\xfcller@corp.example").write("caf\xe9.c", "// TODO: gr\xfc\xdf dich\n").commit();
    ASSERT_EQ(paydownIn(repository.path(), {"scan"}).exitCode, 0);
    repository.checkOut();
    const auto items = itemsIn(repository.path());
    ASSERT_EQ(items.size(), 1U);
    EXPECT_EQ(items[0]["path_bytes"], "Y2Fm6S5j");
    EXPECT_FALSE(items[0]["introduced"].is_null());
}

TEST(BadInput, ACorruptRegistryIsSetAsideAndRebuiltWithEveryDecision) {
    ScratchRepository repository;
    repository.write("a.c", "// TODO: kept\n").commit();
    repository.checkOut();
    ASSERT_EQ(paydownIn(repository.path(), {"scan"}).exitCode, 0);
    const std::string id = itemsIn(repository.path())[0]["id"];
    ASSERT_EQ(paydownIn(repository.path(), {"set", id, "reckless"}).exitCode, 0);
    const std::string database = repository.path() + "/.git/paydown/registry.db";
    std::filesystem::remove(database + "-wal");
    std::ofstream(database, std::ios::trunc) << "this is no database, whatever its name says\n";
    const Said said = paydownIn(repository.path(), {"scan"});
    ASSERT_EQ(said.exitCode, 0) << said.err;
    EXPECT_EQ(itemsIn(repository.path())[0]["class"], "reckless");
    bool isSetAside = false;
    for (const auto& entry : std::filesystem::directory_iterator(repository.path() + "/.git/paydown")) {
        std::ifstream file(entry.path());
        std::string first;
        std::getline(file, first);
        isSetAside = isSetAside || first.starts_with("this is no database");
    }
    EXPECT_TRUE(isSetAside);
}

TEST(BadInput, AnUnknownCommandOrOptionIsSaidOnOneLine) {
    const ScratchFolder folder;
    const Said said = paydownIn(folder.path(), {"list", "--nonsense"});
    EXPECT_EQ(said.exitCode, 2);
    EXPECT_EQ(std::ranges::count(said.err, '\n'), 1);
}

} // namespace
} // namespace paydown::testing
