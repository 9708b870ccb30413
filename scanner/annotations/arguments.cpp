// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/annotations/arguments.h"

#include "core/base/text.h"
#include "scanner/annotations/letters.h"

#include <algorithm>
#include <fmt/format.h>

namespace paydown::annotations {

namespace {

/// The value without the quotes around it; \" and \\ stand for themselves.
std::string unquoted(std::string_view value) {
    value = trimmed(value);
    const bool isQuoted =
        value.size() >= 2 && (value.front() == '"' || value.front() == '\'') && value.back() == value.front();
    if (!isQuoted) return std::string(value);
    std::string out;
    for (std::size_t at = 1; at + 1 < value.size(); ++at) {
        if (value[at] == '\\' && at + 2 < value.size() && (value[at + 1] == '"' || value[at + 1] == '\\')) ++at;
        out.push_back(value[at]);
    }
    return out;
}

/// The offset of the comma that ends the argument at `from`; quotes and brackets protect.
std::size_t argumentEnd(std::string_view list, std::size_t from) {
    int depth = 0;
    for (std::size_t at = from; at < list.size(); ++at) {
        const char c = list[at];
        if (c == '"' || c == '\'') {
            at = quoteEnd(list, at, list.size());
        } else if (c == '(' || c == '{' || c == '[') {
            ++depth;
        } else if (c == ')' || c == '}' || c == ']') {
            --depth;
        } else if (c == ',' && depth <= 0) {
            return at;
        }
    }
    return list.size();
}

std::string_view nearest(std::string_view word, std::span<const std::string_view> known, std::size_t within) {
    std::string_view best;
    for (const std::string_view candidate : known) {
        const std::size_t longest = std::max(word.size(), candidate.size());
        if (longest - std::min(word.size(), candidate.size()) > within) continue;
        const std::size_t distance = editDistance(word, candidate);
        if (distance > 0 && distance <= within) {
            best = candidate;
            within = distance - 1;
        }
    }
    return best;
}

constexpr std::string_view kKinds[] = {"reckless", "prudent", "deliberate", "inadvertent"};

/// "mia" becomes "@mia", so that one person has one name; full names and addresses stay.
std::string ownerName(std::string_view value) {
    const bool isName = looksOf(value) == Looks::BareWord;
    return isName ? "@" + std::string(value) : std::string(value);
}

} // namespace

const std::vector<std::string_view>& argumentKeys() {
    static const std::vector<std::string_view> keys{"owner", "due", "effort", "ticket", "class", "intent", "category",
                                                    "why",   "fix", "review", "from",   "path",  "id"};
    return keys;
}

void StatementBuilder::remark(std::uint32_t line, std::string message) {
    m_remarks.push_back(Diagnostic{line, std::move(message)});
}

void StatementBuilder::claimStated() {
    if (!m_stated.owner.empty()) m_claimed.insert("owner");
    if (m_stated.due) m_claimed.insert("due");
    if (m_stated.effort) m_claimed.insert("effort");
    if (!m_stated.ticket.empty()) m_claimed.insert("ticket");
    if (!m_stated.why.empty()) m_claimed.insert("why");
    if (!m_stated.fix.empty()) m_claimed.insert("fix");
    if (!m_stated.review.empty()) m_claimed.insert("review");
}

bool StatementBuilder::claim(std::string_view field, std::string_view value, std::uint32_t line) {
    m_hasTyped = true;
    if (m_claimed.insert(std::string(field)).second) return true;
    remark(line, fmt::format("{} is stated twice: the first counts, \"{}\" does not", field, value));
    return false;
}

void StatementBuilder::setText(std::string_view field, std::string& target, std::string_view value,
                               std::uint32_t line) {
    if (claim(field, value, line)) target = value;
}

void StatementBuilder::setClass(DebtClass value, std::string_view written, std::uint32_t line) {
    if (claim("class", written, line)) m_stated.debtClass = value;
}

void StatementBuilder::setIntent(Intent value, std::string_view written, std::uint32_t line) {
    if (claim("intent", written, line)) m_stated.intent = value;
}

void StatementBuilder::setUrgency(std::uint8_t value, std::uint32_t line) {
    if (claim("urgency", value > 1 ? "!!" : "!", line)) m_stated.urgency = value;
}

void StatementBuilder::setOwner(std::string_view value, std::uint32_t line) {
    if (claim("owner", value, line)) m_stated.owner = ownerName(value);
}

void StatementBuilder::setDue(std::string_view value, std::uint32_t line) {
    if (const auto due = parseDue(value)) {
        if (claim("due", value, line)) m_stated.due = due;
        return;
    }
    m_hasTyped = true;
    remark(line, fmt::format("\"{}\" is no date: write 2026-09-30, 2026-09, 2026-Q3 or 2026-W40", value));
    m_stated.labels.emplace_back(value);
}

void StatementBuilder::setEffort(std::string_view value, std::uint32_t line) {
    if (const auto effort = parseEffort(value)) {
        if (claim("effort", value, line)) m_stated.effort = effort;
        return;
    }
    m_hasTyped = true;
    remark(line, fmt::format("\"{}\" is no effort: write 30m, 4h, 2d or 1w", value));
    m_stated.labels.emplace_back(value);
}

/// A class may be named as an intent and the other way round; anything else is kept as a label.
void StatementBuilder::setClassOrIntent(std::string_view value, std::uint32_t line) {
    const Looks looks = looksOf(value);
    if (looks == Looks::Class || looks == Looks::Intent) return addArgument(value, line);
    m_stated.labels.emplace_back(value);
    if (suggest(value, line)) return;
    remark(line, fmt::format("\"{}\" is no class: write reckless or prudent", value));
}

void StatementBuilder::addField(std::string_view key, std::string_view value, std::uint32_t line) {
    const std::string name = asciiLower(key);
    m_hasTyped = true;
    if (name == "owner") return setOwner(value, line);
    if (name == "due") return setDue(value, line);
    if (name == "effort") return setEffort(value, line);
    if (name == "ticket") return setText(name, m_stated.ticket, value, line);
    if (name == "category") return setText(name, m_stated.category, value, line);
    if (name == "why") return setText(name, m_stated.why, value, line);
    if (name == "fix") return setText(name, m_stated.fix, value, line);
    if (name == "review") return setText(name, m_stated.review, value, line);
    if (name == "from") return setText(name, m_stated.from, value, line);
    if (name == "path") return setText(name, m_stated.path, value, line);
    if (name == "id") return setText(name, m_stated.key, value, line);
    if (name == "class" || name == "intent") return setClassOrIntent(value, line);
    if (!claim(name, value, line)) return;
    m_stated.extra.emplace(key, value);
    const std::string_view meant = nearest(name, argumentKeys(), name.size() > 3 ? 2 : 1);
    remark(line, meant.empty() ? fmt::format("unknown key \"{}\"", key)
                               : fmt::format("unknown key \"{}\": did you mean {}?", key, meant));
}

bool StatementBuilder::addKeyed(std::string_view argument, std::uint32_t line) {
    const auto equals = argument.find('=');
    if (equals == kNone || equals == 0) return false;
    const std::string_view key = trimmed(argument.substr(0, equals));
    const bool isKey = !key.empty() && isLetter(key.front()) &&
                       std::all_of(key.begin(), key.end(), [](char c) { return isAlnum(c) || c == '_' || c == '-'; });
    if (isKey) addField(key, unquoted(argument.substr(equals + 1)), line);
    return isKey;
}

bool StatementBuilder::suggest(std::string_view written, std::uint32_t line) {
    const std::string_view meant = nearest(asciiLower(written), kKinds, 1);
    if (meant.empty()) return false;
    m_hasTyped = true;
    remark(line, fmt::format("\"{}\": did you mean {}?", written, meant));
    return true;
}

void StatementBuilder::addLabel(std::string_view label, std::uint32_t line) {
    m_stated.labels.emplace_back(label);
    suggest(label, line);
}

void StatementBuilder::addArgument(std::string_view argument, std::uint32_t line) {
    argument = trimmed(argument);
    if (argument.empty() || addKeyed(argument, line)) return;
    const std::string value = unquoted(argument);
    switch (looksOf(value)) {
    case Looks::Class:
        return setClass(asciiLower(value) == "reckless" ? DebtClass::Reckless : DebtClass::Prudent, value, line);
    case Looks::Intent:
        return setIntent(asciiLower(value) == "deliberate" ? Intent::Deliberate : Intent::Inadvertent, value, line);
    case Looks::Urgency: return setUrgency(static_cast<std::uint8_t>(value.size()), line);
    case Looks::Due:
    case Looks::BadDue: return setDue(value, line);
    case Looks::Effort:
    case Looks::BadEffort: return setEffort(value, line);
    case Looks::Ticket: return setText("ticket", m_stated.ticket, value, line);
    case Looks::Owner: return setOwner(value, line);
    case Looks::BareWord:
        if (m_dialect == Dialect::Debt) return addLabel(value, line);
        if (value == "s") return; // "TODO(s)" is a plural.
        suggest(value, line);
        return setOwner(value, line);
    case Looks::Other: return addLabel(value, line);
    }
}

void StatementBuilder::addList(std::string_view inside, std::uint32_t line) {
    for (std::size_t begin = 0; begin < inside.size();) {
        const std::size_t end = argumentEnd(inside, begin);
        addArgument(inside.substr(begin, end - begin), line);
        begin = end + 1;
    }
}

} // namespace paydown::annotations
