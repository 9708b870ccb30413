// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/registry/database.h"

#include "core/registry/migrations.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <SQLiteCpp/Statement.h>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <sqlite3.h>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>

namespace paydown {

namespace {

RegistryProblem problemOf(int code) {
    switch (code & 0xFF) {
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB: return RegistryProblem::Corrupt;
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH: return RegistryProblem::ReadOnly;
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return RegistryProblem::Locked;
    case SQLITE_FULL: return RegistryProblem::Full;
    default: return RegistryProblem::Other;
    }
}

std::string remedyFor(RegistryProblem problem) {
    switch (problem) {
    case RegistryProblem::Missing: return "run 'paydown scan'";
    case RegistryProblem::Corrupt:
        return "run 'paydown scan': the file is kept under another name, history is read again, decisions come back "
               "from their log";
    case RegistryProblem::ReadOnly:
        return "make it writable, or name another place with --registry or PAYDOWN_REGISTRY";
    case RegistryProblem::Locked: return "another paydown is writing; try again in a moment";
    case RegistryProblem::Full: return "free some space and run it again; nothing that was written before is lost";
    default: return "check the disk, or name another place with --registry or PAYDOWN_REGISTRY";
    }
}

/// SQLite's sentence, with the system's one where SQLite only says that it could not.
std::string causeOf(const SQLite::Exception& error) {
    std::string cause = error.what();
    const int code = error.getErrorCode() & 0xFF;
    if ((code == SQLITE_CANTOPEN || code == SQLITE_IOERR) && errno != 0)
        cause += fmt::format(" ({})", std::strerror(errno));
    return cause;
}

RegistryError translated(const SQLite::Exception& error, std::string_view doing, const std::string& path) {
    const RegistryProblem problem = problemOf(error.getErrorCode());
    return {problem, fmt::format("{}: registry {}: {}", doing, path, causeOf(error)), remedyFor(problem)};
}

/// Leaves a note for the next opening; that it cannot be left is no reason to hide the damage itself.
void rememberDamage(const std::string& path) {
    const int fd = ::open(damageMarkerOf(path).c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0644);
    if (fd >= 0) ::close(fd);
}

/// SQLite creates files as the umask says; a shared repository may want more. Its -wal and -shm take after this file.
void createWithMode(const std::string& path, unsigned fileMode) {
    const int fd = ::open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
    if (fd < 0) return; // It is there already, or SQLite will say why it cannot be made.
    if ((fileMode & 0777U) != 0644U) ::fchmod(fd, static_cast<mode_t>(fileMode));
    ::close(fd);
}

/// A path as SQLite's URI, for the one option that only URIs have.
std::string immutableUri(const std::string& path) {
    std::string uri = "file:";
    for (const char c : path) {
        if (c == '%' || c == '?' || c == '#')
            uri += fmt::format("%{:02x}", static_cast<unsigned char>(c));
        else
            uri.push_back(c);
    }
    return uri + "?immutable=1";
}

std::unique_ptr<SQLite::Database> connect(const std::string& name, int flags) {
    constexpr auto kTimeout = static_cast<int>(Database::kBusyTimeout.count());
    return std::make_unique<SQLite::Database>(name, flags, kTimeout);
}

/// Opening is lazy in SQLite: only a first read tells whether the file can be used.
void touchSchema(SQLite::Database& database) { database.execAndGet("SELECT count(*) FROM sqlite_schema"); }

std::unique_ptr<SQLite::Database> openForReading(const std::string& path) {
    auto database = connect(path, SQLite::OPEN_READONLY);
    try {
        touchSchema(*database);
        return database;
    } catch (const SQLite::Exception& error) {
        const int code = error.getErrorCode() & 0xFF;
        if (code != SQLITE_CANTOPEN && code != SQLITE_READONLY) throw;
    }
    // A write-ahead log on a read-only medium: nobody can be writing, so the file alone is all there is.
    database = connect(immutableUri(path), SQLite::OPEN_READONLY | SQLite::OPEN_URI);
    touchSchema(*database);
    return database;
}

/// Before anything is changed: is this a registry, and one that this program may write?
void refuseWhatIsNotOurs(const Database& database) {
    // One statement, so one moment: between two, another process may make this very file a registry.
    SQLite::Statement found(database.sqlite(),
                            "SELECT user_version, (SELECT count(*) FROM sqlite_schema) FROM pragma_user_version");
    found.executeStep();
    const int version = found.getColumn(0).getInt();
    if (version > currentSchemaVersion()) throwNewer(database.path(), version);
    if (version > 0 || found.getColumn(1).getInt() == 0) return;
    throw RegistryError(RegistryProblem::Foreign,
                        fmt::format("{} is a database of something else, not a registry", database.path()),
                        "name another file with --registry or PAYDOWN_REGISTRY; this one was left as it is");
}

/// SQLite does not wait for a lock while it changes the mode (two that change it could wait for each other), so this
/// does; with a file that is in the mode already nothing is locked, and nobody waits.
std::string changeJournalMode(SQLite::Database& database, const char* mode) {
    constexpr std::chrono::milliseconds kPause{5};
    const auto deadline = std::chrono::steady_clock::now() + Database::kBusyTimeout;
    for (;;) {
        try {
            return database.execAndGet(fmt::format("PRAGMA journal_mode={}", mode)).getString();
        } catch (const SQLite::Exception& error) {
            const bool isBusy = (error.getErrorCode() & 0xFF) == SQLITE_BUSY;
            if (!isBusy || std::chrono::steady_clock::now() >= deadline) throw;
        }
        std::this_thread::sleep_for(kPause);
    }
}

/// Leaves the files of the log, emptied, for whoever opens the registry next: making and removing them took a tenth of
/// a command that has nothing to do.
void keepLogFiles(SQLite::Database& database) {
    int on = 1;
    sqlite3_file_control(database.getHandle(), nullptr, SQLITE_FCNTL_PERSIST_WAL, &on);
    database.exec("PRAGMA journal_size_limit=0");
}

/// A history of 100,000 commits is a database of 20 MB, whose indexes are written all over: they stay in memory, and
/// the log is taken over into the file now and then instead of behind every batch. Costs nothing where little is
/// written.
void prepareForLongScans(SQLite::Database& database) {
    database.exec("PRAGMA cache_size=-32768");       // KiB
    database.exec("PRAGMA wal_autocheckpoint=8000"); // pages
}

/// Nobody asks SQLite how much memory it has, and counting takes a lock for each piece. Refused once a database is
/// open; then it counts.
void leaveOutMemoryCounts() {
    static const int result = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    static_cast<void>(result);
}

bool turnOnWriteAheadLog(SQLite::Database& database) {
    if (changeJournalMode(database, "WAL") == "wal") {
        keepLogFiles(database);
        return true;
    }
    changeJournalMode(database, "DELETE");
    return false;
}

} // namespace

Database::Database(const std::string& path, OpenMode mode, unsigned fileMode) : m_path(path) {
    leaveOutMemoryCounts();
    errno = 0;
    if (mode == OpenMode::Read && !std::filesystem::exists(path)) {
        throw RegistryError(RegistryProblem::Missing, fmt::format("open registry {}: there is none yet", path),
                            remedyFor(RegistryProblem::Missing));
    }
    try {
        if (mode == OpenMode::Read) {
            m_sqlite = openForReading(path);
            m_wal = m_sqlite->execAndGet("PRAGMA journal_mode").getString() == "wal";
        } else {
            createWithMode(path, fileMode);
            m_sqlite = connect(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
            refuseWhatIsNotOurs(*this);
            m_wal = turnOnWriteAheadLog(*m_sqlite);
        }
        m_sqlite->exec("PRAGMA foreign_keys=ON");
        prepareForLongScans(*m_sqlite);
    } catch (const SQLite::Exception&) {
        rethrow("open");
    }
    if (mode == OpenMode::Write) {
        migrate(*this);
        return;
    }
    const int version = schemaVersionOf(*this);
    if (version == currentSchemaVersion()) return;
    if (version > currentSchemaVersion()) throwNewer(path, version);
    throw RegistryError(RegistryProblem::Older, fmt::format("registry {} is of the older version {}", path, version),
                        "run 'paydown scan' where it can be written, to bring it up to date");
}

Database::Database() {
    m_sqlite = std::make_unique<SQLite::Database>(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    m_sqlite->exec("PRAGMA foreign_keys=ON");
    migrate(*this);
}

Database::~Database() = default;
Database::Database(Database&&) noexcept = default;
Database& Database::operator=(Database&&) noexcept = default;

std::int64_t Database::dataVersion() const {
    try {
        return m_sqlite->execAndGet("PRAGMA data_version").getInt64();
    } catch (const SQLite::Exception&) {
        rethrow("look for changes");
    }
}

void Database::rethrow(std::string_view doing) const {
    try {
        throw;
    } catch (const SQLite::Exception& error) {
        auto failure = translated(error, doing, m_path.empty() ? "in memory" : m_path);
        if (failure.problem() == RegistryProblem::Corrupt && !m_path.empty()) rememberDamage(m_path);
        throw failure; // NOLINT(misc-throw-by-value-catch-by-reference)
    }
}

WriteTransaction::WriteTransaction(Database& database, Durability durability) : m_database(database) {
    try {
        auto& sqlite = database.sqlite();
        sqlite.exec(durability == Durability::Full ? "PRAGMA synchronous=FULL" : "PRAGMA synchronous=NORMAL");
        sqlite.exec("BEGIN IMMEDIATE");
    } catch (const SQLite::Exception&) {
        database.rethrow("begin to write");
    }
}

WriteTransaction::~WriteTransaction() {
    // A failure to roll back leaves nothing to do: SQLite has then rolled back itself.
    if (m_open) m_database.sqlite().tryExec("ROLLBACK");
}

void WriteTransaction::commit() {
    try {
        m_database.sqlite().exec("COMMIT");
        m_open = false;
    } catch (const SQLite::Exception&) {
        m_database.rethrow("write");
    }
}

ReadTransaction::ReadTransaction(Database& database) : m_database(database) {
    try {
        database.sqlite().exec("SAVEPOINT reading"); // Unlike BEGIN, it may stand inside of another.
    } catch (const SQLite::Exception&) {
        database.rethrow("begin to read");
    }
}

ReadTransaction::~ReadTransaction() { m_database.sqlite().tryExec("RELEASE reading"); }

std::string damageMarkerOf(const std::string& databasePath) { return databasePath + ".damaged"; }

} // namespace paydown
