// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decisions/fold.h"

#include "core/base/parallel.h"
#include "core/decisions/record_codec.h"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>
#include <tuple>
#include <unordered_set>
#include <utility>

namespace paydown {

namespace {

using RecordRefs = std::vector<const DecisionRecord*>;
using RefSpan = std::span<const DecisionRecord*>;
using Ids = std::unordered_set<std::string_view>;

bool isOnNoItem(const DecisionRecord& record) { return record.item.value.empty() && !record.address; }

constexpr std::size_t kFieldCount = field::kSingleValued.size();

/// The field's place among those that have one value at a time; their number for others.
std::size_t fieldIndex(std::string_view name) {
    return static_cast<std::size_t>(std::ranges::find(field::kSingleValued, name) - field::kSingleValued.begin());
}

/// Whether a later record replaces a field's earlier ones in the history; every answer stays in force there.
bool isReplaced(std::string_view name) { return name != field::kAnswer && fieldIndex(name) < kFieldCount; }

/// Fields where an empty value says something of its own: nobody, no date, not planned, no ticket, and any answer.
bool isDecisionWhenEmpty(std::string_view name) {
    return name == field::kOwner || name == field::kDue || name == field::kPeriod || name == field::kTicket ||
           name == field::kAnswer;
}

void sortByOrder(RefSpan records) {
    const auto isBefore = [](const auto* a, const auto* b) { return comesBefore(*a, *b); };
    if (!std::ranges::is_sorted(records, isBefore)) std::ranges::sort(records, isBefore);
}

/// The ids that are undone. From the last to the first, so that an undo that was undone itself does nothing.
Ids takenBackAmong(std::span<const DecisionRecord* const> ordered) {
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

/// Takes the records of an item in their order, and copies only what is in force when all are known.
class ItemFold {
public:
    void add(const DecisionRecord& record) {
        if (record.field == field::kNote) {
            m_notes.push_back(&record);
        } else if (record.field == field::kSlip) {
            m_slips.insert(record.value);
        } else if (const std::size_t index = fieldIndex(record.field); index < kFieldCount) {
            m_last[index] = record.value.empty() && !isDecisionWhenEmpty(record.field) ? nullptr : &record;
            if (record.field != field::kAnswer) return;
            m_slips.clear();
            m_answeredAt = dateOf(record.time);
        }
    }

    [[nodiscard]] DecidedItem finish() const {
        DecidedItem result;
        result.fields.reserve(static_cast<std::size_t>(m_last.size() - std::ranges::count(m_last, nullptr)));
        for (std::size_t i = 0; i < kFieldCount; ++i)
            if (m_last[i] != nullptr) result.fields.push_back({field::kSingleValued[i], valueOf(*m_last[i])});
        for (const DecisionRecord* note : m_notes) result.notes.push_back(valueOf(*note));
        result.slips = static_cast<std::uint32_t>(m_slips.size());
        result.answeredAt = m_answeredAt;
        return result;
    }

private:
    std::array<const DecisionRecord*, kFieldCount> m_last{}; ///< By field; null: none, or taken back.
    RecordRefs m_notes;
    std::set<std::string_view> m_slips; ///< Periods: two clones that closed the same one count once.
    std::optional<Date> m_answeredAt;
};

DecidedItem foldOne(RefSpan records) {
    sortByOrder(records);
    // A log may hold a line twice, where somebody merged by hand or an append was finished after a kill.
    const auto repeated =
        std::ranges::unique(records, {}, [](const auto* record) { return std::string_view(record->id); });
    records = records.first(records.size() - repeated.size());
    const Ids takenBack = takenBackAmong(records);
    ItemFold fold;
    for (const auto* record : records) {
        if (!takenBack.contains(record->id)) fold.add(*record);
    }
    return fold.finish();
}

std::vector<Date> foldClosings(RefSpan records) {
    sortByOrder(records);
    const Ids takenBack = takenBackAmong(records);
    std::set<Date> closed;
    for (const auto* record : records) {
        if (record->field != field::kClosed || takenBack.contains(record->id)) continue;
        if (const auto start = parseDate(record->value)) closed.insert(*start);
    }
    return {closed.begin(), closed.end()};
}

/// Records grouped by item in one piece of memory: a log of hundreds of thousands has few for each.
class RecordsByItem {
public:
    using Items = std::unordered_map<ItemId, DecidedItem, ItemIdHash>;

    /// @param items gets an entry for each item; nobody else puts any in.
    RecordsByItem(Items& items, std::size_t records) : m_items(items) { m_added.reserve(records); }

    void add(const DecisionRecord& record, const ItemId& item) {
        // The registry keeps the records of an item side by side.
        if (m_groups.empty() || *m_groups[m_last].item != item) m_last = groupOf(item);
        ++m_groups[m_last].size;
        m_added.emplace_back(&record, m_last);
    }

    /// Gives each item what `fold` makes of its records. `fold` is called on several threads.
    template <typename Fold>
    void foldEach(Fold fold) {
        std::size_t end = 0;
        for (Group& group : m_groups) group.begin = std::exchange(end, end + group.size);
        RecordRefs grouped(m_added.size());
        for (const auto& [record, group] : m_added) grouped[m_groups[group].begin++] = record;
        constexpr std::size_t kWorthAThread = 4096;
        forRanges(m_groups.size(), kWorthAThread, [&](std::size_t from, std::size_t to) {
            for (std::size_t i = from; i < to; ++i) {
                const Group& group = m_groups[i];
                *group.decided = fold(RefSpan(grouped).subspan(group.begin - group.size, group.size));
            }
        });
    }

private:
    struct Group {
        const ItemId* item = nullptr;
        DecidedItem* decided = nullptr;
        std::size_t size = 0;
        std::size_t begin = 0; ///< Of what is not filled yet.
    };

    std::uint32_t groupOf(const ItemId& item) {
        const auto [found, isNew] = m_items.try_emplace(item);
        const auto next = static_cast<std::uint32_t>(m_groups.size());
        if (isNew) {
            m_groups.push_back({&found->first, &found->second});
            if (!m_groupOf.empty()) m_groupOf.emplace(&found->second, next);
            return next;
        }
        if (m_groupOf.empty())
            for (std::uint32_t group = 0; group < next; ++group) m_groupOf.emplace(m_groups[group].decided, group);
        return m_groupOf.at(&found->second);
    }

    Items& m_items;
    std::vector<Group> m_groups;
    std::unordered_map<const DecidedItem*, std::uint32_t> m_groupOf;      ///< Made when an item comes a second time.
    std::vector<std::pair<const DecisionRecord*, std::uint32_t>> m_added; ///< With its group.
    std::uint32_t m_last = 0;
};

} // namespace

bool comesBefore(const DecisionRecord& a, const DecisionRecord& b) {
    return std::tie(a.seq, a.time.seconds, a.id) < std::tie(b.seq, b.time.seconds, b.id);
}

FoldedDecisions foldDecisions(std::span<const DecisionRecord> records, const ItemOfRecord& itemOf) {
    FoldedDecisions result;
    RecordRefs onNoItem;
    RecordsByItem byItem(result.items, records.size());
    for (const auto& record : records) {
        if (isOnNoItem(record)) {
            onNoItem.push_back(&record);
        } else if (!itemOf) {
            byItem.add(record, record.item);
        } else if (const ItemId item = itemOf(record); !item.value.empty()) {
            byItem.add(record, item);
        }
    }
    byItem.foldEach(foldOne);
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
        else if (isReplaced(record.field) && !fieldsSeen.insert(record.field).second)
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
