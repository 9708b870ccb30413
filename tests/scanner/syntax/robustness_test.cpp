// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever the bytes: the readers come back, and what they say lies inside of the text.
#include "scanner/syntax/colour.h"
#include "scanner/syntax/comments.h"
#include "scanner/syntax/encoding.h"
#include "scanner/syntax/native.h"
#include "scanner/syntax/prefilter.h"
#include "scanner/syntax/symbols.h"

#include <gtest/gtest.h>

#include <array>
#include <random>
#include <set>

namespace paydown::syntax {
namespace {

void expectInOrder(const std::vector<Comment>& comments, std::string_view text, std::string_view language) {
    std::uint32_t end = 0;
    for (const Comment& comment : comments) {
        ASSERT_GE(comment.beginByte, end) << language << ": " << text.substr(0, 200);
        ASSERT_GT(comment.endByte, comment.beginByte) << language;
        ASSERT_LE(comment.endByte, text.size()) << language;
        end = comment.endByte;
    }
}

/// Pieces that open and close things in some language or other.
constexpr auto kPieces =
    std::to_array<std::string_view>({"/*",      "*/",       "//",        "#",       "\"",
                                     "'",       "`",        "${",        "}",       "{",
                                     "(",       ")",        "<<EOF",     "EOF",     "\n",
                                     "\r\n",    " ",        "\\",        "--",      "[[",
                                     "]]",      "=begin",   "=end",      "=cut",    "<!--",
                                     "-->",     "<script>", "</script>", "<style>", "<?php",
                                     "?>",      "|",        ">",         ": ",      "- ",
                                     "/",       "[",        "]",         "%w",      "q(",
                                     "s#",      "R\"(",     ")\"",       "r#\"",    "$$",
                                     "$",       "@\"",      "\"@",       "'''",     "\"\"\"",
                                     "{-",      "-}",       "(*",        "*)",      "#|",
                                     "|#",      "return ",  "case ",     "esac",    "a",
                                     "x1",      "0",        "TODO",      "@Debt(",  "DEBT_RECKLESS(",
                                     "#[debt(", "[Debt(",   "\xC3",      "\xFF",    "\t"});

std::string randomText(std::mt19937& random, std::size_t pieces) {
    std::string text;
    for (std::size_t i = 0; i < pieces; ++i) text += kPieces[random() % kPieces.size()];
    return text;
}

TEST(Readers, StayInsideOfAnyText) {
    std::mt19937 random(7);
    const std::vector<std::string> words = {"TODO"};
    const Prefilter prefilter(words);
    for (int round = 0; round < 12; ++round) {
        const std::string text = randomText(random, 120);
        const auto hits = prefilter.hits(text);
        for (const Language& language : languages()) {
            const auto comments = readComments(language, text);
            expectInOrder(comments, text, language.id);
            for (const NativeAnnotation& native : nativeAnnotations(language, text, hits, comments)) {
                EXPECT_LT(native.beginByte, native.endByte);
                EXPECT_LE(native.endByte, text.size());
            }
            for (const ColourSpan& span : colour(language, text, 2, 5)) EXPECT_LE(span.endByte, text.size());
        }
    }
}

TEST(Readers, StopWhereItIsEnoughWithTheSameUpToThere) {
    std::mt19937 random(5);
    for (int round = 0; round < 12; ++round) {
        const std::string text = randomText(random, 120);
        const std::size_t enough = random() % text.size();
        for (const Language& language : languages()) {
            auto whole = readComments(language, text);
            auto some = readComments(language, text, enough);
            std::erase_if(whole, [&](const Comment& comment) { return comment.beginByte >= enough; });
            std::erase_if(some, [&](const Comment& comment) { return comment.beginByte >= enough; });
            EXPECT_EQ(some, whole) << language.id << ": " << text;
        }
    }
}

TEST(Readers, GiveTheSameForEveryPrefixThatEndsInMidToken) {
    std::mt19937 random(11);
    const std::string text = randomText(random, 60);
    for (std::size_t size = 0; size <= text.size(); ++size)
        for (const Language& language : languages())
            expectInOrder(readComments(language, std::string_view(text).substr(0, size)), text, language.id);
}

TEST(Readers, AreLinearOnHostileText) {
    constexpr std::size_t kBytes = 96U << 10;
    for (const std::string_view unit :
         {"(",      "[",   "{",    "}",        ")",      "'",     "\"",    "`",        "/",   "/*",       "(*",
          "{-",     "#|",  "<",    "<a ",      "<a b='", "<<A\n", "$a$",   "#",        "\\",  "%(",       "=begin\n",
          "q{",     "/[",  "1'",   "x <<A ",   "`` ` ",  "\r",    "\n",    "${",       "#{",  "<script>", "<?",
          "- |\n",  "s{",  "/* '", "return /", "<T>(",   "~s(",   "#\"",   "a: {",     "$(",  "<!--",     "f\"{",
          "f'{f\"", "{a|", "{%a ", "[a|",      "[a|x]",  "<A<",   "~s{#{", "\n    \n", "x!/", "def /"}) {
        std::string text;
        while (text.size() < kBytes) text += unit;
        std::set<const lexical::Rules*> read; // many languages share their rules
        for (const Language& language : languages())
            if (read.insert(language.rules).second) expectInOrder(readComments(language, text), text, language.id);
    }
}

TEST(Readers, EndAnUnterminatedCommentAtTheEndOfTheText) {
    const std::string text = "/*" + std::string(20U << 20, 'x');
    const auto comments = readComments(*findLanguage("c"), text);
    ASSERT_EQ(comments.size(), 1U);
    EXPECT_EQ(comments[0].endByte, text.size());
}

TEST(Symbols, SurviveAnyText) {
    std::mt19937 random(3);
    for (int round = 0; round < 6; ++round) {
        const std::string text = randomText(random, 150);
        const std::vector<std::uint32_t> offsets = {0, static_cast<std::uint32_t>(text.size() / 2),
                                                    static_cast<std::uint32_t>(text.size()), 0xFFFFFFFF};
        for (const Language& language : languages())
            EXPECT_EQ(symbolExtentsAt(language, text, offsets).size(), offsets.size());
    }
}

TEST(DecodedText, StaysInsideOfAnyBytes) {
    std::mt19937 random(5);
    for (int round = 0; round < 200; ++round) {
        std::string stored = "\xFF\xFE";
        for (int i = 0; i < 301; ++i) stored += static_cast<char>(random() % 255 + 1);
        const DecodedText text(stored);
        std::uint32_t last = 0;
        for (std::uint32_t at = 0; at <= text.text().size(); ++at) {
            const std::uint32_t offset = text.storedOffset(at);
            ASSERT_GE(offset, last);
            ASSERT_LE(offset, stored.size());
            last = offset;
        }
    }
}

} // namespace
} // namespace paydown::syntax
