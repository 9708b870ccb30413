// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/registry/former_names.h"

#include "core/decisions/record_codec.h"
#include "core/registry/decision_names.h"
#include "core/registry/registry_handle.h"

namespace paydown {

void FormerNames::keepAll() {
    m_sql("UPDATE history_former SET item=NULL, tried=0").exec();
    m_sql("INSERT OR IGNORE INTO history_former (id, commit_id, path, title, line) "
          "SELECT i.id, c.id, p.path, x.title, coalesce(e.line,1) FROM history_item i "
          "JOIN history_commit c ON c.number=i.introduced JOIN history_path p ON p.number=i.path "
          "JOIN history_text x ON x.number=i.text LEFT JOIN history_event e ON e.item=i.number AND e.sequence=0")
        .exec();
}

std::vector<FormerName> FormerNames::unsettled(WhichNames which) {
    m_sql("DELETE FROM history_former WHERE item IS NULL AND EXISTS "
          "(SELECT 1 FROM history_item i WHERE i.id=history_former.id)")
        .exec();
    std::vector<FormerName> names;
    auto& query = m_sql("SELECT id, commit_id, path, title, ordinal, line FROM history_former "
                        "WHERE item IS NULL AND (tried=0 OR ?)");
    query.bind(1, which == WhichNames::All ? 1 : 0);
    while (query.executeStep()) {
        FormerName name;
        name.id.value = query.getColumn(0).getString();
        name.commit = idOf<CommitId>(query.getColumn(1));
        name.path = bytesOf(query.getColumn(2));
        name.title = bytesOf(query.getColumn(3));
        if (!query.getColumn(4).isNull()) name.order = numberOf(query.getColumn(4));
        name.line = numberOf(query.getColumn(5));
        names.push_back(std::move(name));
    }
    return names;
}

void FormerNames::settle(const std::vector<std::pair<FormerName, std::optional<ItemNo>>>& found) {
    auto& update = m_sql("UPDATE history_former SET item=?, tried=1 WHERE id=?");
    for (const auto& [name, item] : found) {
        bindNumber(update, 1, item.value_or(kNoNumber));
        update.bind(2, name.id.value);
        update.exec();
        update.reset();
    }
}

std::unordered_map<ItemNo, std::vector<ItemId>> FormerNames::byItem() {
    std::unordered_map<ItemNo, std::vector<ItemId>> names;
    auto& query = m_sql("SELECT item, id FROM history_former WHERE item IS NOT NULL ORDER BY id");
    while (query.executeStep()) names[numberOf(query.getColumn(0))].push_back(ItemId{query.getColumn(1).getString()});
    return names;
}

void keepNamesInDecisions(RegistryHandle& registry) {
    Statements sql(registry.database());
    sql.attempt("keep the names in decisions", [&] {
        std::vector<std::pair<std::string, Address>> unknown;
        auto& query = sql("SELECT r.item, r.address FROM decision_record r WHERE r.item<>'' AND r.address IS NOT NULL "
                          "AND NOT EXISTS (SELECT 1 FROM history_item i WHERE i.id=r.item) "
                          "AND NOT EXISTS (SELECT 1 FROM history_former f WHERE f.id=r.item) ORDER BY r.position");
        while (query.executeStep()) {
            const auto address = decodeAddress(query.getColumn(1).getString());
            if (address) unknown.emplace_back(query.getColumn(0).getString(), *address);
        }
        query.reset();
        if (unknown.empty()) return;
        WriteTransaction transaction(registry.database());
        auto& insert = sql("INSERT OR IGNORE INTO history_former (id, commit_id, path, title, ordinal, line) "
                           "VALUES (?,?,?,?,?,?)");
        for (const auto& [id, address] : unknown) {
            insert.bind(1, id);
            bindId(insert, 2, address.commit);
            bindBytes(insert, 3, address.path);
            bindBytes(insert, 4, address.title);
            bindNumber(insert, 5, address.order);
            bindNumber(insert, 6, address.line);
            insert.exec();
            insert.reset();
        }
        transaction.commit();
    });
}

} // namespace paydown
