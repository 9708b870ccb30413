// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/terminal/output.h"
#include "cli/terminal/style.h"
#include "core/model/short_ids.h"
#include "core/triage/compare_tips.h"

#include <string>

namespace paydown::cli {

/// What the writers below say about the difference of two tips.
struct DifferenceReport {
    const TipDifference* difference = nullptr;
    const Snapshot* before = nullptr;
    const Snapshot* after = nullptr;
    const ShortIds* shortIds = nullptr; ///< Of both snapshots.
};

/// For people: a headline, then one section for each kind that is not empty.
void writeDifferenceTable(Output& output, const Style& style, const DifferenceReport& report);

/// For a release's notes or a pull request: headings and tables in Markdown.
void writeDifferenceMarkdown(Output& output, const DifferenceReport& report);

/// One object, see docs/formats.md.
void writeDifferenceJson(Output& output, const DifferenceReport& report);

} // namespace paydown::cli
