// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/terminal/phase_clock.h"

#include <gmock/gmock.h>

namespace paydown::cli {
namespace {

TEST(PhaseClock, CountsAPhaseFromItsFirstReportToThatOfTheNextOne) {
    using std::chrono::milliseconds;
    const PhaseClock::Clock::time_point start{};
    PhaseClock phases(start);
    phases.note({"reading commits", 1, 9}, start + milliseconds(100));
    phases.note({"reading commits", 9, 9}, start + milliseconds(1000));
    phases.note({"comparing trees", 1, 9}, start + milliseconds(1600));
    EXPECT_THAT(phases.lines(start + milliseconds(4100)),
                testing::ElementsAre("starting                   0.10 s", "reading commits            1.50 s",
                                     "comparing trees            2.50 s"));
}

} // namespace
} // namespace paydown::cli
