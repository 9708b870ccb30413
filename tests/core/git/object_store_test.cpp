// SPDX-License-Identifier: GPL-3.0-or-later
// Our own reader of objects beside libgit2's.
#include "core/git/object_store.h"

#include "core/base/text.h"
#include "core/git/commit_walk.h"
#include "tests/support/scratch_repository.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace paydown::git {
namespace {

using paydown::testing::runGit;
using paydown::testing::ScratchFolder;
using paydown::testing::ScratchRepository;

std::vector<ObjectStore::Sha> allObjects(const std::string& repository) {
    std::vector<ObjectStore::Sha> ids;
    const std::string listing =
        runGit(repository, {"cat-file", "--batch-all-objects", "--unordered", "--batch-check=%(objectname)"});
    for (const auto line : split(listing, '\n')) {
        if (const auto id = parseObjectId<BlobId>(line)) ids.push_back(id->bytes);
    }
    return ids;
}

/// @returns how many objects the two readers agree on: kind, size and bytes.
std::size_t compareWithLibrary(const std::string& repository) {
    const std::string folder = std::filesystem::exists(repository + "/.git") ? repository + "/.git" : repository;
    const ObjectStore own(folder + "/objects");
    setenv("PAYDOWN_READER", "libgit2", 1);
    const ObjectStore library(folder + "/objects");
    unsetenv("PAYDOWN_READER");
    std::size_t equal = 0;
    for (const auto& id : allObjects(repository)) {
        const auto ours = own.read(id);
        const auto theirs = library.read(id);
        const auto header = own.readHeader(id);
        EXPECT_TRUE(ours && theirs && header) << toHex(BlobId{id}) << " " << own.problem();
        if (!ours || !theirs || !header) continue;
        EXPECT_EQ(ours->kind(), theirs->kind()) << toHex(BlobId{id});
        EXPECT_EQ(ours->bytes(), theirs->bytes()) << toHex(BlobId{id});
        EXPECT_EQ(header->kind, ours->kind()) << toHex(BlobId{id});
        EXPECT_EQ(header->size, ours->bytes().size()) << toHex(BlobId{id});
        ++equal;
    }
    return equal;
}

/// Versions that are deltas of each other in a pack, and one of each other kind of object.
void writeHistory(ScratchRepository& scratch, int first, int count) {
    std::string body;
    for (int line = 0; line < 300; ++line) body += "line " + std::to_string(line * line) + "\n";
    for (int i = first; i < first + count; ++i) {
        scratch.write("src/file.c", body + std::to_string(i) + body.substr(static_cast<std::size_t>(i) * 17));
        scratch.write("empty", "").commit("Change " + std::to_string(i));
    }
}

TEST(ObjectStore, ReadsWhatLibgit2ReadsOfPacksLooseObjectsAndTags) {
    ScratchRepository scratch;
    writeHistory(scratch, 0, 30);
    scratch.git({"-c", "user.name=x", "-c", "user.email=x@example.com", "tag", "-m", "note", "v1", "HEAD"});
    scratch.git({"repack", "-q", "-a", "-d", "-f", "--depth=20"});
    writeHistory(scratch, 30, 20);
    scratch.git({"-c", "repack.useDeltaBaseOffset=false", "repack", "-q", "-d"});
    writeHistory(scratch, 50, 5);
    EXPECT_GE(compareWithLibrary(scratch.path()), 150U);
}

TEST(ObjectStore, ReadsAMultiPackIndexAndItsPacks) {
    ScratchRepository scratch;
    writeHistory(scratch, 0, 10);
    scratch.git({"repack", "-q", "-d"});
    writeHistory(scratch, 10, 10);
    scratch.git({"repack", "-q", "-d"});
    scratch.git({"multi-pack-index", "write"});
    EXPECT_GE(compareWithLibrary(scratch.path()), 60U);
}

TEST(ObjectStore, ReadsWhatStandsInAlternates) {
    ScratchRepository scratch;
    writeHistory(scratch, 0, 20);
    scratch.git({"repack", "-q", "-a", "-d"});
    const ScratchFolder folder;
    runGit(folder.path(), {"clone", "-q", "--shared", scratch.path(), "borrower"});
    EXPECT_GE(compareWithLibrary(folder.path() + "/borrower"), 60U);
}

TEST(ObjectStore, ReadsAPackThatWasSentWithoutTheBasesOfItsDeltas) {
    ScratchRepository scratch;
    writeHistory(scratch, 0, 20);
    const ScratchFolder folder;
    runGit(folder.path(), {"clone", "-q", "file://" + scratch.path(), "clone"});
    writeHistory(scratch, 20, 20);
    // git completes such a pack with the bases that it lacks when it stores it.
    runGit(folder.path() + "/clone", {"-c", "fetch.unpackLimit=1", "fetch", "-q"});
    EXPECT_GE(compareWithLibrary(folder.path() + "/clone"), 120U);
}

TEST(ObjectStore, SaysOfACutOffPackWhatIsBrokenAndReadsTheRest) {
    ScratchRepository scratch;
    writeHistory(scratch, 0, 20);
    scratch.git({"repack", "-q", "-a", "-d"});
    const auto ids = allObjects(scratch.path());
    for (const auto& entry : std::filesystem::directory_iterator(scratch.path() + "/.git/objects/pack")) {
        if (entry.path().extension() != ".pack") continue;
        std::filesystem::permissions(entry.path(), std::filesystem::perms::owner_write,
                                     std::filesystem::perm_options::add);
        std::filesystem::resize_file(entry.path(), std::filesystem::file_size(entry.path()) / 2);
    }
    const ObjectStore objects(scratch.path() + "/.git/objects");
    std::size_t read = 0;
    for (const auto& id : ids) {
        if (objects.read(id))
            ++read;
        else
            EXPECT_THAT(objects.problem(), ::testing::StartsWith("corrupt"));
    }
    EXPECT_GT(read, 0U);
    EXPECT_LT(read, ids.size());
}

/// On a real repository: PAYDOWN_TEST_REPOSITORY=/src/git core_git_test --gtest_filter='*RealRepository*'
TEST(ObjectStore, ReadsWhatLibgit2ReadsOfARealRepositoryIfOneIsNamed) {
    const char* named = std::getenv("PAYDOWN_TEST_REPOSITORY");
    ScratchRepository small;
    writeHistory(small, 0, 3);
    const std::string repository = named != nullptr ? named : small.path();
    EXPECT_EQ(compareWithLibrary(repository), allObjects(repository).size());
}

} // namespace
} // namespace paydown::git
