// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/desk_command.h"

#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fmt/format.h>
#include <spawn.h>
#include <unistd.h>

namespace paydown::cli {

namespace {

constexpr const char* kProgram = "paydown-desk";

/// The desk of the same build or package stands beside this program; else whatever PATH has.
std::string deskProgram() {
    std::error_code failure;
    const auto self = std::filesystem::read_symlink("/proc/self/exe", failure);
    if (failure) return kProgram;
    const auto folder = self.parent_path();
    for (const auto& candidate : {folder / kProgram, folder.parent_path() / "gui" / kProgram}) {
        if (access(candidate.c_str(), X_OK) == 0) return candidate.string();
    }
    return kProgram;
}

} // namespace

void DeskCommand::declare(CLI::App&) {}

int DeskCommand::run(Session& session) {
    const std::string root = session.repository().root();
    if (std::getenv("DISPLAY") == nullptr && std::getenv("WAYLAND_DISPLAY") == nullptr &&
        std::getenv("QT_QPA_PLATFORM") == nullptr) {
        throw Error("there is no display for a window", "use 'paydown' and 'paydown list' here in the terminal");
    }
    std::string program = deskProgram();
    std::string argument = root;
    char* arguments[] = {program.data(), argument.data(), nullptr};
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSID); // The desk outlives this terminal.
    pid_t child = 0;
    const int status = posix_spawnp(&child, program.c_str(), nullptr, &attributes, arguments, environ);
    posix_spawnattr_destroy(&attributes);
    if (status != 0) {
        throw Error(fmt::format("start {}: {}", program, std::strerror(status)),
                    "install the package paydown, or build with './dev build'");
    }
    return kFine;
}

} // namespace paydown::cli
