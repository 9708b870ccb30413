// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/triage/values_in_force.h"

#include "core/base/text.h"
#include "core/filter/folded_text.h"
#include "core/model/names.h"

#include <algorithm>
#include <charconv>

namespace paydown {

namespace {

std::string_view withoutAt(std::string_view owner) { return owner.starts_with('@') ? owner.substr(1) : owner; }

std::string bareHandle(std::string_view owner) { return asciiLower(withoutAt(owner)); }

// One person has a handful of names: comparing beats folding and hashing every author of the history.
bool holds(const std::vector<std::string>& lowerNames, std::string_view name) {
    return std::any_of(lowerNames.begin(), lowerNames.end(),
                       [&](const std::string& lower) { return equalFolded(name, lower); });
}

std::optional<std::uint32_t> wholeNumber(const std::string& text) {
    std::uint32_t number = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (failed != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return number;
}

std::optional<DebtClass> classOf(Verdict verdict) {
    if (verdict == Verdict::Reckless) return DebtClass::Reckless;
    if (verdict == Verdict::Prudent) return DebtClass::Prudent;
    return std::nullopt;
}

} // namespace

ValuesInForce::ValuesInForce(const Config& config, Date today, const Me& me, const OwnerOfPath& ownerOfPath,
                             const OwnerPresence& presence)
    : m_ownerOfPath(ownerOfPath), m_presence(presence), m_calendar(config.plan) {
    m_context.today = today;
    for (const RuleConfig& rule : config.rules) {
        auto filter = parseRuleFilter(rule.when, config.filters);
        if (!filter) continue;
        m_rules.push_back(
            {std::move(*filter), rule.debtClass, rule.owner, parseVerdict(rule.verdict).value_or(Verdict::None)});
    }
    for (const std::string& handle : me.handles) m_handles.push_back(bareHandle(handle));
    if (!me.email.empty()) {
        m_handles.push_back(asciiLower(me.email));
        m_names.push_back(asciiLower(me.email));
    }
    for (const auto& [owner, names] : config.ownerAliases) {
        const bool mine =
            holds(m_handles, withoutAt(owner)) || std::any_of(names.begin(), names.end(), [&](const std::string& name) {
                return !name.empty() && (name == me.name || asciiLower(name) == asciiLower(me.email));
            });
        if (!mine) continue;
        m_handles.push_back(bareHandle(owner));
        for (const std::string& name : names) {
            m_handles.push_back(asciiLower(name));
            m_names.push_back(asciiLower(name));
        }
    }
}

bool ValuesInForce::isMe(std::string_view owner) const { return holds(m_handles, withoutAt(owner)); }

bool ValuesInForce::isMyOwn(const Item& item) const {
    if (!item.introduced || item.introduced->boundary) return false;
    const Person& author = item.introduced->author;
    return holds(m_names, author.email) || holds(m_names, author.name);
}

void ValuesInForce::fillStated(ItemView& view) {
    const Statement& stated = view.item->annotation.stated;
    view.debtClass = stated.debtClass;
    view.owner = stated.owner;
    view.ownerSource = stated.owner.empty() ? OwnerSource::None : OwnerSource::Annotation;
    view.due = stated.due;
    view.effort = stated.effort;
    view.urgency = stated.urgency;
    view.ticket = stated.ticket;
}

void ValuesInForce::fillAbsence(ItemView& view) const {
    view.ownerGoneSince = m_presence.goneSince(view.owner, m_context.today);
}

// The first rule that says something about a field decides it.
void ValuesInForce::applyRules(ItemView& view) const {
    if (m_rules.empty()) return;
    fillAbsence(view);              // "owner:gone" is something that rules may ask.
    const ItemView asStated = view; // Rules see the code, not each other.
    bool classSet = false;
    bool ownerSet = false;
    for (const Rule& rule : m_rules) {
        if (!matches(rule.filter, asStated, m_context)) continue;
        if (view.verdict == Verdict::None) view.verdict = rule.verdict;
        const auto debtClass = rule.debtClass ? rule.debtClass : classOf(rule.verdict);
        if (debtClass && !classSet) {
            view.debtClass = *debtClass;
            classSet = true;
        }
        if (!rule.owner.empty() && !ownerSet) {
            view.owner = rule.owner;
            view.ownerSource = OwnerSource::Rule;
            ownerSet = true;
        }
    }
}

// A value that cannot be read came from elsewhere: it is kept in the log and not acted on.
void ValuesInForce::fillDecidedField(ItemView& view, std::string_view name, const std::string& value) {
    if (name == field::kVerdict) {
        const auto verdict = parseVerdict(value);
        if (!verdict) return;
        view.verdict = *verdict;
        if (const auto debtClass = classOf(*verdict)) view.debtClass = *debtClass;
    } else if (name == field::kOwner) {
        view.owner = value;
        view.ownerSource = OwnerSource::Decision;
    } else if (name == field::kDue) {
        const auto due = parseDate(value);
        if (due || value.empty()) view.due = due;
    } else if (name == field::kEffort) {
        const auto minutes = wholeNumber(value);
        if (minutes || value.empty()) view.effort.reset();
        if (minutes) view.effort = std::chrono::minutes(*minutes);
    } else if (name == field::kUrgency) {
        view.urgency = static_cast<std::uint8_t>(std::min(2U, wholeNumber(value).value_or(view.urgency)));
    } else if (name == field::kTicket) {
        view.ticket = value;
    } else if (name == field::kPeriod) {
        view.period = parseDate(value);
    }
}

void ValuesInForce::fillDecided(ItemView& view) {
    if (view.decided == nullptr) return;
    for (const auto& [name, decided] : view.decided->fields) fillDecidedField(view, name, decided.value);
    view.slips = view.decided->slips;
}

void ValuesInForce::fill(ItemView& view) const {
    fillStated(view);
    applyRules(view);
    fillDecided(view);
    const Item& item = *view.item;
    // Somebody who decided "nobody" meant it, so only an owner that nobody spoke about is looked up by path.
    if (view.ownerSource == OwnerSource::None && m_ownerOfPath && !item.ended && !item.annotation.mention) {
        view.owner = m_ownerOfPath(item.place.path);
        if (!view.owner.empty()) view.ownerSource = OwnerSource::CodeOwners;
    }
    // Dates come from the period that an item is placed in, where nobody gave one.
    if (!view.due && view.period) view.due = m_calendar.periodOf(*view.period).last;
    view.mine = view.owner.empty() ? isMyOwn(item) : isMe(view.owner);
    fillAbsence(view);
}

} // namespace paydown
