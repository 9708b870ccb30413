// SPDX-License-Identifier: GPL-3.0-or-later
// The hooks through what people do in a day: each act in the order in which it would happen, in one repository.
#include "tests/end_to_end/program.h"
#include "tests/support/scratch_repository.h"

#include <sstream>

namespace paydown::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

/// Some lines of code with something in between.
std::string code(const std::string& middle, const std::string& top = {}) {
    std::string text = top;
    for (int i = 0; i < 8; ++i) text += "int before" + std::to_string(i) + "();\n";
    text += middle;
    for (int i = 0; i < 8; ++i) text += "int after" + std::to_string(i) + "();\n";
    return text;
}

class Day : public ::testing::Test {
protected:
    Day() {
        repository.write("pay/bank.c", code("// TODO: retry when the bank is down\n")).write("pay/tax.c", code(""));
        repository.commit("Begin");
        repository.checkOut();
        shell(
            "git config user.name Kai; git config user.email kai@corp.example; paydown hook install; paydown scan -q");
        id = itemsIn(repository.path())[0]["id"].get<std::string>().substr(0, 6);
    }

    Said shell(const std::string& line) const { return shellIn(repository.path(), line); }

    /// What paydown said during a command of git, line by line without its name. The command has to succeed.
    std::vector<std::string> saidDuring(const std::string& command) const {
        const Said said = shell(command);
        EXPECT_EQ(said.exitCode, 0) << command << "\n" << said.out << said.err;
        std::vector<std::string> lines;
        std::istringstream text(said.err + said.out);
        for (std::string line; std::getline(text, line);) {
            if (line.starts_with("paydown: ")) lines.push_back(line.substr(9));
        }
        EXPECT_LE(lines.size(), 2U) << command;
        return lines;
    }

    std::vector<std::string> commit(const std::string& message = "Change", const std::string& options = "-a") const {
        return saidDuring("git commit -q " + options + " -m '" + message + "'");
    }
    void write(const std::string& path, const std::string& text) { repository.writeOnDisk(path, text); }

    ScratchRepository repository;
    std::string id;
};

TEST_F(Day, GoesByWithFewWords) {
    // Plain work, however much of it, is nobody's news.
    write("pay/tax.c", code("int rate();\n"));
    EXPECT_THAT(commit("Add a rate"), IsEmpty());
    write("pay/bank.c", code("// TODO: retry when the bank is down\n", "#include <a>\n\n"));
    EXPECT_THAT(commit("Push the debt down"), IsEmpty());
    EXPECT_THAT(saidDuring("git mv pay/bank.c pay/money.c && git commit -qm Rename"), IsEmpty());

    // A debt is added, amended into the same commit, and seen once.
    write("pay/tax.c", code("int rate();\n// HACK: rates of last year\n"));
    EXPECT_THAT(commit("Add a debt"), SizeIs(1));
    EXPECT_THAT(saidDuring("git commit -q --amend -m 'Add a debt, reworded'"), IsEmpty());
    write("pay/tax.c", code("int rate();\n// HACK: rates of last year\nint more();\n"));
    EXPECT_THAT(commit("same", "-a --amend"), IsEmpty());

    // Half of a file is committed, and that half is judged.
    write("pay/tax.c", code("int rate();\n// HACK: rates of last year\nint more();\n// TODO: staged\n"));
    shell("git add pay/tax.c");
    write("pay/tax.c",
          code("int rate();\n// HACK: rates of last year\nint more();\n// TODO: staged\n// TODO: not yet\n"));
    EXPECT_THAT(commit("Half", ""), ElementsAre(HasSubstr("1 new: pay/tax.c:12")));
    EXPECT_THAT(saidDuring("git stash -q"), IsEmpty());
    EXPECT_THAT(saidDuring("git stash drop -q"), IsEmpty());

    // A branch is merged with a conflict in it: what both sides had is nothing new.
    saidDuring("git switch -qc topic");
    write("pay/new.c", code("// TODO: from the topic\n"));
    EXPECT_THAT(saidDuring("git add . && git commit -qm Topic"), SizeIs(1));
    shell("sed -i s/before0/topic0/ pay/money.c && git commit -qam 'Topic renames'");
    saidDuring("git switch -q main");
    shell("sed -i s/before0/main0/ pay/money.c && git commit -qam 'Main renames'");
    EXPECT_THAT(
        saidDuring("git merge -q topic || { git checkout -q --ours pay/money.c; git add .; git commit -qm Merge; }"),
        IsEmpty());

    // Rebasing and cherry-picking move commits that were judged when they were made.
    saidDuring("git switch -qc other HEAD~2");
    write("pay/other.c", code("// TODO: elsewhere\n"));
    EXPECT_THAT(saidDuring("git add . && git commit -qm Other"), SizeIs(1));
    EXPECT_THAT(saidDuring("git rebase -q main"), IsEmpty());
    saidDuring("git switch -q main");
    EXPECT_THAT(saidDuring("git cherry-pick other"), IsEmpty());
    EXPECT_THAT(saidDuring("git revert --no-edit HEAD"), IsEmpty());

    // The oldest debt is paid, and the message says so.
    write("pay/money.c", code("int retry();\n", "#include <a>\n\n"));
    EXPECT_THAT(saidDuring("git commit -qam 'Retry' --trailer 'Pays: D-" + id + "'"), ElementsAre(HasSubstr("paid")));
}

