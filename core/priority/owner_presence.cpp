// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/priority/owner_presence.h"

#include "core/base/text.h"
#include "core/priority/priority.h"

#include <algorithm>

namespace paydown {

namespace {

std::string bareName(std::string_view owner) {
    if (owner.starts_with('@')) owner.remove_prefix(1);
    return asciiLower(owner);
}

/// "mia" of "mia@corp.example", "12345+mia@users.noreply.github.com" and "12345-mia@users.noreply.gitlab.com".
std::string handleIn(std::string_view email) {
    std::string_view front = email.substr(0, email.find('@'));
    if (email.find("@users.noreply.") != std::string_view::npos) {
        const auto digits = std::min(front.find_first_not_of("0123456789"), front.size());
        if (digits > 0 && digits < front.size() && (front[digits] == '+' || front[digits] == '-')) {
            front.remove_prefix(digits + 1);
        }
    }
    return asciiLower(front);
}

void see(std::unordered_map<std::string, Date>& days, std::string name, Date day) {
    if (name.empty()) return;
    const auto [found, isNew] = days.try_emplace(std::move(name), day);
    found->second = std::max(found->second, day);
}

} // namespace

OwnerPresence::OwnerPresence(const Snapshot& snapshot, const Config& config) {
    if (snapshot.lastCommitOf.size() != snapshot.people.size()) return;
    for (std::size_t i = 0; i < snapshot.people.size(); ++i) {
        const Person& person = snapshot.people[i];
        const Date day = snapshot.lastCommitOf[i];
        see(m_byName, bareName(ownerNameOf(person, config)), day);
        see(m_byName, asciiLower(person.email), day);
        see(m_byGuess, handleIn(person.email), day);
        if (person.name.find(' ') == std::string::npos) see(m_byGuess, asciiLower(person.name), day);
    }
}

std::optional<Date> OwnerPresence::lastSeen(std::string_view owner) const {
    const std::string name = bareName(owner);
    if (const auto found = m_byName.find(name); found != m_byName.end()) return found->second;
    if (const auto found = m_byGuess.find(name); found != m_byGuess.end()) return found->second;
    return std::nullopt;
}

std::optional<Date> OwnerPresence::goneSince(std::string_view owner, Date today) const {
    if (owner.empty()) return std::nullopt;
    const auto seen = lastSeen(owner);
    return seen && *seen + kGoneAfter < today ? seen : std::nullopt;
}

} // namespace paydown
