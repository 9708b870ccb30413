// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/tree/file_listing.h"

#include "tests/support/scratch_repository.h"

#include <filesystem>

namespace paydown {
namespace {

using testing::ScratchFolder;
using testing::ScratchRepository;
using List = std::vector<std::string>;

TEST(FileListing, ListsAPlainDirectoryByItsIgnoreFiles) {
    const ScratchFolder folder;
    folder.write(".gitignore", "*.o\nout/\n!keep.o\n");
    folder.write("a.c", "");
    folder.write("a.o", "");
    folder.write("keep.o", "");
    folder.write("out/x.c", "");
    folder.write("lib/.gitignore", "/b.c\r\n");
    folder.write("lib/b.c", "");
    folder.write("lib/sub/b.c", "");
    folder.write("other/.git/config", "");
    folder.write("other/c.c", "");
    std::filesystem::create_symlink("a.c", folder.path() + "/link.c");
    const FileListing listing = listDirectoryFiles(folder.path(), {});
    EXPECT_EQ(listing.paths, (List{".gitignore", "a.c", "keep.o", "lib/.gitignore", "lib/sub/b.c"}));
}

TEST(FileListing, ListsIgnoredFilesWhenAllAreWanted) {
    const ScratchFolder folder;
    folder.write(".gitignore", "*.o\n");
    folder.write("a.o", "");
    ScanSettings settings;
    settings.all = true;
    EXPECT_EQ(listDirectoryFiles(folder.path(), settings).paths, (List{".gitignore", "a.o"}));
}

TEST(FileListing, LeavesOutWhatSettingsAndAttributesName) {
    const ScratchFolder folder;
    folder.write(".gitattributes", "gen/** linguist-generated\n");
    folder.write("gen/a.c", "");
    folder.write("lib/.gitattributes", "*.js linguist-vendored=true\nown.js -linguist-vendored\n");
    folder.write("lib/jquery.js", "");
    folder.write("lib/own.js", "");
    folder.write("third/a.c", "");
    ScanSettings settings;
    settings.exclude = {"third/"};
    const FileListing listing = listDirectoryFiles(folder.path(), settings);
    EXPECT_EQ(listing.paths, (List{".gitattributes", "lib/.gitattributes", "lib/own.js"}));
    ASSERT_EQ(listing.skipped.size(), 3U);
    EXPECT_EQ(listing.skipped[0].path, "gen/a.c");
    EXPECT_EQ(listing.skipped[0].reason, "generated, says .gitattributes");
    EXPECT_EQ(listing.skipped[1].reason, "vendored, says .gitattributes");
    EXPECT_EQ(listing.skipped[2].reason, "excluded by .paydown.toml");
}

TEST(FileListing, ListsTrackedFilesEvenWhereTheyAreIgnored) {
    ScratchRepository repository;
    repository.write(".gitignore", "*.gen\n").write("a.gen", "x").commit();
    repository.checkOut().writeOnDisk("b.gen", "x").writeOnDisk("new.c", "x");
    const auto opened = git::Repository::open(repository.path());
    EXPECT_EQ(listCheckoutFiles(opened, {}).paths, (List{".gitignore", "a.gen", "new.c"}));
}

} // namespace
} // namespace paydown
