// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/history/line_keys.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

namespace paydown::history {
namespace {

TEST(LineKeys, TellLongLinesApartThatDifferInOneByte) {
    const std::string line(100, 'x');
    for (std::size_t at = 0; at < line.size(); ++at) {
        std::string other = line;
        other[at] = 'y';
        EXPECT_NE(lineKeys(line), lineKeys(other)) << at;
    }
}

/// A text of few kinds of lines, so that versions have much in common in many places; the last one often without LF.
std::string randomVersion(std::mt19937& random) {
    std::string text;
    for (std::size_t line = random() % 8; line > 0; --line)
        text += std::string(random() % 3, "ab "[random() % 3]) + '\n';
    if (random() % 2 == 0 && !text.empty()) text.pop_back();
    return text;
}

TEST(LineKeyReader, GivesTheKeysOfEachVersionWhateverWasReadBefore) {
    std::mt19937 random(7);
    LineKeyReader reader;
    for (int version = 0; version < 20'000; ++version) {
        const std::string text = randomVersion(random);
        ASSERT_EQ(reader.read(text), lineKeys(text)) << "version " << version << ":\n" << text;
    }
}

TEST(LineKeyReader, FollowsEditsOfALongText) {
    std::mt19937 random(11);
    LineKeyReader reader;
    std::string text;
    for (int line = 0; line < 300; ++line) text += "line " + std::to_string(line) + (line % 7 == 0 ? "\r\n" : "\n");
    for (int version = 0; version < 500; ++version) {
        const std::size_t at = random() % (text.size() + 1);
        if (random() % 2 == 0)
            text.insert(at, random() % 2 == 0 ? "new\n" : "x");
        else
            text.erase(at, random() % 40);
        ASSERT_EQ(reader.read(text), lineKeys(text)) << "version " << version;
    }
}

} // namespace
} // namespace paydown::history
