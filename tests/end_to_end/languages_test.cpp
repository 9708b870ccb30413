// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/end_to_end/program.h"
#include "tests/support/scratch_repository.h"

namespace paydown::testing {
namespace {

using ::testing::HasSubstr;

TEST(StatedLanguages, HoldOnAPlainDirectory) {
    const ScratchFolder folder;
    folder.write(".gitattributes", "*.tpl linguist-language=Emacs-Lisp\n");
    folder.write("a.tpl", ";; TODO: read as Lisp\n# FIXME: no comment there\n");
    const auto items = itemsIn(folder.path());
    ASSERT_EQ(items.size(), 1U);
    EXPECT_EQ(items[0]["title"], "read as Lisp");
    EXPECT_EQ(items[0]["language"], "elisp");
}

TEST(StatedLanguages, OfTheTipHoldInAllOfHistory) {
    ScratchRepository repository;
    const CommitId introduced = repository.write("lib/a.tpl", "// TODO: from the beginning\n").commit();
    repository.write("other.c", "int x;\n").commit();
    repository.write("lib/.gitattributes", "*.tpl linguist-language=C++\n").commit();
    repository.checkOut();
    ASSERT_EQ(paydownIn(repository.path(), {"scan"}).exitCode, 0);
    const auto items = itemsIn(repository.path());
    ASSERT_EQ(items.size(), 1U);
    EXPECT_EQ(items[0]["introduced"]["commit"], toHex(introduced));
    EXPECT_EQ(items[0]["language"], "cpp");
}

TEST(StatedLanguages, ReadHistoryAnewWhenTheyChange) {
    ScratchRepository repository;
    repository.write("a.tpl", "# TODO: in Python\n\n// TODO: in C\n").commit();
    repository.write(".gitattributes", "*.tpl linguist-language=Python\n").commit();
    repository.checkOut();
    ASSERT_EQ(paydownIn(repository.path(), {"scan"}).exitCode, 0);
    EXPECT_EQ(itemsIn(repository.path())[0]["title"], "in Python");
    repository.write(".gitattributes", "*.tpl linguist-language=C\n").commit();
    repository.checkOut();
    ASSERT_EQ(paydownIn(repository.path(), {"scan"}).exitCode, 0);
    const auto items = itemsIn(repository.path());
    ASSERT_EQ(items.size(), 1U);
    EXPECT_EQ(items[0]["title"], "in C");
    EXPECT_FALSE(items[0]["introduced"].is_null());
}

TEST(StatedLanguages, HoldForWhatTheIndexAdds) {
    ScratchRepository repository;
    repository.write(".gitattributes", "*.tpl linguist-language=SQL\n").write("a.tpl", "select 1;\n").commit();
    repository.checkOut().writeOnDisk("a.tpl", "select 1; -- FIXME: slow\n").stage({"."});
    EXPECT_THAT(paydownIn(repository.path(), {"check"}).out, HasSubstr("FIXME: slow"));
}

TEST(StatedLanguages, ThatNobodyKnowsLeaveTheNameToDecide) {
    const ScratchFolder folder;
    folder.write(".gitattributes", "*.c linguist-language=Klingon\n");
    folder.write("a.c", "// TODO: still C\n");
    EXPECT_EQ(itemsIn(folder.path()).size(), 1U);
}

TEST(UnknownLanguages, AreSkippedWithTheReasonAndReadOnRequest) {
    const ScratchFolder folder;
    folder.write("a.zzz", "# TODO: in what language?\n");
    EXPECT_TRUE(itemsIn(folder.path()).empty());
    EXPECT_THAT(paydownIn(folder.path(), {"list", "--skipped"}).out, HasSubstr("a.zzz: unknown language"));
    EXPECT_EQ(itemsIn(folder.path(), {"--all"}).size(), 1U);
}

} // namespace
} // namespace paydown::testing
