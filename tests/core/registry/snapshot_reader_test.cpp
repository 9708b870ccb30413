// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/registry/snapshot_reader.h"

#include "core/registry/decision_store.h"
#include "core/registry/history_store_sqlite.h"
#include "tests/core/decisions/sample_records.h"
#include "tests/support/scratch_repository.h"

namespace paydown {
namespace {

CommitId commitOf(char digit) { return *parseObjectId<CommitId>(std::string(40, digit)); }

/// Writes small histories: commits 1, 2, … in a line, items by letter, all in the file "a.c".
class HistoryBuilder {
public:
    explicit HistoryBuilder(Database& database) : m_store(database) { m_batch.paths.push_back({0, "a.c"}); }

    CommitNo commit(const char* author, std::int64_t authored) {
        HistoryBatch::NumberedCommit one;
        one.number = static_cast<CommitNo>(m_batch.commits.size());
        one.commit.id = commitOf(static_cast<char>('1' + one.number));
        one.commit.author = {author, std::string(author) + "@corp.example"};
        one.commit.authored = {authored, 0};
        m_batch.commits.push_back(one);
        return one.number;
    }
    /// @param letter 'a' for the id "aaaaaaaaaa"
    ItemNo item(char letter, CommitNo introduced, TextNo text, std::uint32_t order = 0) {
        StoredItem one;
        one.number = static_cast<ItemNo>(m_batch.items.size());
        one.id.value = std::string(kItemIdLength, letter);
        one.introduced = introduced;
        one.order = order;
        one.text = text;
        m_batch.items.push_back(one);
        return one.number;
    }
    TextNo text(const char* title) {
        StoredText one;
        one.number = static_cast<TextNo>(m_batch.texts.size());
        one.hash = 100 + one.number;
        one.titleHash = 200 + one.number;
        one.annotation.tag = "TODO";
        one.annotation.title = title;
        m_batch.texts.push_back(one);
        return one.number;
    }
    void tip(CommitNo commit, const std::vector<ItemNo>& open, const std::vector<ItemNo>& ended = {}) {
        TipState state;
        state.commit = commit;
        for (const auto item : open) state.items.push_back(tipItem(item));
        for (const auto item : ended) {
            state.items.push_back(tipItem(item));
            state.items.back().ended = commit;
        }
        std::ranges::sort(state.items, {}, [](const TipItem& item) { return item.standing.item; });
        m_batch.tips.push_back(state);
    }
    void alias(CommitNo tip, ItemNo item, ItemNo other) {
        for (auto& state : m_batch.tips) {
            if (state.commit != tip) continue;
            for (auto& one : state.items) {
                if (one.standing.item == item) one.aliases.push_back(other);
            }
        }
    }
    void write() { m_store.apply(m_batch); }

private:
    [[nodiscard]] TipItem tipItem(ItemNo item) const {
        TipItem one;
        one.standing = {item, m_batch.items[item].text, 10 * (item + 1), 1};
        one.language = "c";
        one.introduced = m_batch.items[item].introduced;
        one.changed = one.introduced;
        return one;
    }

    HistoryStoreSqlite m_store;
    HistoryBatch m_batch;
};

DecisionRecord ownerOf(unsigned number, char letter, const char* owner) {
    DecisionRecord record = recordOf(number, 1, "owner", owner);
    record.item.value = std::string(kItemIdLength, letter);
    return record;
}

class SnapshotReaderTest : public ::testing::Test {
protected:
    SnapshotReaderTest()
        : m_registry(RegistryHandle::open(locateRegistry({m_folder.path(), "", ""}), OpenMode::Write)),
          m_history(m_registry.database()) {}

