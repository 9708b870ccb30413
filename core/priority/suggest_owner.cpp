// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/priority/priority.h"

#include <algorithm>

namespace paydown {

namespace {

constexpr std::size_t kLatestChanges = 12;
constexpr std::chrono::days kStillAround{730};
// Less than a third of the last changes is chance.
constexpr std::uint32_t kLeastShareOf = 3;

} // namespace

std::string ownerNameOf(const Person& person, const Config& config) {
    for (const auto& [owner, names] : config.ownerAliases) {
        for (const std::string& name : names) {
            const bool same = asciiLower(name) == asciiLower(person.email) || (!name.empty() && name == person.name);
            if (same) return owner;
        }
    }
    return person.email.empty() ? person.name : person.email;
}

std::optional<OwnerSuggestion> suggestOwner(const Item& item, const Snapshot& snapshot, const Config& config,
                                            Date today) {
    if (item.touches == nullptr) return std::nullopt;
    struct Count {
        std::uint32_t author;
        std::uint32_t changes;
    };
    std::vector<Count> counts; // In the order of their newest touch, so the first of equals is the newer.
    std::uint32_t looked = 0;
    for (const Touch& touch : *item.touches) {
        if (looked == kLatestChanges || touch.day < today - kStillAround) break;
        ++looked;
        const auto found = std::find_if(counts.begin(), counts.end(),
                                        [&](const Count& count) { return count.author == touch.author; });
        if (found == counts.end()) {
            counts.push_back({touch.author, 1});
        } else {
            ++found->changes;
        }
    }
    const auto most = std::max_element(counts.begin(), counts.end(),
                                       [](const Count& a, const Count& b) { return a.changes < b.changes; });
    if (most == counts.end() || most->changes * kLeastShareOf < looked) return std::nullopt;
    if (most->author >= snapshot.people.size()) return std::nullopt;
    const Person& person = snapshot.people[most->author];
    return OwnerSuggestion{ownerNameOf(person, config), person.name, most->changes, looked};
}

} // namespace paydown
