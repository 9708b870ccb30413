// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/hook_command.h"

#include "hooks/installation.h"

#include <CLI/CLI.hpp>
#include <filesystem>
#include <fmt/format.h>

namespace paydown::cli {

namespace {

std::string ownProgram() {
    std::error_code failure;
    const auto self = std::filesystem::read_symlink("/proc/self/exe", failure);
    return failure ? std::string() : self.string();
}

void describe(Session& session, const hooks::HookStatus& status) {
    Output& out = session.output();
    if (status.installed) {
        out.line(fmt::format("installed: {}", status.path));
        if (status.chained) out.line("It calls the hook that was there before it.");
        if (!status.readsMessages)
            out.line("It is of an earlier version: 'paydown hook install' brings it up to date.");
    } else if (status.foreign) {
        out.line(fmt::format("not installed; another hook stands at {}", status.path));
        out.line("'paydown hook install' keeps that one and calls it first.");
    } else {
        out.line("not installed");
    }
    if (status.sharesDecisions) out.line("Decisions are shared after each pull and before each push.");
    if (status.shared) out.line("core.hooksPath leads out of this repository: others that use this folder run it too.");
}

} // namespace

void HookCommand::declare(CLI::App& app) {
    m_install = app.add_subcommand("install", "Say at each commit what it adds; an existing hook is kept and called");
    m_install->add_flag("--sync", m_share, "Also share decisions after each pull and before each push");
    m_uninstall = app.add_subcommand("uninstall", "Take the hook away and put back what was there before");
    app.add_subcommand("status", "Say whether the hook is installed, and where");
    app.require_subcommand(1);
}

int HookCommand::run(Session& session) {
    const git::Repository& repository = session.repository().repository();
    if (m_install->parsed()) {
        describe(session, hooks::installHook(repository, ownProgram(),
                                             m_share ? hooks::HookSet::CheckAndShare : hooks::HookSet::Check));
        return kFine;
    }
    if (m_uninstall->parsed()) {
        const bool removed = hooks::uninstallHook(repository);
        session.output().line(removed ? "uninstalled" : "There is no hook of paydown's here.");
        return removed ? kFine : kAnswerIsNo;
    }
    const auto status = hooks::hookStatus(repository);
    describe(session, status);
    return status.installed ? kFine : kAnswerIsNo;
}

} // namespace paydown::cli
