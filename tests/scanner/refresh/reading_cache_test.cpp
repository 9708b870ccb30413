// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/refresh/reading_cache.h"

#include "tests/support/scratch_repository.h"

#include <filesystem>

namespace paydown {
namespace {

using testing::ScratchFolder;
namespace fs = std::filesystem;
using Asked = ReadingCache::Asked;

FileStamp stamp(std::uint64_t sizeBytes) { return {sizeBytes, 1'000'000'001, 2'000'000'002, 77}; }

/// A reading that fills every member.
FileReading fullReading() {
    FileReading reading;
    reading.language = "cpp";
    reading.silenced = 2;
    Annotation annotation;
    annotation.range = {10, 30, 4, 7};
    annotation.form = Form::Native;
    annotation.tag = "DEBT";
    annotation.title = "no retry \xff";
    annotation.body = "line\nline";
    annotation.stated.debtClass = DebtClass::Reckless;
    annotation.stated.owner = "@mia";
    annotation.stated.due = Date(std::chrono::days(20000));
    annotation.stated.effort = std::chrono::minutes(90);
    annotation.stated.labels = {"a", "b"};
    annotation.stated.extra = {{"k", "v"}};
    annotation.symbol = "pay::Bank::charge";
    annotation.diagnostics = {{4, "recless: did you mean reckless?"}};
    reading.annotations = {annotation, annotation};
    reading.annotations[1].mention = true;
    return reading;
}

/// A cache of three files, saved.
std::string savedCache(const ScratchFolder& folder) {
    ReadingCache cache(folder.path(), "key");
    cache.note("a.cpp", stamp(1), fullReading());
    cache.note("b.c", stamp(2), {});
    FileReading skipped;
    skipped.skipped = "binary";
    cache.note("c.bin", stamp(3), skipped);
    cache.save(Asked::All);
    return cache.file();
}

TEST(ReadingCache, GivesBackWhatWasNoted) {
    const ScratchFolder folder;
    savedCache(folder);
    ReadingCache cache(folder.path(), "key");
    const auto reading = cache.recall("a.cpp", stamp(1));
    ASSERT_TRUE(reading);
    EXPECT_EQ(reading->language, "cpp");
    EXPECT_EQ(reading->silenced, 2U);
    EXPECT_EQ(reading->annotations, fullReading().annotations);
    EXPECT_TRUE(cache.recall("b.c", stamp(2))->annotations.empty());
    EXPECT_EQ(cache.recall("c.bin", stamp(3))->skipped, "binary");
}

TEST(ReadingCache, ForgetsAFileWhoseStampDiffersInAnyPart) {
    const ScratchFolder folder;
    savedCache(folder);
    const FileStamp same = stamp(1);
    for (const FileStamp& other : {FileStamp{9, same.modifiedNs, same.changedNs, same.inode},
                                   FileStamp{same.sizeBytes, same.modifiedNs + 1, same.changedNs, same.inode},
                                   FileStamp{same.sizeBytes, same.modifiedNs, same.changedNs - 1, same.inode},
                                   FileStamp{same.sizeBytes, same.modifiedNs, same.changedNs, 78}}) {
        ReadingCache cache(folder.path(), "key");
        EXPECT_FALSE(cache.recall("a.cpp", other));
        EXPECT_FALSE(cache.recall("z.cpp", same));
    }
}

TEST(ReadingCache, BelongsToItsKeyAlone) {
    const ScratchFolder folder;
    const std::string file = savedCache(folder);
    ReadingCache other(folder.path(), "another key");
    EXPECT_NE(other.file(), file);
    fs::copy_file(file, other.file());
    ReadingCache misled(folder.path(), "another key");
    EXPECT_FALSE(misled.recall("a.cpp", stamp(1)));
}

TEST(ReadingCache, IsEmptyWhenTheFileWasCutShortAnywhere) {
    const ScratchFolder folder;
    const std::string file = savedCache(folder);
    const std::string name = fs::path(file).filename().string();
    const std::string bytes = folder.read(name);
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        folder.write(name, std::string_view(bytes).substr(0, size));
        ReadingCache cache(folder.path(), "key");
        ASSERT_FALSE(cache.recall("a.cpp", stamp(1))) << size;
    }
}

TEST(ReadingCache, IsEmptyWhenAnyByteOfTheFileWasChanged) {
    const ScratchFolder folder;
    const std::string file = savedCache(folder);
    const std::string name = fs::path(file).filename().string();
    const std::string bytes = folder.read(name);
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        std::string damaged = bytes;
        damaged[at] = static_cast<char>(damaged[at] ^ 0x20);
        folder.write(name, damaged);
        ReadingCache cache(folder.path(), "key");
        ASSERT_FALSE(cache.recall("b.c", stamp(2))) << at;
    }
}

TEST(ReadingCache, ReplacesADamagedFile) {
    const ScratchFolder folder;
    const std::string file = savedCache(folder);
    folder.write(fs::path(file).filename().string(), "paydown\x01 nonsense");
    savedCache(folder);
    ReadingCache cache(folder.path(), "key");
    EXPECT_TRUE(cache.recall("a.cpp", stamp(1)));
}

TEST(ReadingCache, DropsWhatIsGoneOnceEveryFileWasAskedFor) {
    const ScratchFolder folder;
    savedCache(folder);
    for (const Asked asked : {Asked::Some, Asked::All}) {
        ReadingCache cache(folder.path(), "key");
        EXPECT_TRUE(cache.recall("a.cpp", stamp(1)));
        EXPECT_TRUE(cache.recall("b.c", stamp(2))); // and not for c.bin
        cache.save(asked);
    }
    ReadingCache cache(folder.path(), "key");
    EXPECT_TRUE(cache.recall("b.c", stamp(2)));
    EXPECT_FALSE(cache.recall("c.bin", stamp(3)));
}

TEST(ReadingCache, WritesNothingWhenNothingIsNew) {
    const ScratchFolder folder;
    const std::string file = savedCache(folder);
    const auto written = fs::last_write_time(file) - std::chrono::hours(1);
    fs::last_write_time(file, written);
    ReadingCache cache(folder.path(), "key");
    for (const auto& [path, size] : {std::pair("a.cpp", 1), std::pair("b.c", 2), std::pair("c.bin", 3)})
        EXPECT_TRUE(cache.recall(path, stamp(static_cast<std::uint64_t>(size))));
    cache.save(Asked::All);
    EXPECT_EQ(fs::last_write_time(file), written);
}

TEST(ReadingCache, DoesWithoutAFolderThatCannotBeMade) {
    const ScratchFolder folder;
    folder.write("taken", "a file");
    ReadingCache cache(folder.path() + "/taken/below", "key");
    cache.note("a.cpp", stamp(1), {});
    cache.save(Asked::All);
    EXPECT_FALSE(ReadingCache(folder.path() + "/taken/below", "key").recall("a.cpp", stamp(1)));
}

TEST(ReadingPacking, RefusesDamage) {
    const std::string packed = packReading(fullReading());
    EXPECT_FALSE(unpackReading(packed.substr(0, packed.size() - 1)));
    EXPECT_FALSE(unpackReading(packed + "x"));
    EXPECT_TRUE(unpackReading(packed));
}

} // namespace
} // namespace paydown
