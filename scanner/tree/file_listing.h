// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/git/attributes.h"
#include "core/git/repository.h"
#include "core/model/annotation.h"
#include "core/model/scan_settings.h"

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace paydown {

/// Which files of a place are read, and which are left out and why.
struct FileListing {
    std::vector<std::string> paths; ///< Relative to the root, with '/', by path.
    /// What `exclude` and .gitattributes leave out, and folders that could not be opened. What git ignores is not
    /// mentioned: it is somebody's build, not somebody's code.
    std::vector<SkippedFile> skipped;
    /// The languages that .gitattributes states, by path; for most files there is none.
    std::map<std::string, std::string, std::less<>> statedLanguages;

    /// Empty for none.
    [[nodiscard]] std::string statedLanguageOf(std::string_view path) const {
        const auto stated = statedLanguages.find(path);
        return stated == statedLanguages.end() ? std::string() : stated->second;
    }
};

/// Files of a git work tree, by git's rules and the settings. @pre !repository.isBare()
[[nodiscard]] FileListing listCheckoutFiles(const git::Repository& repository, const ScanSettings& settings);

/// Files of a plain directory: .gitignore files below it count as they would in a repository. Symbolic links are not
/// followed; repositories inside are not entered.
[[nodiscard]] FileListing listDirectoryFiles(const std::string& root, const ScanSettings& settings);

} // namespace paydown
