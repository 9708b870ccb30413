// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/plan_command.h"

#include "cli/format/table_writer.h"
#include "cli/format/words.h"
#include "cli/workspace/combined.h"
#include "core/base/text.h"
#include "core/schedule/closing.h"
#include "core/schedule/plan.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <fmt/format.h>
#include <memory>

namespace paydown::cli {

namespace {

constexpr std::size_t kOwnerColumns = 20;

/// What a plan is made from: this repository, or all of a workspace.
struct Planning {
    std::vector<MemberList> lists;
    std::vector<WorklistPtr> worklists;
    Config config; ///< Of the first; in a workspace people and periods are the same in all.
    PlanRequest request;
    Calendar calendar;

    Planning(std::vector<MemberList> of, const WorkspaceConfig* workspace)
        : lists(std::move(of)), config(lists.front().place->config()), calendar(config.plan) {
        for (const MemberList& list : lists) worklists.push_back(list.worklist);
        request.worklists = worklists;
        request.people = teamOf(request.worklists, config);
        request.otherwise = {config.plan.hours, config.plan.itemsPerPerson};
        request.today = worklists.front()->today;
        if (workspace != nullptr) takeCapacities(*workspace);
    }
    Planning(const Planning&) = delete;
    Planning& operator=(const Planning&) = delete;

