// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/scanner/syntax/comments_of.h"

namespace paydown::syntax {
namespace {

using Cases = std::vector<CommentCase>;

TEST(CommentsOfFunctionalLanguages, Nest) {
    expectComments(Cases{
        {"haskell", "{- a {- b -} c -} x --> y -- yes", {"{- a {- b -} c -}", "-- yes"}},
        {"haskell", "x' = '\"' --- yes", {"--- yes"}},
        {"haskell", "a |-- b", {}},
        {"ocaml", "(* a (* b *) \"*)\" *) let x = \"(* no *)\"", {"(* a (* b *) \"*)\" *)"}},
        {"ocaml", "(* it's '\"' *) type 'a t (* yes *)", {"(* it's '\"' *)", "(* yes *)"}},
        {"fsharp", "let f = (*) // yes", {"// yes"}},
        {"erlang", "X = $%, Y = \"% no\", Z = '% no'. % yes", {"% yes"}},
        {"clojure", "(def a \\;) \"; no\" ; yes", {"; yes"}},
        {"lisp", "#| a #| b |# |# (char #\\; \"; no\") ; yes", {"#| a #| b |# |#", "; yes"}},
        {"elisp", "(setq a ?\\; b ?\" c \"; no\") ; yes", {"; yes"}},
        {"nix", "x = ''\n # no ${ f /* yes */ } ''' # no\n''; # end", {"/* yes */", "# end"}},
        {"elm", "{- a -} s = \"-- no\" -- yes", {"{- a -}", "-- yes"}},
        {"prolog", "a :- b. % yes", {"% yes"}},
    });
}

TEST(CommentsOfClassicLanguages, AreFound) {
    expectComments(Cases{
        {"sql", "select '-- no' -- yes\n/* b */", {"-- yes", "/* b */"}},
        {"sql",
         "create function f() as $$ -- body\n $$ language sql; select $x$ -- no $x$; -- end",
         {"-- body", "-- end"}},
        {"ada", "X := Character'('\"'); Y'Length -- yes", {"-- yes"}},
        {"pascal", "{ a } (* b *) s := 'it''s // no'; // c", {"{ a }", "(* b *)", "// c"}},
        {"fortran", "x = '! no' ! yes", {"! yes"}},
        {"fortran-fixed", "C yes\n      x = 1 ! too\n* also\n      call c", {"C yes", "! too", "* also"}},
        {"vb", "x = \"' no\" ' yes\nREM too\nremark = 1", {"' yes", "REM too"}},
        {"latex", "50\\% a % yes", {"% yes"}},
        {"vhdl", "x <= '1'; -- yes", {"-- yes"}},
        {"verilog", "x = 4'b0; // yes", {"// yes"}},
        {"asm", "mov x0, #5 // a\n# b\n; c", {"// a", "# b", "; c"}},
        {"cobol", "      * yes\n       MOVE A TO B *> too", {"* yes", "*> too"}},
    });
}

TEST(CommentsOfConfigurations, AreFound) {
    expectComments(Cases{
        {"cmake", "#[[ a\n]] set(x \"# no\" [=[ # no ]=]) # yes", {"#[[ a\n]]", "# yes"}},
        {"dockerfile", "# yes\nRUN echo # no\nRUN <<EOF\n# no\nEOF\n# end", {"# yes", "# end"}},
        {"ini", "; a\n# b\nx = 1", {"; a", "# b"}},
        {"conf", "  # yes\n*.c text # no", {"# yes"}},
        {"toml", "a = '''# no''' # yes\nb = \"\\\" # no\"", {"# yes"}},
        {"make",
         "a: b # yes\n\techo '# no' # too\n\t@# three\nx = $(shell a # no) \\# no",
         {"# yes", "# too", "# three"}},
        {"make", "# one \\\n still one\nx = 1", {"# one \\\n still one"}},
        {"graphql", "\"\"\"\n# no\n\"\"\" type A # yes", {"# yes"}},
        {"po", "# yes\nmsgid \"# no\"", {"# yes"}},
        {"po", "#yes\n#. no\n#: a.c:1\n#, fuzzy\n#| msgid \"no\"\nmsgid \"no\"\n#\n#~ msgid \"no\"", {"#yes", "#"}},
        {"m4", "dnl yes\nAC_X # too", {"dnl yes", "# too"}},
        {"meson", "x = '# no' # yes", {"# yes"}},
        {"properties", "! a\n# b\nx=1#no", {"! a", "# b"}},
        {"starlark", "x = \"# no\" # yes", {"# yes"}},
    });
}

TEST(Comments, SayWhetherTheyRunToTheLineEnd) {
    const auto comments = readComments(*findLanguage("c"), "// a\n/* b */");
    ASSERT_EQ(comments.size(), 2U);
    EXPECT_EQ(comments[0], (Comment{0, 4, CommentKind::Line}));
    EXPECT_EQ(comments[1], (Comment{5, 12, CommentKind::Block}));
}

TEST(Comments, OfAnUnknownLanguageAreReadByTheUsualMarkers) {
    const std::string_view text = "# a\nb # no\n-- c\n";
    EXPECT_EQ(readComments(genericLanguage(), text).size(), 2U);
}

} // namespace
} // namespace paydown::syntax
