// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/syntax/byte_set.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>

namespace paydown::syntax {
namespace {

std::size_t firstOf(std::string_view text, std::string_view bytes, std::size_t from) {
    return std::min(text.find_first_of(bytes, from), text.size());
}

ByteSet setOf(std::string_view bytes) {
    return ByteSet([&](char byte) { return bytes.find(byte) != std::string_view::npos; });
}

TEST(ByteSet, FindsTheNextByteFromEveryPlaceOfRandomTextsByEveryKernel) {
    std::mt19937 random(3);
    for (int round = 0; round < 200; ++round) {
        std::string bytes(random() % 9, ' ');
        for (char& byte : bytes) byte = static_cast<char>(random() % 128);
        std::string text(random() % 200, ' ');
        for (char& byte : text) byte = static_cast<char>(random() % 256);
        const ByteSet set = setOf(bytes);
        for (std::size_t from = 0; from <= text.size(); ++from) {
            const std::size_t expected = firstOf(text, bytes, from);
            ASSERT_EQ(set.findIn(text, from), expected) << "round " << round;
            ASSERT_EQ(ByteSetKernels::findPortably(set, text, from), expected) << "round " << round;
            ASSERT_EQ(ByteSetKernels::findBySsse3(set, text, from).value_or(expected), expected) << "round " << round;
        }
    }
}

TEST(ByteSet, FindsBytesBeyondAscii) {
    const std::string text = std::string(70, 'a') + "\xC3\xA9";
    EXPECT_EQ(setOf("\xA9").findIn(text, 0), 71U);
    EXPECT_EQ(setOf("x\xC3").findIn(text, 3), 70U);
}

TEST(ByteSet, TellsEveryByteOfAsciiApart) {
    for (int byte = 0; byte < 128; ++byte) {
        std::string text;
        for (int other = 255; other >= 0; --other) text += static_cast<char>(other);
        ByteSet set;
        set.add(static_cast<char>(byte));
        EXPECT_EQ(set.findIn(text, 0), static_cast<std::size_t>(255 - byte));
    }
}

TEST(ByteSet, NoLongerHoldsWhatWasRemoved) {
    ByteSet set = setOf("/\n");
    set.remove('\n');
    set.remove('\n');
    EXPECT_FALSE(set['\n']);
    EXPECT_EQ(set.findIn("\n\n/", 0), 2U);
    EXPECT_EQ(set.findIn("\n\n", 0), 2U);
}

TEST(ByteSet, FindsNothingBehindTheEnd) { EXPECT_EQ(setOf("a").findIn("aaa", 7), 3U); }

} // namespace
} // namespace paydown::syntax
