// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/registry/file_changes.h"

#include "core/registry/history_packing.h"

#include <algorithm>
#include <functional>
#include <limits>

namespace paydown {

namespace {

/// The first day that is not before the horizon of a tip.
std::int32_t firstDayOf(Statements& sql, CommitNo tip) {
    auto& query = sql("SELECT committed, committed_zone FROM history_commit WHERE number=?");
    bindNumber(query, 1, tip);
    if (!query.executeStep()) return std::numeric_limits<std::int32_t>::min();
    const Timestamp committed{query.getColumn(0).getInt64(), static_cast<std::int16_t>(query.getColumn(1).getInt())};
    return static_cast<std::int32_t>((dateOf(committed) - kChurnHorizon).time_since_epoch().count());
}

/// Of a commit in a row that tells no days.
std::int32_t authoredOn(Statements& sql, CommitNo commit) {
    auto& query = sql("SELECT authored, authored_zone FROM history_commit WHERE number=?");
    bindNumber(query, 1, commit);
    if (!query.executeStep()) return 0;
    const Timestamp authored{query.getColumn(0).getInt64(), static_cast<std::int16_t>(query.getColumn(1).getInt())};
    return static_cast<std::int32_t>(dateOf(authored).time_since_epoch().count());
}

} // namespace

std::string packDays(const std::vector<std::int32_t>& days) {
    Packer packer;
    std::int64_t before = 0;
    for (const std::int32_t day : days) {
        packer.addSigned(day - before);
        before = day;
    }
    return packer.bytes();
}

std::vector<std::int32_t> unpackDays(std::string_view bytes) {
    std::vector<std::int32_t> days;
    std::int64_t day = 0;
    for (Unpacker unpacker(bytes); !unpacker.atEnd();) {
        day += unpacker.signedNumber();
        days.push_back(static_cast<std::int32_t>(day));
    }
    return days;
}

StoredAncestry::StoredAncestry(Statements& sql, CommitNo tip) : m_tip(tip) {
    auto& query = sql("SELECT outside FROM history_tip WHERE tip=?");
    bindNumber(query, 1, tip);
    if (query.executeStep()) m_outside = unpackAscending(bytesOf(query.getColumn(0)));
}

bool StoredAncestry::contains(CommitNo commit) const {
    if (commit > m_tip) return false;
    // Behind an odd number of ends is within a run.
    return (std::ranges::upper_bound(m_outside, commit) - m_outside.begin()) % 2 == 0;
}

FileChanges readFileChanges(Statements& sql, CommitNo tip) {
    const StoredAncestry ancestry(sql, tip);
    const std::int32_t firstDay = firstDayOf(sql, tip);
    std::unordered_map<PathNo, std::vector<Date>> daysOf;
    auto& query = sql("SELECT path, commits, days FROM history_change WHERE path IN "
                      "(SELECT path FROM history_item_at WHERE tip=?1 AND ended IS NULL) "
                      "AND (last_day IS NULL OR last_day>=?2)");
    bindNumber(query, 1, tip);
    query.bind(2, firstDay);
    while (query.executeStep()) {
        const std::vector<CommitNo> commits = unpackAscending(bytesOf(query.getColumn(1)));
        const std::vector<std::int32_t> days = unpackDays(bytesOf(query.getColumn(2)));
        auto& ofPath = daysOf[numberOf(query.getColumn(0))];
        for (std::size_t i = 0; i < commits.size(); ++i) {
            if (!ancestry.contains(commits[i])) continue;
            const std::int32_t day = i < days.size() ? days[i] : authoredOn(sql, commits[i]);
            if (day >= firstDay) ofPath.emplace_back(std::chrono::days(day));
        }
    }
    FileChanges changes;
    for (auto& [path, days] : daysOf) {
        std::ranges::sort(days, std::greater());
        changes.emplace(path, std::make_shared<const std::vector<Date>>(std::move(days)));
    }
    return changes;
}

} // namespace paydown
