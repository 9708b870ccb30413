// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"

#include <chrono>
#include <string>
#include <vector>

namespace paydown::cli {

/// Measures how long each phase of a long operation takes, from its first report to that of the next one. Takes
/// progress from worker threads, one call at a time.
class PhaseClock {
public:
    using Clock = std::chrono::steady_clock;

    explicit PhaseClock(Clock::time_point now = Clock::now()) : m_since(now) {}

    /// Takes a report: where it is of another phase, the one so far ends.
    void note(const Progress& progress, Clock::time_point now = Clock::now());
    /// "reading commits  1.24 s", a line for each phase in the order they came. What went before the first one is
    /// "starting". Ends the last phase.
    [[nodiscard]] std::vector<std::string> lines(Clock::time_point now = Clock::now());

private:
    struct Phase {
        std::string name;
        std::chrono::duration<double> took{0};
    };

    std::vector<Phase> m_phases{{"starting"}};
    Clock::time_point m_since;
};

} // namespace paydown::cli
