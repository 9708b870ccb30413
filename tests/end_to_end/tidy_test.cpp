// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/end_to_end/program.h"
#include "tests/support/scratch_repository.h"

namespace paydown::testing {
namespace {

using ::testing::HasSubstr;

class Tidying : public ::testing::Test {
protected:
    Tidying() {
        repository.write("a.c", "int a;\n// TODO: done long ago\nint b; // HACK: gone too\nint c;\n");
        repository.write("d e/\"f\".py", "x = 1\n# FIXME: obsolete as well\ny = 2");
        repository.write("doc.c", "/* TODO: cannot be cut\n\n * And other words.\n */\nint d;\n// TODO: stays\n");
        repository.commit("Begin");
        repository.checkOut();
        shell("git config user.name Kai; git config user.email kai@corp.example; paydown scan -q");
    }

    Said shell(const std::string& line) const { return shellIn(repository.path(), line); }
    void judge(const std::string& filter) const {
        EXPECT_EQ(shell("paydown set --where '" + filter + "' -- obsolete").exitCode, 0);
    }

    ScratchRepository repository;
};

TEST_F(Tidying, MakesAPatchThatGitAppliesAndThatTakesTheCommentsOut) {
    judge("path:a.c,*.py");
    const Said said = shell("paydown tidy");
    EXPECT_EQ(said.exitCode, 0);
    EXPECT_THAT(said.err, HasSubstr("3 comments in 2 files; 'paydown tidy | git apply' takes them out"));
    EXPECT_EQ(shell("paydown tidy 2>/dev/null | git apply --index").exitCode, 0);
    EXPECT_EQ(shell("cat a.c").out, "int a;\nint b;\nint c;\n");
    EXPECT_EQ(shell("cat 'd e/\"f\".py'").out, "x = 1\ny = 2");
    EXPECT_EQ(shell("git status --short").out, "M  a.c\nM  \"d e/\\\"f\\\".py\"\n");
}

TEST_F(Tidying, LeavesTheModeOfAScriptAlone) {
    shell("chmod +x a.c; git commit -qam 'Make it a script'; paydown scan -q");
    judge("path:a.c");
    EXPECT_EQ(shell("paydown tidy 2>/dev/null | git apply --index").err, "");
    EXPECT_EQ(shell("git ls-files -s a.c").out.substr(0, 6), "100755");
}

TEST_F(Tidying, SaysWhatIsLeftForAHand) {
    judge("cannot");
    const Said said = shell("paydown tidy");
    EXPECT_EQ(said.exitCode, 1);
    EXPECT_EQ(said.out, "");
    EXPECT_THAT(said.err, HasSubstr("doc.c:1: left, since its comment says other things too"));
}

TEST_F(Tidying, TakesOnlyWhatAFilterAsksFor) {
    judge("path:a.c,*.py");
    EXPECT_THAT(shell("paydown tidy tag:FIXME").err, HasSubstr("1 comment in 1 file"));
}

TEST_F(Tidying, SaysThatThereIsNothing) {
    EXPECT_THAT(shell("paydown tidy").err, HasSubstr("nothing open is judged obsolete"));
}

TEST_F(Tidying, CallsTheEndingsTidiedAndRaisesNoAlarm) {
    judge("path:a.c");
    shell("paydown hook install; paydown tidy 2>/dev/null | git apply --index");
    EXPECT_THAT(shell("git commit -m Tidy").err, HasSubstr("2 tidied"));
    shell("paydown scan -q");
    EXPECT_THAT(shell("paydown log --endings").out, HasSubstr("tidied"));
    const auto ended = itemsIn(repository.path(), {"--state", "ended"});
    ASSERT_EQ(ended.size(), 2U);
    EXPECT_EQ(ended[0]["ended"]["kind"], "tidied");
}

} // namespace
} // namespace paydown::testing
