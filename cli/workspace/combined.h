// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/session.h"
#include "core/filter/filter.h"
#include "core/triage/queues.h"
#include "core/triage/select.h"

#include <functional>
#include <string>
#include <vector>

namespace paydown::cli {

/// What is known in one repository of a workspace.
struct MemberList {
    std::string name;
    Checkout* place = nullptr;
    WorklistPtr worklist;
    ShortIds shortIds;

    /// As people type it: "pay/D-7f3k"; empty for what no commit holds yet.
    [[nodiscard]] std::string shown(const ItemId& id) const;
};

/// An item of a workspace.
struct CombinedItem {
    std::uint32_t member = 0; ///< Index into the lists.
    std::uint32_t item = 0;   ///< Index into its worklist's items.
};

/// What is known in all of them, commits that came since the last scan included.
[[nodiscard]] std::vector<MemberList> readMembers(Session& session, const LoadOptions& load);

/// Chooses items of one repository.
using ChooseItems = std::function<std::vector<std::uint32_t>(const MemberList& list)>;

/// The chosen items of all repositories in one order: by score over all for SortBy::Rank; else repository after
/// repository, each in this order.
[[nodiscard]] std::vector<CombinedItem> combine(const std::vector<MemberList>& lists, const ChooseItems& choose,
                                                SortBy order);

/// Writes them as list does: table, md, json and jsonl, ids with the repository's name.
/// @throws Error for a format that has no place for the name of a repository.
void writeCombined(Session& session, const std::vector<MemberList>& lists, const std::vector<CombinedItem>& items,
                   const std::string& format);

} // namespace paydown::cli
