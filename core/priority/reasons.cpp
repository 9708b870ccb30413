// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/priority/owner_presence.h"
#include "core/priority/priority.h"

#include <algorithm>
#include <fmt/format.h>

namespace paydown {

namespace {

constexpr std::uint32_t kLeastChangesToName = 3;

std::string counted(std::uint32_t count, std::string_view one, std::string_view many) {
    return fmt::format("{} {}", count, count == 1 ? one : many);
}

int yearOf(Date date) { return static_cast<int>(std::chrono::year_month_day(date).year()); }

std::string dueSentence(Date due, Date today) {
    if (due < today) return fmt::format("Overdue since {}.", formatDate(due));
    if (due == today) return "Due today.";
    return fmt::format("Due {}.", formatDate(due));
}

std::string changesSentence(const ItemView& view, Date today) {
    const Interest& interest = view.interest;
    if (interest.lastYearCommits > 0) {
        return fmt::format("{} by {} in a year.", counted(interest.lastYearCommits, "change", "changes"),
                           counted(interest.lastYearAuthors, "person", "people"));
    }
    if (view.item->touches == nullptr) return {};
    if (interest.last && *interest.last <= today) return fmt::format("Not changed since {}.", yearOf(*interest.last));
    return "Not changed since it was written.";
}

/// Where much more happens in the file than in the code itself: that is a part of why it stands where it does.
std::string fileSentence(const ItemView& view) {
    constexpr std::uint32_t kLeastToTell = 5;
    const Interest& interest = view.interest;
    if (interest.lastYearFileChanges < kLeastToTell || interest.lastYearFileChanges < 2 * interest.lastYearCommits) {
        return {};
    }
    return fmt::format("{} changes of its file in a year.", interest.lastYearFileChanges);
}

std::string effortSentence(const ItemView& view) {
    if (!view.effort || view.effort->count() <= 0) return {};
    const double hours = static_cast<double>(view.effort->count()) / 60;
    if (hours < 1) return fmt::format("About {} minutes of work.", view.effort->count());
    if (hours <= 8) return fmt::format("About {:.3g} h of work.", hours);
    return fmt::format("About {:.3g} days of work.", hours / 8);
}

} // namespace

FactTeller::FactTeller(const Snapshot& snapshot, const Config& config, Date today) : m_today(today) {
    for (const Person& person : snapshot.people) {
        std::string owner = ownerNameOf(person, config);
        m_shownNames.push_back(owner.starts_with('@') || person.name.empty() ? std::move(owner) : person.name);
    }
    if (snapshot.lastCommitOf.size() != snapshot.people.size()) return;
    for (std::size_t i = 0; i < snapshot.people.size(); ++i) {
        Date& last = m_lastCommitOf.try_emplace(snapshot.people[i].email, snapshot.lastCommitOf[i]).first->second;
        last = std::max(last, snapshot.lastCommitOf[i]);
    }
}

// Says only what is known: the day of the author's newest commit anywhere in the history that was read.
// The owner's silence tells more than the author's.
std::string FactTeller::quietSentence(const ItemView& view) const {
    if (view.ownerGoneSince) return fmt::format("Its owner has been quiet since {}.", yearOf(*view.ownerGoneSince));
    if (!view.item->introduced) return {};
    const auto author = m_lastCommitOf.find(view.item->introduced->author.email);
    if (author == m_lastCommitOf.end() || author->second + kGoneAfter > m_today) return {};
    return fmt::format("Its author has been quiet since {}.", yearOf(author->second));
}

std::string FactTeller::suggestionSentence(const ItemView& view) const {
    const auto main = mainAuthor(*view.item, m_today);
    if (!main || main->changes < kLeastChangesToName || main->person >= m_shownNames.size()) return {};
    const std::string& who = m_shownNames[main->person];
    if (main->changes == main->of) return fmt::format("{} made the last {} changes.", who, main->of);
    return fmt::format("{} made {} of the last {}.", who, main->changes, main->of);
}

std::vector<std::string> FactTeller::tell(const ItemView& view) const {
    std::vector<std::string> reasons;
    reasons.reserve(4);
    const auto add = [&](std::string sentence) {
        if (!sentence.empty()) reasons.push_back(std::move(sentence));
    };
    if (view.slips > 0) add(view.slips == 1 ? "It slipped once." : fmt::format("It slipped {} times.", view.slips));
    if (view.due && *view.due < m_today) add(dueSentence(*view.due, m_today));
    if (view.debtClass == DebtClass::Reckless) add("Reckless.");
    add(changesSentence(view, m_today));
    add(fileSentence(view));
    if (view.urgency > 0) add(view.urgency == 1 ? "Marked urgent." : "Marked very urgent.");
    if (view.due && *view.due >= m_today) add(dueSentence(*view.due, m_today));
    add(quietSentence(view));
    add(suggestionSentence(view));
    add(effortSentence(view));
    if (view.alike > 1) add(fmt::format("{} open items say the same.", view.alike));
    return reasons;
}

std::vector<std::string> reasonsFor(const ItemView& view, const Snapshot& snapshot, const Config& config, Date today) {
    return FactTeller(snapshot, config, today).tell(view);
}

} // namespace paydown
