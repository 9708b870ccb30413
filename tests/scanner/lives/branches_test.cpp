// SPDX-License-Identifier: GPL-3.0-or-later
// An item stays itself on the ways that branches go: cherry-picks, reverts, orphans, subtrees, branches of long ago.
#include "tests/scanner/lives/story.h"

namespace paydown::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

TEST(AnItem, ThatIsCherryPickedIsOneItemWithTwoNames) {
    Story story;
    story.write("a.c", "int a;\nint b;\nint c;\n").commit("Begin");
    story.branch("topic");
    const CommitId onTopic = story.write("a.c", "int a;\n// TODO: pick me up again\nint b;\nint c;\n").commit("Add it");
    story.switchTo("main").write("other.c", "int other;\n").commit("Go on");
    const CommitId picked = story.cherryPick(onTopic);
    story.merge("topic", "Merge");
    ASSERT_THAT(story.open(), ElementsAre("a.c:2 pick me up again"));
    const std::string first = Story::idFrom(onTopic, "a.c", "pick me up again");
    const std::string second = Story::idFrom(picked, "a.c", "pick me up again");
    const Item item = story.at("a.c", 2);
    EXPECT_EQ(item.id.value, first) << "the name of the lower generation counts";
    EXPECT_THAT(item.aliases, ElementsAre(ItemId{second}));
    EXPECT_THAT(story.ended(), IsEmpty());
}

TEST(AnItem, ThatIsCherryPickedKeepsItsNamesWhenTheFileChangesLater) {
    Story story;
    story.write("a.c", "int a;\nint b;\nint c;\n").commit("Begin");
    story.branch("topic");
    const CommitId onTopic = story.write("a.c", "int a;\n// TODO: pick me up again\nint b;\nint c;\n").commit("Add it");
    story.switchTo("main").write("other.c", "int other;\n").commit("Go on");
    story.cherryPick(onTopic);
    story.merge("topic", "Merge");
    story.write("a.c", "int z;\nint a;\n// TODO: pick me up again\nint b;\nint c;\n").commit("Edit");
    EXPECT_EQ(story.idAt("a.c", 3), Story::idFrom(onTopic, "a.c", "pick me up again"));
    EXPECT_THAT(story.ended(), IsEmpty());
    EXPECT_EQ(story.at("a.c", 3).aliases.size(), 1U);
}

TEST(AnItem, ThatWasRevertedIsReopenedWhenTheRevertIsReverted) {
    Story story;
    story.write("a.c", "int a;\nint b;\n").commit("Begin");
    const CommitId added = story.write("a.c", "int a;\n// TODO: come and go\nint b;\n").commit("Add it");
    const CommitId reverted = story.revert(added);
    EXPECT_THAT(story.events(), ElementsAre("Add it: introduced a.c", "Revert \"Add it\": reverted a.c"));
    story.revert(reverted);
    EXPECT_THAT(story.events(), ElementsAre("Add it: introduced a.c", "Revert \"Add it\": reverted a.c",
                                            "Revert \"Revert \"Add it\"\": reopened a.c"));
    EXPECT_EQ(story.idAt("a.c", 2), Story::idFrom(added, "a.c", "come and go"));
}

TEST(AnItem, WhosePaymentIsRevertedIsReopened) {
    Story story;
    const CommitId begin = story.write("bank.c", kBank).commit("Begin");
    const CommitId paid = story.write("bank.c", kPaid).commit("Pay");
    EXPECT_THAT(story.ended(), ElementsAre(kTitle + ": paid in Pay"));
    story.revert(paid);
    EXPECT_THAT(story.events(),
                ElementsAre("Begin: introduced bank.c", "Pay: paid bank.c", "Revert \"Pay\": reopened bank.c"));
    EXPECT_EQ(story.idAt("bank.c", 3), Story::idFrom(begin, "bank.c", kTitle));
}

