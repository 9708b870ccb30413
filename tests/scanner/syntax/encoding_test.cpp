// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/syntax/encoding.h"

#include <gtest/gtest.h>

namespace paydown::syntax {
namespace {

std::string utf16(std::u16string_view text, bool big) {
    std::string bytes = big ? "\xFE\xFF" : "\xFF\xFE";
    for (const char16_t unit : text) {
        const char high = static_cast<char>(unit >> 8);
        const char low = static_cast<char>(unit & 0xFF);
        bytes += big ? high : low;
        bytes += big ? low : high;
    }
    return bytes;
}

TEST(DecodedText, KeepsBytesOfUnknownEncoding) {
    const DecodedText text("a\xE9z");
    EXPECT_EQ(text.text(), "a\xE9z");
    EXPECT_EQ(text.storedOffset(2), 2U);
}

TEST(DecodedText, LeavesTheMarkOfUtf8Out) {
    const DecodedText text("\xEF\xBB\xBFint x;");
    EXPECT_EQ(text.encoding(), Encoding::Utf8Bom);
    EXPECT_EQ(text.text(), "int x;");
    EXPECT_EQ(text.storedOffset(0), 3U);
}

TEST(DecodedText, DecodesUtf16AndLeadsBackToTheFile) {
    std::u16string source;
    for (int i = 0; i < 100; ++i) source += u"a\u00E4\u20AC\U0001F600";
    for (const bool big : {false, true}) {
        const std::string stored = utf16(source, big);
        const DecodedText text(stored);
        ASSERT_EQ(text.text().size(), 1000U);
        EXPECT_EQ(text.text().substr(0, 10), "a\u00E4\u20AC\U0001F600");
        for (std::uint32_t i = 0; i < 100; ++i) {
            EXPECT_EQ(text.storedOffset(i * 10), 2 + i * 10);
            EXPECT_EQ(text.storedOffset(i * 10 + 1), 2 + i * 10 + 2);
            EXPECT_EQ(text.storedOffset(i * 10 + 3), 2 + i * 10 + 4);
            EXPECT_EQ(text.storedOffset(i * 10 + 6), 2 + i * 10 + 6);
        }
        EXPECT_EQ(text.storedOffset(1000), stored.size());
    }
}

TEST(DecodedText, ReplacesBrokenUtf16) {
    const DecodedText text(std::string_view("\xFF\xFE\x00\xD8x\x00y", 7));
    EXPECT_EQ(text.text(), "\uFFFDx\uFFFD");
}

TEST(DecodedText, TakesNulForBinary) {
    EXPECT_TRUE(DecodedText(std::string_view("a\0b", 3)).isBinary());
    EXPECT_TRUE(DecodedText(std::string_view("\xFF\xFE\0\0a\0\0\0", 8)).isBinary());
    EXPECT_FALSE(DecodedText("").isBinary());
}

} // namespace
} // namespace paydown::syntax
