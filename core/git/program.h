// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/git/repository.h"

#include <string>
#include <vector>

namespace paydown::git {

/// What a run of the `git` program said.
struct ProgramResult {
    int exitCode = 0; ///< 127 where there is no such program; 128 + signal where one ended it.
    std::string out;
    std::string err;
};

/// Runs `git` on a repository and waits for it: for what needs the network and the user's credentials, which are git's
/// own business. Arguments go as a list, through no shell; no hook of the repository runs; messages come in English, so
/// that they can be told apart. Terminal prompts for a password reach the user. @throws Error when nothing can be run.
[[nodiscard]] ProgramResult runProgram(const Repository& repository, const std::vector<std::string>& arguments);

} // namespace paydown::git
