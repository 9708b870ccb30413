// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/registry/history_rows.h"

#include <string>
#include <string_view>
#include <vector>

namespace paydown {

// Packed columns of the tables of interest_schema.h.
[[nodiscard]] std::string packBefore(const std::vector<BlobNo>& before);
[[nodiscard]] std::vector<BlobNo> unpackBefore(std::string_view bytes);
[[nodiscard]] std::string packExtents(const std::vector<LineExtent>& extents);
[[nodiscard]] std::vector<LineExtent> unpackExtents(std::string_view bytes);
[[nodiscard]] std::string packHunks(const std::vector<Hunk>& hunks);
[[nodiscard]] std::vector<Hunk> unpackHunks(std::string_view bytes);
[[nodiscard]] std::string packTouched(const std::vector<TipInterest::Touched>& touches);
[[nodiscard]] std::vector<TipInterest::Touched> unpackTouched(std::string_view bytes);

// Their rows; SQLite's exceptions pass through. Inside of core/registry only.
void writeHunks(Statements& sql, const std::vector<StoredHunks>& all);
void writeInterest(Statements& sql, CommitNo tip, const std::vector<TipInterest>& interest);
[[nodiscard]] std::optional<StoredHunks> readHunks(Statements& sql, BlobNo before, BlobNo after);
/// As HistoryStore::knownInterest() and tipInterest().
[[nodiscard]] std::vector<TipInterest> readKnownInterest(Statements& sql, ItemNo item);
[[nodiscard]] std::optional<TipInterest> readTipInterest(Statements& sql, CommitNo tip, ItemNo item);
/// Of all that is open at a tip.
[[nodiscard]] std::vector<TipInterest> readInterest(Statements& sql, CommitNo tip);

} // namespace paydown
