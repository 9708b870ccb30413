// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/registry/migrations.h"

#include "core/registry/database.h"
#include "tests/support/scratch_repository.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <filesystem>
#include <fstream>
#include <map>

namespace paydown {
namespace {

/// The stored registry of a version: tests/core/registry/versions/version-N.sql
std::string storedVersion(int version) {
    std::ifstream file(fmt::format("{}/version-{}.sql", PAYDOWN_VERSIONS_DIR, version));
    return {std::istreambuf_iterator<char>(file), {}};
}

/// Tables and indexes by name, with blanks made equal.
std::map<std::string, std::string> schemaOf(SQLite::Database& database) {
    std::map<std::string, std::string> schema;
    SQLite::Statement query(database, "SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL");
    while (query.executeStep()) {
        std::string sql = query.getColumn(1).getString();
        std::erase_if(sql, [](char c) { return c == ' ' || c == '\n' || c == '"'; });
        schema[query.getColumn(0).getString()] = sql;
    }
    return schema;
}

class MigrationSteps : public ::testing::Test {
protected:
    [[nodiscard]] std::string path() const { return m_folder.path() + "/registry.db"; }
    void store(int version) const {
        const std::string sql = storedVersion(version);
        ASSERT_FALSE(sql.empty()) << "store a registry of version " << version << " as the others are";
        SQLite::Database(path(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE).exec(sql);
    }

    testing::ScratchFolder m_folder;
};

class Migrations : public MigrationSteps, public ::testing::WithParamInterface<int> {};

TEST_P(Migrations, BringAStoredRegistryToTheSchemaOfANewOne) {
    store(GetParam());
    const Database upgraded(path(), OpenMode::Write);
    const Database fresh;
    EXPECT_EQ(schemaVersionOf(upgraded), currentSchemaVersion());
    EXPECT_EQ(schemaOf(upgraded.sqlite()), schemaOf(fresh.sqlite()));
}

TEST_P(Migrations, KeepWhatWasStored) {
    store(GetParam());
    const Database upgraded(path(), OpenMode::Write);
    EXPECT_EQ(upgraded.sqlite().execAndGet("SELECT value FROM history_meta").getString(), "1");
    EXPECT_EQ(upgraded.sqlite().execAndGet("SELECT count(*) FROM decision_record").getInt(), GetParam() >= 2 ? 1 : 0);
}

INSTANTIATE_TEST_SUITE_P(EveryVersion, Migrations, ::testing::Range(1, currentSchemaVersion() + 1));

TEST_F(MigrationSteps, StopBetweenStepsWithAWholeVersion) {
    store(1);
    {
        // What the second step makes is in the way, so it fails and leaves the first as it was.
        SQLite::Database(path(), SQLite::OPEN_READWRITE).exec("CREATE TABLE decision_source (in_the_way)");
        EXPECT_THROW(Database(path(), OpenMode::Write), RegistryError);
    }
    SQLite::Database after(path());
    EXPECT_EQ(after.execAndGet("PRAGMA user_version").getInt(), 1);
    EXPECT_FALSE(after.tableExists("decision_record"));
}

TEST_F(MigrationSteps, AreDoneOnceThoughTwoOpenAtOnce) {
    store(1);
    const Database first(path(), OpenMode::Write);
    Database second(path(), OpenMode::Write);
    EXPECT_NO_THROW(migrate(second));
}

} // namespace
} // namespace paydown
