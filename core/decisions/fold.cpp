// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decisions/fold.h"

#include "core/decisions/record_codec.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <tuple>
#include <unordered_set>

namespace paydown {

namespace {

using RecordRefs = std::vector<const DecisionRecord*>;
using Ids = std::unordered_set<std::string_view>;

bool isOnNoItem(const DecisionRecord& record) { return record.item.value.empty() && !record.address; }

bool isKept(std::string_view name) {
    for (const auto* known : {field::kVerdict, field::kOwner, field::kDue, field::kEffort, field::kPeriod,
                              field::kTicket, field::kUrgency, field::kWhy, field::kWake, field::kApart}) {
        if (name == known) return true;
    }
    return false;
}

/// Fields where an empty value says something of its own: nobody, no date, not planned, no ticket.
bool isDecisionWhenEmpty(std::string_view name) {
    return name == field::kOwner || name == field::kDue || name == field::kPeriod || name == field::kTicket;
}

void sortByOrder(RecordRefs& records) {
    std::ranges::sort(records, [](const auto* a, const auto* b) { return comesBefore(*a, *b); });
}

/// The ids that are undone. From the last to the first, so that an undo that was undone itself does nothing.
Ids takenBackAmong(const RecordRefs& ordered) {
    Ids takenBack;
    for (auto at = ordered.rbegin(); at != ordered.rend(); ++at) {
        if ((*at)->takesBack.empty() || takenBack.contains((*at)->id)) continue;
        takenBack.insert((*at)->takesBack.begin(), (*at)->takesBack.end());
    }
    return takenBack;
}

DecidedValue valueOf(const DecisionRecord& record) {
    return {record.value, record.actor, record.time, record.note, record.id};
}

class ItemFold {
public:
    void add(const DecisionRecord& record) {
        if (record.field == field::kNote) {
            m_result.notes.push_back(valueOf(record));
        } else if (record.field == field::kSlip) {
            m_slips.insert(record.value);
        } else if (record.field == field::kAnswer) {
            m_slips.clear();
            m_result.answeredAt = dateOf(record.time);
            m_result.fields[record.field] = valueOf(record);
        } else if (isKept(record.field)) {
            if (record.value.empty() && !isDecisionWhenEmpty(record.field))
                m_result.fields.erase(record.field);
            else
                m_result.fields[record.field] = valueOf(record);
        }
    }

    DecidedItem finish() {
        m_result.slips = static_cast<std::uint32_t>(m_slips.size());
        return std::move(m_result);
    }

private:
    DecidedItem m_result;
    std::set<std::string_view> m_slips; ///< Periods: two clones that closed the same one count once.
};

DecidedItem foldOne(RecordRefs& records) {
    sortByOrder(records);
    // A log may hold a line twice, where somebody merged by hand or an append was finished after a kill.
    const auto repeated =
        std::ranges::unique(records, {}, [](const auto* record) { return std::string_view(record->id); });
    records.erase(repeated.begin(), repeated.end());
    const Ids takenBack = takenBackAmong(records);
    ItemFold fold;
    for (const auto* record : records) {
        if (!takenBack.contains(record->id)) fold.add(*record);
    }
    return fold.finish();
}

std::vector<Date> foldClosings(RecordRefs& records) {
    sortByOrder(records);
    const Ids takenBack = takenBackAmong(records);
    std::set<Date> closed;
    for (const auto* record : records) {
        if (record->field != field::kClosed || takenBack.contains(record->id)) continue;
        if (const auto start = parseDate(record->value)) closed.insert(*start);
    }
    return {closed.begin(), closed.end()};
}

} // namespace

bool comesBefore(const DecisionRecord& a, const DecisionRecord& b) {
    return std::tie(a.seq, a.time.seconds, a.id) < std::tie(b.seq, b.time.seconds, b.id);
}

FoldedDecisions foldDecisions(std::span<const DecisionRecord> records, const ItemOfRecord& itemOf) {
    std::unordered_map<ItemId, RecordRefs, ItemIdHash> byItem;
    byItem.reserve(records.size() / 2);
    RecordRefs onNoItem;
    for (const auto& record : records) {
        if (isOnNoItem(record)) {
            onNoItem.push_back(&record);
            continue;
        }
        const ItemId item = itemOf ? itemOf(record) : record.item;
        if (!item.value.empty()) byItem[item].push_back(&record);
    }
    FoldedDecisions result;
    result.items.reserve(byItem.size());
    for (auto& [item, ofItem] : byItem) result.items.emplace(item, foldOne(ofItem));
    result.closedPeriods = foldClosings(onNoItem);
    return result;
}

std::vector<DecisionEntry> decisionHistory(std::vector<DecisionRecord> recordsOfOneItem) {
    std::ranges::sort(recordsOfOneItem, comesBefore);
    RecordRefs ordered;
    for (const auto& record : recordsOfOneItem) ordered.push_back(&record);
    const Ids takenBack = takenBackAmong(ordered);
    Ids fieldsSeen;
    std::vector<RecordFate> fates(ordered.size(), RecordFate::InForce);
    for (std::size_t i = ordered.size(); i-- > 0;) {
        const auto& record = *ordered[i];
        if (takenBack.contains(record.id))
            fates[i] = RecordFate::TakenBack;
        else if (isKept(record.field) && !fieldsSeen.insert(record.field).second)
            fates[i] = RecordFate::Replaced;
    }
    std::vector<DecisionEntry> entries;
    entries.reserve(ordered.size());
    // Copies, not moves: the sets above look at the records until the end.
    for (std::size_t i = 0; i < ordered.size(); ++i) entries.push_back({*ordered[i], fates[i]});
    return entries;
}

EndingKind endingAsJudged(EndingKind kind, const DecidedItem* decided) {
    const bool isPlain = kind == EndingKind::Paid || kind == EndingKind::Erased;
    const DecidedValue* verdict = isPlain && decided != nullptr ? decided->find(field::kVerdict) : nullptr;
    return verdict != nullptr && verdict->value == "obsolete" ? EndingKind::Tidied : kind;
}

std::vector<DecisionRecord> uniteRecords(std::vector<DecisionRecord> a, std::vector<DecisionRecord> b) {
    a.insert(a.end(), std::make_move_iterator(b.begin()), std::make_move_iterator(b.end()));
    const auto lineOf = [](const DecisionRecord& record) { return encodeRecord(record).value_or(std::string()); };
    std::ranges::sort(a,
                      [&](const auto& x, const auto& y) { return x.id != y.id ? x.id < y.id : lineOf(x) < lineOf(y); });
    const auto repeated = std::ranges::unique(a, {}, &DecisionRecord::id);
    a.erase(repeated.begin(), repeated.end());
    return a;
}

} // namespace paydown
