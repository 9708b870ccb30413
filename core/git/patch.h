// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace paydown::git {

/// What turns one version of a file into another, as `git diff` prints it and `git apply` takes it. Empty for equal
/// versions. @param path relative to the root, with '/'. @throws Error when there is no memory for it.
[[nodiscard]] std::string patchOf(const std::string& path, std::string_view before, std::string_view after);

} // namespace paydown::git
