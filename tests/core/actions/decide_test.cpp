// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/actions/decide.h"

#include "core/base/error.h"
#include "tests/core/actions/scratch_registry.h"

#include <filesystem>

namespace paydown {
namespace {

using Changes = std::vector<Change>;

const Person kMia{"Mia", "mia@corp.example"};
const Person kKai{"Kai", "kai@corp.example"};

class DecideTest : public ::testing::Test {
protected:
    [[nodiscard]] Change change(std::size_t item, const char* name, const char* value) const {
        return changeOf(*m_snapshot, m_snapshot->items[item], name, value);
    }

    ScratchRegistry m_scratch;
    std::shared_ptr<Snapshot> m_snapshot = snapshotOf("abc");
};

std::string remedyOf(const std::function<void()>& attempt) {
    try {
        attempt();
    } catch (const Error& error) {
        return error.remedy();
    }
    return "(nothing was thrown)";
}

TEST_F(DecideTest, PutsAValueInForce) {
    auto registry = m_scratch.open();
    decide(registry, kMia, Changes{change(0, "owner", "@kai")}, "he knows it");
    const auto all = m_scratch.decided();
    const DecidedValue& owner = *all.items.at(ItemId{"aaaaaaaaaa"}).find("owner");
    EXPECT_EQ(owner.value, "@kai");
    EXPECT_EQ(owner.by, kMia);
    EXPECT_EQ(owner.note, "he knows it");
}

TEST_F(DecideTest, WritesOneBatchForOneAction) {
    auto registry = m_scratch.open();
    const auto result = decide(registry, kMia, Changes{change(0, "owner", "@kai"), change(1, "verdict", "prudent")});
    ASSERT_EQ(result.records.size(), 2U);
    EXPECT_EQ(result.records[0].batch, result.records[1].batch);
    EXPECT_EQ(result.itemCount(), 2U);
}

TEST_F(DecideTest, NumbersTheRecordsOfAnItem) {
    auto registry = m_scratch.open();
    decide(registry, kMia, Changes{change(0, "owner", "@kai"), change(0, "due", "2027-01-01"), change(1, "owner", "")});
    const auto later = decide(registry, kMia, Changes{change(0, "owner", "@mia"), change(1, "owner", "@mia")});
    EXPECT_EQ(later.records[0].seq, 3U);
    EXPECT_EQ(later.records[1].seq, 2U);
}

TEST_F(DecideTest, CountsOnFromTheSeqOfAnAlias) {
    auto registry = m_scratch.open();
    decide(registry, kMia, Changes{change(1, "owner", "@kai"), change(1, "due", "")});
    m_snapshot->items[0].aliases = {ItemId{"bbbbbbbbbb"}};
    EXPECT_EQ(decide(registry, kMia, Changes{change(0, "owner", "@mia")}).records[0].seq, 3U);
}

TEST_F(DecideTest, AddressesTheItemAtHead) {
    m_snapshot->items[1].place.path = "src/b.cpp";
    std::ranges::sort(m_snapshot->items, {}, [](const Item& item) { return item.place.path; });
    const auto address = addressOf(*m_snapshot, m_snapshot->items[1]);
    ASSERT_TRUE(address);
    EXPECT_EQ(*address, (Address{*m_snapshot->head, "src/a.cpp", "same title", 1, 30}));
}

TEST_F(DecideTest, WritesNothingWhenOneOfManyChangesIsWrong) {
    auto registry = m_scratch.open();
    EXPECT_EQ(remedyOf([&] {
                  decide(registry, kMia, Changes{change(0, "owner", "@kai"), change(1, "due", "soon")});
              }),
              "2026-09-30, 2026-Q3, q1, fri, tomorrow, +2w or none");
    EXPECT_TRUE(m_scratch.decided().items.empty());
}

TEST_F(DecideTest, AsksToCommitAPendingItemFirst) {
    m_snapshot->items[0].id = {};
    auto registry = m_scratch.open();
    EXPECT_EQ(remedyOf([&] { decide(registry, kMia, Changes{change(0, "owner", "@kai")}); }), "commit it first");
}

TEST_F(DecideTest, AsksWhoSomebodyIs) {
    auto registry = m_scratch.open();
    EXPECT_THAT(remedyOf([&] { decide(registry, {}, Changes{change(0, "owner", "@kai")}); }),
                ::testing::StartsWith("git config"));
}

TEST_F(DecideTest, DropsAnAddressThatIsTooLongForALine) {
    m_snapshot->items[0].place.path = std::string(4000, 'p');
    auto registry = m_scratch.open();
    const auto result = decide(registry, kMia, Changes{change(0, "owner", "@kai")});
    EXPECT_FALSE(result.records[0].address);
    EXPECT_EQ(m_scratch.valueOf("aaaaaaaaaa", "owner"), "@kai");
}

TEST_F(DecideTest, CutsALongTitleInItsAddress) {
    m_snapshot->items[0].annotation.title = std::string(3000, 't');
    auto registry = m_scratch.open();
    EXPECT_EQ(decide(registry, kMia, Changes{change(0, "owner", "@kai")}).records[0].address->title.size(), 512U);
}

TEST_F(DecideTest, KeepsADecisionThatTheDatabaseCouldNotTake) {
    auto registry = m_scratch.open();
    {
        auto scanner = m_scratch.open();
        const WriteTransaction scan(scanner.database());
        auto deciding = m_scratch.open(OpenMode::Read);
        decide(deciding, kMia, Changes{change(0, "owner", "@kai")});
        EXPECT_EQ(m_scratch.valueOf("aaaaaaaaaa", "owner"), "@kai");
    }
    registry.catchUp();
    EXPECT_TRUE(registry.unstored().empty());
    EXPECT_EQ(m_scratch.valueOf("aaaaaaaaaa", "owner"), "@kai");
}

TEST_F(DecideTest, UndoTakesBackTheWholeLastAction) {
    auto registry = m_scratch.open();
    decide(registry, kMia, Changes{change(0, "owner", "@first")});
    decide(registry, kMia, Changes{change(0, "owner", "@kai"), change(1, "verdict", "prudent")});
    const auto result = undo(registry, kMia);
    EXPECT_EQ(result.takenBack.size(), 2U);
    EXPECT_EQ(result.written.itemCount(), 2U);
    EXPECT_EQ(m_scratch.valueOf("aaaaaaaaaa", "owner"), "@first");
    EXPECT_EQ(m_scratch.valueOf("bbbbbbbbbb", "verdict"), "(absent)");
}

TEST_F(DecideTest, UndoGoesFurtherBackEachTime) {
    auto registry = m_scratch.open();
    decide(registry, kMia, Changes{change(0, "owner", "@first")});
    decide(registry, kMia, Changes{change(0, "owner", "@second")});
    undo(registry, kMia);
    undo(registry, kMia);
    EXPECT_EQ(m_scratch.valueOf("aaaaaaaaaa", "owner"), "(absent)");
    EXPECT_TRUE(undo(registry, kMia).takenBack.empty());
}

TEST_F(DecideTest, UndoLeavesWhatOthersDecided) {
    auto registry = m_scratch.open();
    decide(registry, kMia, Changes{change(0, "owner", "@mia")});
    decide(registry, kKai, Changes{change(0, "due", "2027-01-01")});
    undo(registry, kMia);
    EXPECT_EQ(m_scratch.valueOf("aaaaaaaaaa", "owner"), "(absent)");
    EXPECT_EQ(m_scratch.valueOf("aaaaaaaaaa", "due"), "2027-01-01");
    EXPECT_TRUE(undo(registry, kMia).takenBack.empty());
}

TEST_F(DecideTest, UndoesAnActionOnThousandsOfItems) {
    auto registry = m_scratch.open();
    Changes many;
    for (int i = 0; i < 3000; ++i) {
        Change one;
        one.item = makeItemId({*m_snapshot->head, "a.cpp", "title", static_cast<std::uint32_t>(i)});
        one.field = field::kVerdict;
        one.value = "not-debt";
        many.push_back(one);
    }
    decide(registry, kMia, many);
    EXPECT_EQ(m_scratch.decided().items.size(), 3000U);
    EXPECT_EQ(undo(registry, kMia).takenBack.size(), 3000U);
    for (const auto& [id, item] : m_scratch.decided().items) EXPECT_TRUE(item.fields.empty());
}

TEST_F(DecideTest, UndoesManyFieldsOfOneItem) {
    auto registry = m_scratch.open();
    Changes many(200, change(0, "note", "again and again"));
    decide(registry, kMia, many);
    undo(registry, kMia);
    EXPECT_TRUE(m_scratch.decided().items.at(ItemId{"aaaaaaaaaa"}).notes.empty());
}

TEST_F(DecideTest, TellsTheHistoryOfAnItemUnderAllItsNames) {
    auto registry = m_scratch.open();
    decide(registry, kMia, Changes{change(1, "owner", "@kai")});
    m_snapshot->items[0].aliases = {ItemId{"bbbbbbbbbb"}};
    decide(registry, kKai, Changes{change(0, "owner", "@mia")});
    const auto history = decisionsAbout(registry, m_snapshot->items[0]);
    ASSERT_EQ(history.size(), 2U);
    EXPECT_EQ(history[0].fate, RecordFate::Replaced);
    EXPECT_EQ(history[1].record.value, "@mia");
}

TEST_F(DecideTest, SurvivesTheLossOfTheDatabase) {
    {
        auto registry = m_scratch.open();
        decide(registry, kMia, Changes{change(0, "owner", "@kai")});
    }
    std::filesystem::remove(m_scratch.location().database);
    auto registry = m_scratch.open();
    EXPECT_EQ(decide(registry, kMia, Changes{change(0, "owner", "@mia")}).records[0].seq, 2U);
}

} // namespace
} // namespace paydown
