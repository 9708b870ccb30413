// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/end_to_end/program.h"
#include "tests/support/scratch_repository.h"

#include <chrono>
#include <filesystem>
#include <thread>

namespace paydown::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

TEST(Listing, WorksOnAPlainDirectory) {
    const ScratchFolder folder;
    folder.write("src/a.js", "f(); // FIXME: wrong on leap days\nlet s = \"TODO: not a comment\";\n");
    const auto items = itemsIn(folder.path());
    ASSERT_EQ(items.size(), 1U);
    EXPECT_EQ(items[0]["path"], "src/a.js");
    EXPECT_EQ(items[0]["tag"], "FIXME");
    EXPECT_TRUE(items[0]["id"].is_null());
    EXPECT_TRUE(items[0]["introduced"].is_null());
}

TEST(Listing, WorksInARepositoryThatNobodyScanned) {
    ScratchRepository repository;
    repository.write("a.c", "// TODO: here\n").commit();
    repository.checkOut();
    EXPECT_EQ(itemsIn(repository.path()).size(), 1U);
    EXPECT_NE(tryGit(repository.path(), {"status", "--porcelain"}).text, "?? registry.db\n");
}

TEST(Listing, ShowsWhatIsNotCommittedAsPending) {
    ScratchRepository repository;
    repository.write("a.c", "// TODO: old one\n").commit();
    repository.checkOut();
    ASSERT_EQ(paydownIn(repository.path(), {"scan"}).exitCode, 0);
    repository.writeOnDisk("a.c", "// TODO: young one\n\nint x;\n\n// TODO: old one\n");
    const auto items = itemsIn(repository.path(), {"--sort", "path"});
    ASSERT_EQ(items.size(), 2U);
    EXPECT_EQ(items[0]["state"], "pending");
    EXPECT_FALSE(items[1]["id"].is_null());
    EXPECT_EQ(items[1]["line"], 5);
}

TEST(Listing, LeavesOutWhatGitIgnores) {
    ScratchRepository repository;
    repository.write(".gitignore", "build/\n").write("a.c", "// TODO: seen\n").commit();
    repository.checkOut();
    repository.writeOnDisk("build/b.c", "// TODO: unseen\n").writeOnDisk("c.c", "// TODO: untracked\n");
    EXPECT_EQ(itemsIn(repository.path()).size(), 2U);
    EXPECT_EQ(itemsIn(repository.path(), {"--all"}).size(), 3U);
}

TEST(Listing, FiltersByClassOwnerPathTagAgeAndText) {
    ScratchRepository repository;
    repository.on("2020-01-01")
        .write("pay/a.cpp", "// DEBT(reckless, @mia): no retry\n")
        .write("web/b.ts", "// TODO(kai): slow query\n")
        .commit();
    repository.on("2026-11-01").write("web/c.ts", "// FIXME: young bug\n").commit();
    repository.checkOut();
    ASSERT_EQ(paydownIn(repository.path(), {"scan"}).exitCode, 0);
    const std::vector<std::pair<std::vector<std::string>, std::size_t>> cases{
        {{"class:reckless"}, 1}, {{"owner:@mia"}, 1},          {{"owner:none"}, 1},
        {{"path:web/**"}, 2},    {{"tag:FIXME"}, 1},           {{"age:1y.."}, 2},
        {{"slow"}, 1},           {{"-tag:TODO"}, 2},           {{"not:path:web/**"}, 1},
        {{"tag:TODO,FIXME"}, 2}, {{"path:web/**", "query"}, 1}};
    for (const auto& [filter, count] : cases) {
        EXPECT_EQ(itemsIn(repository.path(), filter).size(), count) << filter[0];
    }
}

TEST(Listing, PointsAtAMistakeInAFilter) {
    const ScratchFolder folder;
    const Said said = paydownIn(folder.path(), {"list", "class:recless"});
    EXPECT_EQ(said.exitCode, 2);
    EXPECT_THAT(said.err, HasSubstr("reckless"));
}

