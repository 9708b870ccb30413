// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/snapshot.h"

#include <cstdint>
#include <string>
#include <vector>

namespace paydown {

/// An open debt as it was known on a day in the past, and what became of it in the time after.
struct PastDebt {
    // Known then.
    ItemId id;
    std::string title;
    std::string path;               ///< Where it stood.
    std::uint32_t codeLines = 0;    ///< Of the code that it was about.
    Date introduced;                ///< Author date.
    double score = 0;               ///< As paydown would have ranked it on that day.
    std::vector<Touch> touches;     ///< Of its code, newest first.
    std::vector<Touch> fileTouches; ///< Of its file under that path, newest first.

    // What came.
    std::uint32_t codeCommits = 0; ///< Commits that touched its code.
    std::uint32_t fileCommits = 0; ///< Commits that changed its file, under later names too.
    bool paid = false;
};

/// Everything that was open on a day in the past.
struct PastDay {
    Date day;     ///< Of the commit that the mainline stood at.
    Date horizon; ///< Up to when it was looked what came.
    CommitId tip;
    std::vector<PastDebt> debts;
};

} // namespace paydown
