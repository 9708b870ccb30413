// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"

#include <chrono>
#include <cstdio>
#include <string>

namespace paydown::cli {

/// One line on a terminal's standard error that is written over as work goes on: phase, how far, rate and time left.
/// Writes nothing where standard error is no terminal. Takes progress from worker threads, one call at a time.
class ProgressLine {
public:
    explicit ProgressLine(std::FILE* terminal);
    ~ProgressLine() { clear(); }
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;

    void show(const Progress& progress);
    /// Leaves the line empty and the cursor at its start.
    void clear();
    /// A sink that shows here; must not outlive this object.
    [[nodiscard]] ProgressSink sink() {
        return [this](const Progress& progress) { show(progress); };
    }

    /// The text for a state: "reading blobs  41,200 / 75,310  54 %  12,300/s  0:02 left". Pure, for tests.
    [[nodiscard]] static std::string render(const Progress& progress, std::chrono::duration<double> elapsed);

private:
    using Clock = std::chrono::steady_clock;
    std::FILE* m_terminal;
    bool m_enabled;
    bool m_dirty = false;
    std::string m_phase;
    Clock::time_point m_phaseStart;
    Clock::time_point m_lastDraw;
};

} // namespace paydown::cli
