// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/syntax/native_strings.h"

#include <gtest/gtest.h>

namespace paydown::syntax {
namespace {

using Style = ArgumentStyle;

/// A literal as it is typed, and what the language makes of it.
struct Literal {
    Style style;
    std::string_view typed;
    std::string_view meant;
};

TEST(NativeStrings, AreUnescapedByTheRulesOfTheirLanguage) {
    const Literal cases[] = {
        {Style::Java, R"("a\tb\"c\\d\'e\sf")", "a\tb\"c\\d'e f"},
        {Style::Java, R"("\u00e9\uuu00e9\101")",
         "\xC3\xA9\xC3\xA9"
         "A"},
        {Style::Java, R"("\uD83D\uDE00")", "\xF0\x9F\x98\x80"},
        {Style::Java, R"("\uD83D")", "\xEF\xBF\xBD"},
        {Style::Java, "\"\"\"\n  a \\\n  b\"\"\"", "\n  a   b"},
        {Style::Kotlin, R"("\$5 \u0041")", "$5 A"},
        {Style::Kotlin, R"("""a\n"b"""")", "a\\n\"b\""},
        {Style::CSharp, R"("\x41b\u00e9\U0001F600\e")", "\xD0\x9B\xC3\xA9\xF0\x9F\x98\x80\x1B"},
        {Style::CSharp, R"("\x9;")", "\t;"},
        {Style::CSharp, R"(@"c:\a ""b""")", "c:\\a \"b\""},
        {Style::CSharp, R"($@"c:\a")", "c:\\a"},
        {Style::CSharp, R"(""""a """ \n"""")", "a \"\"\" \\n"},
        {Style::Python, R"("a\x41\u00e9\U0001F600\101\d")",
         "aA\xC3\xA9\xF0\x9F\x98\x80"
         "A\\d"},
        {Style::Python, R"('it\'s')", "it's"},
        {Style::Python, R"(r"a\n\"b")", R"(a\n\"b)"},
        {Style::Python, R"(rb'\x')", R"(\x)"},
        {Style::Python, "\"\"\"a\n\"b\"\"\"", "a\n\"b"},
        {Style::Python, "'a \\\nb'", "a b"},
        {Style::Script, R"('a\x41\u{1F600}\u0041\q')",
         "aA\xF0\x9F\x98\x80"
         "Aq"},
        {Style::Script, "`a\nb\\``", "a\nb`"},
        {Style::Script, "'a\\\r\nb'", "ab"},
        {Style::Php, R"('it\'s \n \\')", "it's \\n \\"},
        {Style::Php, R"("\x41\u{e9}\101\$a\q\e")",
         "A\xC3\xA9"
         "A$a\\q\x1B"},
        {Style::Php, R"("\xC3\xA9")", "\xC3\xA9"},
        {Style::Rust, R"("\x41\u{1F600}\u{00_e9}\"")", "A\xF0\x9F\x98\x80\xC3\xA9\""},
        {Style::Rust, "\"a \\\n   b\"", "a b"},
        {Style::Rust, R"(r"a\n")", "a\\n"},
        {Style::Rust, R"x(br##"a"#b"##)x", "a\"#b"},
        {Style::C, R"("\x41\101\?\u00e9\U0001F600")", "AA?\xC3\xA9\xF0\x9F\x98\x80"},
        {Style::C, R"(u8"\xC3\xA9")", "\xC3\xA9"},
        {Style::C, R"x(R"(a\n")")x", "a\\n\""},
        {Style::C, R"x(u8R"t(a)")t")x", "a)\""},
        {Style::C, "\"a\\\nb\"", "ab"},
        {Style::C, R"("a\0")", "a\xEF\xBF\xBD"},
    };
    for (const Literal& c : cases) {
        const auto read = readString(c.typed, 0, c.style);
        ASSERT_TRUE(read) << c.typed;
        EXPECT_EQ(read->text, c.meant) << c.typed;
        EXPECT_EQ(read->end, c.typed.size()) << c.typed;
    }
}

TEST(NativeStrings, AreNoneWhereTheLanguageHasNone) {
    const Literal cases[] = {
        {Style::Java, "'a'", {}},
        {Style::C, "'a'", {}},
        {Style::C, "x\"a\"", {}},
        {Style::Java, "`a`", {}},
        {Style::Python, "xx\"a\"", {}},
        {Style::Php, "`a`", {}},
        {Style::Java, "\"a\nb\"", {}},
        {Style::Python, "'a", {}},
        {Style::C, "R\"( never closed", {}},
        {Style::Rust, "r#\"a\"", {}},
        {Style::C, "R\"a b(x)a b\"", {}},
        {Style::Script, "", {}},
        {Style::Python, "'a\\", {}},
        {Style::Python, "r'a\\", {}},
        {Style::Script, "\"\\u{", {}},
    };
    for (const Literal& c : cases) EXPECT_FALSE(readString(c.typed, 0, c.style)) << c.typed;
}

} // namespace
} // namespace paydown::syntax
