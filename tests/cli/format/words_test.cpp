// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/format/words.h"

namespace paydown::cli {
namespace {

TEST(GroupedDigits, SetsACommaEveryThreeDigits) {
    EXPECT_EQ(groupedDigits(0), "0");
    EXPECT_EQ(groupedDigits(999), "999");
    EXPECT_EQ(groupedDigits(41200), "41,200");
    EXPECT_EQ(groupedDigits(1234567), "1,234,567");
}

TEST(Counted, KnowsOneFromMany) {
    EXPECT_EQ(counted(1, "item"), "1 item");
    EXPECT_EQ(counted(0, "item"), "0 items");
    EXPECT_EQ(counted(3000, "entry", "entries"), "3,000 entries");
}

TEST(FormatEffort, UsesTheWordsThatAnnotationsTake) {
    using std::chrono::minutes;
    EXPECT_EQ(formatEffort(minutes{30}), "30m");
    EXPECT_EQ(formatEffort(minutes{240}), "4h");
    EXPECT_EQ(formatEffort(minutes{960}), "2d");
    EXPECT_EQ(formatEffort(minutes{720}), "1.5d");
}

} // namespace
} // namespace paydown::cli
