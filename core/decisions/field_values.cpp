// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decisions/field_values.h"

#include "core/base/text.h"
#include "core/decisions/date_words.h"
#include "core/decisions/record_codec.h"
#include "core/model/names.h"

#include <algorithm>
#include <charconv>
#include <limits>
#include <optional>

namespace paydown {

namespace {

constexpr std::size_t kMaxNameBytes = 200;    ///< Owners and tickets.
constexpr std::size_t kMaxReasonBytes = 2000; ///< Reasons and comments; a line of the log takes 4096 in all.

bool hasBlankOrControl(std::string_view text) {
    return std::ranges::any_of(text, [](char c) { return static_cast<unsigned char>(c) <= 0x20 || c == 0x7F; });
}

std::optional<std::uint32_t> parseCount(std::string_view text) {
    std::uint32_t count = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return count;
}

bool isNone(std::string_view typed) {
    const std::string word = asciiLower(trimmed(typed));
    return word.empty() || word == "none" || word == "nobody" || word == "-";
}

// --- one check per field, on values as the log holds them ---

Result<void> checkVerdict(std::string_view value) {
    if (value.empty() || parseVerdict(value)) return {};
    return fail(fmt::format("'{}' is no verdict", value), "reckless, prudent, live-with, not-debt or obsolete");
}

Result<void> checkOwner(std::string_view value) {
    if (value.empty()) return {};
    const bool hasAt = value.find('@') != std::string_view::npos && value != "@";
    if (!hasAt || value.size() > kMaxNameBytes || !isUtf8(value) || hasBlankOrControl(value)) {
        return fail(fmt::format("'{}' is no owner", value), "@kai, @org/team or kai@corp.example");
    }
    return {};
}

Result<void> checkDate(std::string_view value) {
    if (value.empty() || parseDate(value)) return {};
    return fail(fmt::format("'{}' is no date", value), "2026-09-30, 2026-Q3, q1, fri, tomorrow, +2w or none");
}

Result<void> checkEffort(std::string_view value) {
    if (value.empty() || parseCount(value)) return {};
    return fail(fmt::format("'{}' is no effort", trimmed(value)), "30m, 4h, 2d, 1w or 1d4h");
}

Result<void> checkUrgency(std::string_view value) {
    if (value.empty() || value == "0" || value == "1" || value == "2") return {};
    return fail(fmt::format("'{}' is no urgency", value), "0, 1 or 2");
}

Result<void> checkTicket(std::string_view value) {
    if (value.empty()) return {};
    if (value.size() <= kMaxNameBytes && isUtf8(value) && !hasBlankOrControl(value) && !isNone(value)) return {};
    return fail(fmt::format("'{}' is no ticket", value), "a key such as PAY-142, or an address without blanks");
}

Result<void> checkWake(std::string_view value) {
    const auto after = [&](std::string_view prefix) -> std::optional<std::string_view> {
        if (!value.starts_with(prefix)) return std::nullopt;
        return value.substr(prefix.size());
    };
    if (value.empty() || value == "changed") return {};
    if (const auto count = after("touched:"); count && parseCount(*count).value_or(0) > 0) return {};
    if (const auto date = after("date:"); date && parseDate(*date)) return {};
    if (const auto tag = after("tag:"); tag && !tag->empty() && tag->size() <= kMaxNameBytes) return {};
    return fail(fmt::format("'{}' says not when to wake it", value), "touched:10, changed, date:2027-01-01 or tag:v2*");
}

Result<void> checkApart(std::string_view value) {
    for (const auto id : split(value, ' ')) {
        const bool isId = (id.size() == kItemIdLength || id.size() == kItemIdLengthOnClash) &&
                          id.find_first_not_of("abcdefghijklmnopqrstuvwxyz234567") == std::string_view::npos;
        if (!isId)
            return fail(fmt::format("'{}' is no item", id), "the id of one that is shown as another name of this");
    }
    return {};
}

Result<void> checkAnswer(std::string_view value) {
    if (value == "reschedule" || value == "split" || value == "live-with") return {};
    return fail(fmt::format("'{}' is no answer", value), "reschedule, split or live-with");
}

Result<void> checkText(std::string_view value) {
    if (!isUtf8(value)) return fail("the text is not UTF-8");
    if (value.size() <= kMaxReasonBytes) return {};
    return fail(fmt::format("the text has {} bytes, and may have {}", value.size(), kMaxReasonBytes), "shorten it");
}

Result<void> checkPeriodStart(std::string_view value) {
    if (parseDate(value)) return {};
    return fail(fmt::format("'{}' is no first day of a period", value));
}

// --- what people type ---

using Reader = std::string (*)(std::string_view typed, const FieldContext& context);

std::string readVerdict(std::string_view typed, const FieldContext&) {
    if (isNone(typed)) return {};
    std::string word = asciiLower(trimmed(typed));
    std::ranges::replace(word, ' ', '-');
    std::ranges::replace(word, '_', '-');
    if (word == "live" || word == "live-with-it" || word == "livewith") return "live-with";
    if (word == "notdebt") return "not-debt";
    return word;
}

std::string readOwner(std::string_view typed, const FieldContext& context) {
    if (isNone(typed)) return {};
    const std::string_view name = trimmed(typed);
    if (asciiLower(name) == "me" && !context.me.empty()) return context.me;
    const bool isWritten = name.find('@') != std::string_view::npos || name.find(' ') != std::string_view::npos;
    return isWritten ? std::string(name) : fmt::format("@{}", name);
}

std::string readDate(std::string_view typed, const FieldContext& context) {
    if (isNone(typed)) return {};
    const auto date = parseDateWord(typed, context.today);
    return date ? formatDate(*date) : std::string(trimmed(typed));
}

std::string readPeriod(std::string_view typed, const FieldContext& context) {
    if (isNone(typed)) return {};
    const std::string word = asciiLower(trimmed(typed));
    if (!context.periodStartOf || !context.nextPeriodAfter) return readDate(typed, context);
    if (word == "this" || word == "now") return formatDate(context.periodStartOf(context.today));
    if (word == "next") return formatDate(context.nextPeriodAfter(context.today));
    const auto date = parseDateWord(typed, context.today);
    return date ? formatDate(context.periodStartOf(*date)) : word;
}

std::string readEffort(std::string_view typed, const FieldContext&) {
    if (isNone(typed)) return {};
    const auto effort = parseEffort(typed);
    // A number without a unit would be a guess between hours and days: kept apart from the minutes of the log.
    return effort ? std::to_string(effort->count()) : std::string(trimmed(typed)) + " ";
}

std::string readUrgency(std::string_view typed, const FieldContext&) {
    const std::string_view word = trimmed(typed);
    if (isNone(word)) return {};
    return word == "!" ? "1" : word == "!!" ? "2" : std::string(word);
}

std::string readTicket(std::string_view typed, const FieldContext&) {
    return isNone(typed) ? std::string() : std::string(trimmed(typed));
}

std::string readWake(std::string_view typed, const FieldContext& context) {
    if (isNone(typed)) return {};
    std::string word(trimmed(typed));
    if (const auto date = parseDateWord(word.starts_with("date:") ? word.substr(5) : word, context.today)) {
        return "date:" + formatDate(*date);
    }
    return word;
}

std::string readApart(std::string_view typed, const FieldContext&) {
    return isNone(typed) ? std::string() : itemIdPrefix(trimmed(typed));
}

std::string readWord(std::string_view typed, const FieldContext&) {
    std::string word = asciiLower(trimmed(typed));
    std::ranges::replace(word, ' ', '-');
    return word;
}

std::string readText(std::string_view typed, const FieldContext&) { return std::string(trimmed(typed)); }

struct Rule {
    std::string_view field;
    std::string_view takes; ///< Empty: people do not set it.
    Result<void> (*check)(std::string_view value);
    Reader read;
};

const std::vector<Rule>& rules() {
    static const std::vector<Rule> kRules{
        {field::kVerdict, "reckless, prudent, live-with, not-debt, obsolete, none", checkVerdict, readVerdict},
        {field::kOwner, "@kai, @org/team, kai@corp.example, me, none", checkOwner, readOwner},
        {field::kPeriod, "this, next, a date in it, none", checkDate, readPeriod},
        {field::kDue, "2026-09-30, 2026-Q3, q1, fri, tomorrow, +2w, none", checkDate, readDate},
        {field::kEffort, "30m, 4h, 2d, 1w, 1d4h, none", checkEffort, readEffort},
        {field::kUrgency, "0, 1, 2", checkUrgency, readUrgency},
        {field::kTicket, "PAY-142, none", checkTicket, readTicket},
        {field::kWhy, "a reason", checkText, readText},
        {field::kWake, "touched:10, changed, date:2027-01-01, tag:v2*, none", checkWake, readWake},
        {field::kApart, "D-7f3k, none", checkApart, readApart},
        {field::kAnswer, "reschedule, split, live-with", checkAnswer, readWord},
        {field::kNote, "a comment", checkText, readText},
        {field::kSlip, "", checkPeriodStart, readText},
        {field::kClosed, "", checkPeriodStart, readText},
    };
    return kRules;
}

const Rule* ruleFor(std::string_view field) {
    const auto found = std::ranges::find(rules(), field, &Rule::field);
    return found == rules().end() ? nullptr : &*found;
}

/// What somebody meant by a name that is no field.
tl::unexpected<Failure> unknownField(std::string_view name) {
    std::string nearest;
    std::size_t best = 3;
    std::string all;
    for (const auto& known : settableFields()) {
        const auto distance = editDistance(name, known.name);
        if (distance < best) best = distance, nearest = known.name;
        all += (all.empty() ? "" : ", ") + std::string(known.name);
    }
    return fail(fmt::format("'{}' is no field", name),
                nearest.empty() ? "the fields are " + all : fmt::format("did you mean {}?", nearest));
}

/// "class=reckless" is how the code says it; deciding it is a verdict.
std::string fieldNamed(std::string_view typed) {
    std::string name = asciiLower(trimmed(typed));
    if (name == "class" || name == "state") return field::kVerdict;
    if (name == "date") return field::kDue;
    if (name == "sprint") return field::kPeriod;
    if (name == "comment") return field::kNote;
    return name;
}

} // namespace

Result<FieldValue> parseFieldAssignment(std::string_view typed, const FieldContext& context) {
    const auto equals = typed.find('=');
    if (equals == std::string_view::npos) {
        return fail(fmt::format("'{}' sets nothing", typed), "write FIELD=VALUE, as in verdict=reckless owner=@kai");
    }
    const std::string name = fieldNamed(typed.substr(0, equals));
    auto value = parseFieldValue(name, typed.substr(equals + 1), context);
    if (!value) return tl::unexpected<Failure>(value.error());
    return FieldValue{name, std::move(*value)};
}

Result<std::string> parseFieldValue(std::string_view field, std::string_view typed, const FieldContext& context) {
    const Rule* rule = ruleFor(field);
    if (rule == nullptr || rule->takes.empty()) return unknownField(field);
    std::string value = rule->read(typed, context);
    if (auto checked = rule->check(value); !checked) return tl::unexpected<Failure>(checked.error());
    if (value.empty() && (field == field::kNote || field == field::kAnswer)) {
        return fail(fmt::format("{} needs a text", field));
    }
    return value;
}

Result<void> checkFieldValue(std::string_view field, std::string_view value) {
    const Rule* rule = ruleFor(field);
    if (rule == nullptr) return unknownField(field);
    return rule->check(value);
}

std::string describeFieldValue(std::string_view field, std::string_view value) {
    if (field == field::kOwner && value.empty()) return "nobody";
    if (value.empty()) return "none";
    if (field == field::kEffort) {
        if (const auto minutes = parseCount(value)) return formatEffort(std::chrono::minutes{*minutes});
    }
    if (field == field::kVerdict) {
        if (value == "live-with") return "live with it";
        if (value == "not-debt") return "not debt";
    }
    return std::string(value);
}

const std::vector<FieldHelp>& settableFields() {
    static const std::vector<FieldHelp> kFields = [] {
        std::vector<FieldHelp> fields;
        for (const auto& rule : rules()) {
            if (!rule.takes.empty()) fields.push_back({rule.field, rule.takes});
        }
        return fields;
    }();
    return kFields;
}

std::vector<std::string> missingFor(Verdict verdict, const DecidedItem& decided, bool hasOwner) {
    std::vector<std::string> missing;
    const auto need = [&](const char* name) {
        const DecidedValue* value = decided.find(name);
        if (value == nullptr || value->value.empty()) missing.emplace_back(name);
    };
    if (verdict == Verdict::Reckless) {
        if (!hasOwner) need(field::kOwner);
        need(field::kPeriod);
    } else if (verdict == Verdict::Prudent || verdict == Verdict::LiveWith) {
        need(field::kWhy);
        need(field::kWake);
    }
    return missing;
}

} // namespace paydown
