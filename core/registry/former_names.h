// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/history_store.h"
#include "core/registry/history_rows.h"

#include <unordered_map>
#include <vector>

namespace paydown {

/// The table history_former: names that items bore before, so that decisions and links by them go on to mean something.
/// Inside of core/registry only; throws SQLite::Exception.
class FormerNames {
public:
    explicit FormerNames(Statements& sql) : m_sql(sql) {}

    /// Keeps the names of all items. Called before they are forgotten, in the same transaction.
    void keepAll();
    /// Those that no item bears and whose item has not been found.
    [[nodiscard]] std::vector<FormerName> unsettled(WhichNames which);
    void settle(const std::vector<std::pair<FormerName, std::optional<ItemNo>>>& found);
    /// By item: what it is called too.
    [[nodiscard]] std::unordered_map<ItemNo, std::vector<ItemId>> byItem();

private:
    Statements& m_sql;
};

} // namespace paydown
