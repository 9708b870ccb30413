// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/sha256.h"

namespace paydown {
namespace {

TEST(Sha256, GivesThePublishedDigestOfAbc) {
    const auto digest = sha256("abc"); // FIPS 180-4, appendix B.1
    EXPECT_EQ(digest[0], 0xba);
    EXPECT_EQ(digest[1], 0x78);
    EXPECT_EQ(digest[31], 0xad);
}

TEST(Base32, GivesThePublishedTextsInLowerCase) {
    EXPECT_EQ(base32("foobar", 9), "mzxw6ytbo"); // RFC 4648, section 10
    EXPECT_EQ(base32("fooba", 8), "mzxw6ytb");
    EXPECT_EQ(base32("f", 1), "m");
}

} // namespace
} // namespace paydown
