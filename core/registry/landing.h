// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/history_records.h"
#include "core/registry/database.h"

#include <optional>
#include <unordered_map>
#include <vector>

namespace paydown {

/// Says which commit of the mainline brought another one in: the first on its line of first parents that contains it,
/// which is the merge of the branch that it was made on. Reads the parents of every commit once, some tens of
/// milliseconds for a hundred thousand.
class Landings {
public:
    /// @param mainline a commit that has been read; with another one nothing has landed. @throws RegistryError
    Landings(Database& database, const CommitId& mainline);

    /// The commit itself where it was made on the mainline; nothing while it is on a branch only.
    [[nodiscard]] std::optional<CommitId> of(const CommitId& commit) const;

private:
    std::unordered_map<CommitId, CommitNo, ObjectIdHash> m_numberOf;
    std::vector<CommitId> m_ids;
    std::vector<CommitNo> m_landedIn; ///< By commit.
};

} // namespace paydown
