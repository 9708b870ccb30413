// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/registry/orphan_index.h"

#include "core/registry/database.h"
#include "core/registry/history_rows.h"

#include <algorithm>

namespace paydown {

namespace {

constexpr const char* kDoing = "look for the heirs of decisions";

std::string introductionKey(std::int64_t path, std::int64_t order, std::int64_t titleHash) {
    return fmt::format("{} {} {}", path, order, titleHash);
}

std::string placeKey(const std::string& path, std::uint32_t order, std::string_view title) {
    return path + '\0' + std::to_string(order) + '\0' + foldTitle(title);
}

/// The only one, or nothing.
template <typename Candidates, typename Condition>
std::optional<ItemId> onlyOne(const Candidates& candidates, const Condition& condition) {
    std::optional<ItemId> found;
    for (const auto& candidate : candidates) {
        if (!condition(candidate)) continue;
        if (found) return std::nullopt;
        found = candidate.id;
    }
    return found;
}

} // namespace

OrphanIndex::OrphanIndex(Database& database, const Snapshot& snapshot) : m_database(database) {
    if (snapshot.head) readIntroductions(*snapshot.head);
    std::unordered_map<std::string, std::uint32_t> orders;
    for (const auto& item : snapshot.items) {
        if (item.ended || item.id.isPending()) continue;
        // Items come by path and line, so equal titles of a file come in their order.
        const std::uint32_t order = orders[item.place.path + '\0' + item.annotation.title]++;
        m_byPlace[placeKey(item.place.path, order, item.annotation.title)].push_back({item.id, 0, 0, true});
        m_ofTip.emplace(item.id, true);
    }
}

void OrphanIndex::readIntroductions(const CommitId& tip) {
    Statements sql(m_database);
    sql.attempt(kDoing, [&] {
        auto& query = sql("SELECT i.id, i.path, i.ordinal, x.title_hash, c.author, c.authored, t.ended IS NULL "
                          "FROM history_item_at t JOIN history_item i ON i.number=t.item "
                          "JOIN history_commit c ON c.number=i.introduced JOIN history_text x ON x.number=i.text "
                          "WHERE t.tip=(SELECT number FROM history_commit WHERE id=?)");
        bindId(query, 1, tip);
        while (query.executeStep()) {
            Candidate candidate{ItemId{query.getColumn(0).getString()}, query.getColumn(4).getInt64(),
                                query.getColumn(5).getInt64(), query.getColumn(6).getInt() != 0};
            m_ofTip.insert_or_assign(candidate.id, candidate.isOpen);
            const std::string key = introductionKey(query.getColumn(1).getInt64(), query.getColumn(2).getInt64(),
                                                    query.getColumn(3).getInt64());
            m_byIntroduction[key].push_back(std::move(candidate));
        }
    });
}

bool OrphanIndex::isOfTip(const ItemId& id) const { return m_ofTip.contains(id); }

std::optional<ItemId> OrphanIndex::heirOf(const ItemId& orphan, const std::optional<Address>& address) const {
    if (auto heir = byIntroduction(orphan)) return heir;
    return address ? byAddress(*address) : std::nullopt;
}

std::optional<ItemId> OrphanIndex::byIntroduction(const ItemId& orphan) const {
    if (orphan.isPending()) return std::nullopt;
    Statements sql(m_database);
    return sql.attempt(kDoing, [&]() -> std::optional<ItemId> {
        auto& query = sql("SELECT i.path, i.ordinal, x.title_hash, c.author, c.authored FROM history_item i "
                          "JOIN history_commit c ON c.number=i.introduced JOIN history_text x ON x.number=i.text "
                          "WHERE i.id=?");
        query.bind(1, orphan.value);
        if (!query.executeStep()) return std::nullopt;
        const auto found = m_byIntroduction.find(introductionKey(
            query.getColumn(0).getInt64(), query.getColumn(1).getInt64(), query.getColumn(2).getInt64()));
        if (found == m_byIntroduction.end()) return std::nullopt;
        const auto author = query.getColumn(3).getInt64();
        const auto authored = query.getColumn(4).getInt64();
        const auto& all = found->second;
        const auto isSameWork = [&](const Candidate& one) { return one.author == author && one.authored == authored; };
        if (auto heir = onlyOne(all, isSameWork)) return heir;
        if (auto heir = onlyOne(all, [](const Candidate& one) { return one.isOpen; })) return heir;
        return onlyOne(all, [](const Candidate&) { return true; });
    });
}

std::optional<ItemId> OrphanIndex::byAddress(const Address& address) const {
    const auto found = m_byPlace.find(placeKey(address.path, address.order, address.title));
    if (found == m_byPlace.end()) return std::nullopt;
    return onlyOne(found->second, [](const Candidate&) { return true; });
}

} // namespace paydown
