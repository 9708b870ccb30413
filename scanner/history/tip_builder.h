// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/history_store.h"
#include "scanner/history/chronicle.h"
#include "scanner/history/source.h"
#include "scanner/history/standing.h"
#include "scanner/history/tip_ancestry.h"

#include <map>
#include <optional>
#include <set>
#include <unordered_map>
#include <vector>

namespace paydown::history {

/// Reads languages and enclosing symbols of files, for the items that stand in them.
class SymbolReader {
public:
    virtual ~SymbolReader() = default;
    struct File {
        std::string path;
        BlobId blob;
    };
    /// Parallel to the files; path and blob numbers are left open. May use threads.
    [[nodiscard]] virtual std::vector<StoredShown> read(const std::vector<File>& files) = 0;
};

/// Says for one commit what stands there, what ended before it and when: identity section 2. Everything is computed
/// from the commit's own ancestry, so it does not matter what else has been indexed.
class TipBuilder {
public:
    /// @pre all that the chronicle holds is flushed.
    TipBuilder(HistoryStore& store, Chronicle& chronicle, HistorySource& source, SymbolReader& symbols);

    /// Builds it on a tip that is known, where there is one that it only adds new commits to: then it costs what they
    /// changed. What comes out is the same.
    [[nodiscard]] TipState build(CommitNo tip);

private:
    struct Class; // Items that are one.
    [[nodiscard]] TipState buildWhole(CommitNo tip);
    /// Nothing when some item turns out to need more than what changed.
    [[nodiscard]] std::optional<TipState> buildOn(const TipBase& base, CommitNo tip);
    [[nodiscard]] std::set<PathNo> changedPaths(const TipBase& base, CommitNo tip);
    void addStanding(CommitNo commit, PathNo path);
    void addClass(ItemNo root, const TipBase& base);
    void findPlaces(Class& one, const std::set<PathNo>& paths);
    void keepClasses(TipState& state);
    void findStanding();
    void joinAliases();
    [[nodiscard]] ItemNo rootOf(ItemNo item);
    [[nodiscard]] std::vector<ItemNo> membersOf(ItemNo root);
    void foldEvents(Class& one);
    [[nodiscard]] bool needsLoss(const Class& one) const;
    void settle(Class& one, CommitNo tip);
    [[nodiscard]] std::optional<CommitNo> findLoss(const Class& one, const StoredEvent& last, CommitNo tip);
    [[nodiscard]] bool standsAt(CommitNo commit, const Class& one);
    [[nodiscard]] TipItem tipItem(const Class& one);
    void readSymbols(TipState& state);
    void collectTouches(TipState& state);
    [[nodiscard]] bool isBefore(ItemNo a, ItemNo b);

    struct Place {
        PathNo path = 0;
        BlobId blob;
        std::uint32_t position = 0; ///< Among the annotations of its file.
        Standing standing;
    };
    struct Class {
        ItemNo item = kNoNumber; ///< The canonical one.
        std::vector<ItemNo> members;
        std::vector<Place> places;
        std::vector<StoredEvent> events; ///< In the ancestry, oldest first.
        const StoredEvent* ending = nullptr;
        CommitNo ended = kNoNumber;
        EndingKind kind = EndingKind::Paid;
    };

    HistoryStore& m_store;
    Chronicle& m_chronicle;
    HistorySource& m_source;
    SymbolReader& m_symbols;
    StandingLookup m_lookup;
    TipAncestry m_ancestry{0, {}};
    std::unordered_map<ItemNo, ItemNo> m_parentOf; ///< Union-find over items that have aliases.
    std::map<ItemNo, Class> m_classes;             ///< By canonical item: all of them, or those to be looked at anew.
    std::map<ItemNo, std::set<PathNo>> m_open;     ///< On a base: the same, with paths where each may stand.
    std::set<PathNo> m_leftPaths;                  ///< Of the base: where something stood that is looked at anew.
};

} // namespace paydown::history
