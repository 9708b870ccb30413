// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/refresh/cache_folder.h"

#include "tests/support/scratch_repository.h"

#include <chrono>
#include <filesystem>

namespace paydown {
namespace {

using testing::ScratchFolder;
namespace fs = std::filesystem;

/// A file that was used so many hours ago.
void writeUsed(const ScratchFolder& folder, const std::string& name, int hoursAgo) {
    folder.write(name, "x");
    fs::last_write_time(folder.path() + "/" + name, fs::file_time_type::clock::now() - std::chrono::hours(hoursAgo));
}

TEST(CacheFolder, KeepsWhatWasUsedLast) {
    const ScratchFolder folder;
    for (int i = 0; i < 40; ++i) writeUsed(folder, std::to_string(i) + ".readings", i);
    boundCacheFolder(folder.path());
    EXPECT_TRUE(fs::exists(folder.path() + "/31.readings"));
    EXPECT_FALSE(fs::exists(folder.path() + "/32.readings"));
    EXPECT_FALSE(fs::exists(folder.path() + "/39.readings"));
}

TEST(CacheFolder, RemovesDraftsOfTheDeadAndNothingElse) {
    const ScratchFolder folder;
    writeUsed(folder, "a.readings.1.draft", 2);
    writeUsed(folder, "b.readings.2.draft", 0);
    writeUsed(folder, "letter.draft", 2);
    writeUsed(folder, "registry.db", 1000);
    boundCacheFolder(folder.path());
    EXPECT_FALSE(fs::exists(folder.path() + "/a.readings.1.draft"));
    EXPECT_TRUE(fs::exists(folder.path() + "/b.readings.2.draft"));
    EXPECT_TRUE(fs::exists(folder.path() + "/letter.draft"));
    EXPECT_TRUE(fs::exists(folder.path() + "/registry.db"));
}

TEST(CacheFolder, MarksAFileThatIsStillUsed) {
    const ScratchFolder folder;
    writeUsed(folder, "old.readings", 100);
    keepFresh(folder.path() + "/old.readings");
    const auto age = fs::file_time_type::clock::now() - fs::last_write_time(folder.path() + "/old.readings");
    EXPECT_LT(age, std::chrono::hours(1));
}

} // namespace
} // namespace paydown
