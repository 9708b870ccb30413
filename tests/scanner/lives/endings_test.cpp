// SPDX-License-Identifier: GPL-3.0-or-later
// Each ending has its kind.
#include "tests/scanner/lives/story.h"

namespace paydown::testing {
namespace {

using ::testing::ElementsAre;

const std::string kTwoFunctions = "#include <bank.h>\n"
                                  "\n"
                                  "int open(int bank) {\n"
                                  "    connect(bank);\n"
                                  "    // TODO: retry when the bank is down\n"
                                  "    send(bank);\n"
                                  "}\n"
                                  "\n"
                                  "int close(int bank) {\n"
                                  "    bye(bank);\n"
                                  "    return 0;\n"
                                  "}\n";

std::string without(std::string text, const std::string& part) {
    const auto at = text.find(part);
    EXPECT_NE(at, std::string::npos);
    return text.erase(at, part.size());
}

TEST(AnEnding, IsPaidWhenTheCodeWasMended) {
    Story story;
    story.write("bank.c", kTwoFunctions).commit("Begin");
    std::string mended = without(kTwoFunctions, "    // TODO: retry when the bank is down\n");
    mended.replace(mended.find("    send(bank);"), 15, "    while (!send(bank)) wait();");
    story.write("bank.c", mended).commit("Mend");
    EXPECT_THAT(story.ended(), ElementsAre(kTitle + ": paid in Mend"));
}

TEST(AnEnding, IsErasedWhenOnlyTheCommentWent) {
    Story story;
    story.write("bank.c", kTwoFunctions).commit("Begin");
    story.write("bank.c", without(kTwoFunctions, "    // TODO: retry when the bank is down\n")).commit("Tidy");
    EXPECT_THAT(story.ended(), ElementsAre(kTitle + ": erased in Tidy"));
}

TEST(AnEnding, IsPaidWhenTheCodeWasMendedFarAwayInTheSameFunction) {
    std::string lines;
    for (int line = 0; line < 30; ++line) lines += "    step(" + std::to_string(line) + ");\n";
    const std::string tagged = "    // TODO: begin a transaction\n";
    Story story;
    story.write("a.c",
                "int run(int mode) {\n    begin();\n" + lines + tagged + "    commit();\nout:\n    return 0;\n}\n");
    story.commit("Begin");
    story.write("a.c",
                "int run(int mode) {\n    beginTransaction();\n" + lines + "    commit();\nout:\n    return 0;\n}\n");
    story.commit("Mend");
    EXPECT_THAT(story.ended(), ElementsAre("begin a transaction: paid in Mend"));
}

TEST(AnEnding, IsErasedWhenOnlyTheNextFunctionChanged) {
    const std::string next = "int next(void) {\n    return 1;\n}\n";
    const std::string tagged = "    // TODO: begin a transaction\n";
    Story story;
    story.write("a.c", "int run(int mode) {\n" + tagged + "    commit();\n    return 0;\n}\n" + next).commit("Begin");
    story.write("a.c", "int run(int mode) {\n    commit();\n    return 0;\n}\nint next(void) {\n    return 2;\n}\n");
    story.commit("Change the next");
    EXPECT_THAT(story.ended(), ElementsAre("begin a transaction: erased in Change the next"));
}

TEST(AnEnding, IsErasedWhenOnlyTheNextMessageWasTranslatedAnew) {
    const std::string message = "#: bundle.c:269\nmsgid \"it died\"\nmsgstr \"es starb\"\n";
    const std::string other = "\n#: color.c:260\nmsgid \"it lives\"\nmsgstr ";
    Story story;
    story.write("po/de.po", "# FIXME better message\n" + message + other + "\"es lebt\"\n").commit("Begin");
    story.write("po/de.po", message + other + "\"es ist am Leben\"\n").commit("Translate");
    EXPECT_THAT(story.ended(), ElementsAre("better message: erased in Translate"));
}

TEST(AnEnding, IsNotExcludedWhenItsLineIsThatOfAnotherItem) {
    const std::string first = "# TODO:\n# ask the bank at night\n";
    const std::string second = "# TODO:\n# count what is in the till\n";
    Story story;
    story.write("a.py", "x = 1\n" + first + second + "y = 2\n").commit("Begin");
    story.write("a.py", "x = 1\n" + second + "y = 2\n").commit("Tidy");
    EXPECT_THAT(story.ended(), ElementsAre("ask the bank at night: erased in Tidy"));
}

TEST(AnEnding, IsDroppedWhenTheFileWent) {
    Story story;
    story.write("bank.c", kTwoFunctions).write("a.c", "int a;\n").commit("Begin");
    story.remove("bank.c").commit("No more banks");
    EXPECT_THAT(story.ended(), ElementsAre(kTitle + ": dropped in No more banks"));
}

TEST(AnEnding, IsDroppedWhenItsFunctionWent) {
    Story story;
    story.write("bank.c", kTwoFunctions).commit("Begin");
    story.write("bank.c", "#include <bank.h>\n\nint close(int bank) {\n    bye(bank);\n    return 0;\n}\n")
        .commit("Never open");
    EXPECT_THAT(story.ended(), ElementsAre(kTitle + ": dropped in Never open"));
}

TEST(AnEnding, IsRevertedWhenTheIntroductionIsReverted) {
    Story story;
    story.write("a.c", "int a;\nint b;\n").commit("Begin");
    const CommitId added = story.write("bank.c", kTwoFunctions).commit("Add a bank");
    story.revert(added);
    EXPECT_THAT(story.ended(), ElementsAre(kTitle + ": reverted in Revert \"Add a bank\""));
}

TEST(AnEnding, IsExcludedWhenTheCommentIsSilenced) {
    Story story;
    story.write("bank.c", kTwoFunctions).commit("Begin");
    std::string silent = kTwoFunctions;
    silent.replace(silent.find("the bank is down"), 16, "the bank is down debt:ignore");
    story.write("bank.c", silent).commit("Silence");
    EXPECT_THAT(story.ended(), ElementsAre(kTitle + ": excluded in Silence"));
}

TEST(AnEnding, OfATodoThatBecomesANoteIsNoPayment) {
    Story story;
    story.write("bank.c", kTwoFunctions).commit("Begin");
    std::string note = kTwoFunctions;
    note.replace(note.find("TODO: retry"), 11, "NOTE: retry");
    story.write("bank.c", note).commit("Only a note");
    EXPECT_THAT(story.ended(), ElementsAre(kTitle + ": erased in Only a note"));
}

TEST(AnEnding, OnABranchLandsWithItsMerge) {
    Story story;
    story.write("bank.c", kTwoFunctions).write("a.c", "int a;\n").commit("Begin");
    story.branch("topic").remove("bank.c").commit("No more banks");
    story.switchTo("main").write("a.c", "int b;\n").commit("Go on");
    story.merge("topic", "Merge topic");
    EXPECT_THAT(story.ended(), ElementsAre(kTitle + ": dropped in No more banks, landed in Merge topic"));
}

} // namespace
} // namespace paydown::testing