    [[nodiscard]] std::string shown(const PlanItem& what) const {
        const MemberList& list = lists[what.worklist];
        return list.name.empty() ? list.shortIds.shown(what.id) : list.shown(what.id);
    }

private:
    void takeCapacities(const WorkspaceConfig& workspace) {
        for (PlanPerson& person : request.people) {
            const auto known = std::ranges::find(workspace.people, person.owner, &WorkspacePerson::owner);
            if (known == workspace.people.end()) continue;
            if (known->hours) person.capacity.hours = *known->hours;
            if (known->items) person.capacity.items = *known->items;
        }
    }
};

/// Everything that the plan covers, as it is committed.
std::unique_ptr<Planning> planningOf(Session& session, const LoadOptions& load) {
    if (session.hasWorkspace())
        return std::make_unique<Planning>(readMembers(session, load), &session.workspace().config());
    MemberList list;
    list.place = &session.repository();
    list.worklist = session.worklist(load);
    list.shortIds = shortIdsOf(*list.worklist->snapshot);
    std::vector<MemberList> lists;
    lists.push_back(std::move(list));
    return std::make_unique<Planning>(std::move(lists), nullptr);
}

/// Sends each change to its repository; what is about the plan itself to all of them. @returns how many records.
std::size_t decideEverywhere(Session& session, const Planning& planning, const std::vector<FieldChange>& changes,
                             const std::string& note) {
    std::size_t records = 0;
    for (std::uint32_t i = 0; i < planning.lists.size(); ++i) {
        std::vector<FieldChange> here;
        for (const FieldChange& change : changes) {
            if (!change.what.id.isPending() && change.what.worklist != i) continue;
            here.push_back(change);
            here.back().what.worklist = 0;
        }
        if (here.empty()) continue;
        const auto outcome = planning.lists[i].place->decide(*planning.worklists[i]->snapshot, here, note);
        session.remark(outcome.notices);
        records += outcome.count;
    }
    return records;
}

std::string itemLine(const Planning& planning, const PlanItem& what) {
    const ItemView& view = planning.worklists[what.worklist]->items[what.item];
    return fmt::format("{}  {}:{}  {}", planning.shown(what), escapeForTerminal(view.item->place.path),
                       view.item->place.line, escapeForTerminal(view.item->annotation.title));
}

std::string ownerOf(const std::string& owner) { return owner.empty() ? "nobody" : escapeForTerminal(owner); }

void printPlacements(Output& out, const Planning& planning, const std::vector<Placement>& placements, char sign) {
    for (const auto& placement : placements) {
        out.line(fmt::format("{} {}  {}", sign, padded(ownerOf(placement.owner), kOwnerColumns),
                             itemLine(planning, placement.what)));
        out.line(fmt::format("    {}", escapeForTerminal(placement.reason)));
    }
}

std::string_view nameOf(ClosingOutcome outcome) {
    switch (outcome) {
    case ClosingOutcome::Ended: return "ended";
    case ClosingOutcome::OnBranch: return "on a branch";
    case ClosingOutcome::CarryOver: return "carried over";
    case ClosingOutcome::GiveBack: return "given back";
    case ClosingOutcome::NeedsAnswer: return "needs an answer";
    }
    return "";
}

} // namespace

void PlanCommand::declare(CLI::App& app) {
    auto* accept = app.add_flag("--accept", m_accept, "Write the proposal as decisions");
    auto* show = app.add_flag("--show", m_show, "Show what is placed now")->excludes(accept);
    app.add_flag("--close", m_close, "Close the period that has ended: carry over what is not done")
        ->excludes(accept)
        ->excludes(show);
    app.add_flag("--dry-run", m_dryRun, "With --close: only show what would happen");
}

int PlanCommand::run(Session& session) {
    if (m_show) return showPlan(session);
    return m_close ? closePeriod(session) : proposePlan(session);
}

int PlanCommand::showPlan(Session& session) const {
    const auto planned = planningOf(session, {});
    const Planning& planning = *planned;
    Output& out = session.output();
    std::optional<Period> current;
    std::size_t placed = 0;
    const Proposal standing = propose(planning.request, planning.config);
    for (const auto& period : standing.periods) {
        for (const auto& placement : standing.kept) {
            if (placement.period != period) continue;
            if (current != period) out.line(session.style().paint(Tone::Bold, planning.calendar.nameOf(period)));
            current = period;
            ++placed;
            out.line(fmt::format("  {}  {}", padded(ownerOf(placement.owner), kOwnerColumns),
                                 itemLine(planning, placement.what)));
        }
    }
    if (placed == 0) out.line("Nothing is placed yet. 'paydown plan' proposes a plan.");
    return kFine;
}

int PlanCommand::proposePlan(Session& session) const {
    LoadOptions load;
    load.workTree = false;
    const auto planned = planningOf(session, load);
    const Planning& planning = *planned;
    const Proposal proposal = propose(planning.request, planning.config);
    Output& out = session.output();
    for (const auto& period : proposal.periods) {
        const auto isHere = [&](const Placement& placement) { return placement.period == period; };
        std::vector<Placement> fresh;
        std::ranges::copy_if(proposal.placements, std::back_inserter(fresh), isHere);
        std::vector<Placement> moved;
        std::ranges::copy_if(proposal.moves, std::back_inserter(moved), isHere);
        std::vector<Placement> kept;
        std::ranges::copy_if(proposal.kept, std::back_inserter(kept), isHere);
        if (fresh.empty() && moved.empty() && kept.empty()) continue;
        out.line(session.style().paint(Tone::Bold, planning.calendar.nameOf(period)));
        printPlacements(out, planning, kept, ' ');
        printPlacements(out, planning, moved, '~');
        printPlacements(out, planning, fresh, '+');
    }
    constexpr std::size_t kShownUnplaced = 10;
    for (std::size_t i = 0; i < proposal.unplaced.size() && i < kShownUnplaced; ++i) {
        if (i == 0) out.line(session.style().paint(Tone::Bold, "did not fit"));
        out.line(fmt::format("  {}", itemLine(planning, proposal.unplaced[i].what)));
        out.line(fmt::format("    {}", escapeForTerminal(proposal.unplaced[i].reason)));
    }
    if (proposal.unplaced.size() > kShownUnplaced) {
        out.line(fmt::format("  … and {} more", proposal.unplaced.size() - kShownUnplaced));
    }
    if (!proposal.changesAnything()) {
        out.line("Nothing to place: mark items reckless, or prudent with a wake condition ('paydown set').");
        return kFine;
    }
    if (!m_accept) {
        out.line("This is a proposal. 'paydown plan --accept' writes it.");
        return kFine;
    }
    const std::size_t records = decideEverywhere(session, planning, changesOf(proposal), "plan accepted");
    out.line(fmt::format("Accepted: {} placed, {} written. 'paydown undo' takes it back.",
                         counted(proposal.placements.size() + proposal.moves.size(), "item"),
                         counted(records, "record")));
    return kFine;
}

int PlanCommand::closePeriod(Session& session) const {
    LoadOptions load;
    load.workTree = false;
    load.ended = true;
    const auto planned = planningOf(session, load);
    const Planning& planning = *planned;
    const auto period = periodToClose(planning.request.worklists, planning.config, planning.request.today);
    Output& out = session.output();
    if (!period) {
        out.line("No period is waiting to be closed.");
        return kFine;
    }
    const ClosingDraft draft =
        draftClosing(planning.request.worklists, planning.config, *period, planning.request.today);
    out.line(session.style().paint(Tone::Bold, planning.calendar.nameOf(*period)));
    for (const auto& line : draft.lines) {
        out.line(fmt::format("  {}  {}  {}", padded(std::string(nameOf(line.outcome)), 15),
                             padded(ownerOf(line.owner), kOwnerColumns), itemLine(planning, line.what)));
        if (!line.reason.empty()) out.line(fmt::format("    {}", escapeForTerminal(line.reason)));
    }
    if (m_dryRun) return kFine;
    decideEverywhere(session, planning, changesOf(draft), "period closed");
    out.line(fmt::format("Closed: {} ended, {} carried over, {} given back, {} need an answer.",
                         draft.count(ClosingOutcome::Ended), draft.count(ClosingOutcome::CarryOver),
                         draft.count(ClosingOutcome::GiveBack), draft.count(ClosingOutcome::NeedsAnswer)));
    return kFine;
}

} // namespace paydown::cli
