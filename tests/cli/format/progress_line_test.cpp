// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/terminal/progress_line.h"

namespace paydown::cli {
namespace {

using std::chrono::duration;

TEST(ProgressLine, TellsRateAndTimeLeftOnceThePhaseHasSettled) {
    EXPECT_EQ(ProgressLine::render({"reading blobs", 1000, 5000}, duration<double>(2)),
              "reading blobs  1,000 / 5,000  20 %  500/s  0:08 left");
}

TEST(ProgressLine, MakesNoGuessAtTheStart) {
    EXPECT_EQ(ProgressLine::render({"reading commits", 10, 5000}, duration<double>(0.1)),
              "reading commits  10 / 5,000  0 %");
}

TEST(ProgressLine, ShowsNoPercentageOfAnUnknownTotal) {
    EXPECT_EQ(ProgressLine::render({"walking", 300, 0}, duration<double>(3)), "walking  300  100/s");
}

} // namespace
} // namespace paydown::cli
