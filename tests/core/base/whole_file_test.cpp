// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/whole_file.h"

#include "tests/support/scratch_repository.h"

#include <filesystem>

namespace paydown {
namespace {

using testing::ScratchFolder;

TEST(WholeFile, IsReadAsItIsAndAFolderIsNone) {
    const ScratchFolder folder;
    const std::string path = folder.path() + "/a";
    const std::string bytes("a\0\r\nb", 5);
    EXPECT_FALSE(readWholeFile(path));
    EXPECT_FALSE(writeNewFile(path, bytes));
    EXPECT_EQ(readWholeFile(path), bytes);
    EXPECT_FALSE(readWholeFile(folder.path()));
}

TEST(WholeFile, IsNotWrittenWhereSomethingStands) {
    const ScratchFolder folder;
    const std::string path = folder.path() + "/a";
    std::filesystem::create_symlink("nowhere", path);
    EXPECT_EQ(writeNewFile(path, "b"), std::errc::file_exists);
    EXPECT_FALSE(std::filesystem::exists(folder.path() + "/nowhere"));
}

TEST(WholeFile, IsReplacedWithItsPermissions) {
    namespace fs = std::filesystem;
    const ScratchFolder folder;
    const std::string path = folder.path() + "/a";
    EXPECT_FALSE(replaceFile(path, "one"));
    fs::permissions(path, fs::perms::owner_read | fs::perms::owner_write);
    EXPECT_FALSE(replaceFile(path, "two"));
    EXPECT_EQ(readWholeFile(path), "two");
    EXPECT_EQ(fs::status(path).permissions(), fs::perms::owner_read | fs::perms::owner_write);
    EXPECT_FALSE(fs::exists(path + ".new"));
}

TEST(WholeFile, SaysWhyItCannotBeWritten) {
    const ScratchFolder folder;
    EXPECT_EQ(writeNewFile(folder.path() + "/none/a", "b"), std::errc::no_such_file_or_directory);
    EXPECT_EQ(replaceFile(folder.path() + "/none/a", "b"), std::errc::no_such_file_or_directory);
}

} // namespace
} // namespace paydown
