// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decisions/decision_log.h"
#include "core/registry/database.h"
#include "core/registry/registry_location.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace paydown {

/// One registry, opened: the database of history and decisions, and the log that is the truth of decisions. Cheap to
/// open (milliseconds); every thread opens its own.
///
/// Opened for reading it changes nothing, and where there is no database it behaves as an empty one beside the log.
/// Opened for writing it creates and upgrades what is needed and takes over what the log has and the tables lack. A
/// damaged database is renamed, never deleted, and a new one is begun; notices() tell.
class RegistryHandle {
public:
    /// @throws RegistryError, Error
    [[nodiscard]] static RegistryHandle open(const RegistryLocation& location, OpenMode mode);

    /// Whether there is a database at all; opens nothing.
    [[nodiscard]] static bool exists(const RegistryLocation& location);

    RegistryHandle(RegistryHandle&&) noexcept = default;
    RegistryHandle& operator=(RegistryHandle&&) noexcept = default;

    [[nodiscard]] const RegistryLocation& location() const { return m_location; }
    [[nodiscard]] OpenMode mode() const { return m_mode; }
    [[nodiscard]] Database& database() { return *m_database; }
    [[nodiscard]] const DecisionLog& log() const { return m_log; }
    /// What the user should be told once, one sentence each.
    [[nodiscard]] const std::vector<std::string>& notices() const { return m_notices; }

    /// Whether history or decisions were written by anybody else since this was last asked (since opening, at first).
    [[nodiscard]] bool hasChanged();

    /// Takes over into the tables what the log has and they lack. Returns without it when another process is writing
    /// for long: records() has everything all the same. @pre mode() == OpenMode::Write @throws RegistryError, Error
    void catchUp();

    /// All decisions: those of the tables, and those of the log that the tables lack. Items are as addresses were
    /// resolved; records that have an item come without their address.
    [[nodiscard]] std::vector<DecisionRecord> records();
    /// Those that were written about any of these items; pass aliases too.
    [[nodiscard]] std::vector<DecisionRecord> recordsOf(std::span<const ItemId> items);
    /// Those about the plan: on no item.
    [[nodiscard]] std::vector<DecisionRecord> recordsOnNoItem();
    /// What the log has and the tables lack: nothing, mostly.
    [[nodiscard]] std::vector<DecisionRecord> unstored();
    /// Shows those of one person in this clone, newest first, until `visit` gives false.
    void visitLatestBy(const Person& actor, const std::function<bool(const DecisionRecord&)>& visit);

private:
    RegistryHandle(const RegistryLocation& location, OpenMode mode);
    void openDatabase();
    void setDamagedAside();
    void rebuildFromLog();
    std::vector<DecisionRecord> withUnstored(std::vector<DecisionRecord> stored,
                                             const std::function<bool(const DecisionRecord&)>& isWanted);

    RegistryLocation m_location;
    OpenMode m_mode;
    std::unique_ptr<Database> m_database;
    DecisionLog m_log;
    std::vector<std::string> m_notices;
    std::int64_t m_seenDataVersion = 0;
    std::uint64_t m_seenLogBytes = 0;
};

} // namespace paydown
