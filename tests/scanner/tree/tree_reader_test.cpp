// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/tree/tree_reader.h"

#include "core/base/error.h"
#include "scanner/tree/file_bytes.h"
#include "scanner/tree/file_walk.h"
#include "scanner/tree/reading_memory.h"
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
        return true;
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
    EXPECT_THROW(readFiles(folder.path(), paths, reader, {}, [](TreeReading&&) -> bool { throw Error("closed"); }),
                 Error);
}

TEST(TreeReader, ReadsOnWhileTheFirstPartsAreTaken) {
    const ScratchFolder folder;
    for (int i = 0; i < 3000; ++i) folder.write("a/" + std::to_string(i) + ".c", i < 2 ? "// TODO: early\n" : "");
    folder.write("z/old.c", "");
    FileWalk walk(folder.path(), {});
    const FileReader reader{ScanSettings{}};
    std::vector<std::string> titles;
    readTree(folder.path(), walk, reader, {}, [&](TreeReading&& part) {
        // The last folder has not been opened when the first lines are out: what is written there now is found.
        if (titles.empty()) folder.write("z/new.c", "// TODO: late\n");
        for (const FileOnDisk& file : part.files) titles.push_back(file.annotations.at(0).title);
        return true;
    });
    EXPECT_EQ(titles, (std::vector<std::string>{"early", "early", "late"}));
}

TEST(TreeReader, EndsWhenItsTakerHasEnough) {
    const ScratchFolder folder;
    for (int i = 0; i < 3000; ++i) folder.write(std::to_string(i) + ".c", "// TODO: x\n");
    FileWalk walk(folder.path(), {});
    const FileReader reader{ScanSettings{}};
    EXPECT_FALSE(readTree(folder.path(), walk, reader, {}, [](TreeReading&&) { return false; }));
}

/// Remembers one file and counts what it is told.
class OneMemory final : public ReadingMemory {
public:
    std::optional<FileReading> recall(std::string_view path, const FileStamp&) override {
        if (path != "known.c") return std::nullopt;
        FileReading reading;
        reading.annotations.emplace_back().title = "from memory";
        return reading;
    }
    void note(std::string_view path, const FileStamp&, const FileReading&) override { noted.emplace_back(path); }

    std::vector<std::string> noted;
};

TEST(TreeReader, OpensNoFileThatIsKnown) {
    const ScratchFolder folder;
    folder.write("known.c", "// TODO: from disk\n");
    const FileReader reader{ScanSettings{}};
    OneMemory memory;
    TreeReadOptions options;
    options.memory = &memory;
    const std::vector<std::string> paths{"known.c"};
    const TreeReading reading = readFiles(folder.path(), paths, reader, options);
    EXPECT_EQ(reading.files.at(0).annotations.at(0).title, "from memory");
    EXPECT_TRUE(memory.noted.empty());
}

TEST(TreeReader, NotesNoFileThatWasWrittenJustNow) {
    const ScratchFolder folder;
    folder.write("young.c", "// TODO: x\n");
    const FileReader reader{ScanSettings{}};
    OneMemory memory;
    TreeReadOptions options;
    options.memory = &memory;
    const std::vector<std::string> paths{"young.c"};
    (void)readFiles(folder.path(), paths, reader, options);
    EXPECT_TRUE(memory.noted.empty());
}

TEST(FileStamp, IsSettledOnceTheClockOfTheFileSystemHasMovedOn) {
    constexpr std::int64_t kSecond = 1'000'000'000;
    const std::int64_t now = 1000 * kSecond;
    const auto settled = [&](std::int64_t modifiedAgo, std::int64_t changedAgo) {
        return isSettled({1, now - modifiedAgo, now - changedAgo, 1}, now);
    };
    EXPECT_FALSE(settled(0, 0));
    EXPECT_FALSE(settled(kSecond + 1, kSecond / 100));
    EXPECT_FALSE(settled(kSecond / 100, kSecond + 1));
    EXPECT_TRUE(settled(kSecond + 1, kSecond + 1));
    EXPECT_FALSE(settled(-kSecond + 1, kSecond + 1)); // a clock that goes wrong
    // Whole seconds: a file system that keeps no finer time.
    EXPECT_FALSE(settled(2 * kSecond, 2 * kSecond));
    EXPECT_TRUE(settled(5 * kSecond, 5 * kSecond));
}

TEST(TreeReader, TellsEveryFileThatIsNotReadWhenAskedFor) {
    const ScratchFolder folder;
    folder.write("a.c", "// TODO: x\n");
    folder.write("b.unknown-thing", "nothing");
    folder.write("c.png", std::string("\x89PNG\0\0", 6));
    folder.write("d.c", std::string(100, ' '));
    folder.write("empty.unknown-thing", "");
    ScanSettings settings;
    settings.maxFileBytes = 50;
    FileWalk walk(folder.path(), settings);
    const FileReader reader(settings);
    TreeReadOptions options;
    options.wanted = Wanted::SkippedFiles;
    options.maxFileBytes = settings.maxFileBytes;
    std::vector<std::string> told;
    readTree(folder.path(), walk, reader, options, [&](TreeReading&& part) {
        for (const SkippedFile& file : part.skipped) told.push_back(file.path + ": " + file.reason);
        return part.files.empty();
    });
    EXPECT_EQ(told, (std::vector<std::string>{"b.unknown-thing: unknown language", "c.png: binary",
                                              "d.c: larger than 50 bytes"}));
}

} // namespace
} // namespace paydown
