// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/session.h"

#include <memory>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace paydown::cli {

/// Exit codes of every command (docs/cli.md).
enum ExitCode : int {
    kFine = 0,
    kAnswerIsNo = 1,  ///< A policy violation; nothing found by show.
    kCouldNotRun = 2, ///< Usage, no repository, broken configuration.
};

/// A subcommand: declares its options once, runs once.
class Command {
public:
    virtual ~Command() = default;
    [[nodiscard]] virtual const char* name() const = 0;
    [[nodiscard]] virtual const char* summary() const = 0;          ///< One line for --help.
    [[nodiscard]] virtual bool isForPeople() const { return true; } ///< Else --help leaves it out.
    virtual void declare(CLI::App& app) = 0;                        ///< Only of a command that may be meant.
    /// @returns an ExitCode. @throws Error for what ends the program with kCouldNotRun.
    virtual int run(Session& session) = 0;
};

/// Every subcommand in the order in which --help lists them.
[[nodiscard]] std::vector<std::unique_ptr<Command>> allCommands();

} // namespace paydown::cli
