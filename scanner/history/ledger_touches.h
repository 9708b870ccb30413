// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/glob.h"
#include "scanner/history/chronicle.h"

#include <string>
#include <string_view>
#include <vector>

namespace paydown::history {

/// The touches of debts that a ledger lists: changes of the files that `path=` names (patterns as in .gitignore,
/// separated by blanks or commas), without it of all below the folder of the ledger, since the debt was introduced. One
/// thread.
class LedgerTouches {
public:
    /// @pre all commits are flushed.
    LedgerTouches(HistoryStore& store, Chronicle& chronicle) : m_store(store), m_chronicle(chronicle) {}

    /// Unordered, each commit once. Reads all commits when first asked.
    [[nodiscard]] std::vector<TipInterest::Touched> touchesOf(const TipItem& item, CommitNo tip);
    /// Those that a tip adds to what its base has, in the same form.
    [[nodiscard]] std::vector<TipInterest::Touched> newTouchesOf(const TipItem& item, const TipState& tip);

private:
    [[nodiscard]] std::vector<bool> ancestorsOf(CommitNo commit) const;
    void load(CommitNo tip);
    void loadNew(const TipState& tip);
    [[nodiscard]] GlobList about(const TipItem& item);

    HistoryStore& m_store;
    Chronicle& m_chronicle;
    std::vector<CommitNode> m_commits;
    std::vector<std::string> m_paths;
    std::vector<bool> m_ofTip; ///< Its ancestors, it included.
    /// What the last tip asked about adds to its base.
    std::vector<std::pair<CommitNo, PathNo>> m_new;
    CommitNo m_newOf = kNoNumber;
};

} // namespace paydown::history
