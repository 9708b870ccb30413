// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schedule/load_book.h"

#include <algorithm>
#include <set>

namespace paydown {

LoadBook::LoadBook(const PlanRequest& request) : m_request(request) {
    for (const PlanPerson& person : request.people) m_capacity[person.owner] = person.capacity;
}

Capacity LoadBook::capacityOf(const std::string& owner) const {
    const auto found = m_capacity.find(owner);
    return found == m_capacity.end() ? m_request.otherwise : found->second;
}

Capacity LoadBook::takenBy(const std::string& owner, const Period& period) const {
    const auto found = m_taken.find({owner, period.start});
    return found == m_taken.end() ? Capacity{0, 0} : found->second;
}

bool LoadBook::fits(const std::string& owner, const Period& period, double hours) const {
    const Capacity capacity = capacityOf(owner);
    const Capacity taken = takenBy(owner, period);
    const bool hasSlot = taken.items < capacity.items;
    const bool hasHours = taken.hours + hours <= capacity.hours || (taken.items == 0 && capacity.hours > 0);
    return hasSlot && hasHours;
}

void LoadBook::add(const std::string& owner, const Period& period, double hours) {
    Capacity& taken = m_taken.try_emplace({owner, period.start}, Capacity{0, 0}).first->second;
    taken.hours += hours;
    ++taken.items;
}

double plannedHours(const ItemView& view) {
    return static_cast<double>(view.effort.value_or(kAssumedEffort).count()) / 60.0;
}

std::vector<Period> periodsOf(const PlanRequest& request, const Config& config) {
    const Calendar calendar(config.plan);
    std::vector<Period> periods;
    Period period = calendar.periodOf(request.today);
    for (std::uint32_t i = 0; i < std::max(1U, request.periods); ++i) {
        periods.push_back(period);
        period = calendar.next(period);
    }
    return periods;
}

std::vector<Load> loads(const PlanRequest& request, const Config& config, const Proposal* proposal) {
    const std::vector<Period> periods = periodsOf(request, config);
    LoadBook book(request);
    std::set<std::string> owners;
    for (const PlanPerson& person : request.people) owners.insert(person.owner);
    for (const WorklistPtr& worklist : request.worklists) {
        for (const ItemView& view : worklist->items) {
            if (!view.period || view.item->ended) continue;
            const auto period = std::find_if(periods.begin(), periods.end(), [&](const Period& candidate) {
                return candidate.start <= *view.period && *view.period <= candidate.last;
            });
            if (period == periods.end()) continue;
            owners.insert(view.owner);
            book.add(view.owner, *period, plannedHours(view));
        }
    }
    if (proposal != nullptr) {
        for (const auto* placements : {&proposal->placements, &proposal->moves}) {
            for (const Placement& placement : *placements) {
                const ItemView& view = request.worklists[placement.what.worklist]->items[placement.what.item];
                owners.insert(placement.owner);
                book.add(placement.owner, placement.period, plannedHours(view));
            }
        }
    }
    owners.erase("");
    std::vector<std::string> order(owners.begin(), owners.end());
    order.emplace_back();
    std::vector<Load> result;
    for (const std::string& owner : order) {
        for (const Period& period : periods) {
            const Capacity taken = book.takenBy(owner, period);
            result.push_back({owner, period, taken.hours, taken.items, book.capacityOf(owner)});
        }
    }
    return result;
}

std::vector<PlanPerson> teamOf(std::span<const WorklistPtr> worklists, const Config& config) {
    std::set<std::string> owners;
    for (const auto& [owner, names] : config.ownerAliases) owners.insert(owner);
    for (const WorklistPtr& worklist : worklists) {
        for (const ItemView& view : worklist->items) {
            if (!view.owner.empty() && view.state != State::Ended) owners.insert(view.owner);
        }
    }
    std::vector<PlanPerson> team;
    team.reserve(owners.size());
    for (const std::string& owner : owners) {
        team.push_back({owner, Capacity{config.plan.hours, config.plan.itemsPerPerson}});
    }
    return team;
}

} // namespace paydown
