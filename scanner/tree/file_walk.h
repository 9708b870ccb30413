// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/glob.h"
#include "core/git/work_tree_walk.h"
#include "core/model/annotation.h"
#include "core/model/scan_settings.h"

#include <string>
#include <vector>

namespace paydown {

/// Goes through the files of a place that are to be read, by path, while earlier ones are being read already. What
/// `exclude` and .gitattributes leave out is told with the reason, and so is what git leaves out where asked for. One
/// thread at a time.
class FileWalk {
public:
    /// A git work tree, by git's rules and the settings. @pre !repository.isBare() @throws Error
    FileWalk(const git::Repository& repository, const ScanSettings& settings,
             git::LeftOut told = git::LeftOut::Failures);
    /// A plain directory: .gitignore and .gitattributes files below it count as they would in a repository. Symbolic
    /// links are not followed; repositories inside are not entered.
    FileWalk(const std::string& root, const ScanSettings& settings, git::LeftOut told = git::LeftOut::Failures);

    /// Puts the next path, relative to the root, with '/'. @returns false after the last one.
    [[nodiscard]] bool next(std::string& path);
    /// The language that .gitattributes states for the path that next() gave last; empty for none.
    [[nodiscard]] const std::string& statedLanguage() const { return m_stated; }
    /// What was left out since the last call, in no order.
    [[nodiscard]] std::vector<SkippedFile> takeLeftOut();

private:
    [[nodiscard]] const char* whyLeftOut(const std::string& path) const;

    git::WorkTreeWalk m_walk;
    bool m_all;
    GlobList m_exclude;
    std::string m_stated;
    std::vector<SkippedFile> m_leftOut;
};

} // namespace paydown
