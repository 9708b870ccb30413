// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/decision.h"
#include "core/model/snapshot.h"

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace paydown {

class Database;

/// Finds the heirs of items whose commits are gone (identity, section 5). Built when there is an orphan at all, since
/// it looks at every item of the tip. Lives no longer than the database and the snapshot.
class OrphanIndex {
public:
    /// @throws RegistryError
    OrphanIndex(Database& database, const Snapshot& snapshot);

    /// Whether an id is of the tip's ancestry, though the snapshot may leave it out (it ended).
    [[nodiscard]] bool isOfTip(const ItemId& id) const;

    /// The item that takes over what was decided about another: by its introduction where this registry knows it, else
    /// by the address of a record. Nothing when there is none, or no telling which.
    [[nodiscard]] std::optional<ItemId> heirOf(const ItemId& orphan, const std::optional<Address>& address) const;

private:
    struct Candidate {
        ItemId id;
        std::int64_t author = 0;
        std::int64_t authored = 0;
        bool isOpen = false;
    };
    using Candidates = std::vector<Candidate>;

    void readIntroductions(const CommitId& tip);
    [[nodiscard]] std::optional<ItemId> byIntroduction(const ItemId& orphan) const;
    [[nodiscard]] std::optional<ItemId> byAddress(const Address& address) const;

    Database& m_database;
    std::unordered_map<std::string, Candidates> m_byIntroduction; ///< By path, order and title hash.
    std::unordered_map<std::string, Candidates> m_byPlace;        ///< By path, order and folded title.
    std::unordered_map<ItemId, bool, ItemIdHash> m_ofTip;         ///< Whether it is open.
};

} // namespace paydown
