// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/backend/verdict_proposals.h"

#include "core/model/decision.h"
#include "core/priority/priority.h"
#include "core/schedule/plan.h"
#include "gui/models/item_text.h"

#include <QCoreApplication>
#include <algorithm>

namespace paydown::gui {

namespace {

QString proposalText(const char* text) { return QCoreApplication::translate("VerdictProposals", text); }

void proposeOwner(VerdictProposal& proposal, const DeskState& state, const ItemView& view) {
    proposal.owner = view.owner;
    const auto changed = suggestOwner(*view.item, *state.worklist->snapshot, *state.config, state.worklist->today);
    if (!changed) return;
    if (proposal.owner.empty()) proposal.owner = changed->owner;
    if (proposal.owner == changed->owner)
        proposal.ownerReason = proposalText("%1 of the last %2 changes").arg(changed->changes).arg(changed->of);
}

// The first period in which the owner has a slot left.
void proposePeriod(VerdictProposal& proposal, const DeskState& state, const ItemView& view) {
    if (view.period) {
        proposal.period = view.period;
        proposal.periodReason = proposalText("placed already");
        return;
    }
    const auto& rows = state.plan.rows;
    const auto row =
        std::find_if(rows.begin(), rows.end(), [&](const PlanRow& entry) { return entry.owner == proposal.owner; });
    if (row == rows.end() || proposal.owner.empty()) {
        proposal.period = state.plan.periods[0].start;
        return;
    }
    std::size_t slot = 0;
    while (slot + 1 < kSlotCount && row->cells[slot].items.size() >= row->cells[slot].capacityItems) ++slot;
    const PlanCell& cell = row->cells[slot];
    proposal.period = state.plan.periods[slot].start;
    proposal.periodReason =
        proposalText("%1 has %2 of %3").arg(lineOf(proposal.owner)).arg(cell.items.size()).arg(cell.capacityItems);
}

QString decidedText(const ItemView& view, const char* field) {
    const DecidedValue* value = view.decided == nullptr ? nullptr : view.decided->find(field);
    return value == nullptr ? QString() : lineOf(value->value);
}

} // namespace

VerdictProposal proposeVerdict(const DeskState& state, std::uint32_t item) {
    const ItemView& view = state.item(item);
    VerdictProposal proposal;
    proposeOwner(proposal, state, view);
    proposePeriod(proposal, state, view);
    proposal.effort = effortText(view.effort.value_or(kAssumedEffort));
    proposal.why = decidedText(view, field::kWhy);
    if (proposal.why.isEmpty()) proposal.why = lineOf(view.item->annotation.stated.why);
    proposal.wake = decidedText(view, field::kWake);
    if (proposal.wake.isEmpty()) proposal.wake = QStringLiteral("touched:10");
    return proposal;
}

} // namespace paydown::gui
