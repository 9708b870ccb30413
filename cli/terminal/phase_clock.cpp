// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/terminal/phase_clock.h"

#include <fmt/format.h>

namespace paydown::cli {

void PhaseClock::note(const Progress& progress, Clock::time_point now) {
    if (progress.phase == m_phases.back().name) return;
    m_phases.back().took += now - m_since;
    m_since = now;
    m_phases.push_back({std::string(progress.phase)});
}

std::vector<std::string> PhaseClock::lines(Clock::time_point now) {
    m_phases.back().took += now - m_since;
    m_since = now;
    std::vector<std::string> lines;
    for (const Phase& phase : m_phases) lines.push_back(fmt::format("{:<24}{:7.2f} s", phase.name, phase.took.count()));
    return lines;
}

} // namespace paydown::cli
