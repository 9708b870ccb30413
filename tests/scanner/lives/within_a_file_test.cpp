// SPDX-License-Identifier: GPL-3.0-or-later
// An item stays itself whatever is done to the file that it stands in.
#include "tests/scanner/lives/story.h"

namespace paydown::testing {
namespace {

using ::testing::ElementsAre;

TEST(AnItem, ThatIsRewordedIsEdited) {
    Story story;
    const CommitId begin = story.write("bank.c", kBank).commit("Begin");
    story.write("bank.c", "int open(int bank) {\n"
                          "    connect(bank);\n"
                          "    // TODO: try again three times when the bank is down\n"
                          "    send(bank);\n"
                          "}\n");
    story.commit("Reword");
    EXPECT_THAT(story.events(), ElementsAre("Begin: introduced bank.c", "Reword: edited bank.c"));
    EXPECT_EQ(story.idAt("bank.c", 3), Story::idFrom(begin, "bank.c", "retry when the bank is down"));
}

TEST(AnItem, ThatIsRewordedWhileTheCodeAroundItChangesIsEdited) {
    Story story;
    story.write("bank.c", kBank).commit("Begin");
    story.write("bank.c", "int open(int bank) {\n"
                          "    connectTo(bank, 3);\n"
                          "    // TODO: retry twice when the bank is down\n"
                          "    send(bank);\n"
                          "}\n");
    story.commit("Reword");
    EXPECT_THAT(story.events(), ElementsAre("Begin: introduced bank.c", "Reword: edited bank.c"));
}

TEST(AnItem, WhoseListLosesItsFirstEntryIsEdited) {
    Story story;
    const std::string rest = " *   count the money in it\n *   write down how much it was\n *   close the bank\n */\n";
    const CommitId begin =
        story.write("a.c", "int a;\n/* TODO\n *   open the bank\n" + rest + "int b;\n").commit("Begin");
    story.write("a.c", "int c;\n/** XXX: TODO\n" + rest + "int b;\n").commit("Open it");
    EXPECT_THAT(story.ended(), ElementsAre());
    EXPECT_EQ(story.idAt("a.c", 2), Story::idFrom(begin, "a.c", "open the bank"));
}

TEST(AnItem, WhoseTagLineStandsIsEditedWhateverItSays) {
    Story story;
    const std::string below = "     */\n    send(bank);\n}\n";
    const std::string above = "int open(int bank) {\n    /* TODO:\n";
    const CommitId begin = story.write("a.c", above + "     * ask twice\n" + below).commit("Begin");
    story.write("a.c", above + "     * who knows why this helps?\n" + below).commit("Wonder");
    EXPECT_THAT(story.events(), ElementsAre("Begin: introduced a.c", "Wonder: edited a.c"));
    EXPECT_EQ(story.idAt("a.c", 2), Story::idFrom(begin, "a.c", "ask twice"));
}

TEST(AnItem, ThatIsMovedInItsFileAndRewordedAtOnceStaysItself) {
    const std::string other = "int close(int bank) {\n    return bye(bank);\n}\n";
    Story story;
    const CommitId begin = story.write("bank.c", kBank + other).commit("Begin");
    story.write("bank.c", other + "int open(int bank, int tries) {\n    // TODO: retry when the bank is down (twice)\n"
                                  "    for (;;) connect(bank);\n}\n");
    story.commit("Rewrite");
    EXPECT_THAT(story.ended(), ElementsAre());
    EXPECT_EQ(story.idAt("bank.c", 5), Story::idFrom(begin, "bank.c", kTitle));
}

TEST(AnItem, WhoseFirstWordsComeBackIsEditedThoughNothingAroundItIsEqual) {
    Story story;
    const CommitId begin = story.write("bank.c", kBank).commit("Begin");
    story.write("bank.c", "int open(int bank) {\n    connect(bank);\n    // TODO: please retry when the bank is down\n "
                          "   send(bank);\n}\n");
    story.commit("Reword");
    story.write("bank.c", "int x;\n// TODO: retry when the bank is down\nint y;\n").commit("Take it back");
    EXPECT_THAT(story.ended(), ElementsAre());
    EXPECT_EQ(story.idAt("bank.c", 2), Story::idFrom(begin, "bank.c", kTitle));
}

TEST(AnItem, WhoseBareTagIsGivenWordsIsEdited) {
    Story story;
    const CommitId begin = story.write("a.py", "open()\n# FIXME\nsend()\n").commit("Begin");
    story.write("a.py", "open()\n# FIXME: the bank may be closed\nsend()\n").commit("Say what");
    EXPECT_THAT(story.events(), ElementsAre("Begin: introduced a.py", "Say what: edited a.py"));
    EXPECT_EQ(story.idAt("a.py", 2), Story::idFrom(begin, "a.py", ""));
}

/// Messages of a catalog: a mark, where the message is used, the message, its translation.
std::string messages(const std::string& firstMark, const std::string& secondMark, const std::string& line) {
    return firstMark + "#: a.c:" + line + "\nmsgid \"open\"\nmsgstr \"auf\"\n\n" + secondMark + "#: b.c:" + line +
           "\nmsgid \"close\"\nmsgstr \"zu\"\n\n";
}

TEST(AnItem, WhoseBareTagIsGivenWordsAmongTwinsWhileAllAroundItChangesIsEdited) {
    Story story;
    const CommitId begin = story.write("de.po", messages("# FIXME\n", "# FIXME\n", "1")).commit("Begin");
    story.write("de.po", messages("# FIXME\n", "# FIXME slang\n", "2")).commit("Say what");
    EXPECT_THAT(story.ended(), ElementsAre());
    EXPECT_EQ(story.idAt("de.po", 1), Story::idFrom(begin, "de.po", "", 0));
    EXPECT_EQ(story.idAt("de.po", 6), Story::idFrom(begin, "de.po", "", 1));
}

TEST(AnItem, WhoseWordsMovedIsNotTheBareTagThatCameInItsPlace) {
    Story story;
    const CommitId begin = story.write("de.po", messages("# FIXME slang\n", "# FIXME\n", "1")).commit("Begin");
    story.write("de.po", messages("# FIXME\n", "# FIXME slang\n", "2")).commit("Swap");
    EXPECT_EQ(story.idAt("de.po", 6), Story::idFrom(begin, "de.po", "slang"));
    EXPECT_NE(story.idAt("de.po", 1), Story::idFrom(begin, "de.po", "slang"));
}

TEST(AnItem, ThatGrowsAnOwnerIsEdited) {
    Story story;
    story.write("bank.py", "x = 1\n# TODO: retry when the bank is down\ny = 2\n").commit("Begin");
    story.write("bank.py", "x = 1\n# TODO(mia): retry when the bank is down\ny = 2\n").commit("Name somebody");
    EXPECT_THAT(story.events(), ElementsAre("Begin: introduced bank.py", "Name somebody: edited bank.py"));
}

TEST(AnItem, WhoseLineMovesWithTheFileHasNothingToTell) {
    Story story;
    story.write("bank.c", kBank).commit("Begin");
    story.write("bank.c", "#include <bank.h>\n\nint before;\n" + kBank + "int after;\n").commit("Add around");
    EXPECT_THAT(story.events(), ElementsAre("Begin: introduced bank.c"));
    EXPECT_THAT(story.open(), ElementsAre("bank.c:6 retry when the bank is down"));
}

TEST(AnItem, WhoseFunctionMovesInTheFileStaysItself) {
    Story story;
    const std::string other = "int close(int bank) {\n    send(bank, BYE);\n    return 0;\n}\n";
    const CommitId begin = story.write("bank.c", kBank + other).commit("Begin");
    story.write("bank.c", other + kBank).commit("Reorder");
    EXPECT_THAT(story.events(), ElementsAre("Begin: introduced bank.c"));
    EXPECT_EQ(story.idAt("bank.c", 7), Story::idFrom(begin, "bank.c", "retry when the bank is down"));
}

TEST(AnItem, ThatMovesToAnotherFunctionOfItsFileHasMoved) {
    Story story;
    story.write("bank.c", kBank + "int close(int bank) {\n    bye(bank);\n    return 0;\n}\n").commit("Begin");
    story.write("bank.c",
                "int open(int bank) {\n    connect(bank);\n    send(bank);\n}\n"
                "int close(int bank) {\n    bye(bank);\n    // TODO: retry when the bank is down\n    return 0;\n}\n");
    story.commit("Move down");
    EXPECT_THAT(story.events(), ElementsAre("Begin: introduced bank.c", "Move down: moved bank.c"));
}

TEST(AnItem, SurvivesAnIndentationOfTheWholeFile) {
    Story story;
    story.write("bank.c", kBank).commit("Begin");
    story.write("bank.c",
                "int open(int bank) {\n\tconnect(bank);\n\t// TODO: retry when the bank is down\n\tsend(bank);\n}\n");
    story.commit("Use tabs");
    EXPECT_THAT(story.events(), ElementsAre("Begin: introduced bank.c"));
}

TEST(AnItem, SurvivesAnotherBraceStyle) {
    Story story;
    story.write("bank.c", kBank).commit("Begin");
    story.write(
        "bank.c",
        "int\nopen(int bank)\n{\n  connect (bank);\n  // TODO: retry when the bank is down\n  send (bank);\n}\n");
    story.commit("Reformat");
    EXPECT_THAT(story.events(), ElementsAre("Begin: introduced bank.c"));
    EXPECT_THAT(story.ended(), ElementsAre());
}

TEST(AnItem, SurvivesALineEndingOfAnotherKind) {
    Story story;
    story.write("bank.c", kBank).commit("Begin");
    std::string windows;
    for (const char c : kBank) windows += c == '\n' ? std::string("\r\n") : std::string(1, c);
    story.write("bank.c", windows).commit("Use CRLF");
    EXPECT_THAT(story.events(), ElementsAre("Begin: introduced bank.c"));
}

TEST(AnItem, WhoseCommentIsWrappedAnewStaysItself) {
    Story story;
    const CommitId begin = story
                               .write("bank.c", "int a;\n"
                                                "/* TODO: retry when the bank is down, but no more than three times\n"
                                                " * and never on a Sunday */\n"
                                                "int b;\n")
                               .commit("Begin");
    story.write("bank.c", "int a;\n"
                          "/* TODO: retry when the bank is down,\n"
                          " * but no more than three times and\n"
                          " * never on a Sunday */\n"
                          "int b;\n");
    story.commit("Wrap");
    EXPECT_THAT(story.ended(), ElementsAre());
    EXPECT_EQ(story.idAt("bank.c", 2),
              Story::idFrom(begin, "bank.c", "retry when the bank is down, but no more than three times"));
}

TEST(AnItem, WhoseLineCommentBecomesABlockCommentHasNothingToTell) {
    Story story;
    story.write("bank.c", kBank).commit("Begin");
    story.write(
        "bank.c",
        "int open(int bank) {\n    connect(bank);\n    /* TODO: retry when the bank is down */\n    send(bank);\n}\n");
    story.commit("Use block comments");
    EXPECT_THAT(story.events(), ElementsAre("Begin: introduced bank.c"));
}

TEST(AnItem, ThatGoesAboveItsFunctionStaysItself) {
    Story story;
    story.write("bank.py", "def pay():\n    # TODO: retry when the bank is down\n    send()\n").commit("Begin");
    story.write("bank.py", "# TODO: retry when the bank is down\ndef pay():\n    send()\n").commit("Put it above");
    EXPECT_THAT(story.ended(), ElementsAre());
    EXPECT_EQ(story.open().size(), 1U);
}

TEST(AnItem, WhoseTodoBecomesADebtIsReclassified) {
    Story story;
    const CommitId begin = story.write("bank.c", kBank).commit("Begin");
    story.write("bank.c", "int open(int bank) {\n    connect(bank);\n"
                          "    // DEBT(reckless): retry when the bank is down\n    send(bank);\n}\n");
    story.commit("Judge it");
    EXPECT_THAT(story.events(), ElementsAre("Begin: introduced bank.c", "Judge it: reclassified bank.c"));
    EXPECT_EQ(story.idAt("bank.c", 3), Story::idFrom(begin, "bank.c", "retry when the bank is down"));
}

TEST(AnItem, WithAKeyOfItsOwnIsKnownThoughNothingElseIsEqual) {
    Story story;
    const CommitId begin = story.write("a.c", "int a;\n// DEBT(id=lock): one lock\nint b;\n").commit("Begin");
    story.write("a.c", "int c;\n// DEBT(id=lock): everybody waits for everybody\nint d;\n").commit("Write it anew");
    EXPECT_THAT(story.events(), ElementsAre("Begin: introduced a.c", "Write it anew: edited a.c"));
    EXPECT_EQ(story.idAt("a.c", 2), Story::idFrom(begin, "a.c", "one lock"));
}

const std::string kTwins = "void f() {\n    // TODO: check the result\n    call_f();\n}\n"
                           "void g() {\n    // TODO: check the result\n    call_g();\n}\n";

TEST(Twins, AreToldApartByTheOrderOfTheirIntroduction) {
    Story story;
    const CommitId begin = story.write("a.c", kTwins).commit("Begin");
    EXPECT_EQ(story.idAt("a.c", 2), Story::idFrom(begin, "a.c", "check the result", 0));
    EXPECT_EQ(story.idAt("a.c", 6), Story::idFrom(begin, "a.c", "check the result", 1));
}

TEST(Twins, KeepApartWhenTheFirstIsPaid) {
    Story story;
    const CommitId begin = story.write("a.c", kTwins).commit("Begin");
    story.write("a.c", "void f() {\n    if (!call_f()) abort();\n}\n"
                       "void g() {\n    // TODO: check the result\n    call_g();\n}\n");
    story.commit("Pay the first");
    EXPECT_EQ(story.idAt("a.c", 5), Story::idFrom(begin, "a.c", "check the result", 1));
    EXPECT_THAT(story.ended(), ElementsAre("check the result: paid in Pay the first"));
}

TEST(Twins, KeepApartWhenANewEqualOneIsPutAboveThem) {
    Story story;
    const CommitId begin = story.write("a.c", kTwins).commit("Begin");
    const CommitId above = story.write("a.c", "void e() {\n    // TODO: check the result\n    call_e();\n}\n" + kTwins)
                               .commit("Add above");
    EXPECT_EQ(story.idAt("a.c", 2), Story::idFrom(above, "a.c", "check the result", 0));
    EXPECT_EQ(story.idAt("a.c", 6), Story::idFrom(begin, "a.c", "check the result", 0));
    EXPECT_EQ(story.idAt("a.c", 10), Story::idFrom(begin, "a.c", "check the result", 1));
}

TEST(Twins, KeepApartWhenANewEqualOneIsPutDirectlyAbove) {
    Story story;
    const CommitId begin = story.write("a.c", "int a;\n// TODO: same\nint b;\n").commit("Begin");
    const CommitId above = story.write("a.c", "int a;\n// TODO: same\n// TODO: same\nint b;\n").commit("Add above");
    EXPECT_THAT(story.open(), ElementsAre("a.c:2 same", "a.c:3 same"));
    std::set<std::string> ids{story.idAt("a.c", 2), story.idAt("a.c", 3)};
    EXPECT_EQ(ids, (std::set<std::string>{Story::idFrom(begin, "a.c", "same"), Story::idFrom(above, "a.c", "same")}));
}

TEST(Twins, KeepApartWhenTheyChangePlaces) {
    Story story;
    const CommitId begin = story.write("a.c", kTwins).commit("Begin");
    story.write("a.c", "void g() {\n    // TODO: check the result\n    call_g();\n}\n"
                       "void f() {\n    // TODO: check the result\n    call_f();\n}\n");
    story.commit("Swap");
    EXPECT_EQ(story.idAt("a.c", 2), Story::idFrom(begin, "a.c", "check the result", 1));
    EXPECT_EQ(story.idAt("a.c", 6), Story::idFrom(begin, "a.c", "check the result", 0));
}

} // namespace
} // namespace paydown::testing
