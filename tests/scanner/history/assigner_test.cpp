// SPDX-License-Identifier: GPL-3.0-or-later
// What happens to a debt in each kind of change (identity, sections 1 and 2), told on imagined repositories.
#include "core/model/names.h"
#include "tests/scanner/history/imagined_repository.h"
#include "tests/scanner/history/memory_history_store.h"

#include <algorithm>

using namespace paydown;
using namespace paydown::tests;
using testing::ElementsAre;

namespace {

/// A history that is told commit by commit, and what became of its items.
class Story {
public:
    std::size_t commit(std::vector<std::size_t> parents, const Tree& tree, const std::string& message = {}) {
        return m_repository.commit(std::move(parents), tree, message);
    }

    /// Every event so far in the order of the commits: "2 moved b.c retry when the bank is down".
    std::vector<std::string> events() {
        index();
        std::vector<std::string> lines;
        for (std::size_t commit = 0; commit < m_repository.commits.size(); ++commit) {
            const CommitNo number = *m_store.findCommit(m_repository.commits[commit].id);
            for (const StoredEvent& event : m_store.allEvents()) {
                if (event.commit != number) continue;
                std::string line = std::to_string(commit) + ' ' + std::string(nameOf(event.kind)) + ' ';
                if (event.ending) line += std::string(nameOf(*event.ending)) + ' ';
                lines.push_back(line + m_store.path(event.path));
            }
        }
        return lines;
    }

    /// "path:line" of what stands at a commit, other places after it; "-" for each that ended.
    std::vector<std::string> at(std::size_t tip) {
        index();
        std::vector<std::string> lines;
        for (const TipItem& item : stateAt(tip).items) {
            std::string line =
                item.ended != kNoNumber ? "-" : m_store.path(item.path) + ':' + std::to_string(item.standing.line);
            for (const TipItem::Also& also : item.also) line += ' ' + m_store.path(also.path);
            lines.push_back(line);
        }
        return lines;
    }

    TipState stateAt(std::size_t tip) {
        index();
        return tipOf(m_repository, tip, m_store);
    }

    /// The story's index of a commit number.
    std::size_t indexOf(CommitNo commit) {
        const CommitId id = m_store.commit(commit).id;
        return static_cast<std::size_t>(std::ranges::find(m_repository.commits, id, &ImaginedRepository::Node::id) -
                                        m_repository.commits.begin());
    }
    [[nodiscard]] std::string hexOf(std::size_t commit) const { return toHex(m_repository.commits[commit].id); }

private:
    void index() { indexImagined(m_repository, m_repository.inOrder(), m_store); }

