// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/terminal/progress_line.h"

#include "cli/format/words.h"

#include <fmt/format.h>
#include <unistd.h>

namespace paydown::cli {

namespace {

constexpr std::chrono::milliseconds kRedrawInterval{80};
// Before this much of a phase has passed, a rate says more about caches than about the work.
constexpr std::chrono::duration<double> kSettled{0.3};

std::string timeLeft(double seconds) {
    const auto whole = static_cast<long>(seconds + 0.5);
    if (whole >= 3600) return fmt::format("{}:{:02}:{:02}", whole / 3600, whole / 60 % 60, whole % 60);
    return fmt::format("{}:{:02}", whole / 60, whole % 60);
}

} // namespace

ProgressLine::ProgressLine(std::FILE* terminal)
    : m_terminal(terminal), m_enabled(isatty(fileno(terminal)) != 0), m_phaseStart(Clock::now()) {}

std::string ProgressLine::render(const Progress& progress, std::chrono::duration<double> elapsed) {
    std::string line = fmt::format("{}  {}", progress.phase, groupedDigits(progress.done));
    if (progress.total > 0) {
        line += fmt::format(" / {}  {} %", groupedDigits(progress.total), progress.done * 100 / progress.total);
    }
    if (elapsed < kSettled || progress.done == 0) return line;
    const double rate = static_cast<double>(progress.done) / elapsed.count();
    line += fmt::format("  {}/s", groupedDigits(static_cast<std::uint64_t>(rate)));
    if (progress.total > progress.done) {
        line += fmt::format("  {} left", timeLeft(static_cast<double>(progress.total - progress.done) / rate));
    }
    return line;
}

void ProgressLine::show(const Progress& progress) {
    if (!m_enabled) return;
    const auto now = Clock::now();
    if (progress.phase != m_phase) {
        m_phase = progress.phase;
        m_phaseStart = now;
    } else if (now - m_lastDraw < kRedrawInterval) {
        return;
    }
    m_lastDraw = now;
    m_dirty = true;
    fmt::print(m_terminal, "\r\x1b[K{}", render(progress, now - m_phaseStart));
    std::fflush(m_terminal);
}

void ProgressLine::clear() {
    if (!m_dirty) return;
    fmt::print(m_terminal, "\r\x1b[K");
    std::fflush(m_terminal);
    m_dirty = false;
}

} // namespace paydown::cli
