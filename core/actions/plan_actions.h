// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/actions/decide.h"
#include "core/schedule/closing.h"
#include "core/schedule/plan.h"

#include <span>
#include <string>
#include <vector>

namespace paydown {

/// A repository that a plan covers: what it looks like and where its decisions go.
struct PlanTarget {
    WorklistPtr worklist;
    RegistryHandle* registry = nullptr; ///< Open for writing; not owned.
};

/// The worklists of targets, in their order: what PlanRequest and the rules of core/schedule take.
[[nodiscard]] std::vector<WorklistPtr> worklistsOf(std::span<const PlanTarget> targets);

/// Puts a proposal in force: one batch per repository, all with the planner's reasons as notes.
/// @param targets those that the proposal was made of, in the same order. @throws Error as decide()
std::vector<ActionResult> acceptPlan(std::span<const PlanTarget> targets, const Person& actor, const Proposal& proposal,
                                     const std::string& note = {});

/// Closes a period: what was carried over, given back or slipped, and in every repository that it is closed.
/// @throws Error as decide()
std::vector<ActionResult> closePeriod(std::span<const PlanTarget> targets, const Person& actor,
                                      const ClosingDraft& draft, const std::string& note = {});

} // namespace paydown
