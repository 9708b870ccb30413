// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/syntax/grammar_reader.h"

#include "scanner/syntax/parser_memory.h"
#include "tests/scanner/syntax/comments_of.h"

#include <random>

namespace paydown::syntax {
namespace {

TEST(GrammarReader, LinksEveryGrammarOfTheTable) {
    for (const Language& language : languages()) {
        if (language.grammar == nullptr) continue;
        EXPECT_TRUE(ParsedText::parse(*language.grammar, "x\n", {}).has_value()) << language.id;
    }
}

TEST(GrammarReader, AgreesWithTheLexicalReader) {
    const std::vector<std::pair<std::string_view, std::string_view>> cases = {
        {"c", "int a; /* b */ char c = '\"'; // d\n#if 0\n/* e */\n#endif\n"},
        {"cpp", "auto s = R\"x(// no)x\"; int n = 1'000; // yes\n"},
        {"python", "def f():\n    '''# no'''\n    x = '#' # yes\n"},
        {"javascript", "const a = `${b /* c */}`; // d\nconst e = /[/]'/g; // f\n"},
        {"tsx", "const x = <a href=\"//\">it's {/* yes */}</a>; // end\n"},
        {"bash", "x=\"$(cat <<EOF\n# no\nEOF\n)\" # yes\necho ${#x} # too\n"},
        {"ruby", "x = \"#{a} # no\" # yes\n=begin\nb\n=end\n"},
        {"rust", "fn f<'a>() { let s = r#\"//\"#; } // yes\n"},
        {"go", "var s = `// no` // yes\n"},
        {"java", "class A { String s = \"//\"; /* yes */ }\n"},
        {"php", "<?php $a = \"{$b[\"x\"]} #\"; // yes\n"},
        {"yaml", "a: |\n  # no\nb: '#' # yes\n"},
        {"lua", "--[[ a ]] x = [[ -- no ]] -- yes\n"},
        {"haskell", "f = 1 -- yes\n{- a {- b -} -}\n"},
    };
    for (const auto& [language, text] : cases) {
        std::vector<std::string> witness;
        for (const Comment& comment : readCommentsByGrammar(*findLanguage(language), text))
            witness.emplace_back(text.substr(comment.beginByte, comment.endByte - comment.beginByte));
        EXPECT_EQ(commentsOf(language, text), witness) << language;
    }
}

TEST(GrammarReader, RefusesTextBeyondItsCap) {
    const std::string text((1U << 20) + 1, ' ');
    EXPECT_FALSE(ParsedText::parse(*findLanguage("c")->grammar, text, {}).has_value());
}

TEST(GrammarReader, GivesUpATextThatAScannerReadsOverAndOver) {
    const Grammar& bash = *findLanguage("bash")->grammar;
    EXPECT_FALSE(ParsedText::parse(bash, std::string(600'000, '<'), {}).has_value());
    EXPECT_TRUE(ParsedText::parse(bash, "f() { cat <<A\nx\nA\n}\n", {}).has_value());
}

std::string repeated(std::string_view unit, std::size_t bytes) {
    std::string text;
    while (text.size() < bytes) text += unit;
    return text;
}

TEST(GrammarReader, GivesUpATextWhoseErrorsAskForMoreMemoryThanAnyCode) {
    const Grammar& c = *findLanguage("c")->grammar;
    EXPECT_FALSE(ParsedText::parse(c, repeated("#\"", 200'000), {}).has_value());
    EXPECT_TRUE(ParsedText::parse(c, repeated("int f(int a) { return a + 1; }\n", 400'000), {}).has_value());
}

TEST(GrammarReader, LeavesCommentsThatNestDeeperThanAnyStackToTheLexicalReader) {
    for (const auto& [language, opener] : {std::pair{"ocaml", "(*"}, std::pair{"elm", "{-"}}) {
        const Grammar& grammar = *findLanguage(language)->grammar;
        EXPECT_FALSE(ParsedText::parse(grammar, repeated(opener, 1'000'000), {}).has_value()) << language;
        const std::string deep = repeated(opener, 4'000);
        EXPECT_TRUE(ParsedText::parse(grammar, deep + "x", {}).has_value()) << language;
    }
}

TEST(GrammarReader, MayGiveUpInTheMiddleOfACharacter) {
    std::string noise;
    std::mt19937 random(7);
    while (noise.size() < 600'000) noise += static_cast<char>(random() % 255 + 1);
    for (const char* language : {"cpp", "elixir", "make", "ruby", "scss", "swift"}) {
        EXPECT_FALSE(ParsedText::parse(*findLanguage(language)->grammar, noise, {}).has_value()) << language;
    }
}

/// What a parse asks for.
std::size_t memoryFor(std::string_view language, std::string_view text) {
    const ParserMemory memory;
    static_cast<void>(ParsedText::parse(*findLanguage(language)->grammar, text, {}));
    return memory.bytes();
}

TEST(GrammarReader, AsksForTheSameMemoryWhateverWasReadBefore) {
    const std::string broken = repeated("int f( { ] \" \n", 2'000);
    const std::size_t first = memoryFor("c", broken);
    EXPECT_GT(first, broken.size());
    memoryFor("c", repeated("int f(int a) { return (a); }\n", 50'000));
    memoryFor("bash", repeated("f() { cat <<A\nx\nA\n}\n", 5'000));
    EXPECT_EQ(memoryFor("c", broken), first);
}

TEST(GrammarReader, StopsAfterItsStepsAndReadsTheNextTextAnew) {
    std::string prose;
    for (int i = 0; i < 4000; ++i) prose += "it's the words ( of { prose, \n";
    ParseLimits few;
    few.maxSteps = 10;
    const Grammar& c = *findLanguage("c")->grammar;
    EXPECT_FALSE(ParsedText::parse(c, prose, few).has_value());
    const auto next = ParsedText::parse(c, "int x;", {});
    ASSERT_TRUE(next.has_value());
    EXPECT_EQ(ts_node_end_byte(next->root()), 6U);
}

} // namespace
} // namespace paydown::syntax
