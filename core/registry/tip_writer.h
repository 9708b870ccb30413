// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/history_store.h"
#include "core/registry/history_rows.h"

#include <cstdint>
#include <optional>

namespace paydown {

/// Writes what is known of tips, in layers as core/registry/layer_schema.h tells, inside of a transaction that the
/// caller holds. Inside of core/registry only.
class TipWriter {
public:
    explicit TipWriter(Statements& sql) : m_sql(sql) {}

    /// Writes a tip and marks it as used now. Its base is a tip.
    void write(const TipState& tip);
    void markUsed(CommitNo commit);
    /// Of more than HistoryStore::kMaxTips, those not used for longest.
    void forgetOldest();

private:
    enum class What : std::uint8_t { Layer, All };
    /// A row of history_tip.
    struct Layer {
        CommitNo base = kNoNumber;
        std::int64_t room = 0;
        std::int64_t open = 0;
    };

    [[nodiscard]] Layer layerOf(CommitNo tip);
    [[nodiscard]] std::optional<Layer> layerUponBase(const TipState& tip);
    [[nodiscard]] Layer wholeLayer(CommitNo tip);
    [[nodiscard]] bool isBase(CommitNo commit);
    [[nodiscard]] std::int64_t openedBy(const TipState& tip);
    [[nodiscard]] std::int64_t count(const char* sql, CommitNo tip);
    [[nodiscard]] std::int64_t rowsOfLayer(CommitNo tip);
    void writeLayer(const TipState& tip, const Layer& layer);
    void removeRows(CommitNo tip);
    void removeRowsIfUnused(CommitNo tip);
    void copy(const TipState& tip, What what);
    void removeItemsOf(const TipState& tip);
    void writeOwn(const TipState& tip);
    void writeItem(CommitNo tip, const TipItem& item);

    Statements& m_sql;
};

} // namespace paydown