TEST(AnItem, OfAnOrphanBranchIsItsOwn) {
    Story story;
    const CommitId begin = story.write("bank.c", kBank).commit("Begin");
    story.orphan("pages");
    const CommitId other = story.write("page.py", "# TODO: write a page about banks\n").commit("Begin pages");
    story.switchTo("main").merge("pages", "Merge pages");
    EXPECT_EQ(story.idAt("bank.c", 3), Story::idFrom(begin, "bank.c", kTitle));
    EXPECT_EQ(story.idAt("page.py", 1), Story::idFrom(other, "page.py", "write a page about banks"));
    EXPECT_THAT(story.ended(), IsEmpty());
}

TEST(AnItem, OfASubtreeThatIsMergedInKeepsTheIdOfItsOwnHistory) {
    Story story;
    story.write("main.c", "int main;\n").commit("Begin");
    story.orphan("library");
    const CommitId other = story.write("bank.c", kBank).commit("Begin the library");
    story.switchTo("main").write("lib/bank.c", kBank);
    story.merge("library", "Merge the library below lib");
    // The merge took the file over under its own name as well, as a plain merge does; the subtree is what stays.
    story.remove("bank.c").commit("Keep the subtree");
    EXPECT_EQ(story.idAt("lib/bank.c", 3), Story::idFrom(other, "bank.c", kTitle));
    EXPECT_THAT(story.ended(), IsEmpty());
}

TEST(AnItem, OfASubtreeIsEditedOnceWhereItWasEdited) {
    Story story;
    story.write("main.c", "int main;\n").commit("Begin");
    story.orphan("library").write("bank.c", kBank).commit("Begin the library");
    story.switchTo("main").write("lib/bank.c", kBank).write("bank.c", kBank).remove("bank.c");
    story.merge("library", "Merge the library below lib");
    const std::string edited = "int open(int bank) {\n    connect(bank);\n"
                               "    // TODO: retry twice when the bank is down\n    send(bank);\n}\n";
    story.switchTo("library").write("bank.c", edited).commit("Edit the library");
    story.switchTo("main").write("lib/bank.c", edited).write("bank.c", kBank).remove("bank.c");
    story.merge("library", "Merge the library again");
    EXPECT_THAT(story.events(), UnorderedElementsAre("Begin the library: introduced bank.c",
                                                     "Merge the library below lib: moved from bank.c to lib/bank.c",
                                                     "Edit the library: edited bank.c"));
}

TEST(AnItem, OfABranchThatWasForkedYearsAgoKeepsItsIdWhenItIsMerged) {
    Story story;
    const CommitId begin = story.write("bank.c", kBank).commit("Begin");
    story.branch("old");
    const CommitId onOld =
        story.write("old.c", "int x;\n// TODO: finish the old feature\nint y;\n").commit("Old feature");
    story.switchTo("main");
    for (int day = 0; day < 300; ++day) story.write("day.txt", std::to_string(day)).commit("Day");
    story.rename("bank.c", "src/bank.c").commit("Rename");
    story.on("2027-06-01").merge("old", "Merge old");
    EXPECT_EQ(story.idAt("src/bank.c", 3), Story::idFrom(begin, "bank.c", kTitle));
    EXPECT_EQ(story.idAt("old.c", 2), Story::idFrom(onOld, "old.c", "finish the old feature"));
    EXPECT_THAT(story.ended(), IsEmpty());
}

TEST(AnItem, OfASquashedBranchIsIntroducedByTheSquash) {
    Story story;
    story.write("a.c", "int a;\n").commit("Begin");
    story.branch("topic").write("b.c", "int b;\n").commit("First");
    story.write("b.c", "int b;\n// TODO: do it better\n").commit("Second");
    story.switchTo("main");
    const CommitId squash = story.write("b.c", "int b;\n// TODO: do it better\n").commit("Squash topic");
    EXPECT_EQ(story.idAt("b.c", 2), Story::idFrom(squash, "b.c", "do it better"));
    EXPECT_THAT(story.events(), ElementsAre("Squash topic: introduced b.c"));
}

} // namespace
} // namespace paydown::testing
