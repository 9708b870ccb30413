// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/date.h"
#include "core/model/history.h"
#include "core/model/item_id.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace paydown {

/// Names an annotation in a commit, whether or not its history has been read (identity, section 3). It resolves to the
/// item that stands there: exact title and order, else line, else the most similar title.
struct Address {
    CommitId commit;
    std::string path;
    std::string title;
    std::uint32_t order = 0; ///< Counts equal titles in the file, from 0.
    std::uint32_t line = 1;

    friend bool operator==(const Address&, const Address&) = default;
};

/// What people can decide about an item; each is a field of its own in the log, with a history of its own.
/// Verdict, class, owner, due, effort, period, ticket, urgency, why, wake, note, slip, answer.
namespace field {
inline constexpr const char* kVerdict = "verdict"; ///< nameOf(Verdict); empty takes it back.
inline constexpr const char* kOwner = "owner";     ///< "@kai", "" for nobody.
inline constexpr const char* kDue = "due";         ///< A date, "" for none.
inline constexpr const char* kEffort = "effort";   ///< Minutes in decimal.
inline constexpr const char* kPeriod = "period";   ///< Start date of the period it is placed in, "" for none.
inline constexpr const char* kTicket = "ticket";
inline constexpr const char* kUrgency = "urgency"; ///< 0, 1 or 2.
inline constexpr const char* kWhy = "why";         ///< The reason of "prudent" and "live with it".
inline constexpr const char* kWake = "wake"; ///< "touched:10" (more touches), "date:2027-01-01", "changed", "tag:v2*".
inline constexpr const char* kNote = "note"; ///< A comment; all of them are shown.
inline constexpr const char* kSlip = "slip"; ///< Written by a closing that carried the item over: the period closed.
inline constexpr const char* kAnswer =
    "answer"; ///< Answers an escalation: "reschedule", "split", "live-with"; resets slips.
inline constexpr const char* kApart = "apart";   ///< Ids, by blanks, that are no names of it although history was
                                                 ///< rewritten: their decisions stay theirs.
inline constexpr const char* kUndo = "undo";     ///< The batch that takesBack takes back.
inline constexpr const char* kClosed = "closed"; ///< On no item: the period (start date) was closed.

/// The fields that have one value at a time, which the last record gives them. Ascending.
inline constexpr std::array<std::string_view, 11> kSingleValued{kAnswer, kApart,   kDue,     kEffort, kOwner, kPeriod,
                                                                kTicket, kUrgency, kVerdict, kWake,   kWhy};
static_assert(std::ranges::is_sorted(kSingleValued));
} // namespace field

/// One line of the append-only decision log (decisions, section 3).
struct DecisionRecord {
    std::string id;        ///< ULID, unique.
    std::string batch;     ///< ULID shared by the records of one action; undo takes back a batch.
    std::uint64_t seq = 1; ///< 1 + the highest known for this item; order is (seq, time, id).
    Timestamp time;
    Person actor;
    ItemId item;                    ///< Empty where a decision was made before history was read.
    std::optional<Address> address; ///< Where the item stood when it was decided about.
    std::string field;              ///< A name of namespace field; unknown ones are kept and not acted on.
    std::string value;
    std::string note;                   ///< Why, in the words of who decided.
    std::vector<std::string> takesBack; ///< Undo: ids of the records that no longer hold.
    std::string unknown;                ///< Canonical JSON object of members that this version does not know; kept.
};

/// A value in force and who set it.
struct DecidedValue {
    std::string value;
    Person by;
    Timestamp at;
    std::string note;
    std::string recordId;
};

/// The fold of an item's records: what is in force now.
struct DecidedItem {
    struct Field {
        std::string_view name; ///< One of field::kSingleValued.
        DecidedValue value;
    };
    std::vector<Field> fields;       ///< A handful, by name; what was taken back is absent.
    std::vector<DecidedValue> notes; ///< Comments, oldest first.
    std::uint32_t slips = 0;         ///< Closings that carried it over since the last answer.
    std::optional<Date> answeredAt;

    [[nodiscard]] const DecidedValue* find(std::string_view name) const {
        for (const Field& field : fields)
            if (field.name == name) return &field.value;
        return nullptr;
    }
    /// Puts a value in force; ignores fields that are not in field::kSingleValued.
    void set(std::string_view name, DecidedValue value);
};

} // namespace paydown