    ImaginedRepository m_repository;
    MemoryHistoryStore m_store;
};

const std::string kBank = "int open() {\n    connect();\n    // TODO: retry when the bank is down\n    send();\n}\n";
const std::string kBankPaid = "int open() {\n    connect();\n    retry(3);\n    send();\n}\n";
const std::string kBankErased = "int open() {\n    connect();\n    send();\n}\n";
const std::string kOther = "int other;\nint more;\n";

TEST(Assigner, IntroducesWhatNoParentHas) {
    Story story;
    story.commit({}, {{"a.c", kBank}});
    EXPECT_THAT(story.events(), ElementsAre("0 introduced a.c"));
}

TEST(Assigner, SaysNothingWhenOnlyTheLineMoved) {
    Story story;
    const auto root = story.commit({}, {{"a.c", kBank}});
    const auto tip = story.commit({root}, {{"a.c", "#include <x>\n" + kBank}});
    EXPECT_THAT(story.events(), ElementsAre("0 introduced a.c"));
    EXPECT_THAT(story.at(tip), ElementsAre("a.c:4"));
}

TEST(Assigner, CallsItPaidWhenTheCodeChanged) {
    Story story;
    const auto root = story.commit({}, {{"a.c", kBank}});
    story.commit({root}, {{"a.c", kBankPaid}});
    EXPECT_THAT(story.events(), ElementsAre("0 introduced a.c", "1 ended paid a.c"));
}

TEST(Assigner, CallsItErasedWhenOnlyTheCommentWent) {
    Story story;
    const auto root = story.commit({}, {{"a.c", kBank}});
    story.commit({root}, {{"a.c", kBankErased}});
    EXPECT_THAT(story.events(), ElementsAre("0 introduced a.c", "1 ended erased a.c"));
}

TEST(Assigner, CallsItDroppedWhenTheFileWent) {
    Story story;
    const auto root = story.commit({}, {{"a.c", kBank}, {"b.c", kOther}});
    story.commit({root}, {{"b.c", kOther}});
    EXPECT_THAT(story.events(), ElementsAre("0 introduced a.c", "1 ended dropped a.c"));
}

TEST(Assigner, CallsItRevertedWhenItsIntroductionIsReverted) {
    Story story;
    const auto root = story.commit({}, {{"b.c", kOther}});
    const auto bad = story.commit({root}, {{"a.c", kBank}, {"b.c", kOther}});
    story.commit({bad}, {{"b.c", kOther}}, "Revert\n\nThis reverts commit " + story.hexOf(bad) + ".");
    EXPECT_THAT(story.events(), ElementsAre("1 introduced a.c", "2 ended reverted a.c"));
}

TEST(Assigner, FollowsARename) {
    Story story;
    const auto root = story.commit({}, {{"a.c", kBank}});
    const auto tip = story.commit({root}, {{"dir/b.c", kBank}});
    EXPECT_THAT(story.events(), ElementsAre("0 introduced a.c", "1 moved dir/b.c"));
    EXPECT_THAT(story.at(tip), ElementsAre("dir/b.c:3"));
}

TEST(Assigner, FollowsCutAndPasteBetweenFiles) {
    Story story;
    const auto root = story.commit({}, {{"a.c", kOther + kBank}, {"b.c", "int x;\n"}});
    story.commit({root}, {{"a.c", kOther}, {"b.c", "int x;\n" + kBank}});
    EXPECT_THAT(story.events(), ElementsAre("0 introduced a.c", "1 moved b.c"));
}

TEST(Assigner, FollowsCutAndPasteOverTwoCommits) {
    Story story;
    const auto root = story.commit({}, {{"a.c", kOther + kBank}, {"b.c", "int x;\n"}});
    const auto cut = story.commit({root}, {{"a.c", kOther}, {"b.c", "int x;\n"}});
    const auto tip = story.commit({cut}, {{"a.c", kOther}, {"b.c", "int x;\n" + kBank}});
    EXPECT_THAT(story.events(), ElementsAre("0 introduced a.c", "1 ended dropped a.c", "2 moved b.c"));
    EXPECT_THAT(story.at(tip), ElementsAre("b.c:4"));
}

TEST(Assigner, LivesOnInTheCopyWhenPasteCameBeforeCut) {
    Story story;
    const auto root = story.commit({}, {{"a.c", kOther + kBank}, {"b.c", "int x;\n"}});
    const auto pasted = story.commit({root}, {{"a.c", kOther + kBank}, {"b.c", "int x;\n" + kBank}});
    const auto tip = story.commit({pasted}, {{"a.c", kOther}, {"b.c", "int x;\n" + kBank}});
    EXPECT_THAT(story.events(), ElementsAre("0 introduced a.c", "1 copied b.c", "2 moved b.c"));
    EXPECT_THAT(story.at(tip), ElementsAre("b.c:4"));
}

TEST(Assigner, ReopensWhatComesBack) {
    Story story;
    const auto root = story.commit({}, {{"a.c", kBank}});
    const auto paid = story.commit({root}, {{"a.c", kBankPaid}});
    const auto tip = story.commit({paid}, {{"a.c", kBank}});
    EXPECT_THAT(story.events(), ElementsAre("0 introduced a.c", "1 ended paid a.c", "2 reopened a.c"));
    EXPECT_THAT(story.at(tip), ElementsAre("a.c:3"));
}

TEST(Assigner, KeepsTwinsApartWhenOneIsPaid) {
    Story story;
    const std::string one = "f1();\n// TODO: same\nf2();\n";
    const std::string two = "g1();\n// TODO: same\ng2();\n";
    const auto root = story.commit({}, {{"a.c", one + two}});
    const auto tip = story.commit({root}, {{"a.c", "f1();\nreturn 1;\nf2();\n" + two}});
    EXPECT_THAT(story.at(tip), ElementsAre("-", "a.c:5"));
}

TEST(Assigner, ReclassifiesWhenTheTagChanges) {
    Story story;
    const auto root = story.commit({}, {{"a.c", "f();\n// TODO: one lock\ng();\n"}});
    story.commit({root}, {{"a.c", "f();\n// DEBT: one lock\ng();\n"}});
    EXPECT_THAT(story.events(), ElementsAre("0 introduced a.c", "1 reclassified a.c"));
}

TEST(Assigner, AMergeIntroducesNothingThatAParentHas) {
    Story story;
    const auto root = story.commit({}, {{"a.c", kOther}});
    const auto ours = story.commit({root}, {{"a.c", kOther + "// TODO: from our side\n"}});
    const auto theirs = story.commit({root}, {{"a.c", "// TODO: from their side\n" + kOther}});
    story.commit({ours, theirs}, {{"a.c", "// TODO: from their side\n" + kOther + "// TODO: from our side\n"}});
    EXPECT_THAT(story.events(), ElementsAre("1 introduced a.c", "2 introduced a.c"));
}

TEST(Assigner, AMergeFindsWhatOneSideAddedToAFileThatTheOtherRenamed) {
    Story story;
    const std::string base = "int a;\nint b;\n// TODO: begin\nint c;\n";
    const auto root = story.commit({}, {{"a.c", base}});
    const auto ours = story.commit({root}, {{"a.c", base + "int d;\n// TODO: added under the old name\n"}});
    const auto theirs = story.commit({root}, {{"b.c", base}});
    const auto tip = story.commit({ours, theirs}, {{"b.c", base + "int d;\n// TODO: added under the old name\n"}});
    EXPECT_THAT(story.at(tip), ElementsAre("b.c:3", "b.c:6"));
    EXPECT_THAT(story.events(), ElementsAre("0 introduced a.c", "1 introduced a.c", "2 moved b.c", "3 moved b.c"));
}

TEST(Assigner, APaymentOnABranchIsNotUndoneByItsMerge) {
    Story story;
    const auto root = story.commit({}, {{"a.c", kBank + "int x;\n"}});
    const auto ours = story.commit({root}, {{"a.c", kBank + "int y;\n"}});
    const auto theirs = story.commit({root}, {{"a.c", kBankPaid + "int x;\n"}});
    const auto tip = story.commit({ours, theirs}, {{"a.c", kBankPaid + "int y;\n"}});
    EXPECT_THAT(story.events(), ElementsAre("0 introduced a.c", "2 ended paid a.c"));
    EXPECT_THAT(story.at(tip), ElementsAre("-"));
}

TEST(Assigner, AMergeThatDropsASideWholeEndsItsItems) {
    Story story;
    const auto root = story.commit({}, {{"b.c", kOther}});
    const auto theirs = story.commit({root}, {{"a.c", kBank}, {"b.c", kOther}});
    const auto ours = story.commit({root}, {{"b.c", kOther + "int z;\n"}});
    const auto merge = story.commit({ours, theirs}, {{"b.c", kOther + "int z;\n"}});
    const auto tip = story.commit({merge}, {{"b.c", kOther + "int zz;\n"}});
    const TipState state = story.stateAt(tip);
    ASSERT_EQ(state.items.size(), 1U);
    EXPECT_EQ(story.indexOf(state.items.front().ended), merge);
}

TEST(Assigner, CountsAnItemOnceThatTwoBranchesMovedToTwoPlaces) {
    Story story;
    const auto root = story.commit({}, {{"a.c", kBank}});
    const auto ours = story.commit({root}, {{"b.c", kBank}});
    const auto theirs = story.commit({root}, {{"c.c", kBank}});
    const auto tip = story.commit({ours, theirs}, {{"b.c", kBank}, {"c.c", kBank}});
    EXPECT_THAT(story.at(tip), ElementsAre("b.c:3 c.c"));
}

TEST(Assigner, TakesACherryPickForTheSameItem) {
    Story story;
    const auto root = story.commit({}, {{"a.c", kOther}});
    const auto ours = story.commit({root}, {{"a.c", kOther + "// TODO: picked on both\n"}});
    const auto theirs = story.commit({root}, {{"a.c", "int t;\n" + kOther + "// TODO: picked on both\n"}});
    const auto tip = story.commit({ours, theirs}, {{"a.c", "int t;\n" + kOther + "int m;\n// TODO: picked on both\n"}});
    EXPECT_THAT(story.at(tip), ElementsAre("a.c:5"));
    EXPECT_EQ(story.stateAt(tip).items.front().aliases.size(), 1U);
}

TEST(Assigner, TakesAMissingVersionForAGapAndNoEnding) {
    Story story;
    const auto root = story.commit({}, {{"a.c", kBank}});
    const auto missing = story.commit({root}, {{"a.c", "MISSING"}});
    const auto tip = story.commit({missing}, {{"a.c", "int x;\n" + kBank}});
    EXPECT_THAT(story.events(), ElementsAre("0 introduced a.c"));
    EXPECT_THAT(story.at(tip), ElementsAre("a.c:4"));
}

TEST(Assigner, NamesTheParentOfACopy) {
    Story story;
    const auto root = story.commit({}, {{"a.c", kBank}});
    const auto tip = story.commit({root}, {{"a.c", kBank}, {"copy.c", kBank}});
    EXPECT_THAT(story.events(), ElementsAre("0 introduced a.c", "1 copied copy.c"));
    EXPECT_EQ(story.stateAt(tip).items.back().parent, story.stateAt(tip).items.front().standing.item);
}

} // namespace
