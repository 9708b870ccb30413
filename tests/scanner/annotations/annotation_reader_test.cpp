// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/annotations/annotation_reader.h"

#include "sample_comments.h"

namespace paydown::annotations {
namespace {

using testing::annotationsIn;
using testing::readSample;

TEST(AnnotationReader, ReadsTheFirstExampleOfThePage) {
    const auto all = annotationsIn("// DEBT(reckless, @mia, 2026-09-30, 2d, PAY-142): retries forever when the bank is "
                                   "down\n");
    ASSERT_EQ(all.size(), 1U);
    EXPECT_EQ(all[0].title, "retries forever when the bank is down");
    EXPECT_EQ(all[0].stated.debtClass, DebtClass::Reckless);
    EXPECT_EQ(all[0].stated.ticket, "PAY-142");
    EXPECT_TRUE(all[0].diagnostics.empty());
}

TEST(AnnotationReader, ReadsFieldsOfTheBody) {
    const auto all = annotationsIn("// DEBT(prudent): one global lock\n"
                                   "//   why: 40 users, the profile\n"
                                   "//     shows 2 %\n"
                                   "//   review: 2027-Q1\n"
                                   "//   Owner: @kai\n"
                                   "//   due: 2026-09\n"
                                   "//   effort: 2d\n"
                                   "//   ticket: PAY-1\n"
                                   "//   fix: shard it\n");
    ASSERT_EQ(all.size(), 1U);
    EXPECT_EQ(all[0].title, "one global lock");
    EXPECT_EQ(all[0].body, "");
    EXPECT_EQ(all[0].stated.why, "40 users, the profile shows 2 %");
    EXPECT_EQ(all[0].stated.review, "2027-Q1");
    EXPECT_EQ(all[0].stated.owner, "@kai");
    EXPECT_EQ(all[0].stated.due, parseDate("2026-09-30"));
    EXPECT_EQ(all[0].stated.effort, std::chrono::minutes(960));
    EXPECT_EQ(all[0].stated.ticket, "PAY-1");
    EXPECT_EQ(all[0].stated.fix, "shard it");
}

TEST(AnnotationReader, KeepsTheArgumentWhenAFieldStatesItAgain) {
    const auto all = annotationsIn("// DEBT(@mia): x\n// owner: @kai\n");
    EXPECT_EQ(all.at(0).stated.owner, "@mia");
    EXPECT_EQ(all.at(0).diagnostics.size(), 1U);
}

TEST(AnnotationReader, ReadsNoFieldsInLegacyTags) {
    const auto all = annotationsIn("// TODO: x\n// why: because\n");
    EXPECT_EQ(all.at(0).body, "why: because");
    EXPECT_EQ(all.at(0).stated.why, "");
}

/// Title and body of the only annotation.
struct TextCase {
    const char* source;
    const char* title;
    const char* body;
};

TEST(AnnotationReader, ReadsTitleAndBody) {
    const TextCase cases[] = {
        {"// TODO: a\n// b\n// c\n", "a", "b\nc"},
        {"// TODO: a\n//\n// c\n", "a", ""},
        {"// TODO: a\n\n// c\n", "a", ""},
        {"// TODO: a\nint x;\n// c\n", "a", ""},
        {"// TODO: a\n  // other column\n", "a", ""},
        {"int x; // TODO: a\n       // b\n", "a", "b"},
        {"\tint x;\t// TODO: a\n\t\t// b\n", "a", "b"},
        {"int x; // TODO: a\nint y; // b\n", "a", ""},
        {"// TODO\n// a\n// b\n", "a", "b"},
        {"// TODO:\n//\n// a\n// b\n", "a", "b"},
        {"// TODO:\n//  - a\n//  - b\n", "a", "- b"},
        {"// TODO:\n", "", ""},
        {"/* TODO: a */", "a", ""},
        {"/* TODO: a\n   b */", "a", "b"},
        {"/*\n * TODO: a\n * b\n */", "a", "b"},
        {"/**\n * TODO: a\n * b\n *\n * c\n **/", "a", "b"},
        {"/** TODO: a\n  * @param b\n  */", "a", ""},
        {"/// TODO: a\n/// \\brief b\n", "a", ""},
        {"# TODO: a\n# :return: b\n", "a", ""},
        {"/// <summary>\n/// TODO: a\n/// </summary>\n", "a", ""},
        {"//! TODO: a\n", "a", ""},
        {"int x; ///< TODO: a\n", "a", ""},
        {"/**< TODO: a */", "a", ""},
        {"//////// TODO: a ////////\n", "a", ""},
        {"##########\n# TODO: a  #\n# b       #\n##########\n", "a", "b"},
        {"/*****************\n * TODO: a       *\n * b             *\n *****************/", "a", "b"},
        {"/* ---------\n * TODO: a\n * --------- */", "a", ""},
        {"/*--- TODO: a ---*/", "a", ""},
        {"//TODO: a\n//b\n", "a", "b"},
        {"#TODO a", "a", ""},
        {"#: TODO a\n", "a", ""},
        {"// TODO: a\r\n// b\r\n", "a", "b"},
        {"// TODO: a\r// b\r", "a", "b"},
        {"/* TODO: a\r\n * b\r\n */\r\n", "a", "b"},
        {"#define X \\\n  /* TODO: a \\\n   * b */ \\\n  1\n", "a", "b"},
        {"// TODO: a\n// text before FIXME\n", "a", "text before FIXME"},
        {"// TODO: a b\xFF\n", "a b\xFF", ""},
        {"// TODO: use a char *\n", "use a char *", ""},
        {"/* TODO: return a char * */", "return a char *", ""},
    };
    for (const TextCase& c : cases) {
        const auto all = annotationsIn(c.source);
        ASSERT_EQ(all.size(), 1U) << c.source;
        EXPECT_EQ(all[0].title, c.title) << c.source;
        EXPECT_EQ(all[0].body, c.body) << c.source;
    }
}

TEST(AnnotationReader, EndsABodyBeforeTheNextAnnotation) {
    const auto all = annotationsIn("// TODO: a\n// b. FIXME: c\n// - HACK: d\n// e\n");
    ASSERT_EQ(all.size(), 3U);
    EXPECT_EQ(all[0].body, "b.");
    EXPECT_EQ(all[1].title, "c");
    EXPECT_EQ(all[1].body, "");
    EXPECT_EQ(all[2].title, "d");
    EXPECT_EQ(all[2].body, "e");
}

TEST(AnnotationReader, GivesExactRanges) {
    const std::string source = "\xEF\xBB\xBFint x;\r\n\t/* see\r\n\t * @todo: a b\r\n\t *   c  */\r\n";
    const auto all = annotationsIn(source);
    ASSERT_EQ(all.size(), 1U);
    const SourceRange& range = all[0].range;
    EXPECT_EQ(source.substr(range.beginByte, range.endByte - range.beginByte), "@todo: a b\r\n\t *   c");
    EXPECT_EQ(range.line, 3U);
    EXPECT_EQ(range.column, 5U);
}

TEST(AnnotationReader, SilencesWhatCommentsAskFor) {
    const struct {
        const char* source;
        std::size_t left;
        std::uint32_t silenced;
    } cases[] = {
        {"// TODO: a debt:ignore\n// x\n\n// TODO: b\n", 1, 1},
        {"/* debt:ignore */ // TODO: a\n", 0, 1},
        {"// debt:ignore-next-line\n// TODO: a\n// x\n\n// TODO: b\n", 1, 1},
        {"// debt:ignore-file\n// TODO: a\n\n// TODO: b\n", 0, 2},
        {"\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n// debt:ignore-file\n// TODO: a\n", 0, 1},
        {"\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n// debt:ignore-file\n// TODO: a\n", 1, 0},
        {"// `debt:ignore-file` is how\n// TODO: a\n", 1, 0},
        {"// TODO: a debt:ignored\n", 1, 0},
        {"// TODO: a debt:ignore-nothing\n", 1, 0},
        {"x debt:ignore // TODO: a\n", 1, 0},
    };
    for (const auto& c : cases) {
        const Reading reading = readSample(c.source);
        EXPECT_EQ(reading.annotations.size(), c.left) << c.source;
        EXPECT_EQ(reading.silenced, c.silenced) << c.source;
    }
}

TEST(AnnotationReader, ReadsAProjectsOwnWordsOnly) {
    const AnnotationReader reader({"needswork", "TODO"});
    const std::string source = "// NEEDSWORK: a\n\n// FIXME: b\n\n// DEBT: c\n";
    const Reading reading = reader.read(source, testing::commentsOf(source), testing::candidatesIn(source));
    ASSERT_EQ(reading.annotations.size(), 2U);
    EXPECT_EQ(reading.annotations[0].tag, "NEEDSWORK");
    EXPECT_EQ(reading.annotations[1].tag, "DEBT");
}

TEST(AnnotationReader, LeavesOutTheWordsThatAProjectIgnores) {
    ScanSettings settings;
    settings.ignoreWords = {"xxx"};
    EXPECT_EQ(AnnotationReader::wordsOf(settings), (std::vector<std::string>{"TODO", "FIXME", "HACK"}));
}

TEST(AnnotationReader, LooksIntoCommentsOnly) {
    EXPECT_TRUE(annotationsIn("TODO: code /* x */ FIXME: code\n").empty());
}

TEST(AnnotationReader, ReadsALineOfManyMegabytesInLinearTime) {
    // Each of these is quadratic in a reader that looks to the end of the line from every tag.
    for (const char* piece : {"TODO(", "TODO ", "a `TODO\" ", "TODO (x) ", "DEBT(\"", "@debt ", "TODO: [", "XXX/"}) {
        std::string source = "// ";
        while (source.size() < (2U << 20)) source += piece;
        EXPECT_FALSE(readSample(source).annotations.empty()) << piece;
    }
}

TEST(AnnotationReader, LeavesOutWhatIsTooFarBehindAnAnnotation) {
    std::string far;
    while (far.size() < (100U << 10)) far += " * a line of a long comment\n";
    const auto all = annotationsIn("/*\n" + far + " * TODO: first\n" + far + " * TODO: second\n *\n *\n * c\n */");
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all[0].title, "first");
    EXPECT_LT(all[0].range.endByte, all[1].range.beginByte);
    EXPECT_TRUE(all[0].body.starts_with("a line of a long comment\na line"));
    EXPECT_EQ(all[1].title, "second");
    EXPECT_EQ(all[1].body, "");
    EXPECT_EQ(all[1].range.line, 2 * (far.size() / 28) + 3);
}

TEST(AnnotationReader, FindsTheTitleBehindAnyNumberOfEmptyLines) {
    const auto all = annotationsIn("/* TODO\n" + std::string(100000, '\n') + " a\n b\n*/");
    EXPECT_EQ(all.at(0).title, "a");
    EXPECT_EQ(all.at(0).body, "b");
}

TEST(AnnotationReader, ReadsAFileOfManyCarriageReturnsInLinearTime) {
    const std::string source = std::string(4U << 20, '\r') + "// TODO: a\r";
    EXPECT_EQ(annotationsIn(source).at(0).range.line, (4U << 20) + 1);
}

TEST(AnnotationReader, KeepsATitleShorterThanAFile) {
    const auto all = annotationsIn("// TODO: " + std::string(100000, 'x'));
    EXPECT_EQ(all.at(0).title.size(), 2000U);
    EXPECT_EQ(all.at(0).range.endByte, 100009U);
}

} // namespace
} // namespace paydown::annotations
