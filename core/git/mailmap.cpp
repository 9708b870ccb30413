// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/git/mailmap.h"

#include "core/base/text.h"

#include <optional>

namespace paydown::git {

namespace {

/// Takes "Name <address>" off the front; either may be empty. Blanks in an address count, as in git. Nothing when there
/// is no address.
std::optional<Person> takePerson(std::string_view& line) {
    const auto open = line.find('<');
    const auto close = open == std::string_view::npos ? open : line.find('>', open);
    if (close == std::string_view::npos) return std::nullopt;
    Person person{std::string(trimmed(line.substr(0, open))), std::string(line.substr(open + 1, close - open - 1))};
    line.remove_prefix(close + 1);
    return person;
}

} // namespace

Mailmap::Mailmap(std::string_view text) {
    for (std::string_view line : split(text, '\n')) {
        if (line.starts_with('#')) continue;
        const auto first = takePerson(line);
        if (!first || first->email.empty()) continue;
        const auto second = takePerson(line);
        // One address is the one in commits; of two, the second is.
        const Person proper = second ? *first : Person{first->name, {}};
        const Person& written = second ? *second : *first;
        Entry& entry = m_byEmail[asciiLower(written.email)];
        const bool byName = second && !second->name.empty();
        if (byName) {
            entry.byName[asciiLower(second->name)] = proper; // git forgets what an earlier line said.
            continue;
        }
        Person& target = entry.any;
        if (!proper.name.empty()) target.name = proper.name;
        if (!proper.email.empty()) target.email = proper.email;
    }
}

Person Mailmap::apply(const Person& person) const {
    if (m_byEmail.empty()) return person;
    const auto entry = m_byEmail.find(asciiLower(person.email));
    if (entry == m_byEmail.end()) return person;
    const auto named = entry->second.byName.find(asciiLower(person.name));
    const Person& proper = named == entry->second.byName.end() ? entry->second.any : named->second;
    return {proper.name.empty() ? person.name : proper.name, proper.email.empty() ? person.email : proper.email};
}

} // namespace paydown::git