TEST_F(Day, WarnsOfADebtThatAMessageCallsPaidAndThatStillStands) {
    write("pay/tax.c", code("int rate();\n"));
    const auto said = commit("Pay\n\nPays: D-" + id);
    ASSERT_THAT(said, SizeIs(1));
    EXPECT_THAT(said[0], HasSubstr("it still stands at pay/bank.c:9 (TODO: retry when the bank is down)"));
}

TEST_F(Day, BelievesTheMessageOfACommitThatWasPaidAndIsAmended) {
    write("pay/bank.c", code("int retry();\n"));
    EXPECT_THAT(commit("Pay\n\nPays: D-" + id), SizeIs(1)) << "the ending";
    EXPECT_THAT(saidDuring("git commit -q --amend --no-edit"), IsEmpty()) << "history has not been read since";
}

TEST_F(Day, SaysThatADebtOfAMessageIsUnknown) {
    write("pay/tax.c", code("int rate();\n"));
    EXPECT_THAT(commit("Pay\n\nPays: D-zzzz"), ElementsAre(HasSubstr("no item is called 'D-zzzz'")));
    write("pay/tax.c", code("int rates();\n"));
    EXPECT_THAT(commit("Pays: well, this is a subject and no trailer\n\nBody."), IsEmpty());
}

TEST_F(Day, IsSkippedWhereSomebodyAsksForIt) {
    write("pay/tax.c", code("// HACK: quick\n"));
    EXPECT_THAT(saidDuring("SKIP=other,paydown git commit -qam 'Pay' --trailer 'Pays: D-" + id + "'"), IsEmpty());
}

TEST_F(Day, RunsTheMessageHookThatWasThereBefore) {
    const std::string hook = ".git/hooks/commit-msg";
    shell("paydown hook uninstall; printf '#!/bin/sh\\necho Change-Id: I1 >>\"$1\"\\n' > " + hook + "; chmod +x " +
          hook + "; paydown hook install");
    write("pay/tax.c", code("int rate();\n"));
    EXPECT_THAT(commit("Pay\n\nPays: D-" + id), SizeIs(1));
    EXPECT_THAT(shell("git log -1 --format=%B").out, HasSubstr("Change-Id: I1"));
    shell("paydown hook uninstall");
    EXPECT_THAT(shell("head -2 " + hook).out, HasSubstr("Change-Id"));
}

} // namespace
} // namespace paydown::testing
