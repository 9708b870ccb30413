// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/tree/file_walk.h"

#include "tests/support/scratch_repository.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <sstream>
#include <sys/stat.h>

namespace paydown {
namespace {

using testing::ScratchFolder;
using testing::ScratchRepository;
using Reasons = std::map<std::string, std::string>;

std::vector<std::string> pathsOf(FileWalk& walk) {
    std::vector<std::string> paths;
    for (std::string path; walk.next(path);) paths.push_back(path);
    return paths;
}

std::vector<std::string> sortedLines(const std::string& text) {
    std::istringstream stream(text);
    std::vector<std::string> lines;
    for (std::string line; std::getline(stream, line);) lines.push_back(line);
    std::ranges::sort(lines);
    return lines;
}

Reasons reasonsOf(FileWalk& walk) {
    (void)pathsOf(walk);
    Reasons reasons;
    for (auto& file : walk.takeLeftOut()) reasons[file.path] = file.reason;
    return reasons;
}

TEST(FileWalk, GoesByPathWhateverFoldersAreCalled) {
    const ScratchFolder folder;
    for (const char* path : {"a/b.c", "a.c", "a-b/c", "a/b/c", "A", "a0", "z/y/x", "z.y"}) folder.write(path, "x");
    FileWalk walk(folder.path(), {});
    const auto paths = pathsOf(walk);
    EXPECT_EQ(paths.size(), 8U);
    EXPECT_TRUE(std::ranges::is_sorted(paths));
}

/// A tree with most of what gitignore(5) allows.
void writeRules(ScratchRepository& repository) {
    repository.write(".gitignore", "\xEF\xBB\xBF*.o\n!keep.o\nbuild/\n/top\nlogs/*\n!logs/keep\na/**/z\n**/deep\n"
                                   "# comment\n\\#hash\n\\!bang\ntrail  \nspace\\ \ncr.txt\r\n[a-c]?.bin\n*/mid/*.x\n");
    repository.write("lib/.gitignore", "local\n!forced.o\n/anchored\nsub/\n");
    repository.write("lib/sub/.gitignore", "!*\n").write("tracked.o", "x").write("build/tracked", "x").commit();
    repository.checkOut();
    repository.writeOnDisk(".git/info/exclude", "private\n!lib/local\n");
    for (const char* path : {"a.o",         "keep.o",       "x/keep.o",     "build/new",      "x/build/y",
                             "top",         "x/top",        "logs/a",       "logs/keep",      "logs/b/c",
                             "a/z",         "a/b/z",        "a/b/c/z/q",    "q/deep/r",       "deep",
                             "#hash",       "!bang",        "trail",        "space ",         "cr.txt",
                             "b1.bin",      "d1.bin",       "p/mid/q.x",    "p/q/mid/r.x",    "lib/local",
                             "lib/x/local", "lib/forced.o", "lib/anchored", "lib/x/anchored", "lib/sub/inside",
                             "private",     "x/private",    "other.c",      "x/y/z.c"})
        repository.writeOnDisk(path, "x");
}

TEST(FileWalk, ListsWhatGitLists) {
    ScratchRepository repository;
    writeRules(repository);
    FileWalk walk(git::Repository::open(repository.path()), {});
    EXPECT_EQ(pathsOf(walk), sortedLines(repository.git({"-c", "core.quotePath=off", "ls-files", "--cached", "--others",
                                                         "--exclude-standard"})));
}

TEST(FileWalk, TellsWhatGitIgnoresAndNothingElse) {
    ScratchRepository repository;
    writeRules(repository);
    FileWalk walk(git::Repository::open(repository.path()), {}, git::LeftOut::Everything);
    const Reasons told = reasonsOf(walk);
    for (const auto& file : sortedLines(
             repository.git({"-c", "core.quotePath=off", "ls-files", "--others", "--ignored", "--exclude-standard"}))) {
        const bool isTold = std::ranges::any_of(told, [&](const auto& entry) {
            return file == entry.first || (entry.first.ends_with('/') && file.starts_with(entry.first));
        });
        EXPECT_TRUE(isTold) << file;
    }
    for (const auto& [path, reason] : told) EXPECT_NO_THROW(repository.git({"check-ignore", "-q", "--", path})) << path;
}

TEST(FileWalk, SaysWhichRuleLeavesAFileOut) {
    ScratchRepository repository;
    repository.write(".gitignore", "*.o\n").write("lib/.gitignore", "out/\n").write("a.c", "x");
    repository.write(".gitattributes", "gen.c linguist-generated\nvendor/** linguist-vendored\n");
    repository.write("gen.c", "x").write("vendor/v.c", "x").write("third/t.c", "x").writeLink("link.c", "a.c");
    repository.commit();
    repository.checkOut().writeOnDisk("a.o", "x").writeOnDisk("lib/out/x", "x").writeOnDisk("secret", "x");
    repository.writeOnDisk(".git/info/exclude", "secret\n");
    repository.git({"init", "-q", repository.path() + "/nested"});
    ASSERT_EQ(mkfifo((repository.path() + "/pipe").c_str(), 0600), 0);
    ScanSettings settings;
    settings.exclude = {"third/"};
    FileWalk walk(git::Repository::open(repository.path()), settings, git::LeftOut::Everything);
    EXPECT_EQ(reasonsOf(walk), (Reasons{{"a.o", "ignored by .gitignore"},
                                        {"gen.c", "generated, says .gitattributes"},
                                        {"lib/out/", "ignored by lib/.gitignore"},
                                        {"link.c", "symbolic link"},
                                        {"nested/", "another repository"},
                                        {"pipe", "not a regular file"},
                                        {"secret", "ignored by .git/info/exclude"},
                                        {"third/t.c", "excluded by .paydown.toml"},
                                        {"vendor/v.c", "vendored, says .gitattributes"}}));
}

TEST(FileWalk, TakesTheUsersExcludesFileAsGitDoes) {
    ScratchRepository repository;
    repository.write("a.c", "x").commit();
    repository.checkOut().writeOnDisk("mine.swp", "x");
    const ScratchFolder home;
    home.write("excludes", "*.swp\n");
    repository.git({"config", "core.excludesFile", home.path() + "/excludes"});
    FileWalk walk(git::Repository::open(repository.path()), {}, git::LeftOut::Everything);
    EXPECT_EQ(reasonsOf(walk), (Reasons{{"mine.swp", "ignored by core.excludesFile"}}));
}

TEST(FileWalk, MarksFilesAsGitDoes) {
    ScratchRepository repository;
    repository.write(".gitattributes",
                     "*.gen linguist-generated\nkeep.gen -linguist-generated\n/v/** linguist-vendored\n");
    repository.write("sub/.gitattributes", "*.gen !linguist-generated\nx.gen linguist-generated=true\n");
    for (const char* path : {"a.gen", "keep.gen", "v/a.c", "v/b/c.c", "w/v/a.c", "sub/a.gen", "sub/x.gen",
                             "sub/keep.gen", "sub/deep/x.gen", "info.c", "user.c"})
        repository.write(path, "x");
    repository.commit();
    repository.checkOut().writeOnDisk(".git/info/attributes", "info.c linguist-vendored\nv/a.c -linguist-vendored\n");
    const ScratchFolder home;
    home.write("attributes", "user.c linguist-generated\nkeep.gen linguist-generated\n");
    repository.git({"config", "core.attributesFile", home.path() + "/attributes"});

    FileWalk walk(git::Repository::open(repository.path()), {});
    std::vector<std::string> expected;
    for (const auto& path : sortedLines(repository.git({"ls-files"}))) {
        const auto said = repository.git({"check-attr", "linguist-generated", "linguist-vendored", "--", path});
        const bool marked = said.find(": set") != std::string::npos || said.find(": true") != std::string::npos;
        if (!marked) expected.push_back(path);
    }
    EXPECT_EQ(pathsOf(walk), expected);
}

TEST(FileWalk, LeavesNothingOutWhenAllAreWanted) {
    ScratchRepository repository;
    repository.write(".gitignore", "*.o\n").write(".gitattributes", "gen.c linguist-generated\n").write("gen.c", "x");
    repository.commit();
    repository.checkOut().writeOnDisk("a.o", "x");
    ScanSettings settings;
    settings.all = true;
    settings.exclude = {"gen.c"};
    FileWalk walk(git::Repository::open(repository.path()), settings);
    EXPECT_EQ(pathsOf(walk), (std::vector<std::string>{".gitattributes", ".gitignore", "a.o", "gen.c"}));
}

TEST(FileWalk, FollowsNoLinkAndWaitsForNoPipeToReadRules) {
    const ScratchFolder outside;
    outside.write("rules", "*.c\n");
    const ScratchFolder folder;
    folder.write("a.c", "x");
    folder.write("sub/b.c", "x");
    std::filesystem::create_symlink(outside.path() + "/rules", folder.path() + "/.gitignore");
    ASSERT_EQ(mkfifo((folder.path() + "/sub/.gitattributes").c_str(), 0600), 0);
    FileWalk walk(folder.path(), {});
    EXPECT_EQ(pathsOf(walk), (std::vector<std::string>{"a.c", "sub/b.c"}));
}

} // namespace
} // namespace paydown
