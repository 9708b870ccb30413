// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/scanner/syntax/comments_of.h"

namespace paydown::syntax {
namespace {

TEST(CommentsFurther, OfEachRuleAreFoundAndNoStrings) {
    expectComments({
        {"actionscript", "s = \"// no\"; // a\n/* b */", {"// a", "/* b */"}},
        {"odin", "s := \"// no\" // a\nr := `// no`\n/* b /* c */ d */ x", {"// a", "/* b /* c */ d */"}},
        {"ballerina", "string t = string `// no`; // a\n", {"// a"}},
        {"jsonnet", "{ a: '# no', # a\n// b\n/* c */ }", {"# a", "// b", "/* c */"}},
        {"rego", "x := \"# no\" # a\nurl := a#b\n", {"# a"}},
        {"gherkin", "# a\nGiven a tag #no\n", {"# a"}},
        {"idl", "x = \"; no\" ; a\n", {"; a"}},
        {"autohotkey", "s := \"; no\" ; a\nx:=a;no\n/* b */\n", {"; a", "/* b */"}},
        {"nsis", "; a\n# b\nStrCpy $0 \"; no\"\n/* c */\n", {"; a", "# b", "/* c */"}},
        {"eiffel", "s := \"-- no\" -- a\n", {"-- a"}},
        {"bibtex", "% a\n@book{x, title = {y}}\n", {"% a"}},
        {"raku", "say '# no'; # a\n#`( b\n c ) say 1;\n", {"# a", "#`( b\n c )"}},
        {"lean", "def s := \"-- no\" -- a\n/- b /- c -/ -/\ntheorem x' : y := z\n", {"-- a", "/- b /- c -/ -/"}},
        {"sml", "val s = \"(* no *)\" (* a (* b *) *)\n", {"(* a (* b *) *)"}},
        {"coq", "Definition s := \"(* no *)\". (* a *)\n", {"(* a *)"}},
        {"mathematica", "s = \"(* no *)\" (* a *)\n", {"(* a *)"}},
        {"modula2", "s := '(* no *)'; (* a *)\n", {"(* a *)"}},
        {"dhall", "let s = \"-- no\" -- a\n{- b -} in ''\n-- no\n''\n", {"-- a", "{- b -}"}},
        {"applescript", "set s to \"-- no\" -- a\n# b\n(* c *)\n", {"-- a", "# b", "(* c *)"}},
        {"autoit", "$s = \"; no\" ; a\n#cs\nb\n#ce\n", {"; a", "#cs\nb\n#ce"}},
        {"forth", ": f ( n -- n ) dup ; \\ a\n", {"( n -- n )", "\\ a"}},
        {"factor", "\"! no\" print ! a\n", {"! a"}},
        {"rexx", "say '/* no */' /* a */ -- b\n", {"/* a */", "-- b"}},
        {"stata", "* a\ndisplay \"// no\" // b\n", {"* a", "// b"}},
        {"sas", "* a;\nx = '/* no */'; /* b */\n", {"* a;", "/* b */"}},
        {"abap", "* a\nWRITE '\" no'. \" b\n", {"* a", "\" b"}},
        {"smalltalk", "\"a\" x := '\"no\"'. y := $\".\n", {"\"a\""}},
        {"postscript", "(% no) show % a\n", {"% a"}},
        {"roff", ".\\\" a\n.TH X 1\ntext \\\" b\n", {".\\\" a", "\\\" b"}},
        {"texinfo", "@c a\n@node x\n@ignore\nb\n@end ignore\n", {"@c a", "@ignore\nb\n@end ignore"}},
        {"asciidoc", "// a\nhttp://no.example\n////\nb\n////\n", {"// a", "////\nb\n////"}},
        {"wat", "(module ;; a\n (; b ;) (data \";; no\"))\n", {";; a", "(; b ;)"}},
        {"fennel", "(print \"; no\") ; a\n", {"; a"}},
        {"handlebars", "{{! a }}{{!-- b --}}<!-- c -->{{x}}", {"{{! a }}", "{{!-- b --}}", "<!-- c -->"}},
        {"jinja", "{# a #}{{ x }}<!-- b -->", {"{# a #}", "<!-- b -->"}},
        {"jsp", "<%-- a --%><%= x %><!-- b -->", {"<%-- a --%>", "<!-- b -->"}},
        {"coldfusion", "<!--- a <!--- b ---> ---><cfset x = 1>", {"<!--- a <!--- b ---> --->"}},
        {"velocity", "## a\n#* b *#\n", {"## a", "#* b *#"}},
        {"freemarker", "<#-- a -->${x}", {"<#-- a -->"}},
        {"smarty", "{* a *}{$x}", {"{* a *}"}},
        {"blade", "{{-- a --}}{{ $x }}", {"{{-- a --}}"}},
        {"haml", "-# a\n%p text\n/ b\n", {"-# a", "/ b"}},
        {"plantuml", "' a\nA -> B : it's\n/' b '/\n", {"' a", "/' b '/"}},
        {"tla", "x == \"\\\\* no\" \\* a\n(* b *)\n", {"\\* a", "(* b *)"}},
        {"xquery", "let $s := \"(: no :)\" (: a :) return $s", {"(: a :)"}},
    });
}

} // namespace
} // namespace paydown::syntax
