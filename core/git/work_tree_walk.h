// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/git/attributes.h"
#include "core/git/repository.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace paydown::git {

enum class Ignored : std::uint8_t { Skip, Include };

/// What a walk tells of what it leaves out: folders that could not be read, or also what git ignores, links, other
/// repositories and what is no file.
enum class LeftOut : std::uint8_t { Failures, Everything };

/// A regular file in the work tree.
struct WorkTreeFile {
    std::string path;     ///< From the root, with '/'.
    bool tracked = false; ///< Else nothing in the index, and not ignored (or ignored ones were asked for).
};

/// Goes through the files on disk one by one, by path bytewise: tracked ones, and untracked ones that .gitignore files,
/// .git/info/exclude and core.excludesFile do not name. Symbolic links are not followed, submodules and other
/// repositories are not entered. Nothing is read ahead but the folders above: the first file comes after a handful of
/// system calls, however large the tree. Cost: one pass over the folders, no stat of files. One thread at a time.
class WorkTreeWalk {
public:
    /// @pre !repository.isBare() @throws Error when the index is broken
    WorkTreeWalk(const Repository& repository, Ignored ignored, LeftOut told);
    /// A plain directory: its .gitignore and .gitattributes files count as they would in a repository, nothing is
    /// tracked. @param directory absolute
    WorkTreeWalk(const std::string& directory, Ignored ignored, LeftOut told);
    ~WorkTreeWalk();
    WorkTreeWalk(const WorkTreeWalk&) = delete;
    WorkTreeWalk& operator=(const WorkTreeWalk&) = delete;

    /// Nothing after the last one.
    [[nodiscard]] std::optional<WorkTreeFile> next();
    /// What was left out since the last call. A folder ends in '/' and stands for all that it holds.
    [[nodiscard]] std::vector<SkippedFile> takeLeftOut();
    /// What .gitattributes files above say of the file that next() gave last; $GIT_DIR/info/attributes and
    /// core.attributesFile count too.
    [[nodiscard]] const Attributes& attributes() const;

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace paydown::git
