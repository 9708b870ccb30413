// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace paydown {

/// Whether a path is what somebody means by a pattern: a pattern with *, ? or [ is a glob (without '/', of any name on
/// the path; with '/', from the root); any other is a file, or a folder with all that is below it, at the root when it
/// holds a '/' and at any depth when it does not.
[[nodiscard]] bool pathMatches(std::string_view pattern, std::string_view path);

} // namespace paydown
