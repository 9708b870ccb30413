// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/short_ids.h"

namespace paydown {
namespace {

const ShortIds kKnown({{"7f3kq2m4ab"}, {"7f3kr2m4ab"}, {"abcdefghij"}, {""}});

TEST(ShortIds, ShowTheShortestUniquePrefixOfAtLeastFour) {
    EXPECT_EQ(kKnown.shown({"abcdefghij"}), "D-abcd");
    EXPECT_EQ(kKnown.shown({"7f3kq2m4ab"}), "D-7f3kq");
    EXPECT_EQ(kKnown.shown({""}), "");
}

TEST(ShortIds, FindWhatAPersonTyped) {
    EXPECT_THAT(kKnown.matching("D-ABCD"), testing::ElementsAre(ItemId{"abcdefghij"}));
    EXPECT_EQ(kKnown.matching("7f3k").size(), 2U);
    EXPECT_TRUE(kKnown.matching("7f3").empty());
    EXPECT_TRUE(kKnown.matching("zzzz").empty());
}

} // namespace
} // namespace paydown
