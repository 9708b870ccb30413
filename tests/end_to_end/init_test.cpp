// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/end_to_end/program.h"
#include "tests/support/scratch_repository.h"

#include <filesystem>
#include <fstream>
#include <iterator>

namespace paydown::testing {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

std::string contentOf(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

/// A folder that marks debt with a word of its own, and writes others in prose and code.
void writeSource(const ScratchFolder& folder) {
    folder.write("a.c", "// NEEDSWORK: first\n\n/* NEEDSWORK(mia): second */\n\nint KLUDGE = 1; // NEEDSWORK: third\n\n"
                        "// BUG in this\n\n// BUG in that\n\n// BUG behind it\n\n// TODO: fourth\n"
                        "char s[] = \"KLUDGE: a KLUDGE: b KLUDGE: c\";\n");
}

TEST(Init, WritesTheWordsThatAreUsedInCommentsAndReadsThemWithoutAWarning) {
    const ScratchFolder folder;
    writeSource(folder);
    const Said said = paydownIn(folder.path(), {"init"});
    ASSERT_EQ(said.exitCode, 0) << said.err;
    EXPECT_THAT(said.out, AllOf(HasSubstr("3  NEEDSWORK    in 1 file, proposed"), HasSubstr("a.c:1: first"),
                                HasSubstr("3  BUG          in 1 file, not proposed"), Not(HasSubstr("KLUDGE"))));
    EXPECT_THAT(contentOf(folder.path() + "/.paydown.toml"),
                HasSubstr("\nwords = [\"TODO\", \"FIXME\", \"HACK\", \"XXX\", \"NEEDSWORK\"]\n"));
    const Said listed = paydownIn(folder.path(), {"list"});
    EXPECT_THAT(listed.err, IsEmpty());
    EXPECT_EQ(itemsIn(folder.path()).size(), 4U);
}

TEST(Init, LeavesAnExistingFileAsItIs) {
    const ScratchFolder folder;
    folder.write(".paydown.toml", "# mine\n");
    const Said said = paydownIn(folder.path(), {"init"});
    EXPECT_EQ(said.exitCode, 2);
    EXPECT_THAT(said.err, AllOf(HasSubstr("exists already"), HasSubstr("--print")));
    EXPECT_EQ(contentOf(folder.path() + "/.paydown.toml"), "# mine\n");
}

TEST(Init, FollowsNoLinkOutOfTheFolder) {
    const ScratchFolder folder;
    std::filesystem::create_symlink(folder.path() + "/elsewhere", folder.path() + "/.paydown.toml");
    EXPECT_EQ(paydownIn(folder.path(), {"init"}).exitCode, 2);
    EXPECT_FALSE(std::filesystem::exists(folder.path() + "/elsewhere"));
}

TEST(Init, WritesNothingWhenItIsOnlyAsked) {
    const ScratchFolder folder;
    writeSource(folder);
    EXPECT_THAT(paydownIn(folder.path(), {"init", "--dry-run"}).out,
                AllOf(HasSubstr("NEEDSWORK"), HasSubstr("Nothing was written")));
    const Said printed = paydownIn(folder.path(), {"init", "--print"});
    EXPECT_FALSE(std::filesystem::exists(folder.path() + "/.paydown.toml"));
    ASSERT_EQ(paydownIn(folder.path(), {"init"}).exitCode, 0);
    EXPECT_EQ(contentOf(folder.path() + "/.paydown.toml"), printed.out);
}

} // namespace
} // namespace paydown::testing
