// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/registry/registry_handle.h"

#include "core/decisions/record_codec.h"
#include "core/registry/decision_store.h"
#include "core/registry/history_schema.h"
#include "core/registry/migrations.h"
#include "tests/core/decisions/sample_records.h"
#include "tests/support/scratch_repository.h"

#include <SQLiteCpp/Database.h>
#include <filesystem>
#include <fstream>
#include <sys/stat.h>

namespace paydown {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::UnorderedElementsAre;
using Records = std::vector<DecisionRecord>;

class RegistryHandleTest : public ::testing::Test {
protected:
    RegistryHandleTest() : m_location(locateRegistry({m_folder.path(), "", ""})) {}

    [[nodiscard]] RegistryHandle openForWriting() const { return RegistryHandle::open(m_location, OpenMode::Write); }
    [[nodiscard]] RegistryHandle openForReading() const { return RegistryHandle::open(m_location, OpenMode::Read); }
    /// As another process would, with the tables none the wiser.
    void appendToLog(const Records& records) const {
        createFolder(m_location);
        DecisionLog(m_location.log).lockForAppend().append(records);
    }
    [[nodiscard]] std::vector<std::string> namesInFolder() const {
        std::vector<std::string> names;
        for (const auto& entry : fs::directory_iterator(m_location.folder)) names.push_back(entry.path().filename());
        return names;
    }

