// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/scan_command.h"

#include "cli/format/words.h"
#include "cli/terminal/phase_clock.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace paydown::cli {

void ScanCommand::declare(CLI::App& app) {
    auto* quiet = app.add_flag("-q,--quiet", m_quiet, "Say nothing but errors");
    app.add_flag("-v,--verbose", m_verbose, "Say how long each part took")->excludes(quiet);
}

int ScanCommand::run(Session& session) {
    if (!session.hasWorkspace()) {
        if (!m_quiet) session.remarkOnConfig();
        scan(session, session.repository(), {});
        return kFine;
    }
    for (Member& member : session.workspace().members()) scan(session, *member.place, member.name + ": ");
    return kFine;
}

void ScanCommand::scan(Session& session, Checkout& place, const std::string& heading) const {
    if (!place.isGit()) throw Error(fmt::format("{} is not in a git repository", place.root()), "git init");
    RefreshSummary summary;
    PhaseClock phases;
    {
        ProgressLine line(stderr);
        const auto show = [&](const Progress& progress) {
            phases.note(progress);
            line.show(progress);
        };
        summary = place.refresh(m_quiet ? ProgressSink() : show, session.stop());
    }
    if (m_quiet) return;
    if (m_verbose)
        for (const std::string& line : phases.lines()) session.output().line(heading + line);
    for (const auto& notice : summary.notices) session.remark(heading + notice);
    Output& out = session.output();
    if (summary.commits == 0) {
        out.line(fmt::format("{}{} open. Nothing new since the last scan.", heading, counted(summary.open, "item")));
        return;
    }
    out.line(fmt::format("{}{} open. Read {} and {} in {:.1f} s: {} introduced, {} ended.", heading,
                         counted(summary.open, "item"), counted(summary.commits, "commit"),
                         counted(summary.blobs, "file version"), summary.seconds, groupedDigits(summary.introduced),
                         groupedDigits(summary.ended)));
}

} // namespace paydown::cli
