// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/registry/history_store_sqlite.h"

#include "tests/support/scratch_repository.h"

#include <SQLiteCpp/Database.h>

namespace paydown {
namespace {

BlobId blobNumber(std::uint8_t number) {
    BlobId id;
    id.bytes.fill(number);
    return id;
}

HistoryBatch oneBlob(std::uint8_t number) {
    HistoryBatch batch;
    batch.blobs.push_back({blobNumber(number), std::nullopt});
    return batch;
}

/// A store in a file that others write too.
class HistoryStoreTest : public ::testing::Test {
protected:
    testing::ScratchFolder m_folder;
    std::string m_path = m_folder.path() + "/registry.db";
    Database m_database{m_path, OpenMode::Write};
    HistoryStoreSqlite m_store{m_database};
};

TEST_F(HistoryStoreTest, WritesAfterItHasReadAndAnotherHasWritten) {
    m_store.apply(oneBlob(1));
    ASSERT_TRUE(m_store.findBlob(blobNumber(1)).has_value());
    SQLite::Database(m_path, SQLite::OPEN_READWRITE).exec("CREATE TABLE other (text)");
    m_store.apply(oneBlob(2));
    EXPECT_TRUE(m_store.findBlob(blobNumber(2)).has_value());
}

TEST_F(HistoryStoreTest, KeepsNothingOfTheLogInUseOnceItHasWritten) {
    m_store.apply(oneBlob(1));
    ASSERT_TRUE(m_store.findBlob(blobNumber(1)).has_value());
    m_store.apply(oneBlob(2));
    SQLite::Database other(m_path, SQLite::OPEN_READWRITE);
    EXPECT_EQ(other.execAndGet("PRAGMA wal_checkpoint(TRUNCATE)").getInt(), 0) << "1 means that somebody reads";
}

} // namespace
} // namespace paydown
