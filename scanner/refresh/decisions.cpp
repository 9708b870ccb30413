// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/actions/decide.h"
#include "core/base/text.h"
#include "core/decisions/field_values.h"
#include "core/schedule/calendar.h"
#include "scanner/refresh/checkout.h"
#include "scanner/refresh/checkout_state.h"
#include "scanner/refresh/sharing.h"

#include <set>

namespace paydown {

namespace {

FieldContext contextOf(const Checkout& place) {
    const Calendar calendar(place.config().plan);
    FieldContext context;
    context.today = place.today();
    context.me = place.me().email.empty() ? place.me().name : place.me().email;
    for (const auto& [handle, names] : place.config().ownerAliases) {
        for (const auto& name : names) {
            if (name == place.me().email || name == place.me().name) context.me = handle;
        }
    }
    context.periodStartOf = [calendar](Date day) { return calendar.periodOf(day).start; };
    context.nextPeriodAfter = [calendar](Date day) { return calendar.next(calendar.periodOf(day)).start; };
    return context;
}

/// The value as the log holds it: closings and plans bring such values already, people type others. The same text can
/// be both and mean two things: an effort of "16" is 16 minutes in the log, and nothing that people can type.
std::string loggedValue(const FieldChange& change, const FieldContext& context) {
    const bool takesBack = change.value.empty();
    if ((takesBack || !change.isTyped) && checkFieldValue(change.field, change.value)) return change.value;
    const auto parsed = parseFieldValue(change.field, change.value, context);
    if (!parsed) throw Error(parsed.error().what, parsed.error().remedy);
    return *parsed;
}

/// "D-7f3k" as the whole id of the adopted name that it starts, after those that stand apart already.
std::string apartValue(const Snapshot& snapshot, const Item& item, const std::string& typed) {
    const std::string prefix = itemIdPrefix(trimmed(typed));
    std::string value;
    if (const auto decided = snapshot.decided.find(item.id); decided != snapshot.decided.end()) {
        if (const auto* apart = decided->second.find(field::kApart)) value = apart->value;
    }
    for (const ItemId& name : item.adopted) {
        if (prefix.size() >= kMinItemIdPrefix && name.value.starts_with(prefix)) {
            return value.empty() ? name.value : value + " " + name.value;
        }
    }
    throw Error(fmt::format("'{}' is no name that came to this item by rewritten history", typed),
                "'paydown show' says which names it has");
}

} // namespace

DecisionOutcome Checkout::decide(const Snapshot& snapshot, const std::vector<FieldChange>& changes,
                                 const std::string& note) {
    const FieldContext context = contextOf(*this);
    std::vector<Change> wanted;
    wanted.reserve(changes.size());
    for (const auto& change : changes) {
        const bool isName = change.isTyped && change.field == field::kApart && change.value != "none";
        std::string value = isName ? apartValue(snapshot, snapshot.items[change.what.item], change.value)
                                   : loggedValue(change, context);
        const bool isAboutPlan = change.field == field::kClosed;
        Change made = isAboutPlan
                          ? Change{{}, {}, {}, change.field, std::move(value), {}}
                          : changeOf(snapshot, snapshot.items[change.what.item], change.field, std::move(value));
        made.note = change.note;
        wanted.push_back(std::move(made));
    }
    const std::size_t records = paydown::decide(registry(), me(), wanted, note).records.size();
    return {records, records > 0 ? publish(*m_state) : std::vector<std::string>()};
}

DecisionOutcome Checkout::undo() {
    const UndoResult result = paydown::undo(registry(), me());
    std::set<ItemId> items;
    for (const auto& record : result.takenBack) items.insert(record.item);
    return {items.size(), items.empty() ? std::vector<std::string>() : publish(*m_state)};
}

} // namespace paydown
