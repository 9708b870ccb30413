// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/tree/tree_reader.h"

#include "core/base/error.h"
#include "tests/support/scratch_repository.h"

#include <algorithm>
#include <filesystem>

namespace paydown {
namespace {

using testing::ScratchFolder;

TEST(TreeReader, HandsOnFilesInTheirOrderWhateverWorkersDo) {
    const ScratchFolder folder;
    std::vector<std::string> paths;
    for (int i = 0; i < 300; ++i) {
        paths.push_back("f" + std::to_string(1000 + i) + ".c");
        folder.write(paths.back(), "// TODO: " + std::to_string(i) + "\n");
    }
    std::vector<std::string> seen;
    const FileReader reader{ScanSettings{}};
    readFiles(folder.path(), paths, reader, {}, [&](TreeReading&& part) {
        for (const FileOnDisk& file : part.files) seen.push_back(file.path);
    });
    EXPECT_EQ(seen, paths);
}

TEST(TreeReader, SaysWhyFilesWereNotRead) {
    const ScratchFolder folder;
    folder.write("big.c", "// TODO: a " + std::string(100, 'x'));
    folder.write("binary.c", std::string("// TODO\0", 8));
    folder.write("plain.c", "// TODO: a\n");
    std::filesystem::create_symlink("plain.c", folder.path() + "/link.c");
    std::filesystem::create_directory(folder.path() + "/folder.c");
    TreeReadOptions options;
    options.maxFileBytes = 50;
    const FileReader reader{ScanSettings{}};
    const std::vector<std::string> paths{"big.c", "binary.c", "folder.c", "gone.c", "link.c", "plain.c"};
    const TreeReading reading = readFiles(folder.path(), paths, reader, options);
    ASSERT_EQ(reading.files.size(), 1U);
    EXPECT_EQ(reading.files[0].path, "plain.c");
    ASSERT_EQ(reading.skipped.size(), 2U);
    EXPECT_EQ(reading.skipped[0].path, "big.c");
    EXPECT_EQ(reading.skipped[0].reason, "larger than 50 bytes");
    EXPECT_EQ(reading.skipped[1].reason, "binary");
}

TEST(TreeReader, StopsWhenAsked) {
    const ScratchFolder folder;
    folder.write("a.c", "// TODO: a\n");
    std::stop_source source;
    source.request_stop();
    const FileReader reader{ScanSettings{}};
    const std::vector<std::string> paths{"a.c"};
    EXPECT_THROW((void)readFiles(folder.path(), paths, reader, {}, source.get_token()), Cancelled);
}

TEST(TreeReader, PassesOnWhatItsTakerThrows) {
    const ScratchFolder folder;
    folder.write("a.c", "// TODO: a\n");
    const FileReader reader{ScanSettings{}};
    const std::vector<std::string> paths{"a.c"};
    EXPECT_THROW(readFiles(folder.path(), paths, reader, {}, [](TreeReading&&) { throw Error("closed"); }), Error);
}

} // namespace
} // namespace paydown
