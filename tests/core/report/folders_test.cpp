// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/folders.h"

#include "tests/core/report/period_builder.h"

namespace paydown {
namespace {

using test::PeriodBuilder;
using test::SnapshotBuilder;

TEST(FolderDivision, IsByTheFoldersOfTheRoot) {
    const FolderDivision division({"a/x.c", "b/y.c", "z.c"});
    EXPECT_EQ(division.folderOf("a/deep/x.c"), "a/");
    EXPECT_EQ(division.folderOf("z.c"), "./");
    EXPECT_EQ(division.folderOf("never/seen.c"), "never/");
}

TEST(FolderDivision, DividesAgainWhatHoldsMoreThanHalf) {
    const FolderDivision division({"src/a/x.c", "src/b/y.c", "src/z.c", "docs/d.md"});
    EXPECT_EQ(division.folderOf("src/a/x.c"), "src/a/");
    EXPECT_EQ(division.folderOf("src/z.c"), "src/");
    EXPECT_EQ(division.folderOf("docs/d.md"), "docs/");
}

TEST(FolderDivision, DividesAProjectBelowSeveralFolders) {
    const FolderDivision division({"src/main/java/a/x", "src/main/java/b/y", "src/main/java/c/z"});
    EXPECT_EQ(division.folderOf("src/main/java/a/x"), "src/main/java/a/");
    EXPECT_EQ(division.folderOf("src/test/t"), "src/test/");
}

TEST(Folders, SayWhichShareOfTheirCommitsPassedThroughTheirDebt) {
    SnapshotBuilder snapshot;
    snapshot.add("a/one.cpp", 1, "x");
    snapshot.add("b/two.cpp", 1, "x").annotation.stated.debtClass = DebtClass::Reckless;
    SnapshotBuilder::end(snapshot.add("b/three.cpp", 1, "x"), "2026-10-10");
    PeriodBuilder period;
    period.commit("2026-09-01", {0}, {"a/one.cpp", "b/other.cpp"});
    period.commit("2026-09-02", {}, {"a/other.cpp", "c/none.cpp"});
    period.commit("2026-09-03", {1}, {"b/two.cpp"});
    period.commit("2026-09-04", {1}, {"b/two.cpp"});

    const auto folders = makeReport(snapshot.assessed(), period.facts(), {}).folders;

    ASSERT_EQ(folders.size(), 2U);
    EXPECT_EQ(folders[0].path, "b/");
    EXPECT_THAT(folders[0].taxed, ::testing::ElementsAre(2, 3));
    EXPECT_EQ(folders[0].commits, 3U);
    EXPECT_EQ(folders[0].open.reckless, 1U);
    EXPECT_EQ(folders[0].ended[0], 1U);
    EXPECT_EQ(folders[1].path, "a/");
    EXPECT_DOUBLE_EQ(folders[1].share(), 0.5);
    EXPECT_EQ(folders[0].openByMonth.back(), 1U);
    EXPECT_EQ(folders[0].openByMonth.front(), 2U);
}

TEST(Folders, CountACommitThatPassedThroughTheirDebtBeforeItCameToThem) {
    SnapshotBuilder snapshot;
    snapshot.add("gui/a.cpp", 1, "x");
    PeriodBuilder period;
    period.commit("2026-09-01", {0}, {"a.cpp"}); // In a history of its own, merged into gui/ later.

    const auto folders = makeReport(snapshot.assessed(), period.facts(), {}).folders;

    EXPECT_EQ(folders[0].commits, 1U);
    EXPECT_EQ(folders[0].taxed.size(), 1U);
}

} // namespace
} // namespace paydown
