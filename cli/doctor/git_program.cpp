// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/doctor/parts.h"
#include "core/base/text.h"

#include <array>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

extern char** environ;

namespace paydown::cli {

namespace {

/// The first line that "git --version" prints; empty when it cannot be run.
std::string gitVersion() {
    std::array<int, 2> ends{};
    if (pipe(ends.data()) != 0) return {};
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
    posix_spawn_file_actions_addclose(&actions, ends[0]);
    std::array<char, 4> program{"git"};
    std::array<char, 10> option{"--version"};
    const std::array<char*, 3> arguments{program.data(), option.data(), nullptr};
    pid_t child = 0;
    const int failure = posix_spawnp(&child, "git", &actions, nullptr, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    close(ends[1]);
    std::string text;
    std::array<char, 256> buffer{};
    for (ssize_t count = 0; failure == 0 && (count = read(ends[0], buffer.data(), buffer.size())) > 0;)
        text.append(buffer.data(), static_cast<std::size_t>(count));
    close(ends[0]);
    if (failure != 0) return {};
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status) && WEXITSTATUS(status) == 0 ? std::string(trimmed(text)) : std::string();
}

} // namespace

Check checkGitProgram() {
    const std::string version = gitVersion();
    if (!version.empty()) return {"git", Health::Fine, version, {}};
    return {"git", Health::Warning, "git cannot be run: reading works without it, sharing decisions does not",
            "install git, or put it into PATH"};
}

} // namespace paydown::cli
