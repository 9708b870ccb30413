// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/history_store.h"
#include "scanner/history/chronicle.h"
#include "scanner/history/source.h"
#include "scanner/history/standing.h"

#include <map>
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

    [[nodiscard]] TipState build(CommitNo tip);

private:
    struct Class; // Items that are one.
    void findAncestry(CommitNo tip);
    void joinAliases();
    void join(ItemNo a, ItemNo b);
    [[nodiscard]] bool hasLeft(ItemNo item, CommitNo commit);
    void readStanding(CommitNo tip);
    void makeClasses();
    [[nodiscard]] ItemNo rootOf(ItemNo item);
    void foldEvents();
    void choosePlace(Class& one, CommitNo tip);
    void settle(Class& one, CommitNo tip);
    void explainReturn(Class& one, const StoredEvent& ending, CommitNo until);
    void explainLossBefore(Class& one, const StoredEvent& back);
    void explainLoss(Class& one, const StoredEvent& last, CommitNo tip);
    [[nodiscard]] const StoredEvent* answerTo(const Class& one, const StoredEvent& ending);
    [[nodiscard]] bool isOnOneLine(ItemNo a, ItemNo b) const;
    [[nodiscard]] std::vector<CommitNo> chain(CommitNo from, CommitNo to) const;
    [[nodiscard]] std::size_t findTurn(const Class& one, const std::vector<CommitNo>& chain, bool standsAtFirst);
    struct Place;
    [[nodiscard]] std::optional<Place> placeAt(CommitNo commit, const Class& one);
    [[nodiscard]] StoredEvent impliedEvent(const Class& one, CommitNo commit, EventKind kind, const Place& place) const;
    [[nodiscard]] std::optional<ItemNo> twinOf(CommitNo merge, CommitNo parent, const Place& lost);
    [[nodiscard]] EndingKind kindOfLoss(CommitNo commit, const Place& place);
    [[nodiscard]] TipItem tipItem(const Class& one);
    void readSymbols(TipState& state);
    void collectTouches(TipState& state);
    [[nodiscard]] bool isBefore(ItemNo a, ItemNo b) const;
    [[nodiscard]] bool isBefore(const StoredEvent& a, const StoredEvent& b) const;

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
        std::vector<StoredEvent> events;  ///< In the ancestry, oldest first.
        std::vector<StoredEvent> implied; ///< What only this tip tells.
        std::optional<StoredEvent> ending;
    };

    HistoryStore& m_store;
    Chronicle& m_chronicle;
    HistorySource& m_source;
    SymbolReader& m_symbols;
    StandingLookup m_lookup;
    std::vector<CommitNode> m_commits;
    std::vector<StoredItem> m_items;
    std::vector<bool> m_isAncestor;
    std::vector<ItemNo> m_parentOf;                 ///< Union-find over items.
    std::vector<Place> m_places;                    ///< All that stands, by path.
    std::map<ItemNo, Class> m_classes;              ///< By canonical item.
    std::vector<std::pair<ItemNo, ItemNo>> m_twins; ///< Found to be one while lives were told.
};

} // namespace paydown::history
