// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/registry/interest_rows.h"

#include "core/registry/history_packing.h"

namespace paydown {

namespace {

/// Tips of which touches are used again: the mainline and a branch beside it.
constexpr int kLatestTips = 2;

/// item, path, version, first, last, touches
TipInterest interestIn(SQLite::Statement& row) {
    TipInterest interest;
    interest.item = numberOf(row.getColumn(0));
    interest.path = numberOf(row.getColumn(1));
    interest.version = numberOrNone(row.getColumn(2));
    interest.extent = {numberOf(row.getColumn(3)), numberOf(row.getColumn(4))};
    interest.touches = unpackTouched(bytesOf(row.getColumn(5)));
    return interest;
}

} // namespace

std::string packBefore(const std::vector<BlobNo>& before) {
    Packer packer;
    for (const BlobNo blob : before) packer.add(blob == kNoNumber ? 0 : std::uint64_t{blob} + 1);
    return packer.bytes();
}

std::vector<BlobNo> unpackBefore(std::string_view bytes) {
    std::vector<BlobNo> before = unpackNumbers(bytes);
    for (BlobNo& blob : before) --blob; // 0 becomes kNoNumber.
    return before;
}

std::string packExtents(const std::vector<LineExtent>& extents) {
    Packer packer;
    for (const LineExtent& extent : extents) {
        packer.add(std::uint64_t{extent.first});
        packer.add(std::uint64_t{extent.last} - extent.first);
    }
    return packer.bytes();
}

std::vector<LineExtent> unpackExtents(std::string_view bytes) {
    std::vector<LineExtent> extents;
    for (Unpacker unpacker(bytes); !unpacker.atEnd();) {
        const std::uint32_t first = unpacker.number32();
        extents.push_back({first, first + unpacker.number32()});
    }
    return extents;
}

std::string packHunks(const std::vector<Hunk>& hunks) {
    Packer packer;
    std::uint32_t end = 1;
    for (const Hunk& hunk : hunks) {
        packer.add(std::uint64_t{hunk.before} - end);
        packer.add(std::uint64_t{hunk.beforeCount});
        packer.add(std::uint64_t{hunk.afterCount});
        end = hunk.before + hunk.beforeCount;
    }
    return packer.bytes();
}

std::vector<Hunk> unpackHunks(std::string_view bytes) {
    std::vector<Hunk> hunks;
    Hunk end; // Of the one before, in both versions.
    for (Unpacker unpacker(bytes); !unpacker.atEnd();) {
        const std::uint32_t equal = unpacker.number32();
        Hunk hunk{end.before + equal, unpacker.number32(), end.after + equal, unpacker.number32()};
        end.before = hunk.before + hunk.beforeCount;
        end.after = hunk.after + hunk.afterCount;
        hunks.push_back(hunk);
    }
    return hunks;
}

std::string packTouched(const std::vector<TipInterest::Touched>& touches) {
    Packer packer;
    std::int64_t day = 0;
    for (const TipInterest::Touched& touched : touches) {
        packer.add(std::uint64_t{touched.commit});
        packer.addSigned(day - touched.by.day);
        packer.add(std::uint64_t{touched.by.person});
        day = touched.by.day;
    }
    return packer.bytes();
}

std::vector<TipInterest::Touched> unpackTouched(std::string_view bytes) {
    std::vector<TipInterest::Touched> touches;
    std::int64_t day = 0;
    for (Unpacker unpacker(bytes); !unpacker.atEnd();) {
        const CommitNo commit = unpacker.number32();
        day -= unpacker.signedNumber();
        touches.push_back({commit, {static_cast<std::int32_t>(day), unpacker.number32()}});
    }
    return touches;
}

void writeHunks(Statements& sql, const std::vector<StoredHunks>& all) {
    auto& insert = sql("INSERT OR REPLACE INTO history_hunk (old_blob, new_blob, lines, hunks) VALUES (?,?,?,?)");
    for (const StoredHunks& hunks : all) {
        bindNumber(insert, 1, hunks.before);
        bindNumber(insert, 2, hunks.after);
        bindNumber(insert, 3, hunks.beforeLines);
        bindBytes(insert, 4, packHunks(hunks.hunks));
        insert.exec();
        insert.reset();
    }
}

void writeInterest(Statements& sql, CommitNo tip, const std::vector<TipInterest>& interest) {
    auto& insert = sql("INSERT INTO history_tip_interest (tip, item, path, version, first, last, touches) "
                       "VALUES (?,?,?,?,?,?,?)");
    for (const TipInterest& one : interest) {
        bindNumber(insert, 1, tip);
        bindNumber(insert, 2, one.item);
        bindNumber(insert, 3, one.path);
        bindNumber(insert, 4, one.version);
        bindNumber(insert, 5, one.extent.first);
        bindNumber(insert, 6, one.extent.last);
        bindBytes(insert, 7, packTouched(one.touches));
        insert.exec();
        insert.reset();
    }
}

std::optional<StoredHunks> readHunks(Statements& sql, BlobNo before, BlobNo after) {
    auto& query = sql("SELECT lines, hunks FROM history_hunk WHERE old_blob=? AND new_blob=?");
    bindNumber(query, 1, before);
    bindNumber(query, 2, after);
    if (!query.executeStep()) return std::nullopt;
    return StoredHunks{before, after, numberOf(query.getColumn(0)), unpackHunks(bytesOf(query.getColumn(1)))};
}

std::vector<TipInterest> readKnownInterest(Statements& sql, ItemNo item) {
    std::vector<TipInterest> all;
    auto& query = sql("SELECT item, path, version, first, last, touches FROM history_interest_at WHERE item=? AND "
                      "version IS NOT NULL AND tip IN (SELECT tip FROM history_tip ORDER BY used DESC LIMIT ?)");
    bindNumber(query, 1, item);
    query.bind(2, kLatestTips);
    while (query.executeStep()) all.push_back(interestIn(query));
    return all;
}

std::optional<TipInterest> readTipInterest(Statements& sql, CommitNo tip, ItemNo item) {
    auto& query = sql("SELECT item, path, version, first, last, touches FROM history_interest_at "
                      "WHERE tip=? AND item=?");
    bindNumber(query, 1, tip);
    bindNumber(query, 2, item);
    return query.executeStep() ? std::optional(interestIn(query)) : std::nullopt;
}

std::vector<TipInterest> readInterest(Statements& sql, CommitNo tip) {
    std::vector<TipInterest> all;
    auto& query = sql("SELECT item, path, version, first, last, touches FROM history_interest_at WHERE tip=? "
                      "ORDER BY item");
    bindNumber(query, 1, tip);
    while (query.executeStep()) all.push_back(interestIn(query));
    return all;
}

} // namespace paydown