    testing::ScratchFolder m_folder;
    RegistryLocation m_location;
};

std::vector<std::string> idsOf(const Records& records) {
    std::vector<std::string> ids;
    for (const auto& record : records) ids.push_back(record.id);
    return ids;
}

Records threeRecords() {
    return {recordOf(1, 1, "owner", "@mia"), recordOf(2, 2, "owner", "@kai"), recordOf(3, 3, "verdict", "reckless")};
}

TEST_F(RegistryHandleTest, CreatesNothingWhenOpenedForReading) {
    auto registry = openForReading();
    EXPECT_TRUE(registry.records().empty());
    EXPECT_FALSE(fs::exists(m_location.folder));
    EXPECT_FALSE(RegistryHandle::exists(m_location));
}

TEST_F(RegistryHandleTest, ShowsDecisionsOfTheLogThoughThereIsNoDatabase) {
    appendToLog(threeRecords());
    EXPECT_THAT(idsOf(openForReading().records()), ElementsAre(ulidOf(1), ulidOf(2), ulidOf(3)));
    EXPECT_FALSE(RegistryHandle::exists(m_location));
}

TEST_F(RegistryHandleTest, ReplaysTheLogThatItLacks) {
    { const auto created = openForWriting(); }
    appendToLog(threeRecords());
    auto registry = openForWriting();
    EXPECT_TRUE(registry.unstored().empty());
    EXPECT_EQ(DecisionStore(registry.database()).all().size(), 3U);
}

TEST_F(RegistryHandleTest, GivesBackRecordsAsTheyWereWritten) {
    DecisionRecord record = recordOf(1, 1, "owner", "@mia");
    record.address = Address{*parseObjectId<CommitId>(std::string(40, 'a')), "src/\xE9.cpp", "title", 1, 5};
    record.note = "a note";
    record.takesBack = {ulidOf(8), ulidOf(9)};
    record.unknown = R"({"colour":"red"})";
    appendToLog({record});
    const std::string line = encodeRecord(record).value();
    auto registry = openForWriting();
    EXPECT_EQ(encodeRecord(DecisionStore(registry.database()).all().at(0)).value(), line);
}

TEST_F(RegistryHandleTest, BringsAllDecisionsBackWhenTheDatabaseIsDeleted) {
    appendToLog(threeRecords());
    { const auto created = openForWriting(); }
    fs::remove(m_location.database);
    EXPECT_EQ(openForWriting().records().size(), 3U);
}

TEST_F(RegistryHandleTest, SetsADatabaseAsideThatIsNone) {
    appendToLog(threeRecords());
    m_folder.write("paydown/registry.db", std::string(10000, 'x'));
    auto registry = openForWriting();
    EXPECT_EQ(registry.records().size(), 3U);
    ASSERT_EQ(registry.notices().size(), 1U);
    EXPECT_THAT(registry.notices()[0], ::testing::HasSubstr("registry.db.set-aside-"));
    EXPECT_THAT(namesInFolder(), ::testing::Contains(::testing::StartsWith("registry.db.set-aside-")));
}

// Every page in turn: some damages show at once, some only when they are met.
TEST_F(RegistryHandleTest, LosesNoDecisionWhateverPageOfTheDatabaseIsDamaged) {
    appendToLog(threeRecords());
    {
        auto created = openForWriting();
        created.database().sqlite().exec("PRAGMA wal_checkpoint(TRUNCATE)");
    }
    const std::string sound = m_folder.read("paydown/registry.db");
    constexpr std::size_t kPage = 4096;
    for (std::size_t page = 0; page * kPage < sound.size(); ++page) {
        std::string damaged = sound;
        damaged.replace(page * kPage, kPage, kPage, '\x5A');
        for (const auto* suffix : {"-wal", "-shm"}) fs::remove(m_location.database + suffix);
        m_folder.write("paydown/registry.db", damaged);
        std::size_t found = 0;
        for (int attempt = 0; attempt < 2 && found != 3; ++attempt) {
            try {
                found = openForWriting().records().size();
            } catch (const RegistryError& error) {
                EXPECT_EQ(error.problem(), RegistryProblem::Corrupt) << "page " << page << ": " << error.what();
            }
        }
        EXPECT_EQ(found, 3U) << "page " << page;
    }
}

TEST_F(RegistryHandleTest, SetsAsideWhatWasFoundDamagedWhileReading) {
    { const auto created = openForWriting(); }
    std::ofstream(damageMarkerOf(m_location.database)).flush();
    const auto registry = openForWriting();
    EXPECT_EQ(registry.notices().size(), 1U);
    EXPECT_FALSE(fs::exists(damageMarkerOf(m_location.database)));
}

TEST_F(RegistryHandleTest, TakesAnOlderCopyOfItsDatabase) {
    appendToLog({recordOf(1, 1, "owner", "@mia")});
    { openForWriting().database().sqlite().exec("PRAGMA wal_checkpoint(TRUNCATE)"); }
    fs::copy(m_location.database, m_folder.path() + "/older.db");
    appendToLog({recordOf(2, 2, "owner", "@kai")});
    { const auto newer = openForWriting(); }
    for (const auto* suffix : {"-wal", "-shm"}) fs::remove(m_location.database + suffix);
    fs::copy(m_folder.path() + "/older.db", m_location.database, fs::copy_options::overwrite_existing);
    EXPECT_THAT(idsOf(openForWriting().records()), ElementsAre(ulidOf(1), ulidOf(2)));
}

TEST_F(RegistryHandleTest, WritesBackToTheLogWhatOnlyTheDatabaseStillKnows) {
    appendToLog(threeRecords());
    { const auto stored = openForWriting(); }
    fs::remove(m_location.log);
    auto registry = openForWriting();
    EXPECT_THAT(idsOf(registry.log().read().records), ElementsAre(ulidOf(1), ulidOf(2), ulidOf(3)));
    EXPECT_EQ(registry.records().size(), 3U);
    EXPECT_EQ(registry.notices().size(), 1U);
}

TEST_F(RegistryHandleTest, UnitesADatabaseWithALogThatIsNotItsOwn) {
    appendToLog(threeRecords());
    { const auto stored = openForWriting(); }
    fs::remove(m_location.log);
    appendToLog({recordOf(7, 1, "owner", "@ann"), recordOf(2, 2, "owner", "@kai")});
    EXPECT_THAT(idsOf(openForReading().records()), UnorderedElementsAre(ulidOf(1), ulidOf(2), ulidOf(3), ulidOf(7)));
    EXPECT_THAT(idsOf(openForWriting().records()), UnorderedElementsAre(ulidOf(1), ulidOf(2), ulidOf(3), ulidOf(7)));
    EXPECT_EQ(DecisionLog(m_location.log).read().records.size(), 4U);
}

TEST_F(RegistryHandleTest, FinishesAnActionThatAKillCutOff) {
    createFolder(m_location);
    m_folder.write("paydown/decisions.jsonl.pending", encodeRecord(recordOf(1, 1, "owner", "@mia")).value() + "\n");
    EXPECT_THAT(idsOf(openForWriting().records()), ElementsAre(ulidOf(1)));
}

TEST_F(RegistryHandleTest, ShowsDecisionsThatTheTablesLackWhileAScanWrites) {
    auto registry = openForWriting();
    auto scanner = openForWriting();
    registry.database().sqlite().setBusyTimeout(1);
    const WriteTransaction scan(scanner.database());
    appendToLog(threeRecords());
    registry.catchUp();
    EXPECT_EQ(registry.unstored().size(), 3U);
    EXPECT_EQ(registry.records().size(), 3U);
    const std::vector<ItemId> items{ItemId{"aaaaaaaaaa"}};
    EXPECT_EQ(registry.recordsOf(items).size(), 3U);
    std::vector<std::string> latest;
    registry.visitLatestBy({"", "mia@corp.example"}, [&](const DecisionRecord& record) {
        latest.push_back(record.id);
        return latest.size() < 2;
    });
    EXPECT_THAT(latest, ElementsAre(ulidOf(3), ulidOf(2)));
}

TEST_F(RegistryHandleTest, NoticesWhatOthersWrite) {
    auto registry = openForWriting();
    EXPECT_FALSE(registry.hasChanged());
    appendToLog(threeRecords());
    EXPECT_TRUE(registry.hasChanged());
    EXPECT_FALSE(registry.hasChanged());
}

TEST_F(RegistryHandleTest, UpgradesAnOlderRegistryThatIsOnlyToBeRead) {
    createFolder(m_location);
    {
        SQLite::Database old(m_location.database, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        // What version 1 was: the tables of history alone.
        old.exec(kHistorySchema);
        old.exec("PRAGMA user_version=1");
    }
    auto registry = openForReading();
    EXPECT_EQ(schemaVersionOf(registry.database()), currentSchemaVersion());
}

TEST_F(RegistryHandleTest, LetsTheLesserLineWinWhereTwoRecordsBearOneId) {
    const DecisionRecord one = recordOf(1, 1, "owner", "@mia");
    const DecisionRecord other = recordOf(1, 1, "owner", "@kai");
    appendToLog({one});
    appendToLog({other});
    const auto records = openForWriting().records();
    ASSERT_EQ(records.size(), 1U);
    EXPECT_EQ(records[0].value, "@kai");
}

TEST_F(RegistryHandleTest, ResolvesAddressesOnceHistoryKnows) {
    DecisionRecord early = recordOf(1, 1, "owner", "@mia");
    early.item = {};
    early.address = Address{*parseObjectId<CommitId>(std::string(40, 'a')), "a.cpp", "title", 0, 5};
    appendToLog({early});
    auto registry = openForWriting();
    DecisionStore store(registry.database());
    EXPECT_EQ(store.resolveAddresses([](const Address&) { return std::nullopt; }), 0U);
    EXPECT_EQ(store.resolveAddresses([](const Address&) { return ItemId{"cccccccccc"}; }), 1U);
    const std::vector<ItemId> items{ItemId{"cccccccccc"}};
    EXPECT_THAT(idsOf(registry.recordsOf(items)), ElementsAre(ulidOf(1)));
    EXPECT_EQ(registry.records().at(0).item.value, "cccccccccc");
}

TEST_F(RegistryHandleTest, SaysThatAReadOnlyRegistryCannotBeWritten) {
    // The superuser may write anywhere, so the place itself is one where nobody can.
    const RegistryLocation nowhere = locateRegistry({"", "/proc/paydown/registry.db", ""});
    try {
        (void)RegistryHandle::open(nowhere, OpenMode::Write);
        ADD_FAILURE() << "nothing was thrown";
    } catch (const Error& error) {
        EXPECT_THAT(error.line(), ::testing::HasSubstr("--registry"));
    }
}

} // namespace
} // namespace paydown
