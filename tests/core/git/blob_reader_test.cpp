// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/git/blob_reader.h"

#include "core/base/error.h"
#include "tests/support/scratch_repository.h"

#include <filesystem>
#include <fstream>
#include <map>
#include <mutex>

namespace paydown::git {
namespace {

using paydown::testing::ScratchRepository;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

struct Written {
    std::vector<BlobId> ids;
    std::vector<std::string> texts;
};

/// Versions of one file that differ little, so that packs hold them as deltas.
Written writeVersions(ScratchRepository& scratch, int first, int count) {
    Written written;
    std::string body;
    for (int i = 0; i < 400; ++i) body += "line " + std::to_string(i * i) + " of a file that changes little\n";
    for (int i = first; i < first + count; ++i) {
        const std::string text =
            body + "version " + std::to_string(i) + "\n" + body.substr(static_cast<std::size_t>(i) * 31);
        scratch.write("file", text);
        written.ids.push_back(scratch.blob("file"));
        written.texts.push_back(text);
        scratch.commit();
    }
    return written;
}

std::vector<std::string> readAll(const ScratchRepository& scratch, const std::vector<BlobId>& ids, unsigned threads) {
    std::vector<std::string> texts(ids.size());
    BlobReadOptions options;
    options.threads = threads;
    (void)forEachBlob(Repository::open(scratch.path()), ids, options,
                      [&](unsigned, std::size_t index, std::string_view bytes) { texts[index] = bytes; });
    return texts;
}

void append(Written& to, const Written& more) {
    to.ids.insert(to.ids.end(), more.ids.begin(), more.ids.end());
    to.texts.insert(to.texts.end(), more.texts.begin(), more.texts.end());
}

TEST(BlobReader, ReadsLooseAndPackedFilesOfSeveralPacks) {
    ScratchRepository scratch;
    Written all = writeVersions(scratch, 0, 20);
    scratch.git({"repack", "-q", "-d"});
    append(all, writeVersions(scratch, 20, 20));
    scratch.git({"repack", "-q", "-d"});
    append(all, writeVersions(scratch, 40, 5));

    EXPECT_EQ(readAll(scratch, all.ids, 1), all.texts);
    EXPECT_EQ(readAll(scratch, all.ids, 2), all.texts);
}

TEST(BlobReader, ReadsPacksWithDeltasByName) {
    ScratchRepository scratch;
    const Written all = writeVersions(scratch, 0, 30);
    scratch.git({"-c", "repack.useDeltaBaseOffset=false", "repack", "-q", "-a", "-d", "-f"});

    EXPECT_EQ(readAll(scratch, all.ids, 2), all.texts);
}

TEST(BlobReader, ReadsWithASharedIndexOfPacks) {
    ScratchRepository scratch;
    Written all = writeVersions(scratch, 0, 10);
    scratch.git({"repack", "-q", "-d"});
    append(all, writeVersions(scratch, 10, 10));
    scratch.git({"repack", "-q", "-d"});
    scratch.git({"multi-pack-index", "write"});
    scratch.git({"commit-graph", "write", "--reachable"});

    EXPECT_EQ(readAll(scratch, all.ids, 2), all.texts);
}

TEST(BlobReader, PassesOverWhatIsTooLarge) {
    ScratchRepository scratch;
    scratch.write("small", "1").write("large", std::string(5000, 'x'));
    const std::vector<BlobId> ids{scratch.blob("large"), scratch.blob("small")};
    scratch.commit();
    BlobReadOptions options;
    options.maxBytes = 4000;
    std::vector<std::string> texts;
    const auto reading = forEachBlob(Repository::open(scratch.path()), ids, options,
                                     [&](unsigned, std::size_t, std::string_view bytes) { texts.emplace_back(bytes); });

    EXPECT_THAT(texts, ElementsAre("1"));
    EXPECT_THAT(reading.tooLarge, ElementsAre(ids[0]));
    EXPECT_EQ(reading.read, 1U);
    EXPECT_THAT(reading.gaps, IsEmpty());
}

TEST(BlobReader, TakesABrokenFileForAGapAndGoesOn) {
    ScratchRepository scratch;
    scratch.write("good", "1").write("bad", "2");
    const std::vector<BlobId> ids{scratch.blob("good"), scratch.blob("bad")};
    scratch.commit();
    const std::string hex = toHex(ids[1]);
    const std::string file = scratch.path() + "/.git/objects/" + hex.substr(0, 2) + "/" + hex.substr(2);
    std::filesystem::remove(file);
    std::ofstream(file) << "this is no zlib stream";
    std::size_t read = 0;
    const auto reading = forEachBlob(Repository::open(scratch.path()), ids, {},
                                     [&](unsigned, std::size_t, std::string_view) { ++read; });

    EXPECT_EQ(read, 1U);
    ASSERT_EQ(reading.gaps.size(), 1U);
    EXPECT_EQ(reading.gaps[0].object, hex);
    EXPECT_THAT(reading.gaps[0].reason, ::testing::StartsWith("corrupt"));
}

TEST(BlobReader, SurvivesACorruptPack) {
    ScratchRepository scratch;
    const Written all = writeVersions(scratch, 0, 20);
    scratch.git({"repack", "-q", "-a", "-d"});
    for (const auto& entry : std::filesystem::directory_iterator(scratch.path() + "/.git/objects/pack")) {
        if (entry.path().extension() != ".pack") continue;
        std::filesystem::permissions(entry.path(), std::filesystem::perms::owner_all);
        std::fstream pack(entry.path(), std::ios::in | std::ios::out | std::ios::binary);
        const auto size = static_cast<std::streamoff>(std::filesystem::file_size(entry.path()));
        pack.seekp(size / 2);
        pack << std::string(64, '\xAA');
    }
    std::mutex mutex;
    std::size_t read = 0;
    const auto reading =
        forEachBlob(Repository::open(scratch.path()), all.ids, {}, [&](unsigned, std::size_t, std::string_view) {
            const std::lock_guard lock(mutex);
            ++read;
        });

    EXPECT_EQ(read + reading.gaps.size(), all.ids.size());
    EXPECT_GT(reading.gaps.size(), 0U);
}

TEST(BlobReader, ThrowsOnWhatItsCallerThrows) {
    ScratchRepository scratch;
    const Written all = writeVersions(scratch, 0, 3);

    EXPECT_THROW((void)forEachBlob(Repository::open(scratch.path()), all.ids, {},
                                   [](unsigned, std::size_t, std::string_view) { throw Error("enough"); }),
                 Error);
}

TEST(BlobReader, StopsWhenAsked) {
    ScratchRepository scratch;
    const Written all = writeVersions(scratch, 0, 3);
    std::stop_source source;
    source.request_stop();

    EXPECT_THROW((void)forEachBlob(
                     Repository::open(scratch.path()), all.ids, {}, [](unsigned, std::size_t, std::string_view) {}, {},
                     source.get_token()),
                 Cancelled);
}

TEST(BlobReader, FindsAFileOfACommit) {
    ScratchRepository scratch;
    const auto commit = scratch.write(".paydown.toml", "mainline = \"main\"\n").commit();
    const auto repository = Repository::open(scratch.path());

    EXPECT_EQ(findFile(repository, commit, ".paydown.toml"), "mainline = \"main\"\n");
    EXPECT_EQ(findFile(repository, commit, ".mailmap"), std::nullopt);
    EXPECT_EQ(findFile(repository, commit, ".paydown.toml", 3), std::nullopt);
    EXPECT_THROW((void)readBlob(repository, BlobId{}), Error);
}

} // namespace
} // namespace paydown::git
