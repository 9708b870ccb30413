// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/actions/plan_actions.h"

#include "core/base/error.h"
#include "core/registry/registry_handle.h"

namespace paydown {

namespace {

Change changeFrom(const FieldChange& wanted, const Snapshot& snapshot) {
    Change change;
    if (wanted.what.id.isPending()) {
        change.field = wanted.field;
        change.value = wanted.value;
    } else {
        change = changeOf(snapshot, snapshot.items.at(wanted.what.item), wanted.field, wanted.value);
        change.item = wanted.what.id;
    }
    change.note = wanted.note;
    return change;
}

/// Sends every change to its repository; what is about the plan itself to all of them.
std::vector<ActionResult> decideAll(std::span<const PlanTarget> targets, const Person& actor,
                                    const std::vector<FieldChange>& changes, const std::string& note) {
    std::vector<ActionResult> results;
    for (std::size_t i = 0; i < targets.size(); ++i) {
        std::vector<Change> ofTarget;
        for (const auto& wanted : changes) {
            const bool isForAll = wanted.what.id.isPending();
            if (isForAll || wanted.what.worklist == i) {
                ofTarget.push_back(changeFrom(wanted, *targets[i].worklist->snapshot));
            }
        }
        results.push_back(decide(*targets[i].registry, actor, ofTarget, note));
    }
    return results;
}

} // namespace

std::vector<WorklistPtr> worklistsOf(std::span<const PlanTarget> targets) {
    std::vector<WorklistPtr> worklists;
    worklists.reserve(targets.size());
    for (const auto& target : targets) worklists.push_back(target.worklist);
    return worklists;
}

std::vector<ActionResult> acceptPlan(std::span<const PlanTarget> targets, const Person& actor, const Proposal& proposal,
                                     const std::string& note) {
    return decideAll(targets, actor, changesOf(proposal), note);
}

std::vector<ActionResult> closePeriod(std::span<const PlanTarget> targets, const Person& actor,
                                      const ClosingDraft& draft, const std::string& note) {
    return decideAll(targets, actor, changesOf(draft), note);
}

} // namespace paydown
