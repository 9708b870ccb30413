// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/config.h"
#include "core/report/debt_tax.h"
#include "core/report/open_counts.h"
#include "core/schedule/calendar.h"
#include "core/triage/incidents.h"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace paydown {

inline constexpr std::size_t kEndingKinds = 6; ///< Values of EndingKind.

/// A debt that ended in the period, and what that changed around it.
struct EndedDebt {
    std::uint32_t item = 0;            ///< Index into worklist.items.
    std::vector<std::uint32_t> before; ///< Commits that touched its code in the days before its end.
    std::vector<std::uint32_t> since;  ///< Commits that touched the same code since.
    std::chrono::days daysBefore{0};   ///< How many days that was.
    std::chrono::days daysSince{0};    ///< Up to the end of the period.
};

/// A month of the charts.
struct MonthOfDebt {
    Date first;
    std::size_t introduced = 0;
    std::array<std::size_t, kEndingKinds> ended{}; ///< By EndingKind.
    OpenCounts open;                               ///< At its end, by the class in force today; sleep is not known.
};

/// What is placed in one period of the plan.
struct PlannedPeriod {
    std::string name; ///< "16 Nov – 29 Nov"
    Period period;
    std::vector<std::uint32_t> items; ///< By rank, unranked ones last.
};

/// A folder with what stands in it.
struct FolderOfDebt {
    std::string path; ///< "builtin/", "./" for the root.
    OpenCounts open;
    /// Of the period, that changed something in it or passed through a debt of it.
    std::size_t commits = 0;
    std::vector<std::uint32_t> taxed; ///< Those of them that passed through a debt in it, ascending.
    std::array<std::size_t, kEndingKinds> ended{};
    std::size_t introduced = 0;
    std::vector<std::size_t> openByMonth; ///< Parallel to Report::months.

    [[nodiscard]] double share() const {
        return commits == 0 ? 0 : static_cast<double>(taxed.size()) / static_cast<double>(commits);
    }
};

/// How many of the ranking a report shows.
inline constexpr std::size_t kTopOfReport = 20;
/// How many months its charts show.
inline constexpr std::size_t kMonthsOfReport = 24;

/// A page for people who were not there: what debt cost lately, what was paid, and what is next. Names items by index
/// into worklist->items and commits by index into facts.commits. There is nothing in it by person but whom the plan
/// names.
struct Report {
    WorklistPtr worklist;
    PeriodFacts facts;
    OpenCounts open;
    DebtTax tax;
    DebtTax taxBefore;            ///< Of as many days right before the period.
    std::vector<EndedDebt> ended; ///< By kind, then newest first.
    std::array<std::size_t, kEndingKinds> endedByKind{};
    std::vector<std::uint32_t> introduced; ///< In the period, and open still; newest first.
    std::vector<PlannedPeriod> plan;       ///< From the period of today on; empty ones are left out.
    std::vector<std::uint32_t> answers;    ///< What needs an answer, first of all.
    std::vector<Incident> incidents;       ///< With open debts.
    std::vector<std::uint32_t> top;        ///< The first of the ranking.
    std::vector<FolderOfDebt> folders;     ///< By the commits that passed through their debt, then by open items.
    std::vector<MonthOfDebt> months;       ///< Up to the month in which the period ends, oldest first.
};

/// Computes all of a report. Pure.
/// @param worklist with ended items, none of the work tree. Not null.
[[nodiscard]] Report makeReport(WorklistPtr worklist, PeriodFacts facts, const Config& config);

} // namespace paydown
