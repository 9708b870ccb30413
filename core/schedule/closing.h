// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schedule/plan.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace paydown {

/// What becomes of an item when its period is closed.
enum class ClosingOutcome : std::uint8_t {
    Ended,       ///< Gone from the mainline: done.
    OnBranch,    ///< Done on a branch that is not merged: carried over without a slip.
    CarryOver,   ///< Not done, into the next period: a slip.
    GiveBack,    ///< Not done, out of the plan: no slip.
    NeedsAnswer, ///< This slip is one too many: carried over, and somebody has to answer.
};

/// An item that is done on a branch.
struct DoneOnBranch {
    ItemId id;
    std::string branch;
    CommitId commit;
};

/// One line of a closing. Outcomes CarryOver, GiveBack and NeedsAnswer may be exchanged by people before it is
/// accepted.
struct ClosingLine {
    PlanItem what;
    std::string owner;
    ClosingOutcome outcome = ClosingOutcome::CarryOver;
    std::optional<CommitId> commit; ///< Ended, OnBranch: the commit that did it.
    std::string branch;             ///< OnBranch.
    std::uint32_t slips = 0;        ///< After this closing, if it is carried over.
    std::string reason;             ///< A sentence.
};

/// A period about to be closed: what ended, what is on a branch, what is carried, in this order, each by owner and id.
struct ClosingDraft {
    Period period;
    Period into; ///< Where carried items go: the next period, or the one of today if that is later.
    std::vector<ClosingLine> lines;

    [[nodiscard]] std::size_t count(ClosingOutcome outcome) const;
};

/// The earliest period that holds placed items, ended before `today` and is not closed; nothing when all are closed.
[[nodiscard]] std::optional<Period> periodToClose(std::span<const WorklistPtr> worklists, const Config& config,
                                                  Date today);

/// Lists everything that was placed in a period (or ended while placed in it).
[[nodiscard]] ClosingDraft draftClosing(std::span<const WorklistPtr> worklists, const Config& config,
                                        const Period& period, Date today,
                                        std::span<const DoneOnBranch> onBranches = {});

/// What accepting decides: period, slip for each item carried over, and on no item (empty id) that the period is
/// closed.
[[nodiscard]] std::vector<FieldChange> changesOf(const ClosingDraft& draft);

} // namespace paydown
