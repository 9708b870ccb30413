// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace paydown::testing {

/// What a run of a program said.
struct Said {
    int exitCode = 0;
    std::string out;
    std::string err;
};

/// Runs the `paydown` of this build as its user would, in a directory, on 2026-11-23, with neither a terminal nor any
/// configuration of the machine. @param environment further variables, "NAME=value".
[[nodiscard]] Said paydownIn(const std::string& directory, const std::vector<std::string>& arguments,
                             const std::vector<std::string>& environment = {});

/// The same, killed (SIGKILL) after a while. @returns whether it was still at work then.
bool killPaydownIn(const std::string& directory, const std::vector<std::string>& arguments,
                   std::chrono::microseconds after);

/// The items of `paydown list --format json` with further arguments. Fails the test when it cannot be run.
[[nodiscard]] nlohmann::json itemsIn(const std::string& directory, const std::vector<std::string>& arguments = {});

/// Makes `git commit` in a work tree, with hooks, as a user would. The build's own `paydown` is first in PATH.
[[nodiscard]] Said gitCommit(const std::string& directory, const std::string& message,
                             const std::vector<std::string>& environment = {});

/// Runs a line of bash in a directory, as a user would. The build's own `paydown` is first in PATH.
[[nodiscard]] Said shellIn(const std::string& directory, const std::string& line,
                           const std::vector<std::string>& environment = {});

} // namespace paydown::testing
