// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace SQLite {
class Database;
}

namespace paydown {

/// Why the registry could not be used; what a caller may act on.
enum class RegistryProblem : std::uint8_t {
    Missing,  ///< There is no file, and it was opened for reading only.
    Corrupt,  ///< Not a database, or damaged. RegistryHandle sets it aside and starts anew.
    Newer,    ///< Written by a newer paydown; left untouched.
    Foreign,  ///< A database of another program; left untouched.
    Older,    ///< Of an older version, and it cannot be upgraded here.
    ReadOnly, ///< File or folder may not be written.
    Locked,   ///< Another process wrote for longer than the busy timeout.
    Full,     ///< The disk, or the user's quota, is full.
    Other
};

/// A failure of the registry, with what to do about it.
class RegistryError : public Error {
public:
    RegistryError(RegistryProblem problem, const std::string& what, std::string remedy)
        : Error(what, std::move(remedy)), m_problem(problem) {}

    [[nodiscard]] RegistryProblem problem() const noexcept { return m_problem; }

private:
    RegistryProblem m_problem;
};

enum class OpenMode : std::uint8_t {
    Read, ///< Never creates, upgrades or writes.
    Write ///< Creates the file and brings its schema up to date.
};

/// What a commit of a transaction survives.
enum class Durability : std::uint8_t {
    Full,  ///< A power cut: decisions.
    Normal ///< The end of the process; after a power cut the last commits may be gone, consistently: the walk.
};

/// One connection to the registry's SQLite file, as every thread needs its own: busy timeout first, write-ahead log
/// (a rollback journal where the file system cannot), foreign keys on, schema at its current version. Not for sharing
/// between threads.
class Database {
public:
    /// How long a writer waits for another one.
    static constexpr std::chrono::milliseconds kBusyTimeout{5000};

    /// Opens a file. @param fileMode permissions of a file that is created (its -wal and -shm files get the same).
    /// @throws RegistryError
    Database(const std::string& path, OpenMode mode, unsigned fileMode = 0644);
    /// An empty database in memory with the current schema: where there is no file to read, and for tests.
    Database();
    ~Database();
    Database(Database&&) noexcept;
    Database& operator=(Database&&) noexcept;

    /// The connection, for statements. Only core/registry may use it.
    [[nodiscard]] SQLite::Database& sqlite() const { return *m_sqlite; }
    [[nodiscard]] const std::string& path() const { return m_path; }
    /// Whether readers and a writer can work at the same time (WAL); false on file systems without shared memory.
    [[nodiscard]] bool hasWriteAheadLog() const { return m_wal; }

    /// Changes whenever another connection committed something; compare with an earlier value. Reads no page.
    [[nodiscard]] std::int64_t dataVersion() const;

    /// To be called in a catch block: throws the exception at hand as a RegistryError if it is SQLite's ("write
    /// history: registry /x/registry.db: disk is full"), else as it is. A damaged file is remembered beside it, so that
    /// the next opening for writing sets it aside. @param doing what was tried: "write history".
    [[noreturn]] void rethrow(std::string_view doing) const;

private:
    std::unique_ptr<SQLite::Database> m_sqlite;
    std::string m_path; ///< Empty in memory.
    bool m_wal = false;
};

/// A write transaction (BEGIN IMMEDIATE): rolled back unless committed. Waits for other writers at most
/// Database::kBusyTimeout. @throws RegistryError from the constructor and commit()
class WriteTransaction {
public:
    explicit WriteTransaction(Database& database, Durability durability = Durability::Normal);
    ~WriteTransaction();
    WriteTransaction(const WriteTransaction&) = delete;
    WriteTransaction& operator=(const WriteTransaction&) = delete;

    void commit();

private:
    Database& m_database;
    bool m_open = true;
};

/// A read transaction: everything read until its end is of one moment, whatever others write meanwhile. One may stand
/// inside of another.
class ReadTransaction {
public:
    explicit ReadTransaction(Database& database);
    ~ReadTransaction();
    ReadTransaction(const ReadTransaction&) = delete;
    ReadTransaction& operator=(const ReadTransaction&) = delete;

private:
    Database& m_database;
};

/// The file whose presence says that a damage was met: the next opening for writing sets the database aside.
[[nodiscard]] std::string damageMarkerOf(const std::string& databasePath);

} // namespace paydown
