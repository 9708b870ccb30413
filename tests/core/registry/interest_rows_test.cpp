// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/registry/interest_rows.h"

#include <gtest/gtest.h>

namespace paydown {
namespace {

TEST(InterestRows, KeepWhichParentsHaveNoAnnotation) {
    const std::vector<BlobNo> before{7, kNoNumber, 0};
    EXPECT_EQ(unpackBefore(packBefore(before)), before);
}

TEST(InterestRows, KeepExtents) {
    const std::vector<LineExtent> extents{{1, 1}, {40, 900}};
    EXPECT_EQ(unpackExtents(packExtents(extents)), extents);
}

TEST(InterestRows, KeepHunksInThreeBytesEach) {
    const std::vector<Hunk> hunks{{1, 0, 1, 2}, {5, 3, 7, 0}, {90, 1, 89, 1}};
    EXPECT_EQ(unpackHunks(packHunks(hunks)), hunks);
    EXPECT_EQ(packHunks(hunks).size(), 9U);
}

TEST(InterestRows, KeepTouches) {
    const std::vector<TipInterest::Touched> touches{{900, {20'000, 3}}, {12, {19'000, 0}}, {13, {19'100, 1}}};
    EXPECT_EQ(unpackTouched(packTouched(touches)), touches);
}

} // namespace
} // namespace paydown
