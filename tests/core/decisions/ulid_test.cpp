// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decisions/ulid.h"

#include <set>

namespace paydown {
namespace {

TEST(Ulid, SpellsTimeAndRandomnessAsTheSpecificationDoes) {
    // The example of github.com/ulid/spec: 01ARYZ6S41 is 1469918176385.
    UlidGenerator ids([] { return std::uint64_t{1469918176385}; }, [] { return std::array<std::uint8_t, 10>{}; });
    EXPECT_EQ(ids.next(), "01ARYZ6S410000000000000000");
}

TEST(Ulid, AscendsWithinAMillisecond) {
    UlidGenerator ids([] { return std::uint64_t{5}; }, [] { return std::array<std::uint8_t, 10>{7}; });
    const std::string first = ids.next();
    EXPECT_LT(first, ids.next());
}

TEST(Ulid, AscendsWhenTheClockGoesBack) {
    std::uint64_t clock = 100;
    UlidGenerator ids([&] { return clock; }, [] { return std::array<std::uint8_t, 10>{}; });
    const std::string first = ids.next();
    clock = 50;
    EXPECT_LT(first, ids.next());
}

TEST(Ulid, AscendsWhenTheRandomPartIsUsedUp) {
    std::array<std::uint8_t, 10> full{};
    full.fill(0xFF);
    UlidGenerator ids([] { return std::uint64_t{5}; }, [&] { return full; });
    const std::string first = ids.next();
    EXPECT_LT(first, ids.next());
}

TEST(Ulid, OfTheSystemAreDistinctAndValid) {
    UlidGenerator one;
    UlidGenerator other;
    std::set<std::string> seen;
    for (int i = 0; i < 1000; ++i) {
        seen.insert(one.next());
        seen.insert(other.next());
    }
    EXPECT_EQ(seen.size(), 2000U);
    EXPECT_THAT(seen, ::testing::Each(::testing::Truly([](const std::string& id) { return isUlid(id); })));
}

TEST(Ulid, RefusesOtherTexts) {
    EXPECT_FALSE(isUlid(""));
    EXPECT_FALSE(isUlid("01ARYZ6S41000000000000000"));  // too short
    EXPECT_FALSE(isUlid("01aryz6s410000000000000000")); // lower case
    EXPECT_FALSE(isUlid("81ARYZ6S410000000000000000")); // more than 128 bits
    EXPECT_FALSE(isUlid("01ARYZ6S41000000000000000U")); // no letter of Crockford's
}

} // namespace
} // namespace paydown
