// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Who may include whom, as a table: the modules of docs/architecture.md turned into rules that a test can hold.

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace paydown::layering {

/// An include that the architecture does not allow.
struct Violation {
    std::string file;    ///< Path from the root of the source tree.
    int line = 0;        ///< 1-based.
    std::string include; ///< What stands between the quotes or angle brackets.
    std::string reason;  ///< A sentence for the developer who added it.
};

/// Which folders a folder includes, for every folder that was looked at.
using FolderGraph = std::map<std::string, std::set<std::string>>;

/// The includes of `text`, the content of `file`, that are not allowed there. `file` is relative to the root, with
/// slashes, and decides which rules hold. Also records the folders of the project that it includes in `graph`.
std::vector<Violation> forbiddenIncludes(const std::string& file, std::string_view text, FolderGraph& graph);

/// A cycle of folders as "a -> b -> a", or empty when there is none.
std::string findCycle(const FolderGraph& graph);

} // namespace paydown::layering
