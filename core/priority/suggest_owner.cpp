// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/priority/priority.h"

#include <algorithm>
#include <array>

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
            const bool sameName = !name.empty() && name == person.name;
            if (sameName || (name.size() == person.email.size() && asciiLower(name) == asciiLower(person.email))) {
                return owner;
            }
        }
    }
    return person.email.empty() ? person.name : person.email;
}

std::optional<MainAuthor> mainAuthor(const Item& item, Date today) {
    if (item.touches == nullptr) return std::nullopt;
    std::array<MainAuthor, kLatestChanges> counts; // In the order of their newest touch: the first of equals is newer.
    std::size_t authors = 0;
    std::uint32_t looked = 0;
    for (const Touch& touch : *item.touches) {
        if (looked == kLatestChanges || touch.day < today - kStillAround) break;
        ++looked;
        const auto end = counts.begin() + static_cast<std::ptrdiff_t>(authors);
        const auto found =
            std::find_if(counts.begin(), end, [&](const MainAuthor& count) { return count.person == touch.author; });
        if (found == end) counts[authors++] = {touch.author, 0, 0};
        ++found->changes;
    }
    const auto end = counts.begin() + static_cast<std::ptrdiff_t>(authors);
    const auto most = std::max_element(counts.begin(), end,
                                       [](const MainAuthor& a, const MainAuthor& b) { return a.changes < b.changes; });
    if (most == end || most->changes * kLeastShareOf < looked) return std::nullopt;
    return MainAuthor{most->person, most->changes, looked};
}

std::optional<OwnerSuggestion> suggestOwner(const Item& item, const Snapshot& snapshot, const Config& config,
                                            Date today) {
    const auto main = mainAuthor(item, today);
    if (!main || main->person >= snapshot.people.size()) return std::nullopt;
    const Person& person = snapshot.people[main->person];
    return OwnerSuggestion{ownerNameOf(person, config), person.name, main->changes, main->of};
}

} // namespace paydown
