// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/registry/registry_location.h"

#include "tests/support/scratch_repository.h"

#include <cstdlib>
#include <filesystem>
#include <sys/stat.h>

namespace paydown {
namespace {

namespace fs = std::filesystem;

TEST(RegistryLocation, IsInTheCommonGitDirectory) {
    const testing::ScratchFolder git;
    const auto location = locateRegistry({git.path(), "", ""});
    EXPECT_EQ(location.database, git.path() + "/paydown/registry.db");
    EXPECT_EQ(location.log, git.path() + "/paydown/decisions.jsonl");
    EXPECT_EQ(location.scanLock, git.path() + "/paydown/scan.lock");
    EXPECT_FALSE(location.inUserFolder);
    EXPECT_FALSE(fs::exists(location.folder));
}

TEST(RegistryLocation, KeepsLogsOfExplicitDatabasesApart) {
    const auto location = locateRegistry({"/nowhere", "/tmp/some.db", ""});
    EXPECT_EQ(location.database, "/tmp/some.db");
    EXPECT_EQ(location.log, "/tmp/some.decisions.jsonl");
    EXPECT_EQ(location.scanLock, "/tmp/some.scan.lock");
}

TEST(RegistryLocation, TakesAnExplicitRegistryFromAnotherRepositoryWithItsLog) {
    EXPECT_EQ(locateRegistry({"/nowhere", "/x/.git/paydown/registry.db", ""}).log, "/x/.git/paydown/decisions.jsonl");
}

TEST(RegistryLocation, MakesARelativePathAbsolute) {
    EXPECT_EQ(locateRegistry({"/nowhere", "some.db", ""}).database, (fs::current_path() / "some.db").string());
}

TEST(RegistryLocation, UsesTheUsersFolderWhereTheRepositoryCannotBeWritten) {
    const testing::ScratchFolder data;
    ASSERT_EQ(::setenv("XDG_DATA_HOME", data.path().c_str(), 1), 0);
    // Nobody, not even the superuser, may write there.
    const auto one = locateRegistry({"/proc/self", "", ""});
    const auto other = locateRegistry({"/proc/1", "", ""});
    ::unsetenv("XDG_DATA_HOME");
    EXPECT_TRUE(one.inUserFolder);
    EXPECT_THAT(one.folder, ::testing::StartsWith(data.path() + "/paydown/"));
    EXPECT_NE(one.folder, other.folder);
}

struct SharingCase {
    const char* setting;
    unsigned fileMode;
    unsigned folderMode;
};

class Sharing : public ::testing::TestWithParam<SharingCase> {};

TEST_P(Sharing, GivesTheModesOfCoreSharedRepository) {
    const testing::ScratchFolder git;
    const auto location = locateRegistry({git.path(), "", GetParam().setting});
    EXPECT_EQ(location.fileMode, GetParam().fileMode);
    EXPECT_EQ(location.folderMode, GetParam().folderMode);
}

INSTANTIATE_TEST_SUITE_P(Settings, Sharing,
                         ::testing::Values(SharingCase{"", 0644, 0755}, SharingCase{"umask", 0644, 0755},
                                           SharingCase{"false", 0644, 0755}, SharingCase{"group", 0664, 02775},
                                           SharingCase{"true", 0664, 02775}, SharingCase{"1", 0664, 02775},
                                           SharingCase{"world", 0664, 02775}, SharingCase{"0660", 0660, 02770},
                                           SharingCase{"0640", 0640, 02750}, SharingCase{"0600", 0600, 0700},
                                           SharingCase{"nonsense", 0644, 0755}));

TEST(RegistryLocation, MakesItsFolderForTheGroupOfASharedRepository) {
    const testing::ScratchFolder git;
    const auto location = locateRegistry({git.path(), "", "group"});
    createFolder(location);
    struct stat status {};
    ASSERT_EQ(::stat(location.folder.c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 07777U, 02775U);
}

} // namespace
} // namespace paydown
