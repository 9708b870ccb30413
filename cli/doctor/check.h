// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace paydown::cli {

/// What a look at one part of the set-up came to, the best first.
enum class Health : std::uint8_t {
    Fine,
    Note,    ///< Works, and people should know of it.
    Warning, ///< Works, but not as people would expect.
    Error,   ///< Something does not work or is not in force.
};

/// One thing that `paydown doctor` looked at.
struct Check {
    std::string name; ///< Of the part, stable: "git", "repository", "config", "registry", "hook", "notes", "person".
    Health health = Health::Fine;
    std::string sentence; ///< What is so, without a final full stop.
    std::string remedy; ///< What mends it, as people would type it where that is possible; empty when nothing needs to.
};

/// "fine", "note", "warning", "error".
[[nodiscard]] std::string_view nameOf(Health health);

/// The worst health of all; Fine for none.
[[nodiscard]] Health worstOf(const std::vector<Check>& checks);

/// Everything there is to look at in a place. Changes nothing. What cannot even be opened is a check of its own, never
/// an exception. @param directory as given with -C. @param registry as given with --registry; may be empty.
[[nodiscard]] std::vector<Check> checkPlace(const std::string& directory, const std::string& registry);

} // namespace paydown::cli
