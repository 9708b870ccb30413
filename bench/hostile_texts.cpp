// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/hostile_texts.h"

#include <iterator>
#include <random>

namespace paydown::bench {

namespace {

/// Text that is repeated up to the size.
constexpr std::string_view kUnits[] = {
    // Brackets, quotes, openers and closers of everything.
    "(",
    "[",
    "{",
    "<",
    "({[<",
    ")",
    "]",
    "}",
    "\"",
    "'",
    "`",
    "/",
    "\\",
    "#",
    "$",
    "*",
    "%",
    "/*",
    "/* ",
    "/**/",
    "//\n",
    "#\n",
    "--\n",
    ";\n",
    "%\n",
    "(*",
    "(**)",
    "{-",
    "{--}",
    "#|",
    "<!--",
    "<!---->",
    "<script>",
    "<script></script>",
    "<script>// TODO: a\n</script>\n",
    "<style>",
    "<a ",
    "<a b='",
    "<T>(",
    "</",
    "<?",
    "<?php ",
    "<<A\n",
    "x <<A ",
    "<<~A ",
    "$a$",
    "%(",
    "q{",
    "s{",
    "s/",
    "qw(",
    "=begin\n",
    "=pod\n",
    "${",
    "#{",
    "$(",
    "\\(",
    "R\"(",
    "R\"x(",
    "r#\"",
    "@\"",
    "$\"\"\"",
    "\"\"\"",
    "'''",
    "`` ` ",
    "``` ",
    "```\n",
    "~~~\n",
    "/[",
    "1'",
    "x'",
    "return /",
    "~s(",
    "#\"",
    "a: {",
    "- |\n",
    "a: |\n",
    "[[",
    "[=[",
    "--[[",
    "--[==[",
    "/* '",
    "'\"",
    "\"'`",
    "\r",
    "\n",
    "\r\n",
    " ",
    "\t",
    " \n",
    "\n ",
    "x\n",
    "x ",
    // Words of the annotation language, and what may follow them.
    "TODO ",
    "TODO\n",
    "TODO(",
    "TODO: a\n",
    "TODO(a) ",
    "TODO [",
    "FIXME/",
    "DEBT(",
    "DEBT(a ",
    "DEBT(\"",
    "DEBT: a\n",
    "DEBT(reckless): a\n",
    "@debt ",
    "@debt(",
    "\\todo ",
    "@Debt(",
    "@Debt(\"x\") ",
    "[Debt(",
    "[Debt(\"x\")]\n",
    "#[debt(",
    "[[debt::reckless(",
    "debt.reckless(",
    "debt(debt(",
    "DEBT_RECKLESS(",
    "DEBT_PRUDENT(\"x\");\n",
    "- DEBT: a\n",
    "// TODO: a\n",
    "# TODO: a\n",
    "-- TODO: a\n",
    "/* TODO: a */",
    "<!-- TODO: a -->",
    "// a\n",
    "# a\n",
    "/*\n",
    "\"// TODO\"",
    "debt:ignore ",
    "// debt:ignore\n",
    "// `TODO ",
    "(TODO ",
    // Code.
    "if(x){",
    "a(",
    "a[",
    "x=y?",
    "f(a, b);\n",
    "class A { ",
    "def f():\n",
    "@a\n",
    "a.b.",
    "1+",
    "!",
    "a,",
    "a;",
    "fn f() {",
    "case x:\n",
    "{{",
    "{%",
    "<%",
    "=> ",
    "x: ",
    "'a' ",
    "\"a\" ",
};

} // namespace

std::vector<Case> cases() {
    std::vector<Case> all{{"random bytes", Kind::Random, {}},
                          {"random ASCII", Kind::RandomAscii, {}},
                          {"prose", Kind::Prose, {}},
                          {"one long line", Kind::OneLine, {}}};
    for (const std::string_view unit : kUnits) all.push_back({std::string(unit), Kind::Unit, unit});
    return all;
}

std::string fill(const Case& c, std::size_t size) {
    std::string text;
    text.reserve(size + 64);
    std::mt19937 random(7);
    static constexpr std::string_view kWords[] = {"the ",     "debt, ", "of (a ",  "project's ", "TODO ",
                                                  "grows.\n", "it's ",  "\"as\" ", "we say: ",   "see #12; "};
    while (text.size() < size) {
        switch (c.kind) {
        case Kind::Unit: text += c.unit; break;
        case Kind::Random: text += static_cast<char>(random() % 255 + 1); break;
        case Kind::RandomAscii: text += static_cast<char>(random() % 95 + 32); break;
        case Kind::Prose: text += kWords[random() % std::size(kWords)]; break;
        case Kind::OneLine: text += 'x'; break;
        }
    }
    return text;
}

} // namespace paydown::bench
