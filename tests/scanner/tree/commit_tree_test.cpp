// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/tree/commit_tree.h"

#include "tests/support/scratch_repository.h"

namespace paydown {
namespace {

TEST(CommitTree, ReadsACommitByItsOwnRules) {
    testing::ScratchRepository repository;
    repository.write("b.c", "// TODO: b\n").write("a.c", "// TODO: a\n").write("none.c", "int x;\n");
    repository.write("gen.c", "// TODO: generated\n").write(".gitattributes", "gen.c linguist-generated\n");
    repository.write("out/c.c", "// TODO: excluded\n").writeLink("link.c", "a.c");
    const CommitId first = repository.commit();
    repository.write("a.c", "int x;\n").commit();
    ScanSettings settings;
    settings.exclude = {"out/"};
    const auto opened = git::Repository::open(repository.path());
    const TreeReading reading = readCommitTree(opened, first, settings, Symbols::Skip);
    ASSERT_EQ(reading.files.size(), 2U);
    EXPECT_EQ(reading.files[0].path, "a.c");
    EXPECT_EQ(reading.files[0].annotations.at(0).title, "a");
    EXPECT_EQ(reading.files[1].path, "b.c");
    EXPECT_EQ(readCommitTree(opened, repository.head(), settings, Symbols::Skip).files.size(), 1U);
}

} // namespace
} // namespace paydown
