// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/end_to_end/program.h"
#include "tests/support/scratch_repository.h"

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
    const ScratchFolder folder;
    folder.write("image.c", std::string("// TODO: x\0y", 12));
    const Said said = paydownIn(folder.path(), {"list", "--skipped"});
    EXPECT_THAT(said.out, HasSubstr("image.c: "));
}

} // namespace
} // namespace paydown::testing
