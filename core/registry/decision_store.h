// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decisions/decision_log.h"
#include "core/model/decision.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace paydown {

class Database;

/// The decision tables: what the log holds, made quick to look up. Not for sharing between threads.
/// All functions throw RegistryError.
class DecisionStore {
public:
    explicit DecisionStore(Database& database) : m_database(database) {}

    /// Up to which offset the log has been taken over; nothing when the tables come from another log, or from one that
    /// has lost something since.
    [[nodiscard]] std::optional<std::uint64_t> positionIn(const DecisionLog& log) const;

    /// Adds records that the tables lack and notes how far the log is known now, in one transaction. Of two records
    /// with one id, the one with the lesser line stays.
    void add(std::span<const DecisionRecord> records, const DecisionLog& log, std::uint64_t position);
    /// The same after emptying the tables.
    void replaceAll(std::span<const DecisionRecord> records, const DecisionLog& log, std::uint64_t position);

    /// All records as they were written.
    [[nodiscard]] std::vector<DecisionRecord> all() const;
    /// All records for folding: items as addresses were resolved, addresses only where there is no item.
    [[nodiscard]] std::vector<DecisionRecord> allForFold() const;
    /// Whether there is a record of this id.
    [[nodiscard]] bool has(const std::string& record) const;
    /// The address in a record.
    [[nodiscard]] std::optional<Address> addressOf(const std::string& record) const;
    /// Records of any of these items, by written or resolved id.
    [[nodiscard]] std::vector<DecisionRecord> of(std::span<const ItemId> items) const;
    /// Records without item and address: about the plan.
    [[nodiscard]] std::vector<DecisionRecord> onNoItem() const;
    /// Shows what somebody recorded, newest first, until `visit` gives false. Known by e-mail (by name where there is
    /// none).
    void visitLatestBy(const Person& actor, const std::function<bool(const DecisionRecord&)>& visit) const;

    /// Gives items to records that name one that history does not know, but have an address. Called after a scan.
    /// @param resolve the item that an address names, if history knows by now.
    /// @return how many found their item.
    std::uint64_t resolveAddresses(const std::function<std::optional<ItemId>(const Address&)>& resolve);

private:
    void insert(std::span<const DecisionRecord> records);
    void notePosition(const DecisionLog& log, std::uint64_t position);

    Database& m_database;
};

} // namespace paydown
