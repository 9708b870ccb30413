// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/config.h"
#include "core/model/item_view.h"
#include "core/schedule/calendar.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace paydown {

/// How much one person takes on in one period.
struct Capacity {
    double hours = 16;
    std::uint32_t items = 3;
};

/// Somebody to plan for.
struct PlanPerson {
    std::string owner; ///< As owners are written: "@kai".
    Capacity capacity;
};

/// What is assumed for an item without an effort.
inline constexpr std::chrono::minutes kAssumedEffort{240};

/// What to plan. The worklists are the repositories of a workspace, or one; capacity counts across all of them.
struct PlanRequest {
    std::span<const WorklistPtr> worklists;
    std::vector<PlanPerson> people; ///< See teamOf(). Owners who are not listed get `otherwise`.
    Capacity otherwise;
    std::uint32_t periods = 3; ///< This period, and so many minus one after it.
    Date today;
};

/// Names an item of a plan.
struct PlanItem {
    std::uint32_t worklist = 0; ///< Index into PlanRequest::worklists.
    std::uint32_t item = 0;     ///< Index into its items.
    ItemId id;
};

/// An item that the plan puts somewhere, and why there.
struct Placement {
    PlanItem what;
    std::string owner;
    bool ownerProposed = false; ///< Nobody owns it yet: the owner is proposed from the recent changes.
    Period period;
    std::optional<Period> from; ///< Moves: where it was placed before.
    std::string reason;         ///< A sentence: "Reckless, 3rd of 214; kai has 2 of 3 slots left."
};

/// An item that the planner looked at and did not place, and why.
struct Unplaced {
    PlanItem what;
    std::string reason; ///< "Nobody owns it, and nobody changed it lately."
};

/// A plan as a difference from what stands; nothing is in force until somebody accepts it.
struct Proposal {
    std::vector<Period> periods;
    std::vector<Placement> kept;       ///< What people placed: stays as it is.
    std::vector<Placement> placements; ///< New.
    std::vector<Placement> moves;      ///< Left over in a period that is closed: placed anew.
    std::vector<Unplaced> unplaced;

    [[nodiscard]] bool changesAnything() const { return !placements.empty() || !moves.empty(); }
};

/// Plans. Deterministic: what people placed stays; then reckless by score; then prudent that woke, by score; ties by
/// id. An item goes into the first period where its owner has hours and a slot left, and that ends in time for its date
/// where there is one.
[[nodiscard]] Proposal propose(const PlanRequest& request, const Config& config);

/// Hours and slots of one person in one period, for the grid.
struct Load {
    std::string owner; ///< Empty for nobody.
    Period period;
    double hours = 0;
    std::uint32_t items = 0;
    Capacity capacity;

    [[nodiscard]] bool isOver() const { return hours > capacity.hours || items > capacity.items; }
};

/// The load of everyone over the coming periods, by owner then period, "nobody" last. With a proposal: as if accepted.
[[nodiscard]] std::vector<Load> loads(const PlanRequest& request, const Config& config,
                                      const Proposal* proposal = nullptr);

/// Everyone who owns open items and everyone whom the config names, with the config's capacity, by name.
[[nodiscard]] std::vector<PlanPerson> teamOf(std::span<const WorklistPtr> worklists, const Config& config);

/// One field of one item to be decided; core/actions makes records of them, all of one batch.
struct FieldChange {
    PlanItem what;
    std::string field; ///< A name of namespace field.
    std::string value;
    std::string note;
    bool isTyped = false; ///< The value stands as people type it ("4h", "next"), not yet as the log holds it.
};

/// What accepting a proposal decides: period, and owner where it was proposed.
[[nodiscard]] std::vector<FieldChange> changesOf(const Proposal& proposal);

} // namespace paydown
