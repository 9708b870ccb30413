// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/git/repository.h"

#include <string>
#include <vector>

namespace paydown::git {

enum class Ignored : std::uint8_t { Skip, Include };

/// A regular file in the work tree.
struct WorkTreeFile {
    std::string path;     ///< From the root, with '/'.
    bool tracked = false; ///< Else nothing in the index, and not ignored (or ignored ones were asked for).
};

struct WorkTreeListing {
    std::vector<WorkTreeFile> files;     ///< By path, bytewise.
    std::vector<SkippedFile> unreadable; ///< Folders that could not be opened.
};

/// The files that stand on disk: tracked ones, and untracked ones that .gitignore files, .git/info/exclude and
/// core.excludesFile do not name. Symbolic links are not followed, submodules and other repositories are not entered.
/// Cost: one pass over the folders, no stat of files. @pre !repository.isBare()
[[nodiscard]] WorkTreeListing listWorkTree(const Repository& repository, Ignored ignored = Ignored::Skip);

} // namespace paydown::git
