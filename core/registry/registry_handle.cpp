// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/registry/registry_handle.h"

#include "core/decisions/fold.h"
#include "core/registry/decision_store.h"

#include <algorithm>
#include <filesystem>
#include <unistd.h>
#include <unordered_set>

namespace paydown {

namespace fs = std::filesystem;

namespace {

bool fileExists(const std::string& path) { return ::access(path.c_str(), F_OK) == 0; }

/// "registry.db.set-aside-2026-11-23T10-00-00Z", with a number behind it if there is one already.
std::string nameForSetAside(const std::string& database) {
    std::string stamp = formatTimestamp(now()).substr(0, 19) + "Z";
    std::ranges::replace(stamp, ':', '-');
    const std::string base = database + ".set-aside-" + stamp;
    std::string name = base;
    for (int number = 2; fileExists(name); ++number) name = fmt::format("{}-{}", base, number);
    return name;
}

bool isDamaged(const std::string& path) {
    try {
        const Database attempt(path, OpenMode::Read);
        return false;
    } catch (const RegistryError& error) {
        return error.problem() == RegistryProblem::Corrupt;
    }
}

} // namespace

RegistryHandle::RegistryHandle(const RegistryLocation& location, OpenMode mode)
    : m_location(location), m_mode(mode), m_log(location.log, location.fileMode) {}

RegistryHandle RegistryHandle::open(const RegistryLocation& location, OpenMode mode) {
    RegistryHandle handle(location, mode);
    if (mode == OpenMode::Write) createFolder(location);
    if (fileExists(damageMarkerOf(location.database))) handle.setDamagedAside();
    try {
        handle.openDatabase();
    } catch (const RegistryError& error) {
        if (error.problem() != RegistryProblem::Corrupt) throw;
        handle.setDamagedAside();
        handle.openDatabase();
    }
    if (mode == OpenMode::Write) handle.catchUp();
    handle.m_seenDataVersion = handle.m_database->dataVersion();
    handle.m_seenLogBytes = handle.m_log.size();
    return handle;
}

bool RegistryHandle::exists(const RegistryLocation& location) { return fileExists(location.database); }

void RegistryHandle::openDatabase() {
    if (m_mode == OpenMode::Read && !exists(m_location)) {
        m_database = std::make_unique<Database>();
        return;
    }
    try {
        m_database = std::make_unique<Database>(m_location.database, m_mode, m_location.fileMode);
    } catch (const RegistryError& error) {
        if (error.problem() != RegistryProblem::Older) throw;
        // Upgrading is the one thing that reading may have to write for.
        const Database upgraded(m_location.database, OpenMode::Write, m_location.fileMode);
        m_database = std::make_unique<Database>(m_location.database, m_mode, m_location.fileMode);
    }
}

void RegistryHandle::setDamagedAside() {
    const std::string& database = m_location.database;
    const std::string marker = damageMarkerOf(database);
    // One process does it; the others then find a sound database, or none.
    const FileLock lock = FileLock::acquire(database + ".lock", m_location.fileMode);
    if (!fileExists(marker) && !isDamaged(database)) return;
    const std::string aside = nameForSetAside(database);
    std::error_code error;
    fs::rename(database, aside, error);
    if (error && error != std::errc::no_such_file_or_directory) {
        throw RegistryError(
            RegistryProblem::Corrupt,
            fmt::format("the registry {} is damaged and cannot be set aside: {}", database, error.message()),
            "rename it by hand, then run 'paydown scan'");
    }
    for (const auto* suffix : {"-wal", "-shm"}) fs::rename(database + suffix, aside + suffix, error);
    fs::remove(marker, error);
    m_notices.push_back(fmt::format("the registry was damaged and is kept as {}; 'paydown scan' reads history again, "
                                    "decisions come back from their log",
                                    aside));
}

bool RegistryHandle::hasChanged() {
    const std::int64_t version = m_database->dataVersion();
    const std::uint64_t bytes = m_log.size();
    const bool changed = version != m_seenDataVersion || bytes != m_seenLogBytes;
    m_seenDataVersion = version;
    m_seenLogBytes = bytes;
    return changed;
}

void RegistryHandle::catchUp() {
    try {
        if (m_log.needsRecovery()) [[maybe_unused]]
            const auto writer = m_log.lockForAppend();
        DecisionStore store(*m_database);
        const auto position = store.positionIn(m_log);
        if (!position) {
            rebuildFromLog();
            return;
        }
        if (m_log.size() <= *position) return;
        const LogSlice news = m_log.read(*position);
        if (news.end > *position) store.add(news.records, m_log, news.end);
    } catch (const RegistryError& error) {
        if (error.problem() != RegistryProblem::Locked) throw;
    }
}

void RegistryHandle::rebuildFromLog() {
    DecisionStore store(*m_database);
    auto writer = m_log.lockForAppend();
    LogSlice logged = m_log.read();
    std::unordered_set<std::string> present;
    for (const auto& record : logged.records) present.insert(record.id);
    std::vector<DecisionRecord> lost = store.all();
    std::erase_if(lost, [&](const DecisionRecord& record) { return present.contains(record.id); });
    if (!lost.empty()) {
        writer.append(lost);
        logged = m_log.read();
        m_notices.push_back(fmt::format("the decision log {} had lost {} decisions, which were written back to it",
                                        m_log.path(), lost.size()));
    }
    store.replaceAll(logged.records, m_log, logged.end);
}

std::vector<DecisionRecord> RegistryHandle::unstored() {
    // Tables that belong to another log still count: nothing that was decided may be missing from what is shown.
    const auto position = DecisionStore(*m_database).positionIn(m_log).value_or(0);
    if (m_log.size() <= position) return {};
    return m_log.read(position).records;
}

std::vector<DecisionRecord> RegistryHandle::withUnstored(std::vector<DecisionRecord> stored,
                                                         const std::function<bool(const DecisionRecord&)>& isWanted) {
    std::vector<DecisionRecord> news = unstored();
    if (news.empty()) return stored;
    std::unordered_set<std::string> present;
    for (const auto& record : stored) present.insert(record.id);
    for (auto& record : news) {
        if (isWanted(record) && present.insert(record.id).second) stored.push_back(std::move(record));
    }
    return stored;
}

std::vector<DecisionRecord> RegistryHandle::records() {
    const ReadTransaction oneMoment(*m_database);
    return withUnstored(DecisionStore(*m_database).allForFold(), [](const auto&) { return true; });
}

std::vector<DecisionRecord> RegistryHandle::recordsOf(std::span<const ItemId> items) {
    const ReadTransaction oneMoment(*m_database);
    return withUnstored(DecisionStore(*m_database).of(items), [&](const DecisionRecord& record) {
        return std::ranges::find(items, record.item) != items.end();
    });
}

std::vector<DecisionRecord> RegistryHandle::recordsOnNoItem() {
    const ReadTransaction oneMoment(*m_database);
    return withUnstored(DecisionStore(*m_database).onNoItem(),
                        [](const DecisionRecord& record) { return record.item.value.empty() && !record.address; });
}

void RegistryHandle::visitLatestBy(const Person& actor, const std::function<bool(const DecisionRecord&)>& visit) {
    const ReadTransaction oneMoment(*m_database);
    std::vector<DecisionRecord> news = unstored();
    std::erase_if(news, [&](const DecisionRecord& record) {
        return actor.email.empty() ? !record.actor.email.empty() || record.actor.name != actor.name
                                   : record.actor.email != actor.email;
    });
    for (auto record = news.rbegin(); record != news.rend(); ++record) {
        if (!visit(*record)) return;
    }
    DecisionStore(*m_database).visitLatestBy(actor, visit);
}

} // namespace paydown
