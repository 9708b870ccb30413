// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scanner/history/chronicle.h"
#include "scanner/history/hunk_reader.h"
#include "scanner/history/ledger_touches.h"
#include "scanner/history/lineage.h"
#include "scanner/history/source.h"

#include <map>
#include <set>
#include <tuple>
#include <unordered_map>
#include <vector>

namespace paydown::history {

/// Finds which commits touched the code around each open item of a tip since the item was introduced (identity, section
/// 4): its extent at the tip is carried back from version to version along the item's lineage, and a commit of which a
/// hunk meets it is a touch. At a merge the extent goes on to each parent; merges themselves are no touches. Where a
/// line's code cannot be followed (the item was moved), the extent lies around the item as it did. Items of a ledger
/// have the touches of what they are about.
///
/// A function of the commit graph: how two versions differ is stored, and what an earlier tip has of the same item in
/// the same version with the same extent is taken over, so new commits cost what they change. Of a tip that is built on
/// another one, it looks at what that one does not say already.
class TouchFinder {
public:
    TouchFinder(HistoryStore& store, Chronicle& chronicle, HistorySource& source, HunkReader& hunks)
        : m_store(store),
          m_chronicle(chronicle),
          m_hunkReader(hunks),
          m_lineage(chronicle, source),
          m_ledger(store, chronicle) {}

    /// Fills in the interest of a tip. @pre all commits and items are flushed; hunks found are added to the chronicle.
    /// @throws Cancelled
    void addTo(TipState& tip, const std::stop_token& stop);

private:
    struct Query; // One item on the way.

    [[nodiscard]] std::vector<Query> openItems(TipState& tip);
    [[nodiscard]] bool follow(Query& query);
    void wantAll(const Names& names, const Stand& from);
    [[nodiscard]] const StoredHunks* hunksOf(const Stand& before, const Stand& after);
    void readWanted();
    void addToLedgers(TipState& tip);
    [[nodiscard]] const TipInterest* findKnown(const Query& query, const Stand& stand, const LineExtent& extent);
    [[nodiscard]] TipInterest interestOf(const Query& query);
    void order(std::vector<TipInterest::Touched>& touches);

    struct Query {
        TipItem* item = nullptr;
        Names names;
        Stand stand;
        std::set<CommitNo> commits;                ///< Found so far.
        std::vector<const TipInterest*> takenOver; ///< From an earlier tip.
    };

    HistoryStore& m_store;
    Chronicle& m_chronicle;
    HunkReader& m_hunkReader;
    Lineage m_lineage;
    LedgerTouches m_ledger;
    std::unordered_map<ItemNo, std::vector<TipInterest>> m_knownOf; ///< Of earlier tips, by item.
    std::set<std::pair<BlobNo, BlobNo>> m_wanted;     ///< Pairs of versions that have not been compared yet.
    std::set<std::pair<BlobNo, BlobNo>> m_unreadable; ///< A blob is missing.
    std::unordered_map<CommitNo, TipTouch> m_authorship;
};

} // namespace paydown::history
