// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/annotations/word_census.h"

#include "sample_comments.h"

namespace paydown::annotations {
namespace {

/// Counts in files of their own.
std::vector<CensusWord> census(const std::vector<std::string>& sources) {
    const AnnotationReader reader(wordsForDebt());
    WordCensus words;
    for (std::size_t i = 0; i < sources.size(); ++i) {
        const std::string& source = sources[i];
        const Reading read = reader.read(source, testing::commentsOf(source), testing::candidatesIn(source));
        words.add(std::string(1, static_cast<char>('a' + i)) + ".c", source, read.annotations);
    }
    return words.ranked();
}

TEST(WordCensus, RanksTheWordsThatAreUsed) {
    const auto words = census({"// NEEDSWORK: a\nint x;\n// NEEDSWORK: b\nint y;\n// see the BUG in z\n",
                               "// NEEDSWORK: c\nint x;\n// KLUDGE\n"});
    ASSERT_EQ(words.size(), 2U);
    EXPECT_EQ(words[0].word, "NEEDSWORK");
    EXPECT_EQ(words[0].count, 3U);
    EXPECT_EQ(words[0].files, 2U);
    ASSERT_EQ(words[0].samples.size(), 2U);
    EXPECT_EQ(words[0].samples[1].path, "b.c");
    EXPECT_EQ(words[0].samples[1].title, "c");
    EXPECT_EQ(words[1].word, "KLUDGE");
}

TEST(WordCensus, ProposesWhatIsMeantAsATag) {
    const struct {
        const char* source;
        bool isProposed;
    } cases[] = {
        {"// KLUDGE: a\n// KLUDGE(mia): b\n// KLUDGE! c\n", true},
        {"// KLUDGE: a\n// KLUDGE: b\n// KLUDGE c\n", true},
        {"// KLUDGE: a\n// KLUDGE: b\n", false},
        {"// BUG in this\n// BUG in that\n// BUG: a\n// BUG behind it\n", false},
        {"/* @deprecated */ /* @deprecated a */ /* @deprecated b */", false},
        {"/** @deprecated a */ // DEPRECATED: a\n// DEPRECATED: b\n// DEPRECATED: c\n", true},
        {"/** @bug a */ /** \\bug b */ // BUG: a\n// BUG: b\n", true},
    };
    for (const auto& c : cases) {
        const auto words = census({c.source});
        EXPECT_EQ(!words.empty() && words[0].isProposed(), c.isProposed) << c.source;
    }
}

} // namespace
} // namespace paydown::annotations
