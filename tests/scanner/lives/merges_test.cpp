// SPDX-License-Identifier: GPL-3.0-or-later
// Merges introduce nothing that a parent has; what only a merge did, the life of the item tells.
#include "tests/scanner/lives/story.h"

namespace paydown::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(AMerge, IntroducesNothing) {
    Story story;
    story.write("a.c", "int a;\nint m;\nint z;\n").commit("Begin");
    story.branch("topic").write("a.c", "int a;\nint m;\nint z;\n// TODO: from the topic\n").commit("Theirs");
    story.switchTo("main").write("a.c", "// TODO: from the mainline\nint a;\nint m;\nint z;\n").commit("Ours");
    story.write("a.c", "// TODO: from the mainline\nint a;\nint m;\nint z;\n// TODO: from the topic\n");
    story.merge("topic");
    EXPECT_EQ(story.events().size(), 2U);
    EXPECT_THAT(story.open(), ElementsAre("a.c:1 from the mainline", "a.c:5 from the topic"));
}

TEST(AnOctopusMerge, IntroducesNothing) {
    Story story;
    story.write("a.c", "int a;\n").commit("Begin");
    story.branch("one").write("one.c", "// TODO: the first of three\n").commit("One");
    story.switchTo("main").branch("two").write("two.c", "// TODO: the second of three\n").commit("Two");
    story.switchTo("main").write("three.c", "// TODO: the third of three\n").commit("Three");
    story.merge(std::vector<std::string>{"one", "two"}, "Octopus");
    EXPECT_EQ(story.events().size(), 3U);
    EXPECT_EQ(story.open().size(), 3U);
    EXPECT_THAT(story.ended(), IsEmpty());
}

TEST(ACrissCrossMerge, LeavesEachItemItself) {
    Story story;
    story.write("a.c", "int a;\n").commit("Begin");
    story.branch("topic");
    const CommitId theirs = story.write("t.c", "// TODO: made on the topic\n").commit("Theirs");
    story.switchTo("main");
    const CommitId ours = story.write("m.c", "// TODO: made on the mainline\n").commit("Ours");
    story.branch("aside").switchTo("main").merge("topic", "Main takes topic");
    story.switchTo("topic").merge("aside", "Topic takes main");
    story.write("t.c", "int t;\n// TODO: made on the topic\n").commit("Edit on topic");
    story.switchTo("main").write("m.c", "int m;\n// TODO: made on the mainline\n").commit("Edit on main");
    story.merge("topic", "Meet again");
    EXPECT_EQ(story.idAt("m.c", 2), Story::idFrom(ours, "m.c", "made on the mainline"));
    EXPECT_EQ(story.idAt("t.c", 2), Story::idFrom(theirs, "t.c", "made on the topic"));
    EXPECT_EQ(story.events().size(), 2U);
}

TEST(AMergeOfOurSideOnly, EndsWhatOnlyTheOtherSideHeld) {
    Story story;
    story.write("a.c", "int a;\n").commit("Begin");
    story.branch("topic").write("bank.c", kBank).commit("Add a bank");
    story.switchTo("main").write("a.c", "int a;\nint b;\n").commit("Go on");
    story.write("bank.c", kBank).remove("bank.c").merge("topic", "Merge with -s ours");
    story.write("a.c", "int a;\nint b;\nint c;\n").commit("Go on again");
    EXPECT_THAT(story.open(), IsEmpty());
    EXPECT_THAT(story.ended(), ElementsAre(kTitle + ": dropped in Merge with -s ours"));
    EXPECT_THAT(story.events(), ElementsAre("Add a bank: introduced bank.c", "Merge with -s ours: dropped bank.c"));
}

TEST(AMergeOfOurSideOnly, IsUndoneWhenTheItemComesBack) {
    Story story;
    story.write("a.c", "int a;\n").commit("Begin");
    const CommitId added = story.branch("topic").write("bank.c", kBank).commit("Add a bank");
    story.switchTo("main").write("a.c", "int a;\nint b;\n").commit("Go on");
    story.write("bank.c", kBank).remove("bank.c").merge("topic", "Merge with -s ours");
    story.write("bank.c", kBank).commit("Want it after all");
    EXPECT_EQ(story.idAt("bank.c", 3), Story::idFrom(added, "bank.c", kTitle));
    EXPECT_THAT(story.events(), ElementsAre("Add a bank: introduced bank.c", "Merge with -s ours: dropped bank.c",
                                            "Want it after all: reopened bank.c"));
}