TEST(Listing, NeverSendsTheRepositorysControlCharactersToATerminal) {
    const ScratchFolder folder;
    folder.write("a.c", "// TODO: red \x1b[31m and \xff bytes\n");
    for (const char* format : {"table", "vim", "json", "csv", "md", "github"}) {
        EXPECT_THAT(paydownIn(folder.path(), {"list", "--format", format}).out, Not(HasSubstr("\x1b"))) << format;
    }
}

TEST(Listing, SaysWhatWasSkippedAndWhy) {
    ScratchRepository repository;
    repository.write(".gitignore", "build/\n").write(".gitattributes", "gen.c linguist-generated\n");
    repository.write(".paydown.toml", "[scan]\nexclude = [\"third/\"]\nmax_file_bytes = 4096\n");
    repository.write("gen.c", "x").write("third/t.c", "x").write("image.c", std::string("x\0y", 3)).write("a.c", "x");
    repository.write("what.is-this", "x").write("big.c", std::string(5000, ' ')).commit();
    repository.checkOut().writeOnDisk("build/b.c", "x");
    EXPECT_EQ(paydownIn(repository.path(), {"list", "--skipped"}).out, "big.c: larger than 4096 bytes\n"
                                                                       "build/: ignored by .gitignore\n"
                                                                       "gen.c: generated, says .gitattributes\n"
                                                                       "image.c: binary\n"
                                                                       "third/t.c: excluded by .paydown.toml\n"
                                                                       "what.is-this: unknown language\n");
}

TEST(Listing, SaysWhatABareRepositoryLeavesOut) {
    ScratchRepository repository;
    repository.write("image.c", std::string("// TODO: x\0y", 12)).write("a.c", "// TODO: a\n").commit();
    const ScratchFolder folder;
    runGit(folder.path(), {"clone", "-q", "--bare", repository.path(), folder.path() + "/bare.git"});
    EXPECT_EQ(paydownIn(folder.path() + "/bare.git", {"list", "--skipped"}).out, "image.c: binary\n");
}

/// A plain folder of some files and items, with words that tell their order.
void writeTree(const ScratchFolder& folder) {
    for (int i = 100; i < 400; ++i) {
        const std::string number = std::to_string(i);
        const std::string text =
            "void f() {\n  // TODO: item " + number + "\n}\n// FIXME(@mia): other " + number + "\n";
        folder.write("d" + number.substr(0, 2) + "/f" + number + ".c", text);
    }
}

TEST(Listing, GivesInEveryFormatWhatItGivesWhenItReadsEverythingFirst) {
    const ScratchFolder folder;
    writeTree(folder);
    // Sorted by age, a list is written after everything has been read; without history all are of one age.
    // But ranks, which need all of the items, hence no JSON and CSV here.
    for (const char* format : {"table", "md", "vim", "sarif", "github", "gitlab"}) {
        const auto streamed = paydownIn(folder.path(), {"list", "--format", format, "tag:FIXME"});
        const auto whole = paydownIn(folder.path(), {"list", "--format", format, "tag:FIXME", "--sort", "age"});
        EXPECT_EQ(streamed.exitCode, 0);
        EXPECT_GT(streamed.out.size(), 3000U) << format;
        EXPECT_EQ(streamed.out, whole.out) << format;
    }
}

TEST(Listing, SaysNothingOfRanksThatItCannotKnow) {
    const ScratchFolder folder;
    folder.write("a.c", "// TODO: same\n\n// TODO: same\n");
    const auto streamed = itemsIn(folder.path());
    EXPECT_TRUE(streamed.at(0)["rank"].is_null());
    EXPECT_TRUE(streamed.at(0)["alike"].is_null());
    const auto ranked = itemsIn(folder.path(), {"--sort", "rank"});
    EXPECT_EQ(ranked.at(0)["rank"], 1);
    EXPECT_EQ(ranked.at(0)["alike"], 2);
    EXPECT_EQ(itemsIn(folder.path(), {"top:1"}).size(), 1U);
}