    void record(std::vector<DecisionRecord> records) { m_registry.log().lockForAppend().append(records); }
    [[nodiscard]] std::shared_ptr<Snapshot> read(char tip, EndedItems ended = EndedItems::Leave) {
        SnapshotRequest request;
        request.tip = commitOf(tip);
        request.ended = ended;
        return readSnapshot(m_registry, request);
    }
    static std::string ownerIn(const Snapshot& snapshot, char letter) {
        const auto found = snapshot.decided.find(ItemId{std::string(kItemIdLength, letter)});
        if (found == snapshot.decided.end() || found->second.find("owner") == nullptr) return "(absent)";
        return found->second.find("owner")->value;
    }

    testing::ScratchFolder m_folder;
    RegistryHandle m_registry;
    HistoryBuilder m_history;
};

TEST_F(SnapshotReaderTest, GivesItemsPeopleAndDecisionsOfATip) {
    const auto first = m_history.commit("mia", 1'000'000);
    m_history.tip(first, {m_history.item('a', first, m_history.text("one"))});
    m_history.write();
    record({ownerOf(1, 'a', "@kai")});
    const auto snapshot = read('1');
    ASSERT_EQ(snapshot->items.size(), 1U);
    EXPECT_EQ(snapshot->items[0].annotation.title, "one");
    EXPECT_EQ(snapshot->people.at(0).name, "mia");
    EXPECT_EQ(ownerIn(*snapshot, 'a'), "@kai");
    EXPECT_TRUE(snapshot->historyComplete);
}

TEST_F(SnapshotReaderTest, IsEmptyButDecidedWithoutAnyHistory) {
    record({ownerOf(1, 'a', "@kai")});
    const auto snapshot = read('1');
    EXPECT_TRUE(snapshot->items.empty());
    EXPECT_FALSE(snapshot->head);
    EXPECT_FALSE(snapshot->historyComplete);
    EXPECT_EQ(ownerIn(*snapshot, 'a'), "@kai");
}

TEST_F(SnapshotReaderTest, ShowsTheLastTipWhileANewOneIsNotReadYet) {
    const auto first = m_history.commit("mia", 1'000'000);
    m_history.tip(first, {m_history.item('a', first, m_history.text("one"))});
    m_history.write();
    const auto snapshot = read('9');
    EXPECT_EQ(snapshot->items.size(), 1U);
    EXPECT_EQ(snapshot->head, commitOf('1'));
    EXPECT_FALSE(snapshot->historyComplete);
}

TEST_F(SnapshotReaderTest, MarksWhatStandsOnTheBranchOnly) {
    const auto mainline = m_history.commit("mia", 1'000'000);
    const auto branch = m_history.commit("mia", 2'000'000);
    const auto text = m_history.text("one");
    const auto both = m_history.item('a', mainline, text);
    const auto mine = m_history.item('b', branch, text, 1);
    m_history.tip(mainline, {both});
    m_history.tip(branch, {both, mine});
    m_history.write();
    SnapshotRequest request;
    request.tip = commitOf('2');
    request.mainline = commitOf('1');
    const auto snapshot = readSnapshot(m_registry, request);
    ASSERT_EQ(snapshot->items.size(), 2U);
    EXPECT_FALSE(snapshot->items[0].onBranchOnly);
    EXPECT_TRUE(snapshot->items[1].onBranchOnly);
}

TEST_F(SnapshotReaderTest, HandsDecisionsOfAnAliasToItsItem) {
    const auto first = m_history.commit("mia", 1'000'000);
    const auto text = m_history.text("one");
    const auto canonical = m_history.item('a', first, text);
    const auto alias = m_history.item('b', first, text);
    m_history.tip(first, {canonical});
    m_history.alias(first, canonical, alias);
    m_history.write();
    record({ownerOf(1, 'b', "@kai")});
    EXPECT_EQ(ownerIn(*read('1'), 'a'), "@kai");
}

TEST_F(SnapshotReaderTest, LetsDecisionsFollowAnAmendedCommit) {
    const auto before = m_history.commit("mia", 1'000'000);
    const auto amended = m_history.commit("mia", 1'000'000);
    const auto text = m_history.text("one");
    m_history.tip(before, {m_history.item('a', before, text)});
    m_history.tip(amended, {m_history.item('b', amended, text)});
    m_history.write();
    record({ownerOf(1, 'a', "@kai")});
    const auto snapshot = read('2');
    EXPECT_EQ(ownerIn(*snapshot, 'b'), "@kai");
    EXPECT_EQ(snapshot->items[0].aliases, std::vector<ItemId>{ItemId{"aaaaaaaaaa"}});
}

TEST_F(SnapshotReaderTest, PrefersTheSameWorkAmongEqualTexts) {
    const auto before = m_history.commit("mia", 1'000'000);
    const auto rebased = m_history.commit("mia", 1'000'000);
    const auto someone = m_history.commit("kai", 3'000'000);
    const auto text = m_history.text("one");
    m_history.tip(before, {m_history.item('a', before, text)});
    const auto same = m_history.item('b', rebased, text);
    const auto other = m_history.item('c', someone, text);
    m_history.tip(someone, {same, other});
    m_history.write();
    record({ownerOf(1, 'a', "@kai")});
    const auto snapshot = read('3');
    EXPECT_EQ(ownerIn(*snapshot, 'b'), "@kai");
    EXPECT_EQ(ownerIn(*snapshot, 'c'), "(absent)");
}

TEST_F(SnapshotReaderTest, HandsOnNothingWhereItCannotTellToWhom) {
    const auto before = m_history.commit("mia", 1'000'000);
    const auto one = m_history.commit("ann", 2'000'000);
    const auto other = m_history.commit("kai", 3'000'000);
    const auto text = m_history.text("one");
    m_history.tip(before, {m_history.item('a', before, text)});
    m_history.tip(other, {m_history.item('b', one, text), m_history.item('c', other, text)});
    m_history.write();
    record({ownerOf(1, 'a', "@kai")});
    const auto snapshot = read('3');
    EXPECT_EQ(ownerIn(*snapshot, 'b'), "(absent)");
    EXPECT_EQ(ownerIn(*snapshot, 'c'), "(absent)");
}

TEST_F(SnapshotReaderTest, KeepsDecisionsOfEndedItemsToThemselves) {
    const auto first = m_history.commit("mia", 1'000'000);
    const auto text = m_history.text("one");
    const auto ended = m_history.item('a', first, text);
    const auto open = m_history.item('b', first, text);
    m_history.tip(first, {open}, {ended});
    m_history.write();
    record({ownerOf(1, 'a', "@kai")});
    EXPECT_EQ(ownerIn(*read('1', EndedItems::Leave), 'b'), "(absent)");
    EXPECT_EQ(ownerIn(*read('1', EndedItems::Read), 'a'), "@kai");
}

TEST_F(SnapshotReaderTest, FindsByItsAddressWhatThisRegistryNeverRead) {
    const auto first = m_history.commit("mia", 1'000'000);
    const auto text = m_history.text("Fix: the retry!");
    m_history.tip(first, {m_history.item('a', first, text), m_history.item('b', first, text, 1)});
    m_history.write();
    DecisionRecord fromAfar = ownerOf(1, 'z', "@kai");
    fromAfar.address = Address{commitOf('8'), "a.c", "fix the retry", 1, 99};
    record({fromAfar});
    const auto snapshot = read('1');
    EXPECT_EQ(ownerIn(*snapshot, 'a'), "(absent)");
    EXPECT_EQ(ownerIn(*snapshot, 'b'), "@kai");
}

TEST_F(SnapshotReaderTest, KeepsDecisionsThatNobodyHereCanPlace) {
    const auto first = m_history.commit("mia", 1'000'000);
    m_history.tip(first, {m_history.item('a', first, m_history.text("one"))});
    m_history.write();
    record({ownerOf(1, 'z', "@kai")});
    EXPECT_EQ(ownerIn(*read('1'), 'z'), "@kai");
    EXPECT_EQ(m_registry.records().size(), 1U);
}

} // namespace
} // namespace paydown
