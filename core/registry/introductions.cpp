// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/registry/introductions.h"

#include "core/registry/history_rows.h"

namespace paydown {

struct Introductions::Query {
    explicit Query(Database& database) : sql(database) {}
    Statements sql;
};

Introductions::Introductions(Database& database) : m_query(std::make_unique<Query>(database)) {}
Introductions::~Introductions() = default;

std::optional<IntroductionPlace> Introductions::find(const ItemId& item) {
    return m_query->sql.attempt("read history", [&]() -> std::optional<IntroductionPlace> {
        auto& query =
            m_query->sql("SELECT c.id, p.path FROM history_item i JOIN history_commit c ON c.number=i.introduced "
                         "JOIN history_path p ON p.number=i.path WHERE i.id=?");
        query.bind(1, item.value);
        if (!query.executeStep()) return std::nullopt;
        return IntroductionPlace{idOf<CommitId>(query.getColumn(0)), std::string(bytesOf(query.getColumn(1)))};
    });
}

} // namespace paydown
