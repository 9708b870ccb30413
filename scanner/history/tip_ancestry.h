// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scanner/history/chronicle.h"

#include <optional>
#include <vector>

namespace paydown::history {

/// The ancestors of a tip, the tip included. Mostly that is every commit of a lower number, so what is kept are the
/// runs of those that are none.
class TipAncestry {
public:
    TipAncestry(CommitNo tip, std::vector<CommitNo> outside) : m_tip(tip), m_outside(std::move(outside)) {}
    /// Goes through all commits.
    [[nodiscard]] static TipAncestry read(Chronicle& chronicle, CommitNo tip);

    [[nodiscard]] bool contains(CommitNo commit) const;
    [[nodiscard]] CommitNo tip() const { return m_tip; }
    /// As TipBasis::outside.
    [[nodiscard]] const std::vector<CommitNo>& outside() const { return m_outside; }
    /// The ancestry of a later tip. @param added ascending: its ancestors that are none of this one.
    [[nodiscard]] TipAncestry extended(const std::vector<CommitNo>& added) const;

private:
    CommitNo m_tip = 0;
    std::vector<CommitNo> m_outside;
};

/// A tip that another one is built on.
struct TipBase {
    TipAncestry before;            ///< Of the base.
    std::vector<CommitNo> commits; ///< Ascending: what the new tip has beside; all of them of this walk.
};

/// A tip that the given one adds nothing but commits of this walk to, all ways down from which lead through it, so that
/// nothing of it is seen in another light; nothing where there is none.
[[nodiscard]] std::optional<TipBase> findTipBase(HistoryStore& store, Chronicle& chronicle, CommitNo tip);

} // namespace paydown::history
