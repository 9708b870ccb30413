// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace paydown {

/// What decides which files are read and which words count. Comes from the .paydown.toml committed at the tip (for
/// history) or standing in the work tree (for pending items); never from a user's own settings.
struct ScanSettings {
    std::vector<std::string> words{"TODO", "FIXME", "HACK",
                                   "XXX"}; ///< Legacy tags, upper case. DEBT, TECHDEBT always count.
    std::vector<std::string> ignoreWords;  ///< Tags that are not read although they are in words.
    std::vector<std::string> exclude;      ///< Globs as in .gitignore, relative to the root.
    std::vector<std::string> languages;    ///< Ids to read; empty means all.
    std::uint32_t maxFileBytes = 4U << 20; ///< Larger files are skipped and listed.
    bool all = false;                      ///< --all: ignored, generated, vendored and unknown files as well.

    friend bool operator==(const ScanSettings&, const ScanSettings&) = default;
};

} // namespace paydown
