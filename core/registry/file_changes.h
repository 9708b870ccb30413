// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/history_records.h"
#include "core/registry/history_rows.h"

#include <chrono>
#include <memory>
#include <unordered_map>
#include <vector>

namespace paydown {

/// Changes of a file that are older than this at the tip say nothing of how busy it is.
inline constexpr std::chrono::days kChurnHorizon{5 * 365};

/// Days as differences from one to the next.
[[nodiscard]] std::string packDays(const std::vector<std::int32_t>& days);
[[nodiscard]] std::vector<std::int32_t> unpackDays(std::string_view bytes);

/// Tells the ancestors of a tip by what is stored of it. @pre the tip is known.
class StoredAncestry {
public:
    StoredAncestry(Statements& sql, CommitNo tip);
    [[nodiscard]] bool contains(CommitNo commit) const;

private:
    CommitNo m_tip;
    std::vector<CommitNo> m_outside; ///< Runs: begin, end, begin, end …
};

/// Of each file that holds open items at a tip: the days on which commits of its history, merges left out, changed it
/// under the path that it has there, newest first; not those before the horizon. SQLite's exceptions pass through.
/// Inside of core/registry only.
using FileChanges = std::unordered_map<PathNo, std::shared_ptr<const std::vector<Date>>>;
[[nodiscard]] FileChanges readFileChanges(Statements& sql, CommitNo tip);

} // namespace paydown
