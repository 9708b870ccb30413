// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/app.h"

#include "cli/command.h"
#include "cli/interrupt.h"
#include "cli/version.h"
#include "core/base/text.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <span>
#include <unistd.h>

namespace paydown::cli {

namespace {

bool isNegatedFilter(const std::string& argument) {
    if (argument.size() < 3 || argument[0] != '-' || argument[1] == '-') return false;
    const auto colon = argument.find(':');
    if (colon == std::string::npos || colon < 2) return false;
    return std::all_of(argument.begin() + 1, argument.begin() + static_cast<std::ptrdiff_t>(colon),
                       [](unsigned char c) { return std::islower(c) != 0; });
}

void declareGlobals(CLI::App& app, GlobalOptions& options, std::string& color) {
    app.add_option("-C", options.directory, "Work as if started in DIR")->type_name("DIR");
    app.add_option("--registry", options.registry, "Use this registry instead of the repository's own")
        ->type_name("FILE");
    app.add_option("-W,--workspace", options.workspace, "Read the repositories of this workspace together")
        ->envname("PAYDOWN_WORKSPACE")
        ->type_name("FILE");
    app.add_option("--color", color, "auto (default), always or never")
        ->check(CLI::IsMember({"auto", "always", "never"}))
        ->type_name("WHEN");
    app.add_flag("!--no-pager", options.pager, "Write straight to the terminal");
    app.set_version_flag("--version,-V", std::string("paydown ") + kVersion);
    app.fallthrough(); // Global options may stand after the subcommand.
    app.require_subcommand(0, 1);
}

/// The first command has no name of its own, and nothing in the answer: it is what bare `paydown` does.
std::vector<CLI::App*> declareCommands(CLI::App& app, const std::vector<std::unique_ptr<Command>>& commands,
                                       std::span<char*> arguments) {
    std::vector<CLI::App*> declared;
    for (const auto& command : commands) {
        const std::string name = command->name();
        declared.push_back(name.empty() ? nullptr : app.add_subcommand(name, command->summary()));
        if (name.empty()) continue;
        if (!command->isForPeople()) declared.back()->group("");
        // The options of all commands together would take longer to declare than most commands take to run.
        if (std::ranges::find(arguments, name) != arguments.end()) command->declare(*declared.back());
    }
    return declared;
}

ColorChoice colorChoice(const std::string& name) {
    if (name == "always") return ColorChoice::Always;
    return name == "never" ? ColorChoice::Never : ColorChoice::Auto;
}

void complain(const std::string& text) { std::fputs(("paydown: " + escapeForTerminal(text) + "\n").c_str(), stderr); }

int runCommand(Command& command, const GlobalOptions& options) {
    Output output(stdout);
    Session session(options, output, Style::of(STDOUT_FILENO, options.color), interruptToken());
    try {
        return command.run(session);
    } catch (const Cancelled&) {
        constexpr int kEndedByCtrlC = 130; // 128 + SIGINT, as shells expect it.
        complain("stopped; what was read so far is kept, and the next scan goes on from there");
        return kEndedByCtrlC;
    } catch (const Error& error) {
        output.flush();
        complain(error.line());
        return kCouldNotRun;
    } catch (const std::exception& error) {
        output.flush();
        complain(std::string("unexpected failure: ") + error.what());
        return kCouldNotRun;
    }
}

} // namespace

std::vector<std::string> withNegationsProtected(std::vector<std::string> arguments) {
    for (auto& argument : arguments) {
        if (argument == "--") break;
        if (isNegatedFilter(argument)) argument = "not:" + argument.substr(1);
    }
    return arguments;
}

int runApp(int argc, char** argv) {
    CLI::App app{"paydown: the registry of technical debt that lives with the code", "paydown"};
    GlobalOptions options;
    std::string color = "auto";
    declareGlobals(app, options, color);

    const auto commands = allCommands();
    const auto declared = declareCommands(app, commands, {argv + 1, argv + argc});

    auto arguments = withNegationsProtected({argv + 1, argv + argc});
    std::ranges::reverse(arguments); // CLI11 takes them last first.
    try {
        app.parse(arguments);
    } catch (const CLI::Success& asked) {
        return app.exit(asked);
    } catch (const CLI::ParseError& mistake) {
        complain(std::string(mistake.what()) + ": 'paydown --help' lists commands and options");
        return kCouldNotRun;
    }
    options.color = colorChoice(color);
    installInterruptHandler();
    for (std::size_t i = 0; i < commands.size(); ++i) {
        if (declared[i] != nullptr && declared[i]->parsed()) return runCommand(*commands[i], options);
    }
    return runCommand(*commands.front(), options);
}

} // namespace paydown::cli
