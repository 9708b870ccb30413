// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace paydown::cli {

/// The whole program: parses the arguments, runs the command, turns failures into one line on standard error.
/// @returns the exit code of the process.
[[nodiscard]] int runApp(int argc, char** argv);

/// Rewrites filter words that open with '-' ("-tag:TODO") to "not:tag:TODO", so that they are not read as options.
/// Everything after "--" is left as it is.
[[nodiscard]] std::vector<std::string> withNegationsProtected(std::vector<std::string> arguments);

} // namespace paydown::cli
