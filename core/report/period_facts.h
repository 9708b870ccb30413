// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/snapshot.h"

#include <chrono>
#include <string>
#include <vector>

namespace paydown {

/// The days that a report is about, both included. A commit is of the day on which it was committed (as `git log
/// --since` has it), at the configuration's utc_offset.
struct ReportPeriod {
    Date first;
    Date last;

    [[nodiscard]] std::chrono::days length() const { return last - first + std::chrono::days{1}; }
    [[nodiscard]] bool holds(Date day) const { return first <= day && day <= last; }
    /// As many days right before it.
    [[nodiscard]] ReportPeriod previous() const { return {first - length(), first - std::chrono::days{1}}; }
};

/// A commit that is no merge, with the debts whose code it passed through.
struct PeriodCommit {
    CommitId id;
    Date day;                        ///< Of the committer's date.
    std::string summary;             ///< First line of the message; any bytes.
    std::vector<std::string> paths;  ///< Scanned files that it changed.
    std::vector<ItemId> touched;     ///< Debts that stood then, in whose code it changed something.
    std::vector<ItemId> passedAfter; ///< Debts that had ended by then, in whose code it changed something.
};

/// What happened in the period and in the one before it, parents before children.
struct PeriodFacts {
    ReportPeriod period;
    std::vector<PeriodCommit> commits;
};

} // namespace paydown
