// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/git/work_tree_walk.h"

#include <vector>

namespace paydown::git {

struct WorkTreeListing {
    std::vector<WorkTreeFile> files;     ///< By path, bytewise.
    std::vector<SkippedFile> unreadable; ///< Folders that could not be opened.
};

/// A whole WorkTreeWalk at once. @pre !repository.isBare()
[[nodiscard]] WorkTreeListing listWorkTree(const Repository& repository, Ignored ignored = Ignored::Skip);

} // namespace paydown::git
