// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/workspace_command.h"

#include "cli/format/table_writer.h"
#include "cli/format/words.h"
#include "cli/workspace/combined.h"
#include "core/base/text.h"
#include "core/base/whole_file.h"
#include "core/triage/queues.h"
#include "core/triage/today.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace paydown::cli {

void WorkspaceCommand::declare(CLI::App& app) {
    m_init = app.add_subcommand("init", "Write a workspace's file for the repositories in these folders");
    m_init->add_option("folders", m_folders, "Folders of repositories")->required()->type_name("FOLDER");
    m_init->add_option("-o,--output", m_output, std::string("The file (default: ") + kWorkspaceFileName + ")")
        ->type_name("FILE");
    app.add_subcommand("list", "What stands in each repository of the workspace that --workspace names");
    app.require_subcommand(1);
}

int WorkspaceCommand::run(Session& session) { return m_init->parsed() ? init(session) : list(session); }

int WorkspaceCommand::init(Session& session) const {
    const std::string path = m_output.empty() ? kWorkspaceFileName : m_output;
    if (const auto failure = writeNewFile(path, describeWorkspace(path, m_folders))) {
        throw Error(fmt::format("cannot create {}: {}", path, failure.message()),
                    "it may exist already, or its folder may not be written; -o names another file");
    }
    session.output().line(fmt::format("Wrote {} with {}. Name its people, then: paydown --workspace {} list", path,
                                      counted(m_folders.size(), "repository", "repositories"), path));
    return kFine;
}

int WorkspaceCommand::list(Session& session) {
    if (!session.hasWorkspace())
        throw Error("no workspace is named", "paydown --workspace FILE workspace list, or set PAYDOWN_WORKSPACE");
    Output& out = session.output();
    const auto lists = readMembers(session, {});
    out.line(fmt::format("{}  {:>6}  {:>5}  {:>5}  {:>7}  {:>7}  {}", padded("repository", 16), "open", "new", "mine",
                         "overdue", "answer", "folder"));
    for (std::size_t i = 0; i < lists.size(); ++i) {
        const Today facts = today(*lists[i].worklist);
        const Member& member = session.workspace().members()[i];
        const bool isRead = lists[i].worklist->snapshot->historyComplete;
        out.line(fmt::format("{}  {:>6}  {:>5}  {:>5}  {:>7}  {:>7}  {}{}", padded(member.name, 16),
                             groupedDigits(facts.open), groupedDigits(facts.fresh), groupedDigits(facts.mine),
                             groupedDigits(facts.overdue), groupedDigits(facts.needsAnswer),
                             escapeForTerminal(member.folder), isRead ? "" : "  (not scanned)"));
    }
    return kFine;
}

} // namespace paydown::cli
