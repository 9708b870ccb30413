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
    struct Place;
    [[nodiscard]] TipState buildWhole(CommitNo tip);
    void joinAliases();
    void join(ItemNo a, ItemNo b);
    void joinRivals(const HistoryRecord& chosen, const HistoryRecord& rival);
    [[nodiscard]] bool hasLeft(ItemNo item, CommitNo commit);
    void readStanding();
    void makeClasses();
    [[nodiscard]] ItemNo rootOf(ItemNo item);
    void foldEvents(Class& one);
    void keepClasses(TipState& state);
    [[nodiscard]] TipItem tipItem(const Class& one);
    void readSymbols(TipState& state);
    [[nodiscard]] bool isBefore(ItemNo a, ItemNo b);
    [[nodiscard]] bool isBefore(const StoredEvent& a, const StoredEvent& b);

    // tip_builder_base.cpp
    /// Nothing when some item turns out to need more than what changed.
    [[nodiscard]] std::optional<TipState> buildOn(const TipBase& base, CommitNo tip);
    [[nodiscard]] std::set<PathNo> changedPaths(const TipBase& base, CommitNo tip);
    void addStanding(CommitNo commit, PathNo path);
    void addClass(ItemNo root, const TipBase& base);
    void findPlaces(Class& one, const std::set<PathNo>& paths);
    [[nodiscard]] std::vector<ItemNo> membersOf(ItemNo root);
    [[nodiscard]] bool settleOn(Class& one, const TipBase& base);
    [[nodiscard]] bool keepPlace(Class& one, const std::optional<TipItem>& known, const TipBase& base);
    [[nodiscard]] bool stoodInSeveralSince(const TipBase& base, const Class& one);

    // tip_life.cpp
    void choosePlace(Class& one);
    [[nodiscard]] std::vector<std::size_t> placesAt(CommitNo commit, const Class& one);
    void settle(Class& one, CommitNo tip);
    [[nodiscard]] const StoredEvent* answerTo(const Class& one, const StoredEvent& ending);
    bool looksBack();
    void explainReturn(Class& one, const StoredEvent& ending, CommitNo until);
    void explainLossBefore(Class& one, const StoredEvent& back);
    void explainLoss(Class& one, const StoredEvent& last, CommitNo tip);
    [[nodiscard]] bool isOnOneLine(ItemNo a, ItemNo b);
    [[nodiscard]] std::vector<CommitNo> chain(CommitNo from, CommitNo to);
    [[nodiscard]] std::size_t findTurn(const Class& one, const std::vector<CommitNo>& chain, bool standsAtFirst);
    [[nodiscard]] std::optional<Place> placeAt(CommitNo commit, const Class& one);
    [[nodiscard]] StoredEvent impliedEvent(const Class& one, CommitNo commit, EventKind kind, const Place& place);
    [[nodiscard]] std::optional<ItemNo> twinOf(CommitNo merge, CommitNo parent, const Place& lost);
    [[nodiscard]] EndingKind kindOfLoss(CommitNo commit, const Place& place);

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
    TipAncestry m_ancestry{0, {}};
    std::unordered_map<ItemNo, ItemNo> m_parentOf; ///< Union-find over items that have aliases.
    std::map<ItemNo, Class> m_classes;             ///< By canonical item: all of them, or those to be looked at anew.

    // Of a tip that is built whole.
    std::vector<Place> m_places;                    ///< All that stands, by path.
    std::vector<std::pair<ItemNo, ItemNo>> m_twins; ///< Found to be one while it was told what stands, or lives.
    std::vector<CommitNo> m_line;                   ///< First parents, up to the tip; made when asked for.

    // Of one that is built on another.
    std::map<ItemNo, std::set<PathNo>> m_open; ///< By canonical item: the paths where each may stand.
    bool m_isOnBase = false;
    bool m_needsMore = false; ///< Some item cannot be told from what changed alone.
};

} // namespace paydown::history
