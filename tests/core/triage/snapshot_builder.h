// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/snapshot.h"
#include "core/triage/assess.h"

#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>

namespace paydown::test {

/// A day: day("2026-11-23").
Date day(std::string_view text);

/// Noon of a day in UTC.
Timestamp noon(std::string_view text);

/// The day on which the tests of rules take place.
inline constexpr std::string_view kToday = "2026-11-23";

/// A commit id made of one repeated byte.
CommitId commitNumber(std::uint8_t number);

/// Builds snapshots in memory. Items get ids "item000000", "item000001" … in the order added, and are introduced by Ada
/// on 2020-01-01 unless told otherwise.
class SnapshotBuilder {
public:
    SnapshotBuilder();

    /// The reference holds until the next add().
    Item& add(std::string path, std::uint32_t line, std::string title);
    /// Index into Snapshot::people.
    std::uint32_t person(const std::string& name);
    /// Touches of an item, newest first: touch(item, {"2026-11-01", "2026-10-01"}, "Kai").
    void touch(Item& item, std::initializer_list<std::string_view> days, const std::string& name = "Ada");
    static void introduce(Item& item, std::string_view day, const std::string& name = "Ada", std::uint8_t commit = 1);
    static void end(Item& item, std::string_view day, EndingKind kind = EndingKind::Paid);
    DecidedItem& decide(const Item& item, const std::string& field, const std::string& value,
                        std::string_view day = "2026-11-01");

    [[nodiscard]] Snapshot& snapshot() { return *m_snapshot; }
    /// The snapshot assessed on kToday for Mia (mia@corp.example, "@mia").
    [[nodiscard]] WorklistPtr assessed(const Config& config = {}, const AssessSources& sources = {}) const;

private:
    std::shared_ptr<Snapshot> m_snapshot;
};

} // namespace paydown::test
