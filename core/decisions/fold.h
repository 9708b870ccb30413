// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/decision.h"
#include "core/model/history.h"

#include <functional>
#include <span>
#include <unordered_map>
#include <vector>

namespace paydown {

/// The order of decisions: (seq, time, id). A clock that is wrong wins nothing against a higher seq.
[[nodiscard]] bool comesBefore(const DecisionRecord& a, const DecisionRecord& b);

/// What records amount to.
struct FoldedDecisions {
    std::unordered_map<ItemId, DecidedItem, ItemIdHash> items;
    std::vector<Date> closedPeriods; ///< Start dates, ascending.
};

/// Which item a record is about today: follows aliases and addresses. An empty id leaves the record aside.
using ItemOfRecord = std::function<ItemId(const DecisionRecord&)>;

/// Folds a set of records, in whatever order they are given, to what is in force:
/// - the last record of a field wins; verdict, effort, urgency, why, wake and answer are taken back by an empty value,
///   for the others an empty value is a decision ("nobody owns it");
/// - a record that lists others in takesBack undoes those of them that are of its own item, unless it is undone itself;
/// - every record of `note` is kept; `slip` counts distinct periods and starts anew at an `answer`;
/// - fields that this version does not know are left aside.
/// Records without item and address are about the plan: `closed`.
/// @param itemOf not called for those; empty means the record's own item.
[[nodiscard]] FoldedDecisions foldDecisions(std::span<const DecisionRecord> records, const ItemOfRecord& itemOf = {});

/// How an ending is told: whoever deletes what was judged obsolete only tidies, whether or not code changed beside it.
/// @param decided about the item; null for nothing.
[[nodiscard]] EndingKind endingAsJudged(EndingKind kind, const DecidedItem* decided);

/// What has become of one record.
enum class RecordFate : std::uint8_t { InForce, Replaced, TakenBack };

/// One line of an item's decision history.
struct DecisionEntry {
    DecisionRecord record;
    RecordFate fate = RecordFate::InForce; ///< An undo record is InForce unless it was taken back itself.
};

/// The records of one item as its history, oldest first.
[[nodiscard]] std::vector<DecisionEntry> decisionHistory(std::vector<DecisionRecord> recordsOfOneItem);

/// The union of record sets: by id, ascending, once each. Should two records bear one id (which nobody makes honestly),
/// the one with the lesser line wins. Commutative, associative and idempotent.
[[nodiscard]] std::vector<DecisionRecord> uniteRecords(std::vector<DecisionRecord> a, std::vector<DecisionRecord> b);

} // namespace paydown
