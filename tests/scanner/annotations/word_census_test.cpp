// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/annotations/word_census.h"

#include "sample_comments.h"

namespace paydown::annotations {
namespace {

TEST(WordCensus, RanksTheWordsThatAreUsed) {
    const AnnotationReader reader(wordsForDebt());
    WordCensus census;
    const auto add = [&](const std::string& path, const std::string& source) {
        census.add(path, reader.read(source, testing::commentsOf(source), testing::candidatesIn(source)).annotations);
    };
    add("a.c", "// NEEDSWORK: a\nint x;\n// NEEDSWORK: b\nint y;\n// see the BUG in z\n");
    add("b.c", "// NEEDSWORK: c\nint x;\n// KLUDGE\n");
    const auto words = census.ranked();
    ASSERT_EQ(words.size(), 2U);
    EXPECT_EQ(words[0].word, "NEEDSWORK");
    EXPECT_EQ(words[0].count, 3U);
    EXPECT_EQ(words[0].files, 2U);
    ASSERT_EQ(words[0].samples.size(), 2U);
    EXPECT_EQ(words[0].samples[1].path, "b.c");
    EXPECT_EQ(words[0].samples[1].title, "c");
    EXPECT_EQ(words[1].word, "KLUDGE");
}

} // namespace
} // namespace paydown::annotations
