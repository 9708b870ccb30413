// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/registry/tip_writer.h"

#include "core/registry/history_packing.h"
#include "core/registry/interest_rows.h"

#include <array>

namespace paydown {

namespace {

/// Rows that may be written for layers upon a whole one of so many items, all layers together, until another whole one
/// is written: when as much was spent on copying layers as a whole one costs, neither could have been much cheaper.
std::int64_t roomUpon(std::int64_t items) {
    constexpr std::int64_t kLeast = 256;
    return kLeast + items;
}

std::int64_t rowsOf(const TipState& tip) { return static_cast<std::int64_t>(tip.items.size() + tip.interest.size()); }

#define PAYDOWN_TIP_ITEM_COLUMNS                                                                                       \
    "item, path, line, column, text, symbol, language, also, aliases, parent, introduced, changed, ended, ending"
#define PAYDOWN_INTEREST_COLUMNS "item, path, version, first, last, touches"
#define PAYDOWN_SKIP_COLUMNS "path, reason"

} // namespace

void TipWriter::write(const TipState& tip) {
    const CommitNo formerBase = layerOf(tip.commit).base;
    const std::optional<Layer> layer = layerUponBase(tip);
    removeRows(tip.commit);
    if (tip.base != kNoNumber && !layer) copy(tip, What::All);
    if (layer && layer->base != tip.base) copy(tip, What::Layer);
    writeOwn(tip);
    writeLayer(tip, layer ? *layer : wholeLayer(tip.commit));
    markUsed(tip.commit);
    if (formerBase != kNoNumber) removeRowsIfUnused(formerBase);
}

/// The layer that a tip gets; nothing where it has to be written whole.
std::optional<TipWriter::Layer> TipWriter::layerUponBase(const TipState& tip) {
    if (tip.base == kNoNumber || isBase(tip.commit)) return std::nullopt; // What others stand upon must stay whole.
    const Layer under = layerOf(tip.base);
    const bool isBaseWhole = under.base == kNoNumber;
    Layer layer;
    layer.base = isBaseWhole ? tip.base : under.base;
    layer.room = under.room - rowsOf(tip) - (isBaseWhole ? 0 : rowsOfLayer(tip.base));
    layer.open = under.open + openedBy(tip);
    return layer.room < 0 ? std::nullopt : std::optional(layer);
}

/// @pre its rows are written.
TipWriter::Layer TipWriter::wholeLayer(CommitNo tip) {
    return {kNoNumber, roomUpon(count("SELECT count(*) FROM history_tip_item WHERE tip=?", tip)),
            count("SELECT count(*) FROM history_tip_item WHERE tip=? AND ended IS NULL", tip)};
}

void TipWriter::writeLayer(const TipState& tip, const Layer& layer) {
    auto& insert =
        m_sql("INSERT OR REPLACE INTO history_tip (tip, used, outside, base, room, open) VALUES (?,0,?,?,?,?)");
    bindNumber(insert, 1, tip.commit);
    bindBytes(insert, 2, packAscending(tip.basis.outside));
    bindNumber(insert, 3, layer.base);
    insert.bind(4, layer.room);
    insert.bind(5, layer.open);
    insert.exec();
}

void TipWriter::markUsed(CommitNo commit) {
    auto& use = m_sql("UPDATE history_tip SET used=(SELECT max(used)+1 FROM history_tip) WHERE tip=?");
    bindNumber(use, 1, commit);
    use.exec();
}

void TipWriter::forgetOldest() {
    std::vector<CommitNo> old;
    auto& query = m_sql("SELECT tip FROM history_tip ORDER BY used DESC LIMIT -1 OFFSET ?");
    bindNumber(query, 1, HistoryStore::kMaxTips);
    while (query.executeStep()) old.push_back(numberOf(query.getColumn(0)));
    query.reset();
    for (const CommitNo tip : old) {
        const CommitNo base = layerOf(tip).base;
        auto& remove = m_sql("DELETE FROM history_tip WHERE tip=?");
        bindNumber(remove, 1, tip);
        remove.exec();
        removeRowsIfUnused(tip);
        if (base != kNoNumber) removeRowsIfUnused(base);
    }
}

TipWriter::Layer TipWriter::layerOf(CommitNo tip) {
    auto& query = m_sql("SELECT base, room, open FROM history_tip WHERE tip=?");
    bindNumber(query, 1, tip);
    if (!query.executeStep()) return {};
    Layer layer{numberOrNone(query.getColumn(0)), query.getColumn(1).getInt64(), query.getColumn(2).getInt64()};
    query.reset();
    return layer;
}

bool TipWriter::isBase(CommitNo commit) {
    auto& query = m_sql("SELECT 1 FROM history_tip WHERE base=?");
    bindNumber(query, 1, commit);
    const bool found = query.executeStep();
    query.reset();
    return found;
}

/// How many more items are open than at the base.
std::int64_t TipWriter::openedBy(const TipState& tip) {
    std::int64_t more = 0;
    auto& query = m_sql("SELECT 1 FROM history_item_at WHERE tip=? AND item=? AND ended IS NULL");
    for (const TipItem& item : tip.items) {
        bindNumber(query, 1, tip.base);
        bindNumber(query, 2, item.standing.item);
        const bool wasOpen = query.executeStep();
        query.reset();
        more += (item.ended == kNoNumber ? 1 : 0) - (wasOpen ? 1 : 0);
    }
    return more;
}

std::int64_t TipWriter::count(const char* sql, CommitNo tip) {
    auto& query = m_sql(sql);
    bindNumber(query, 1, tip);
    const std::int64_t rows = query.executeStep() ? query.getColumn(0).getInt64() : 0;
    query.reset();
    return rows;
}

std::int64_t TipWriter::rowsOfLayer(CommitNo tip) {
    return count("SELECT count(*) FROM history_tip_item WHERE tip=?", tip) +
           count("SELECT count(*) FROM history_tip_interest WHERE tip=?", tip);
}

void TipWriter::removeRows(CommitNo tip) {
    for (const char* sql : {"DELETE FROM history_tip_item WHERE tip=?", "DELETE FROM history_tip_interest WHERE tip=?",
                            "DELETE FROM history_skip WHERE tip=?", "DELETE FROM history_tip_event WHERE tip=?"}) {
        auto& remove = m_sql(sql);
        bindNumber(remove, 1, tip);
        remove.exec();
    }
}

/// Rows of a commit that is neither a tip nor what one stands upon.
void TipWriter::removeRowsIfUnused(CommitNo tip) {
    if (count("SELECT count(*) FROM history_tip WHERE ?1 IN (tip, base)", tip) == 0) removeRows(tip);
}

/// Takes over what is known at the base, apart from what the tip says itself.
void TipWriter::copy(const TipState& tip, What what) {
    // The layer of the base alone, which stands upon the same whole one; or all that the views say of it.
    static constexpr std::array<const char*, 4> kLayer{
        "INSERT INTO history_tip_item (tip, " PAYDOWN_TIP_ITEM_COLUMNS ") SELECT ?1, " PAYDOWN_TIP_ITEM_COLUMNS
        " FROM history_tip_item WHERE tip=?2",
        "INSERT INTO history_tip_interest (tip, " PAYDOWN_INTEREST_COLUMNS ") SELECT ?1, " PAYDOWN_INTEREST_COLUMNS
        " FROM history_tip_interest WHERE tip=?2",
        "INSERT INTO history_tip_event (tip, " PAYDOWN_EVENT_COLUMNS ") SELECT ?1, " PAYDOWN_EVENT_COLUMNS
        " FROM history_tip_event WHERE tip=?2",
        "INSERT INTO history_skip (tip, " PAYDOWN_SKIP_COLUMNS ") SELECT ?1, " PAYDOWN_SKIP_COLUMNS
        " FROM history_skip WHERE tip=?2"};
    static constexpr std::array<const char*, 4> kAll{
        "INSERT INTO history_tip_item (tip, " PAYDOWN_TIP_ITEM_COLUMNS ") SELECT ?1, " PAYDOWN_TIP_ITEM_COLUMNS
        " FROM history_item_at WHERE tip=?2 ORDER BY item",
        "INSERT INTO history_tip_interest (tip, " PAYDOWN_INTEREST_COLUMNS ") SELECT ?1, " PAYDOWN_INTEREST_COLUMNS
        " FROM history_interest_at WHERE tip=?2 ORDER BY item",
        "INSERT INTO history_tip_event (tip, " PAYDOWN_EVENT_COLUMNS ") SELECT ?1, " PAYDOWN_EVENT_COLUMNS
        " FROM history_event_at WHERE tip=?2 ORDER BY item",
        "INSERT INTO history_skip (tip, " PAYDOWN_SKIP_COLUMNS ") SELECT ?1, " PAYDOWN_SKIP_COLUMNS
        " FROM history_skip_at WHERE tip=?2 ORDER BY path"};
    for (const char* sql : what == What::Layer ? kLayer : kAll) {
        auto& copy = m_sql(sql);
        bindNumber(copy, 1, tip.commit);
        bindNumber(copy, 2, tip.base);
        copy.exec();
    }
    removeItemsOf(tip);
}

/// Removes what was taken over about the items that the tip speaks of itself.
void TipWriter::removeItemsOf(const TipState& tip) {
    const auto removeOwn = [&](const char* sql, ItemNo item) {
        auto& remove = m_sql(sql);
        bindNumber(remove, 1, tip.commit);
        bindNumber(remove, 2, item);
        remove.exec();
    };
    for (const TipItem& own : tip.items) {
        removeOwn("DELETE FROM history_tip_item WHERE tip=? AND item=?", own.standing.item);
        removeOwn("DELETE FROM history_tip_event WHERE tip=? AND item=?", own.standing.item);
        removeOwn("DELETE FROM history_tip_interest WHERE tip=? AND item=?", own.standing.item);
    }
    for (const TipInterest& own : tip.interest)
        removeOwn("DELETE FROM history_tip_interest WHERE tip=? AND item=?", own.item);
}

void TipWriter::writeOwn(const TipState& tip) {
    for (const TipItem& item : tip.items) writeItem(tip.commit, item);
    writeInterest(m_sql, tip.commit, tip.interest);
    auto& implied = m_sql("INSERT OR REPLACE INTO history_tip_event (" PAYDOWN_EVENT_COLUMNS ", tip) "
                          "VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)");
    for (const StoredEvent& event : tip.implied) {
        bindEvent(implied, event);
        bindNumber(implied, 15, tip.commit);
        implied.exec();
        implied.reset();
    }
    auto& skip = m_sql("INSERT OR REPLACE INTO history_skip (tip, path, reason) VALUES (?,?,?)");
    for (const SkippedFile& file : tip.skipped) {
        bindNumber(skip, 1, tip.commit);
        bindBytes(skip, 2, file.path);
        skip.bind(3, file.reason);
        skip.exec();
        skip.reset();
    }
}

void TipWriter::writeItem(CommitNo tip, const TipItem& item) {
    auto& insert = m_sql("INSERT INTO history_tip_item (" PAYDOWN_TIP_ITEM_COLUMNS
                         ", tip) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)");
    bindNumber(insert, 1, item.standing.item);
    bindNumber(insert, 2, item.path);
    bindNumber(insert, 3, item.standing.line);
    bindNumber(insert, 4, item.standing.column);
    bindNumber(insert, 5, item.standing.text);
    bindBytes(insert, 6, item.symbol);
    insert.bind(7, item.language);
    bindBytes(insert, 8, packAlso(item.also));
    bindBytes(insert, 9, packNumbers(item.aliases));
    bindNumber(insert, 10, item.parent);
    bindNumber(insert, 11, item.introduced);
    bindNumber(insert, 12, item.changed);
    bindNumber(insert, 13, item.ended);
    bindNumber(insert, 14, item.ended == kNoNumber ? kNoNumber : static_cast<std::uint32_t>(item.ending));
    bindNumber(insert, 15, tip);
    insert.exec();
}

} // namespace paydown