TEST(AnEvilMerge, IntroducesWhatItAdds) {
    Story story;
    story.write("a.c", "int a;\nint m;\nint z;\n").commit("Begin");
    story.branch("topic").write("t.c", "int t;\n").commit("Theirs");
    story.switchTo("main").write("m.c", "int m;\n").commit("Ours");
    story.write("a.c", "int a;\n// TODO: slipped in while merging\nint m;\nint z;\n");
    const CommitId merge = story.merge("topic", "Evil");
    EXPECT_THAT(story.events(), ElementsAre("Evil: introduced a.c"));
    EXPECT_EQ(story.idAt("a.c", 2), Story::idFrom(merge, "a.c", "slipped in while merging"));
}

TEST(AnEvilMerge, EndsWhatItTakesFromBothSides) {
    Story story;
    story.write("bank.c", kBank).commit("Begin");
    story.branch("topic").write("t.c", "int t;\n").commit("Theirs");
    story.switchTo("main").write("m.c", "int m;\n").commit("Ours");
    story.write("bank.c", kPaid);
    story.merge("topic", "Evil");
    EXPECT_THAT(story.events(), ElementsAre("Begin: introduced bank.c", "Evil: paid bank.c"));
}

TEST(AnItem, ThatTwoBranchesMovedToTwoPlacesIsCountedOnce) {
    Story story;
    const CommitId begin = story.write("bank.c", kBank).commit("Begin");
    story.branch("topic").rename("bank.c", "theirs.c").commit("Move theirs");
    story.switchTo("main").rename("bank.c", "ours.c").commit("Move ours");
    story.merge("topic", "Keep both");
    EXPECT_THAT(story.open(), ElementsAre("ours.c:3 " + kTitle + " also theirs.c:3"));
    EXPECT_EQ(story.idAt("ours.c", 3), Story::idFrom(begin, "bank.c", kTitle));
    story.write("theirs.c", "int x;\n" + kBank).write("ours.c", "int y;\n" + kBank).commit("Edit both");
    EXPECT_THAT(story.open(), ElementsAre("ours.c:4 " + kTitle + " also theirs.c:4"));
    story.remove("ours.c").commit("Remove one");
    EXPECT_THAT(story.open(), ElementsAre("theirs.c:4 " + kTitle));
    EXPECT_THAT(story.ended(), IsEmpty());
}

TEST(AnItem, ThatEndedOnAParentAndStandsInTheMergeIsReopenedByIt) {
    Story story;
    story.write("bank.c", kBank + "int x;\n").commit("Begin");
    story.branch("topic").write("bank.c", kPaid + "int x;\n").commit("Pay on the topic");
    story.switchTo("main").write("bank.c", kBank + "int y;\n").commit("Go on");
    story.write("bank.c", kBank + "int y;\n");
    story.merge("topic", "Keep ours");
    EXPECT_THAT(story.open(), ElementsAre("bank.c:3 " + kTitle));
    EXPECT_THAT(story.events(),
                ElementsAre("Begin: introduced bank.c", "Pay on the topic: paid bank.c", "Keep ours: reopened bank.c"));
}

TEST(AnItem, ThatWasPaidOnABranchEndsThereAndLandsWithTheMerge) {
    Story story;
    story.write("bank.c", kBank + "int x;\n").commit("Begin");
    story.branch("topic").write("bank.c", kPaid + "int x;\n").commit("Pay on the topic");
    story.write("t.c", "int t;\n").commit("More");
    story.switchTo("main").write("m.c", "int m;\n").commit("Go on");
    story.merge("topic", "Merge topic");
    EXPECT_THAT(story.ended(), ElementsAre(kTitle + ": paid in Pay on the topic, landed in Merge topic"));
}

TEST(ASubtree, ThatTakesThePlaceOfCopiedFilesKeepsTheirItems) {
    Story story;
    const CommitId begin = story.write("a.c", "int a;\n").write("deps/bank/bank.c", kBank).commit("Copy the library");
    story.orphan("library").write("bank.c", kBank + "int newer;\n").commit("Squashed library");
    story.switchTo("main").remove("deps/bank/bank.c").commit("Delete the copy");
    story.write("deps/bank/bank.c", kBank + "int newer;\n").merge("library", "Add as a subtree");
    EXPECT_THAT(story.ended(), IsEmpty());
    const Item item = story.at("deps/bank/bank.c", 3);
    std::vector<ItemId> names = item.aliases;
    names.push_back(item.id);
    EXPECT_THAT(names, ::testing::Contains(ItemId{Story::idFrom(begin, "deps/bank/bank.c", kTitle)}));
}

} // namespace
} // namespace paydown::testing
