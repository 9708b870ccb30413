// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schedule/plan.h"

#include "core/priority/priority.h"
#include "core/schedule/load_book.h"

#include <algorithm>
#include <fmt/format.h>

namespace paydown {

namespace {

// What waits to be placed, in the order of placing.
struct Candidate {
    PlanItem what;
    const ItemView* view = nullptr;
    bool moved = false; // Left over in a closed period.
};

bool isStanding(const ItemView& view) {
    return !view.item->ended && !view.item->annotation.mention && !view.item->id.isPending() &&
           view.verdict != Verdict::NotDebt && view.verdict != Verdict::Obsolete && view.state != State::LivingWith;
}

// Reckless first, then prudent that woke; a sleeping debt is left alone.
bool isWanted(const ItemView& view) {
    if (view.sleeping) return false;
    return view.debtClass == DebtClass::Reckless || (view.debtClass == DebtClass::Prudent && view.woke);
}

bool goesBefore(const Candidate& a, const Candidate& b) {
    const bool recklessA = a.view->debtClass == DebtClass::Reckless;
    const bool recklessB = b.view->debtClass == DebtClass::Reckless;
    if (recklessA != recklessB) return recklessA;
    if (a.view->score.raw != b.view->score.raw) return a.view->score.raw > b.view->score.raw;
    if (a.what.id != b.what.id) return a.what.id < b.what.id;
    return a.what.worklist < b.what.worklist;
}

class Planner {
public:
    Planner(const PlanRequest& request, const Config& config)
        : m_request(request), m_config(config), m_calendar(config.plan), m_book(request) {
        m_proposal.periods = periodsOf(request, config);
    }

    Proposal run() {
        std::vector<Candidate> waiting;
        for (std::uint32_t list = 0; list < m_request.worklists.size(); ++list) {
            const Worklist& worklist = *m_request.worklists[list];
            for (std::uint32_t i = 0; i < worklist.items.size(); ++i) {
                sortOut({list, i, worklist.items[i].item->id}, worklist, waiting);
            }
        }
        std::sort(waiting.begin(), waiting.end(), goesBefore);
        for (const Candidate& candidate : waiting) place(candidate);
        return std::move(m_proposal);
    }

private:
    // What people placed stays; the rest waits, or has its reason not to.
    void sortOut(PlanItem what, const Worklist& worklist, std::vector<Candidate>& waiting) {
        const ItemView& view = worklist.items[what.item];
        if (!isStanding(view)) return;
        if (!view.period) {
            if (isWanted(view)) waiting.push_back({std::move(what), &view, false});
            return;
        }
        const Period placed = m_calendar.periodOf(*view.period);
        if (placed.last >= m_request.today) {
            keep(std::move(what), view, placed);
            return;
        }
        const auto& closed = worklist.snapshot->closedPeriods;
        if (std::find(closed.begin(), closed.end(), placed.start) != closed.end()) {
            waiting.push_back({std::move(what), &view, true});
            return;
        }
        m_proposal.unplaced.push_back(
            {std::move(what),
             fmt::format("It stands in {}, which is over and not closed yet.", m_calendar.nameOf(placed))});
    }

    void keep(PlanItem what, const ItemView& view, const Period& placed) {
        m_book.add(view.owner, placed, plannedHours(view));
        if (placed.start > m_proposal.periods.back().start) return; // Beyond what is planned now.
        Placement placement;
        placement.what = std::move(what);
        placement.owner = view.owner;
        placement.period = placed;
        placement.reason = "Placed by hand: it stays.";
        m_proposal.kept.push_back(std::move(placement));
    }

    void place(const Candidate& candidate) {
        Placement placement;
        placement.what = candidate.what;
        placement.owner = candidate.view->owner;
        std::string whose;
        if (placement.owner.empty()) {
            const Snapshot& snapshot = *m_request.worklists[candidate.what.worklist]->snapshot;
            const auto suggestion = suggestOwner(*candidate.view->item, snapshot, m_config, m_request.today);
            if (!suggestion) {
                refuse(candidate, "Nobody owns it, and nobody changes it often enough to be proposed.");
                return;
            }
            placement.owner = suggestion->owner;
            placement.ownerProposed = true;
            whose = fmt::format(" {} made {} of the last {} changes there.", placement.owner, suggestion->changes,
                                suggestion->of);
        }
        const double hours = plannedHours(*candidate.view);
        for (const Period& period : m_proposal.periods) {
            if (!m_book.fits(placement.owner, period, hours)) continue;
            placement.period = period;
            placement.reason = reasonFor(candidate, placement, hours) + whose;
            m_book.add(placement.owner, period, hours);
            accept(candidate, std::move(placement));
            return;
        }
        refuse(candidate, fullSentence(placement.owner));
    }

    void accept(const Candidate& candidate, Placement placement) {
        if (!candidate.moved) {
            m_proposal.placements.push_back(std::move(placement));
            return;
        }
        placement.from = m_calendar.periodOf(*candidate.view->period);
        placement.reason += fmt::format(" {} is closed.", m_calendar.nameOf(*placement.from));
        m_proposal.moves.push_back(std::move(placement));
    }

    void refuse(const Candidate& candidate, std::string reason) {
        m_proposal.unplaced.push_back({candidate.what, std::move(reason)});
    }

    // "Reckless, 3rd of 214; @kai has 2 of 3 slots left. It will be late: due 2026-09-30."
    std::string reasonFor(const Candidate& candidate, const Placement& placement, double hours) const {
        const ItemView& view = *candidate.view;
        const Capacity capacity = m_book.capacityOf(placement.owner);
        const Capacity taken = m_book.takenBy(placement.owner, placement.period);
        const std::size_t ranked = m_request.worklists[candidate.what.worklist]->byRank.size();
        std::string reason = view.debtClass == DebtClass::Reckless ? "Reckless" : "Prudent and woken";
        if (view.score.rank > 0) reason += fmt::format(", {} of {}", ordinal(view.score.rank), ranked);
        reason +=
            fmt::format("; {} has {} of {} slots left.", placement.owner, capacity.items - taken.items, capacity.items);
        if (taken.hours + hours > capacity.hours) {
            reason += fmt::format(" At {:.3g} h it is more than a period holds.", hours);
        }
        if (view.due && *view.due < placement.period.start) {
            reason += fmt::format(" It will be late: due {}.", formatDate(*view.due));
        }
        return reason;
    }

    std::string fullSentence(const std::string& owner) const {
        const Capacity capacity = m_book.capacityOf(owner);
        if (capacity.items == 0 || capacity.hours <= 0) return fmt::format("{} takes on nothing.", owner);
        return fmt::format("{} is full in all {} periods.", owner, m_proposal.periods.size());
    }

    const PlanRequest& m_request;
    const Config& m_config;
    Calendar m_calendar;
    LoadBook m_book;
    Proposal m_proposal;
};

} // namespace

Proposal propose(const PlanRequest& request, const Config& config) { return Planner(request, config).run(); }

std::vector<FieldChange> changesOf(const Proposal& proposal) {
    std::vector<FieldChange> changes;
    for (const auto* placements : {&proposal.placements, &proposal.moves}) {
        for (const Placement& placement : *placements) {
            if (placement.ownerProposed) changes.push_back({placement.what, field::kOwner, placement.owner, ""});
            changes.push_back({placement.what, field::kPeriod, formatDate(placement.period.start), placement.reason});
        }
    }
    return changes;
}

} // namespace paydown
