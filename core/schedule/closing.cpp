// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schedule/closing.h"

#include <algorithm>
#include <fmt/format.h>
#include <unordered_map>

namespace paydown {

namespace {

using BranchOf = std::unordered_map<ItemId, const DoneOnBranch*, ItemIdHash>;

ClosingLine lineFor(PlanItem what, const ItemView& view, const BranchOf& branches, std::uint32_t answerAfter) {
    ClosingLine line;
    line.owner = view.owner;
    line.slips = view.slips;
    const auto branch = branches.find(what.id);
    line.what = std::move(what);
    if (view.item->ended) {
        line.outcome = ClosingOutcome::Ended;
        line.commit = view.item->ended->at.commit;
        line.reason = fmt::format("Ended on {}.", formatDate(dateOf(view.item->ended->at.date)));
    } else if (branch != branches.end()) {
        line.outcome = ClosingOutcome::OnBranch;
        line.commit = branch->second->commit;
        line.branch = branch->second->branch;
        line.reason = fmt::format("Done on {}, which is not merged: no slip.", line.branch);
    } else if (view.slips + 1 >= answerAfter) {
        line.outcome = ClosingOutcome::NeedsAnswer;
        line.slips = view.slips + 1;
        line.reason = line.slips == 1 ? "It slips, and needs an answer."
                                      : fmt::format("It slips {} times now, and needs an answer.", line.slips);
    } else {
        line.slips = view.slips + 1;
        line.reason = "Not done.";
    }
    return line;
}

bool isStillDebt(const ItemView& view) {
    return view.verdict != Verdict::NotDebt && view.verdict != Verdict::Obsolete && view.state != State::LivingWith;
}

bool standsBefore(const ClosingLine& a, const ClosingLine& b) {
    if (a.outcome != b.outcome) return a.outcome < b.outcome;
    if (a.owner != b.owner) return a.owner < b.owner;
    if (a.what.id != b.what.id) return a.what.id < b.what.id;
    return a.what.worklist < b.what.worklist;
}

} // namespace

std::size_t ClosingDraft::count(ClosingOutcome outcome) const {
    return static_cast<std::size_t>(
        std::count_if(lines.begin(), lines.end(), [&](const ClosingLine& line) { return line.outcome == outcome; }));
}

std::optional<Period> periodToClose(std::span<const WorklistPtr> worklists, const Config& config, Date today) {
    const Calendar calendar(config.plan);
    std::optional<Period> earliest;
    for (const WorklistPtr& worklist : worklists) {
        const auto& closed = worklist->snapshot->closedPeriods;
        for (const ItemView& view : worklist->items) {
            if (!view.period) continue;
            const Period period = calendar.periodOf(*view.period);
            const bool isClosed = std::find(closed.begin(), closed.end(), period.start) != closed.end();
            if (period.last >= today || isClosed) continue;
            if (!earliest || period.start < earliest->start) earliest = period;
        }
    }
    return earliest;
}

ClosingDraft draftClosing(std::span<const WorklistPtr> worklists, const Config& config, const Period& period,
                          Date today, std::span<const DoneOnBranch> onBranches) {
    const Calendar calendar(config.plan);
    BranchOf branches;
    for (const DoneOnBranch& done : onBranches) branches.emplace(done.id, &done);
    ClosingDraft draft;
    draft.period = period;
    draft.into = std::max(calendar.next(period), calendar.periodOf(today));
    for (std::uint32_t list = 0; list < worklists.size(); ++list) {
        const auto& items = worklists[list]->items;
        for (std::uint32_t i = 0; i < items.size(); ++i) {
            const ItemView& view = items[i];
            if (!view.period || calendar.periodOf(*view.period).start != period.start || !isStillDebt(view)) continue;
            draft.lines.push_back(lineFor({list, i, view.item->id}, view, branches, config.plan.answerAfter));
        }
    }
    std::sort(draft.lines.begin(), draft.lines.end(), standsBefore);
    return draft;
}

std::vector<FieldChange> changesOf(const ClosingDraft& draft) {
    std::vector<FieldChange> changes;
    const std::string closed = formatDate(draft.period.start);
    const std::string into = formatDate(draft.into.start);
    for (const ClosingLine& line : draft.lines) {
        switch (line.outcome) {
        case ClosingOutcome::Ended: break;
        case ClosingOutcome::OnBranch: changes.push_back({line.what, field::kPeriod, into, line.reason}); break;
        case ClosingOutcome::GiveBack: changes.push_back({line.what, field::kPeriod, "", "given back"}); break;
        case ClosingOutcome::CarryOver:
        case ClosingOutcome::NeedsAnswer:
            changes.push_back({line.what, field::kSlip, closed, ""});
            changes.push_back({line.what, field::kPeriod, into, "carried over"});
            break;
        }
    }
    changes.push_back({PlanItem{}, field::kClosed, closed, ""});
    return changes;
}

} // namespace paydown
