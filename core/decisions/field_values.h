// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/model/decision.h"
#include "core/model/item_view.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace paydown {

/// What words such as "fri", "me" and "next" mean at this moment.
struct FieldContext {
    Date today;
    std::string me;                            ///< "@kai"; empty when nobody is known.
    std::function<Date(Date)> periodStartOf;   ///< First day of the period that holds a day.
    std::function<Date(Date)> nextPeriodAfter; ///< First day of the period after the one that holds a day.
};

/// One field and its value as the log holds it.
struct FieldValue {
    std::string field;
    std::string value;

    friend bool operator==(const FieldValue&, const FieldValue&) = default;
};

/// Reads "owner=@kai" as people type it.
[[nodiscard]] Result<FieldValue> parseFieldAssignment(std::string_view typed, const FieldContext& context);

/// Reads a value of a field as people type it, and gives it as the log holds it:
///
///     verdict   reckless, prudent, live-with (live, live with it), not-debt, obsolete; none
///     owner     @kai, @org/team, kai@corp.example, kai, me; none for nobody
///     due       2026-09-30, 2026-09, 2026-Q3, 2026-W40, q1, fri, today, tomorrow, +3d, +2w, +1mo, +1y; none
///     effort    30m, 4h, 2d, 1w, 1d4h, 1.5d (1d = 8h, 1w = 5d); none
///     period    this, next, or a date in it; none
///     urgency   0, 1 (!), 2 (!!)
///     ticket    a key or an address without blanks; none
///     wake      touched:10, changed, date:2027-01-01 (or any due word), tag:v2*; none
///     apart     D-7f3k: no name of this item, although history was rewritten; none
///     answer    reschedule, split, live-with
///     why, note a text
///
/// Fails with what is wrong and what would be right.
[[nodiscard]] Result<std::string> parseFieldValue(std::string_view field, std::string_view typed,
                                                  const FieldContext& context);

/// Whether a value is one that the log may hold for this field; slip and closed, which only closings write, as well.
/// Fails with the reason. Unknown fields fail.
[[nodiscard]] Result<void> checkFieldValue(std::string_view field, std::string_view value);

/// A value of the log for people: "2d 4h", "nobody", "30 Sep 2026" stays a date.
[[nodiscard]] std::string describeFieldValue(std::string_view field, std::string_view value);

/// A field that people can set, for help and completion.
struct FieldHelp {
    std::string_view name;
    std::string_view takes; ///< "reckless, prudent, live-with, not-debt, obsolete"
};
[[nodiscard]] const std::vector<FieldHelp>& settableFields();

/// What a verdict still needs before it is complete (decisions, section 2), as field names: reckless an owner and a
/// period, prudent why and when to look again, live-with why and what would wake it.
/// @param decided what is in force; the owner in force may also come from the code.
[[nodiscard]] std::vector<std::string> missingFor(Verdict verdict, const DecidedItem& decided, bool hasOwner);

} // namespace paydown
