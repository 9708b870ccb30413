// SPDX-License-Identifier: GPL-3.0-or-later
#include "hooks/change_reader.h"

#include "core/git/revisions.h"
#include "tests/support/scratch_repository.h"

namespace paydown::hooks {
namespace {

using paydown::testing::ScratchRepository;
using paydown::testing::tryGit;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

/// A file of some length, so that a line more or less does not make it another file.
std::string sourceWith(const std::string& annotation, const std::string& top = {}) {
    std::string text = top;
    for (int i = 0; i < 12; ++i) text += "int before" + std::to_string(i) + "();\n";
    text += annotation;
    for (int i = 0; i < 12; ++i) text += "int after" + std::to_string(i) + "();\n";
    return text;
}

const std::string kDebt = "// DEBT(reckless): retries forever when the bank is down\n";

/// "+title" was added, "-title" ended, "~title" was changed.
std::vector<std::string> told(const DebtChanges& changes) {
    std::vector<std::string> lines;
    for (const auto& added : changes.added) lines.push_back("+" + added.annotation.title);
    for (const auto& changed : changes.changed) lines.push_back("~" + changed.after.title);
    for (const auto& ended : changes.ended) lines.push_back("-" + ended.annotation.title);
    return lines;
}

DebtChanges indexChanges(const ScratchRepository& scratch) {
    const ScanSettings settings;
    const FileReader reader(settings);
    return readIndexChanges(git::Repository::open(scratch.path()), reader, settings);
}

void start(ScratchRepository& scratch) {
    scratch.write("pay/bank.cpp", sourceWith(kDebt)).write("pay/other.cpp", sourceWith("")).commit();
    scratch.checkOut();
}

TEST(IndexChanges, AreNoneWhereNothingIsStaged) {
    ScratchRepository scratch;
    start(scratch);
    scratch.writeOnDisk("pay/other.cpp", sourceWith("// TODO: not staged\n"));

    EXPECT_TRUE(indexChanges(scratch).empty());
}

TEST(IndexChanges, TellWhatIsAdded) {
    ScratchRepository scratch;
    start(scratch);
    scratch.writeOnDisk("pay/other.cpp", sourceWith("// FIXME: slow\n")).stage({"."});
    const auto changes = indexChanges(scratch);

    EXPECT_THAT(told(changes), ElementsAre("+slow"));
    EXPECT_EQ(changes.added[0].path, "pay/other.cpp");
    EXPECT_EQ(changes.added[0].annotation.range.line, 13U);
}

TEST(IndexChanges, LeaveOutWhatAttributesCallGeneratedOrVendored) {
    ScratchRepository scratch;
    scratch.write(".gitattributes", "*.pb.cpp linguist-generated\n")
        .write("lib/.gitattributes", "* linguist-vendored\n");
    start(scratch);
    scratch.writeOnDisk("pay/a.pb.cpp", sourceWith("// FIXME: generated\n"));
    scratch.writeOnDisk("lib/b.cpp", sourceWith("// FIXME: vendored\n"));
    scratch.writeOnDisk("pay/other.cpp", sourceWith("// FIXME: ours\n")).stage({"."});

    EXPECT_THAT(told(indexChanges(scratch)), ElementsAre("+ours"));
}

TEST(IndexChanges, AreNoneForMovesRenamesAndEditsElsewhere) {
    ScratchRepository scratch;
    start(scratch);
    scratch.writeOnDisk("pay/bank.cpp", sourceWith(kDebt, "#include <a>\n\n")).stage({"."});
    EXPECT_THAT(told(indexChanges(scratch)), IsEmpty()) << "a line above it";

    scratch.checkOut().git({"mv", "pay/bank.cpp", "pay/money.cpp"});
    EXPECT_THAT(told(indexChanges(scratch)), IsEmpty()) << "a rename";

    scratch.checkOut().writeOnDisk("pay/bank.cpp", sourceWith(""));
    scratch.writeOnDisk("pay/other.cpp", sourceWith(kDebt)).stage({"."});
    EXPECT_THAT(told(indexChanges(scratch)), IsEmpty()) << "cut and pasted";

    scratch.checkOut().writeOnDisk("pay/bank.cpp", sourceWith("        " + kDebt)).stage({"."});
    EXPECT_THAT(told(indexChanges(scratch)), IsEmpty()) << "indented";
}

TEST(IndexChanges, CallADebtPaidWhenItsFileStays) {
    ScratchRepository scratch;
    start(scratch);
    std::string fixed = sourceWith("int retry(int limit);\n");
    scratch.writeOnDisk("pay/bank.cpp", fixed).stage({"."});
    const auto changes = indexChanges(scratch);

    EXPECT_THAT(told(changes), ElementsAre("-retries forever when the bank is down"));
    EXPECT_NE(changes.ended[0].kind, EndingKind::Dropped);
}

TEST(IndexChanges, CallADebtDroppedWhenItsFileGoes) {
    ScratchRepository scratch;
    start(scratch);
    scratch.git({"rm", "-q", "pay/bank.cpp"});
    const auto changes = indexChanges(scratch);

    ASSERT_EQ(changes.ended.size(), 1U);
    EXPECT_EQ(changes.ended[0].kind, EndingKind::Dropped);
}

TEST(IndexChanges, TellWhatIsReworded) {
    ScratchRepository scratch;
    start(scratch);
    scratch.writeOnDisk("pay/bank.cpp", sourceWith("// DEBT(reckless, @mia): retries forever when the bank is down\n"));
    scratch.stage({"."});

    EXPECT_THAT(told(indexChanges(scratch)), ElementsAre("~retries forever when the bank is down"));
}

TEST(IndexChanges, JudgeOnlyThePartThatIsStaged) {
    ScratchRepository scratch;
    start(scratch);
    scratch.writeOnDisk("pay/other.cpp", sourceWith("// TODO: first\n")).stage({"."});
    scratch.writeOnDisk("pay/other.cpp", sourceWith("// TODO: first\n// TODO: second\n"));

    EXPECT_THAT(told(indexChanges(scratch)), ElementsAre("+first"));
}

TEST(IndexChanges, SeeTheFirstCommit) {
    ScratchRepository scratch;
    scratch.writeOnDisk("a.c", "// TODO: begin\n").stage({"."});

    EXPECT_THAT(told(indexChanges(scratch)), ElementsAre("+begin"));
}

TEST(IndexChanges, BringNothingNewAtTheEndOfAMerge) {
    ScratchRepository scratch;
    scratch.write("a.c", sourceWith("")).write("b.c", sourceWith("")).commit();
    scratch.branch("side").write("a.c", sourceWith("// TODO: from the side\n")).commit();
    scratch.switchTo("main").write("b.c", sourceWith("// TODO: from here\n")).commit();
    scratch.checkOut().git({"merge", "--no-commit", "--no-ff", "side"});

    EXPECT_THAT(told(indexChanges(scratch)), IsEmpty());
}

TEST(IndexChanges, TellWhatAMergeItselfAdds) {
    ScratchRepository scratch;
    scratch.write("a.c", sourceWith("")).write("b.c", sourceWith("")).commit();
    scratch.branch("side").write("a.c", sourceWith("// TODO: from the side\n")).commit();
    scratch.switchTo("main").write("b.c", sourceWith("// TODO: from here\n")).commit();
    scratch.checkOut().git({"merge", "--no-commit", "--no-ff", "side"});
    scratch.writeOnDisk("a.c", sourceWith("// TODO: from the side\n", "// TODO: by the merge\n\n")).stage({"."});

    EXPECT_THAT(told(indexChanges(scratch)), ElementsAre("+by the merge"));
}

TEST(RangeChanges, TellWhatABranchAdds) {
    ScratchRepository scratch;
    start(scratch);
    const auto base = scratch.head();
    scratch.branch("topic").write("new.c", "// HACK: quick\n").commit();
    scratch.write("pay/bank.cpp", sourceWith("")).commit();
    const ScanSettings settings;
    const FileReader reader(settings);
    const auto changes =
        readRangeChanges(git::Repository::open(scratch.path()), base, scratch.head(), reader, settings);

    EXPECT_THAT(told(changes), ElementsAre("+quick", "-retries forever when the bank is down"));
}

} // namespace
} // namespace paydown::hooks
