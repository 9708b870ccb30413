// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/format/finding.h"
#include "cli/terminal/output.h"
#include "cli/terminal/style.h"
#include "core/policy/policy.h"

#include <string>
#include <vector>

namespace paydown::cli {

/// What `paydown check` found and how it was judged.
struct CheckReport {
    DebtChanges changes;
    PolicyVerdict verdict;
    PolicyConfig policy;
};

/// The formats of a report: table, json, jsonl, csv, md, vim, sarif, github, gitlab.
[[nodiscard]] const std::vector<std::string>& checkFormatNames();

/// What is new, each annotation once: as what it violates, else as a debt. Budgets stand where the change adds to them.
[[nodiscard]] std::vector<Finding> findingsOf(const CheckReport& report);

/// Writes a report. @param format one of checkFormatNames().
void writeCheckReport(Output& out, const Style& style, const std::string& format, const CheckReport& report);

} // namespace paydown::cli
