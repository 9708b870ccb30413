// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/registry/database.h"

#include "core/registry/migrations.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <SQLiteCpp/Statement.h>
#include <filesystem>
#include <fstream>
#include <sys/stat.h>
#include <unistd.h>

namespace paydown {
namespace {

namespace fs = std::filesystem;

class DatabaseTest : public ::testing::Test {
protected:
    void SetUp() override {
        std::string name = (fs::temp_directory_path() / "paydown-database-XXXXXX").string();
        ASSERT_NE(::mkdtemp(name.data()), nullptr);
        m_folder = name;
        m_path = m_folder / "registry.db";
    }
    void TearDown() override { fs::remove_all(m_folder); }

    [[nodiscard]] std::string path() const { return m_path.string(); }
    [[nodiscard]] std::string bytes() const {
        std::ifstream file(m_path, std::ios::binary);
        return {std::istreambuf_iterator<char>(file), {}};
    }
    void writeFile(std::string_view text) const { std::ofstream(m_path, std::ios::binary) << text; }

    fs::path m_folder;
    fs::path m_path;
};

RegistryProblem problemOf(const std::function<void()>& attempt) {
    try {
        attempt();
    } catch (const RegistryError& error) {
        EXPECT_FALSE(error.remedy().empty()) << error.what();
        return error.problem();
    }
    ADD_FAILURE() << "nothing was thrown";
    return RegistryProblem::Other;
}

TEST_F(DatabaseTest, IsCreatedWithTheCurrentSchemaAndAWriteAheadLog) {
    const Database database(path(), OpenMode::Write);
    EXPECT_EQ(schemaVersionOf(database), currentSchemaVersion());
    EXPECT_TRUE(database.hasWriteAheadLog());
    EXPECT_TRUE(database.sqlite().tableExists("decision_record"));
    EXPECT_TRUE(database.sqlite().tableExists("history_item"));
}

TEST_F(DatabaseTest, EnforcesForeignKeys) {
    const Database database(path(), OpenMode::Write);
    EXPECT_EQ(database.sqlite().execAndGet("PRAGMA foreign_keys").getInt(), 1);
}

TEST_F(DatabaseTest, WaitsForOtherWritersBeforeAnythingElse) {
    const Database database(path(), OpenMode::Write);
    EXPECT_EQ(database.sqlite().execAndGet("PRAGMA busy_timeout").getInt(), Database::kBusyTimeout.count());
}

TEST_F(DatabaseTest, SaysThatThereIsNoneToRead) {
    EXPECT_EQ(problemOf([&] { Database(path(), OpenMode::Read); }), RegistryProblem::Missing);
    EXPECT_FALSE(fs::exists(m_path));
}

TEST_F(DatabaseTest, RefusesANewerVersionAndLeavesItUntouched) {
    {
        const Database database(path(), OpenMode::Write);
        database.sqlite().exec(fmt::format("PRAGMA user_version={}", currentSchemaVersion() + 1));
        database.sqlite().exec("PRAGMA wal_checkpoint(TRUNCATE)");
    }
    const std::string before = bytes();
    EXPECT_EQ(problemOf([&] { Database(path(), OpenMode::Write); }), RegistryProblem::Newer);
    EXPECT_EQ(problemOf([&] { Database(path(), OpenMode::Read); }), RegistryProblem::Newer);
    EXPECT_EQ(bytes(), before);
}

TEST_F(DatabaseTest, TellsAFileThatIsNoDatabase) {
    writeFile(std::string(8192, 'x'));
    EXPECT_EQ(problemOf([&] { Database(path(), OpenMode::Write); }), RegistryProblem::Corrupt);
}

TEST_F(DatabaseTest, RemembersADamageThatWasMetWhileReading) {
    const Database database(path(), OpenMode::Write);
    const auto meetDamage = [&] {
        try {
            throw SQLite::Exception("database disk image is malformed", 11);
        } catch (...) {
            database.rethrow("read history");
        }
    };
    EXPECT_EQ(problemOf(meetDamage), RegistryProblem::Corrupt);
    EXPECT_TRUE(fs::exists(damageMarkerOf(path())));
}

TEST_F(DatabaseTest, SaysThatTheDiskIsFullAndWhatToDo) {
    Database database(path(), OpenMode::Write);
    const int pages = database.sqlite().execAndGet("PRAGMA page_count").getInt();
    database.sqlite().execAndGet(fmt::format("PRAGMA max_page_count={}", pages));
    const auto fill = [&] {
        WriteTransaction transaction(database);
        try {
            database.sqlite().exec("CREATE TABLE big (x); INSERT INTO big VALUES (zeroblob(1000000))");
        } catch (...) {
            database.rethrow("write history");
        }
    };
    EXPECT_EQ(problemOf(fill), RegistryProblem::Full);
    EXPECT_FALSE(database.sqlite().tableExists("big"));
}

TEST_F(DatabaseTest, SaysWhoIsInTheWayWhenLocked) {
    Database first(path(), OpenMode::Write);
    Database second(path(), OpenMode::Write);
    second.sqlite().setBusyTimeout(1);
    const WriteTransaction writing(first);
    EXPECT_EQ(problemOf([&] { const WriteTransaction waiting(second); }), RegistryProblem::Locked);
}

TEST_F(DatabaseTest, RollsBackWhatWasNotCommitted) {
    Database database(path(), OpenMode::Write);
    {
        const WriteTransaction transaction(database);
        database.sqlite().exec("INSERT INTO decision_actor (name, email) VALUES ('a', 'b')");
    }
    EXPECT_EQ(database.sqlite().execAndGet("SELECT count(*) FROM decision_actor").getInt(), 0);
}

TEST_F(DatabaseTest, NoticesThatAnotherConnectionWrote) {
    Database reader(path(), OpenMode::Write);
    Database writer(path(), OpenMode::Write);
    const auto before = reader.dataVersion();
    EXPECT_EQ(reader.dataVersion(), before);
    WriteTransaction transaction(writer);
    writer.sqlite().exec("INSERT INTO decision_actor (name, email) VALUES ('a', 'b')");
    transaction.commit();
    EXPECT_NE(reader.dataVersion(), before);
}

TEST_F(DatabaseTest, ReadsWhileAnotherWrites) {
    Database writer(path(), OpenMode::Write);
    const WriteTransaction transaction(writer);
    const Database reader(path(), OpenMode::Read);
    EXPECT_EQ(reader.sqlite().execAndGet("SELECT count(*) FROM decision_record").getInt(), 0);
}

TEST_F(DatabaseTest, OpenedForReadingNeverWrites) {
    { const Database created(path(), OpenMode::Write); }
    Database reader(path(), OpenMode::Read);
    const auto write = [&] {
        WriteTransaction transaction(reader);
        try {
            reader.sqlite().exec("INSERT INTO decision_actor (name, email) VALUES ('a', 'b')");
        } catch (...) {
            reader.rethrow("write");
        }
    };
    EXPECT_EQ(problemOf(write), RegistryProblem::ReadOnly);
}

TEST_F(DatabaseTest, GivesItsFilesTheModeOfASharedRepository) {
    const Database database(path(), OpenMode::Write, 0664);
    struct stat status {};
    ASSERT_EQ(::stat(path().c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777U, 0664U);
    ASSERT_EQ(::stat((path() + "-wal").c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777U, 0664U);
}

TEST_F(DatabaseTest, LeavesTheFilesOfItsLogEmptiedForTheNextThatOpensIt) {
    {
        const Database database(path(), OpenMode::Write);
        database.sqlite().exec("CREATE TABLE kept (text)");
        database.sqlite().exec("INSERT INTO kept VALUES ('x')");
        EXPECT_GT(std::filesystem::file_size(path() + "-wal"), 0U);
    }
    EXPECT_EQ(std::filesystem::file_size(path() + "-wal"), 0U);
    EXPECT_TRUE(std::filesystem::exists(path() + "-shm"));
    // The file alone holds everything, as a copy of it must.
    std::filesystem::remove(path() + "-wal");
    std::filesystem::remove(path() + "-shm");
    const Database again(path(), OpenMode::Read);
    EXPECT_EQ(SQLite::Database(path()).execAndGet("SELECT text FROM kept").getString(), "x");
}

TEST_F(DatabaseTest, RefusesTheDatabaseOfAnotherProgramAndLeavesItUntouched) {
    SQLite::Database(path(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE).exec("CREATE TABLE addresses (name)");
    const std::string before = bytes();
    EXPECT_EQ(problemOf([&] { Database(path(), OpenMode::Write); }), RegistryProblem::Foreign);
    EXPECT_EQ(bytes(), before);
}

} // namespace
} // namespace paydown
