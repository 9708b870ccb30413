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
    Checkout& place = session.repository();
    if (!m_quiet) session.remarkOnConfig();
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
    if (m_quiet) return kFine;
    if (m_verbose)
        for (const std::string& line : phases.lines()) session.output().line(line);
    for (const auto& notice : summary.notices) session.remark(notice);
    Output& out = session.output();
    if (summary.commits == 0) {
        out.line(fmt::format("{} open. Nothing new since the last scan.", counted(summary.open, "item")));
        return kFine;
    }
    out.line(fmt::format("{} open. Read {} and {} in {:.1f} s: {} introduced, {} ended.", counted(summary.open, "item"),
                         counted(summary.commits, "commit"), counted(summary.blobs, "file version"), summary.seconds,
                         groupedDigits(summary.introduced), groupedDigits(summary.ended)));
    return kFine;
}

} // namespace paydown::cli
