// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/registry/recent_history.h"

#include "core/registry/history_packing.h"
#include "core/registry/history_rows.h"
#include "core/registry/interest_rows.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <unordered_map>

namespace paydown {

namespace {

constexpr std::int64_t kSecondsPerDay = 86'400;

std::optional<CommitNo> numberOfCommit(Statements& sql, const CommitId& id) {
    auto& query = sql("SELECT number FROM history_commit WHERE id=?");
    bindId(query, 1, id);
    return query.executeStep() ? std::optional(numberOf(query.getColumn(0))) : std::nullopt;
}

ItemId idOfItem(Statements& sql, ItemNo item) {
    auto& query = sql("SELECT id FROM history_item WHERE number=?");
    bindNumber(query, 1, item);
    return query.executeStep() ? ItemId{query.getColumn(0).getString()} : ItemId{};
}

/// Numbers of the wanted ancestors, descending. A parent's number is smaller than its children's.
std::vector<CommitNo> ancestorsSince(Statements& sql, CommitNo tip, std::int64_t since,
                                     std::unordered_map<CommitNo, RecentCommit>& found) {
    std::vector<bool> isAncestor(std::size_t{tip} + 1, false);
    isAncestor[tip] = true;
    std::vector<CommitNo> numbers;
    auto& query = sql("SELECT number, id, parents, committed FROM history_commit WHERE number<=? ORDER BY number DESC");
    bindNumber(query, 1, tip);
    while (query.executeStep()) {
        const CommitNo number = numberOf(query.getColumn(0));
        if (!isAncestor[number]) continue;
        const std::vector<CommitNo> parents = unpackNumbers(bytesOf(query.getColumn(2)));
        for (const CommitNo parent : parents) isAncestor[parent] = true;
        if (query.getColumn(3).getInt64() < since) continue;
        numbers.push_back(number);
        found.emplace(number, RecentCommit{idOf<CommitId>(query.getColumn(1)), {}, parents.size() > 1});
    }
    return numbers;
}

} // namespace

std::vector<RecentCommit> readRecentCommits(Database& database, const CommitId& tip, Date since) {
    Statements sql(database);
    return sql.attempt(kReading, [&] {
        std::vector<RecentCommit> commits;
        const auto number = numberOfCommit(sql, tip);
        if (!number) return commits;
        std::unordered_map<CommitNo, RecentCommit> found;
        const auto numbers = ancestorsSince(sql, *number, since.time_since_epoch().count() * kSecondsPerDay, found);
        for (const TipInterest& interest : readInterest(sql, *number)) {
            const ItemId id = idOfItem(sql, interest.item);
            for (const TipInterest::Touched& touched : interest.touches) {
                const auto commit = found.find(touched.commit);
                if (commit != found.end()) commit->second.touched.push_back(id);
            }
        }
        std::for_each(numbers.rbegin(), numbers.rend(),
                      [&](CommitNo one) { commits.push_back(std::move(found.at(one))); });
        return commits;
    });
}

std::vector<CodeOfItem> readCodeOfItems(Database& database, const CommitId& tip) {
    Statements sql(database);
    return sql.attempt(kReading, [&] {
        std::vector<CodeOfItem> items;
        const auto number = numberOfCommit(sql, tip);
        if (!number) return items;
        const int ledger = static_cast<int>(Form::Ledger);
        auto& query = sql("SELECT i.id, p.path, t.first, t.last FROM history_interest_at t "
                          "JOIN history_item i ON i.number=t.item JOIN history_path p ON p.number=t.path "
                          "JOIN history_item_at s ON s.tip=?1 AND s.item=t.item "
                          "JOIN history_text x ON x.number=s.text WHERE t.tip=?1 AND x.form<>?2 ORDER BY t.item");
        bindNumber(query, 1, *number);
        query.bind(2, ledger);
        while (query.executeStep()) {
            items.push_back({ItemId{query.getColumn(0).getString()}, std::string(bytesOf(query.getColumn(1))),
                             LineExtent{numberOf(query.getColumn(2)), numberOf(query.getColumn(3))}});
        }
        return items;
    });
}

std::vector<std::vector<Touch>> readFileTouches(Database& database, const CommitId& tip,
                                                std::span<const std::string> paths) {
    Statements sql(database);
    return sql.attempt(kReading, [&] {
        std::vector<std::vector<Touch>> all(paths.size());
        const auto number = numberOfCommit(sql, tip);
        if (!number) return all;
        std::unordered_map<CommitNo, RecentCommit> ancestors;
        (void)ancestorsSince(sql, *number, std::numeric_limits<std::int64_t>::min(), ancestors);
        for (std::size_t path = 0; path < paths.size(); ++path) {
            auto& changes = sql("SELECT h.commits FROM history_change h JOIN history_path p ON p.number=h.path "
                                "WHERE p.path=? ORDER BY h.first");
            bindBytes(changes, 1, paths[path]);
            while (changes.executeStep()) {
                for (const CommitNo commit : unpackAscending(bytesOf(changes.getColumn(0)))) {
                    if (!ancestors.contains(commit)) continue;
                    auto& author = sql("SELECT c.authored + 60*c.authored_zone, a.same_as FROM history_commit c "
                                       "JOIN history_person a ON a.person=c.author WHERE c.number=?");
                    bindNumber(author, 1, commit);
                    if (!author.executeStep()) continue;
                    const std::chrono::seconds since(author.getColumn(0).getInt64());
                    all[path].push_back({std::chrono::floor<std::chrono::days>(std::chrono::sys_seconds(since)),
                                         numberOf(author.getColumn(1))});
                }
            }
            std::ranges::stable_sort(all[path], std::ranges::greater{}, &Touch::day);
        }
        return all;
    });
}

} // namespace paydown