TEST(Listing, StopsAtItsLimit) {
    const ScratchFolder folder;
    writeTree(folder);
    const auto items = itemsIn(folder.path(), {"--limit", "3"});
    ASSERT_EQ(items.size(), 3U);
    EXPECT_EQ(items[0]["title"], "item 100");
    EXPECT_EQ(items[2]["title"], "item 101");
}

/// The listing of a folder whose readings are kept in another.
std::string listedWith(const ScratchFolder& cache, const std::string& directory) {
    return paydownIn(directory, {"list", "--format", "jsonl"}, {"XDG_CACHE_HOME=" + cache.path()}).out;
}

std::vector<std::string> filesBelow(const std::string& folder) {
    std::vector<std::string> files;
    if (!std::filesystem::exists(folder)) return files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
        if (entry.is_regular_file()) files.push_back(entry.path().filename().string());
    return files;
}

/// What is written this very moment is not kept.
void waitForTheFileSystemsClock() { std::this_thread::sleep_for(std::chrono::milliseconds(200)); }

TEST(Listing, KeepsWhatItReadInTheUsersCacheAndNothingInAPlainTree) {
    const ScratchFolder folder;
    const ScratchFolder cache;
    writeTree(folder);
    waitForTheFileSystemsClock();
    const auto before = filesBelow(folder.path()).size();
    const std::string first = listedWith(cache, folder.path());
    EXPECT_EQ(filesBelow(cache.path()).size(), 1U);
    EXPECT_EQ(listedWith(cache, folder.path()), first);
    EXPECT_EQ(filesBelow(folder.path()).size(), before);
}

TEST(Listing, KeepsWhatItReadBesideARegistry) {
    ScratchRepository repository;
    repository.write("a.c", "// TODO: x\n").commit();
    repository.checkOut();
    waitForTheFileSystemsClock();
    const ScratchFolder cache;
    EXPECT_EQ(paydownIn(repository.path(), {"scan"}).exitCode, 0);
    const std::string first = listedWith(cache, repository.path());
    EXPECT_EQ(filesBelow(cache.path()).size(), 0U);
    EXPECT_EQ(filesBelow(repository.path() + "/.git/paydown/readings").size(), 1U);
    EXPECT_EQ(listedWith(cache, repository.path()), first);
}

TEST(Listing, SeesEveryChangeBehindItsCache) {
    const ScratchFolder folder;
    const ScratchFolder cache;
    folder.write("a.c", "// TODO: old\n");
    folder.write("gone.c", "// TODO: gone\n");
    waitForTheFileSystemsClock();
    (void)listedWith(cache, folder.path());
    const auto written = std::filesystem::last_write_time(folder.path() + "/a.c");
    folder.write("a.c", "// TODO: new\n"); // of the same size
    std::filesystem::last_write_time(folder.path() + "/a.c", written);
    std::filesystem::remove(folder.path() + "/gone.c");
    folder.write("added.c", "// TODO: added\n");
    const std::string listed = listedWith(cache, folder.path());
    EXPECT_THAT(listed, AllOf(HasSubstr("\"title\":\"new\""), HasSubstr("\"title\":\"added\""),
                              Not(HasSubstr("\"title\":\"old\"")), Not(HasSubstr("\"title\":\"gone\""))));
    folder.write(".paydown.toml", "[annotations]\nwords = [\"FIXME\"]\n");
    EXPECT_EQ(listedWith(cache, folder.path()), "");
}

TEST(Listing, ReadsAnewWhereItsCacheIsNonsense) {
    const ScratchFolder folder;
    const ScratchFolder cache;
    folder.write("a.c", "// TODO: x\n");
    waitForTheFileSystemsClock();
    const std::string first = listedWith(cache, folder.path());
    ASSERT_EQ(filesBelow(cache.path()).size(), 1U);
    const std::string name = "paydown/" + filesBelow(cache.path())[0];
    const std::string kept = cache.read(name);
    cache.write(name, std::string(kept.size(), 'x'));
    EXPECT_EQ(listedWith(cache, folder.path()), first);
    EXPECT_EQ(cache.read(name), kept);
}

} // namespace
} // namespace paydown::testing
