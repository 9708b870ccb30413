// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/syntax/colour.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace paydown::syntax {
namespace {

using testing::ElementsAre;
using testing::Pair;

std::vector<std::pair<std::string, Colour>> coloursOf(std::string_view language, std::string_view text,
                                                      std::uint32_t first, std::uint32_t last) {
    std::vector<std::pair<std::string, Colour>> found;
    for (const ColourSpan& span : colour(*findLanguage(language), text, first, last))
        found.emplace_back(text.substr(span.beginByte, span.endByte - span.beginByte), span.colour);
    return found;
}

TEST(Colours, TellTheKindsOfCode) {
    EXPECT_THAT(coloursOf("cpp", "#include <a>\nreturn f(\"s\", 0x1F) + Type{}; // c\n", 1, 2),
                ElementsAre(Pair("#include", Colour::Preprocessor), Pair("return", Colour::Keyword),
                            Pair("f", Colour::Function), Pair("\"s\"", Colour::String), Pair("0x1F", Colour::Number),
                            Pair("Type", Colour::Type), Pair("// c", Colour::Comment)));
    EXPECT_THAT(coloursOf("sql", "SELECT a FROM b", 1, 1),
                ElementsAre(Pair("SELECT", Colour::Keyword), Pair("FROM", Colour::Keyword)));
}

TEST(Colours, OfSomeLinesKnowWhatOpenedAboveThem) {
    EXPECT_THAT(coloursOf("c", "/* a\nb\nc */ int x;\nint y;\n", 3, 3),
                ElementsAre(Pair("/* a\nb\nc */", Colour::Comment), Pair("int", Colour::Type)));
}

TEST(Colours, OfALineBeyondTheEndAreNone) { EXPECT_THAT(coloursOf("c", "int x;", 5, 9), testing::IsEmpty()); }

} // namespace
} // namespace paydown::syntax
