// SPDX-License-Identifier: GPL-3.0-or-later
// Histories that no sane tool makes, and objects that are broken or gone: read as far as they make sense, never an
// ending that was none, never a crash.
#include "tests/end_to_end/program.h"
#include "tests/support/scratch_repository.h"

#include <filesystem>
#include <fstream>

namespace paydown::testing {
namespace {

using ::testing::HasSubstr;

std::string looseFile(const ScratchRepository& repository, const std::string& hex) {
    return repository.path() + "/.git/objects/" + hex.substr(0, 2) + "/" + hex.substr(2);
}

void truncateFile(const std::string& path) {
    std::filesystem::permissions(path, std::filesystem::perms::owner_write, std::filesystem::perm_options::add);
    std::filesystem::resize_file(path, std::filesystem::file_size(path) / 2);
}

TEST(HostileHistory, ABrokenAuthorLineIsReadAsFarAsItMakesSense) {
    ScratchRepository repository;
    const CommitId first = repository.write("a.c", "// TODO: a\n").commit();
    repository.commitBytes("tree " + repository.treeHex(first) + "\nauthor Nobody At All\ncommitter <\n\nBroken\n");
    const Said said = paydownIn(repository.path(), {"scan"});
    ASSERT_EQ(said.exitCode, 0) << said.err;
    const auto items = itemsIn(repository.path(), {"--rev", "HEAD"});
    ASSERT_EQ(items.size(), 1U);
    EXPECT_EQ(items[0]["introduced"]["author"], "Nobody At All");
}

TEST(HostileHistory, DatesBeforeAndBehindOurTimeAreKept) {
    ScratchRepository repository;
    repository.at({0, 0}).write("old.c", "// TODO: old\n").commit();
    repository.at({4102444800, 0}).write("new.c", "// TODO: new\n").commit();
    ASSERT_EQ(paydownIn(repository.path(), {"scan"}).exitCode, 0);
    repository.checkOut();
    const auto items = itemsIn(repository.path(), {"--sort", "path"});
    ASSERT_EQ(items.size(), 2U);
    EXPECT_THAT(items[0]["introduced"]["date"].get<std::string>(), HasSubstr("2100-01-01"));
    EXPECT_THAT(items[1]["introduced"]["date"].get<std::string>(), HasSubstr("1970-01-01"));
}

TEST(HostileHistory, ATreeWithAHundredThousandEntriesIsRead) {
    ScratchRepository repository;
    for (int file = 0; file < 100000; ++file) repository.write("f" + std::to_string(file) + ".c", "int a;\n");
    repository.commit();
    const CommitId tagged = repository.write("f77777.c", "int a; // TODO: found among many\n").commit();
    ASSERT_EQ(paydownIn(repository.path(), {"scan"}).exitCode, 0);
    const auto items = itemsIn(repository.path(), {"--rev", "HEAD"});
    ASSERT_EQ(items.size(), 1U);
    EXPECT_EQ(items[0]["introduced"]["commit"], toHex(tagged));
}

TEST(HostileHistory, APathOfFourThousandBytesIsRead) {
    ScratchRepository repository;
    std::string path;
    for (int folder = 0; folder < 19; ++folder) path += std::string(209, 'd') + "/";
    path += "a.c";
    ASSERT_GT(path.size(), 3990U);
    repository.write(path, "// TODO: deep down\n").commit();
    ASSERT_EQ(paydownIn(repository.path(), {"scan"}).exitCode, 0);
    const auto items = itemsIn(repository.path(), {"--rev", "HEAD"});
    ASSERT_EQ(items.size(), 1U);
    EXPECT_EQ(items[0]["path"], path);
}

TEST(HostileHistory, AMissingFileVersionIsAGapAndNoEnding) {
    ScratchRepository repository;
    const CommitId introduced = repository.write("a.c", "int a;\n// TODO: a\nint b;\n").commit();
    repository.write("a.c", "int a;\n// TODO: a\nint c;\n").commit();
    const std::string missing = toHex(repository.blob("a.c"));
    repository.write("a.c", "int a;\n// TODO: a\nint d;\n").commit();
    repository.checkOut();
    std::filesystem::remove(looseFile(repository, missing));
    const Said said = paydownIn(repository.path(), {"scan"});
    ASSERT_EQ(said.exitCode, 0) << said.err;
    EXPECT_THAT(said.err, HasSubstr(missing));
    const auto items = itemsIn(repository.path(), {"--state", "all"});
    ASSERT_EQ(items.size(), 1U);
    EXPECT_TRUE(items[0]["ended"].is_null());
    EXPECT_EQ(items[0]["introduced"]["commit"], toHex(introduced));
}

TEST(HostileHistory, ABrokenPackIsNamedAndTheRestIsRead) {
    ScratchRepository repository;
    repository.write("a.c", "// TODO: packed and broken\n" + std::string(3000, 'x') + "\n").commit();
    const std::string broken = toHex(repository.blob("a.c"));
    repository.write("b.c", "// TODO: whole\n").commit();
    repository.git({"repack", "-q", "-a", "-d"});
    const std::string packs = repository.path() + "/.git/objects/pack";
    for (const auto& entry : std::filesystem::directory_iterator(packs)) {
        if (entry.path().extension() != ".pack") continue;
        std::filesystem::permissions(entry.path(), std::filesystem::perms::owner_write,
                                     std::filesystem::perm_options::add);
        const std::string listing = repository.git({"verify-pack", "-v", entry.path().string()});
        const auto line = listing.find(broken);
        ASSERT_NE(line, std::string::npos);
        // "<id> blob <size> <size in pack> <offset>"
        std::istringstream fields(listing.substr(line));
        std::string id;
        std::string kind;
        std::uint64_t size = 0;
        std::uint64_t packed = 0;
        std::uint64_t offset = 0;
        fields >> id >> kind >> size >> packed >> offset;
        std::fstream file(entry.path(), std::ios::in | std::ios::out | std::ios::binary);
        file.seekp(static_cast<std::streamoff>(offset + packed / 2));
        file << std::string(8, '\xff');
    }
    const Said said = paydownIn(repository.path(), {"scan"});
    ASSERT_EQ(said.exitCode, 0) << said.err;
    EXPECT_THAT(said.err, HasSubstr(broken));
    EXPECT_EQ(itemsIn(repository.path(), {"--rev", "HEAD", "path:b.c"}).size(), 1U);
}

TEST(HostileHistory, ATruncatedCommitThatARevisionNamesIsAnErrorAndNoHang) {
    ScratchRepository repository;
    repository.write("a.c", "// TODO: a\n").commit();
    const CommitId truncated = repository.write("b.c", "// TODO: b\n" + std::string(500, 'y')).commit();
    repository.write("c.c", "// TODO: c\n").commit();
    truncateFile(looseFile(repository, toHex(truncated)));
    for (const std::string& range : {toHex(truncated) + "..HEAD", toHex(truncated).substr(0, 12) + "..HEAD",
                                     std::string("HEAD~1..HEAD"), std::string("HEAD~2..HEAD")}) {
        const Said said = paydownIn(repository.path(), {"check", "--range", range});
        EXPECT_EQ(said.exitCode, 2) << range << ": " << said.out;
        EXPECT_NE(said.err, "") << range;
    }
}

} // namespace
} // namespace paydown::testing
