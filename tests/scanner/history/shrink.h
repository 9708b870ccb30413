// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/scanner/history/imagined_repository.h"

#include <functional>
#include <string>

namespace paydown::tests {

/// Makes a history smaller for as long as something is still true of it: fewer commits, fewer parents, fewer files,
/// fewer lines. What is left is small enough to be read.
[[nodiscard]] ImaginedRepository shrink(const ImaginedRepository& repository,
                                        const std::function<bool(const ImaginedRepository&)>& isStillTrue);

/// The same history made anew from its nodes: ids follow the contents, and messages that name commits follow the ids.
[[nodiscard]] ImaginedRepository remade(const std::vector<ImaginedRepository::Node>& nodes);

/// A shell script that makes the history with git, in the folder that is its argument; it prints the id of each commit
/// and of its tree, in order. @param why goes into a comment at its head.
[[nodiscard]] std::string gitScript(const ImaginedRepository& repository, const std::string& why);

} // namespace paydown::tests
