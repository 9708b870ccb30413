// SPDX-License-Identifier: GPL-3.0-or-later
// An item stays itself when it goes to another file; a copy is another one.
#include "tests/scanner/lives/story.h"

namespace paydown::testing {
namespace {

using ::testing::ElementsAre;

const std::string kOther = "int other(void) {\n    return 1;\n}\n";

TEST(AnItem, FollowsARename) {
    Story story;
    const CommitId begin = story.write("bank.c", kBank).commit("Begin");
    story.rename("bank.c", "money.c").commit("Rename");
    EXPECT_THAT(story.events(), ElementsAre("Begin: introduced bank.c", "Rename: moved from bank.c to money.c"));
    EXPECT_EQ(story.idAt("money.c", 3), Story::idFrom(begin, "bank.c", kTitle));
}

TEST(AnItem, FollowsARenameWithEdits) {
    Story story;
    const CommitId begin = story.write("bank.c", kBank + kOther).commit("Begin");
    story.remove("bank.c").write("src/money.c", "#include <a.h>\n" + kBank + "int more;\n" + kOther).commit("Rename");
    EXPECT_EQ(story.idAt("src/money.c", 4), Story::idFrom(begin, "bank.c", kTitle));
    EXPECT_THAT(story.ended(), ElementsAre());
}

TEST(AnItem, FollowsTheRenameOfAFolderAmongFilesAlike) {
    Story story;
    const CommitId begin =
        story.write("src/a/init.py", "# TODO: check\n").write("src/b/init.py", "# TODO: check\n").commit("Begin");
    story.rename("src/a/init.py", "lib/a/init.py").rename("src/b/init.py", "lib/b/init.py").commit("Rename src to lib");
    EXPECT_EQ(story.idAt("lib/a/init.py", 1), Story::idFrom(begin, "src/a/init.py", "check"));
    EXPECT_EQ(story.idAt("lib/b/init.py", 1), Story::idFrom(begin, "src/b/init.py", "check"));
}

TEST(AnItem, FollowsCutAndPasteInOneCommit) {
    Story story;
    const CommitId begin = story.write("a.c", kOther + kBank).write("b.c", "int b;\n").commit("Begin");
    story.write("a.c", kOther).write("b.c", "int b;\n" + kBank).commit("Move the function");
    EXPECT_THAT(story.events(), ElementsAre("Begin: introduced a.c", "Move the function: moved from a.c to b.c"));
    EXPECT_EQ(story.idAt("b.c", 4), Story::idFrom(begin, "a.c", kTitle));
}

TEST(AnItem, FollowsCutAndPasteOverTwoCommits) {
    Story story;
    const CommitId begin = story.write("a.c", kOther + kBank).write("b.c", "int b;\n").commit("Begin");
    story.write("a.c", kOther).commit("Cut");
    story.write("b.c", "int b;\n" + kBank).commit("Paste");
    EXPECT_THAT(story.events(),
                ElementsAre("Begin: introduced a.c", "Cut: dropped a.c", "Paste: moved from a.c to b.c"));
    EXPECT_EQ(story.idAt("b.c", 4), Story::idFrom(begin, "a.c", kTitle));
}

TEST(AnItem, LivesOnInTheCopyWhenItWasPastedBeforeItWasCut) {
    Story story;
    const CommitId begin = story.write("a.c", kOther + kBank).write("b.c", "int b;\n").commit("Begin");
    const CommitId paste = story.write("b.c", "int b;\n" + kBank).commit("Paste");
    story.write("a.c", kOther).commit("Cut");
    EXPECT_THAT(story.ended(), ElementsAre());
    const Item item = story.at("b.c", 4);
    EXPECT_EQ(item.id.value, Story::idFrom(begin, "a.c", kTitle));
    EXPECT_THAT(item.aliases, ElementsAre(ItemId{Story::idFrom(paste, "b.c", kTitle)}));
}

TEST(AnItem, FollowsItsPartWhenAFileIsSplit) {
    Story story;
    const std::string close = "int close(int bank) {\n    // TODO: say goodbye to the bank\n    hangUp(bank);\n}\n";
    const CommitId begin = story.write("bank.c", kBank + close).commit("Begin");
    story.remove("bank.c").write("open.c", kBank).write("close.c", close).commit("Split");
    EXPECT_EQ(story.idAt("open.c", 3), Story::idFrom(begin, "bank.c", kTitle));
    EXPECT_EQ(story.idAt("close.c", 2), Story::idFrom(begin, "bank.c", "say goodbye to the bank"));
    EXPECT_THAT(story.ended(), ElementsAre());
}

TEST(AnItem, FollowsItsFileIntoAnother) {
    Story story;
    const std::string close = "int close(int bank) {\n    // TODO: say goodbye to the bank\n    hangUp(bank);\n}\n";
    const CommitId begin = story.write("open.c", kBank).write("close.c", close).commit("Begin");
    story.remove("open.c").remove("close.c").write("bank.c", kBank + close).commit("Join");
    EXPECT_EQ(story.idAt("bank.c", 3), Story::idFrom(begin, "open.c", kTitle));
    EXPECT_EQ(story.idAt("bank.c", 7), Story::idFrom(begin, "close.c", "say goodbye to the bank"));
    EXPECT_THAT(story.ended(), ElementsAre());
}

TEST(AnItem, ThatIsMovedAndRewordedInTwoCommitsStaysItself) {
    Story story;
    const CommitId begin = story.write("a.c", kOther + kBank).write("b.c", "int b;\n").commit("Begin");
    story.write("a.c", kOther).write("b.c", "int b;\n" + kBank).commit("Move");
    story
        .write("b.c", "int b;\nint open(int bank) {\n    connect(bank);\n    // FIXME: retry once when the bank is "
                      "down\n    send(bank);\n}\n")
        .commit("Reword");
    EXPECT_THAT(story.events(),
                ElementsAre("Begin: introduced a.c", "Move: moved from a.c to b.c", "Reword: reclassified b.c"));
    EXPECT_EQ(story.idAt("b.c", 4), Story::idFrom(begin, "a.c", kTitle));
}

TEST(ACopy, OfAFileIsAnotherItemThatNamesItsParent) {
    Story story;
    const CommitId begin = story.write("bank.c", kBank).commit("Begin");
    const CommitId copied = story.write("till.c", kBank).commit("Copy");
    EXPECT_THAT(story.events(), ElementsAre("Begin: introduced bank.c", "Copy: copied till.c"));
    EXPECT_EQ(story.idAt("till.c", 3), Story::idFrom(copied, "till.c", kTitle));
    EXPECT_EQ(story.at("till.c", 3).parent, ItemId{Story::idFrom(begin, "bank.c", kTitle)});
}

TEST(ACopy, StaysWhenItsOriginalIsPaidMuchLater) {
    Story story;
    story.write("bank.c", kBank).commit("Begin");
    const CommitId copied = story.write("till.c", kBank).commit("Copy");
    for (int day = 0; day < 60; ++day) story.write("day.txt", std::to_string(day)).commit("Day");
    story.write("bank.c",
                "int open(int bank) {\n    connect(bank);\n    while (down(bank)) wait();\n    send(bank);\n}\n");
    story.commit("Pay the original");
    EXPECT_EQ(story.idAt("till.c", 3), Story::idFrom(copied, "till.c", kTitle));
    EXPECT_THAT(story.ended(), ElementsAre(kTitle + ": paid in Pay the original"));
}

TEST(AnEqualText, InAnotherPlaceIsNoCopy) {
    Story story;
    story.write("a.c", "int a;\n// TODO: check the result\nint b;\n").commit("Begin");
    story.write("b.c", "int x;\n// TODO: check the result\nint y;\n").commit("Say the same");
    EXPECT_THAT(story.events(), ElementsAre("Begin: introduced a.c", "Say the same: introduced b.c"));
}

TEST(AnEqualText, ThatManySayIsNotMovedToWhereItIsWrittenAnew) {
    const std::string audit = "    // TODO: audit this call\n    expand_all();\n";
    Story story;
    story.write("a.c", "int a() {\n    prepare();\n" + audit + "}\n").write("c.c", "int c() {\n" + audit + "}\n");
    story.commit("Begin");
    story.write("a.c", "int a() {\n    prepare();\n    expand_some();\n}\n").commit("Pay");
    story.write("b.c", "int b() {\n    open();\n" + audit + "}\n").commit("Write another");
    EXPECT_EQ(story.events().back(), "Write another: introduced b.c");
}

} // namespace
} // namespace paydown::testing
