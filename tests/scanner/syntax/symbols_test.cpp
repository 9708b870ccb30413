// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/syntax/symbols.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace paydown::syntax {
namespace {

using testing::ElementsAre;
using testing::ElementsAreArray;

/// The symbols around every TODO of the text.
std::vector<std::string> symbolsOf(std::string_view language, std::string_view text) {
    std::vector<std::uint32_t> offsets;
    for (std::size_t at = text.find("TODO"); at != std::string_view::npos; at = text.find("TODO", at + 1))
        offsets.push_back(static_cast<std::uint32_t>(at));
    return symbolsAt(*findLanguage(language), text, offsets);
}

TEST(Symbols, OfCppHaveTheirFullPath) {
    EXPECT_THAT(symbolsOf("cpp", "namespace n { class K { void m() { /* TODO */ } int x; // TODO\n}; }"),
                ElementsAre("n::K::m", "n::K"));
    EXPECT_THAT(symbolsOf("cpp", "void n::K::f() const { // TODO\n}"), ElementsAre("n::K::f"));
    EXPECT_THAT(symbolsOf("cpp", "namespace a::b { namespace { int z() { /* TODO */ } } }"), ElementsAre("a::b::z"));
    EXPECT_THAT(symbolsOf("cpp", "void f() { auto l = [] { /* TODO */ }; }"), ElementsAre("f::l"));
    EXPECT_THAT(symbolsOf("cpp", "TEST(Suite, Name) { /* TODO */ }"), ElementsAre("Suite::Name"));
    EXPECT_THAT(symbolsOf("c", "static struct foo *bar(int x)\n{ /* TODO */ }"), ElementsAre("bar"));
}

TEST(Symbols, HoldTheCommentDirectlyAboveThem) {
    EXPECT_THAT(symbolsOf("cpp", "// TODO\ntemplate <class T> T f(T a) { return a; }"), ElementsAre("f"));
    EXPECT_THAT(symbolsOf("java", "class A {\n  // TODO\n  // more\n  @Override\n  void m() {}\n}"),
                ElementsAre("A.m"));
    EXPECT_THAT(symbolsOf("python", "class A:\n    # TODO\n    @deco\n    def m(self):\n        pass\n"),
                ElementsAre("A.m"));
    EXPECT_THAT(symbolsOf("rust", "// TODO\n#[test]\nfn g() {}"), ElementsAre("g"));
    EXPECT_THAT(symbolsOf("javascript", "// TODO\nexport function h() {}"), ElementsAre("h"));
}

TEST(Symbols, DoNotReachOverAnEmptyLineOrCode) {
    EXPECT_THAT(symbolsOf("c", "/* TODO */\n\nint f(void) { }"), ElementsAre(""));
    EXPECT_THAT(symbolsOf("c", "int x; /* TODO */\nint f(void) { }"), ElementsAre(""));
}

TEST(Symbols, OfEveryLanguageOfTheTable) {
    const std::vector<std::tuple<std::string_view, std::string_view, std::string>> cases = {
        {"python", "class A:\n    def m(self):\n        def i():\n            pass  # TODO\n", "A.m.i"},
        {"javascript", "const o = { k: function () { /* TODO */ } };", "k"},
        {"javascript", "class A { x = () => { /* TODO */ } }", "A.x"},
        {"javascript", "exports.g = function () { /* TODO */ };", "exports.g"},
        {"typescript", "namespace N { interface I { /* TODO */ } }", "N.I"},
        {"tsx", "function C() { return <p>{/* TODO */}</p>; }", "C"},
        {"csharp", "namespace N.M;\nclass A { int P { get { /* TODO */ } } }", "N.M.A.P"},
        {"go", "package p\nfunc (r *R[T]) M() { /* TODO */ }", "R.M"},
        {"rust", "mod m { impl<T> K<T> { fn f() { /* TODO */ } } }", "m::K::f"},
        {"ruby", "module M\n class A::K\n  def self.t\n   # TODO\n  end\n end\nend", "M::A::K::t"},
        {"php", "<?php\nnamespace App;\nclass A { function m() { /* TODO */ } }", "App::A::m"},
        {"bash", "f() {\n : # TODO\n}", "f"},
        {"kotlin", "class A {\n  fun m() {\n    // TODO\n  }\n}\n", "A.m"},
        {"swift", "extension A { init() { /* TODO */ } }", "A.init"},
        {"scala", "object O { def m() = { /* TODO */ } }", "O.m"},
        {"lua", "function M.f() -- TODO\nend", "M.f"},
        {"elixir", "defmodule A.B do\n  def m(x) when x do\n    # TODO\n  end\nend", "A.B.m"},
        {"haskell", "f x = -- TODO\n  x\n", "f"},
        {"ocaml", "module M = struct let f x = (* TODO *) x end", "M.f"},
        {"dart", "class A { void m() { /* TODO */ } }", "A.m"},
        {"zig", "const S = struct { fn f() void { // TODO\n} };", "S.f"},
        {"r", "f <- function(x) { # TODO\n}", "f"},
        {"powershell", "class C { [void] M() { # TODO\n} }", "C.M"},
        {"groovy", "class A { void m() { // TODO\n} }", "A.m"},
        {"hcl", "resource \"a\" \"b\" { # TODO\n}", "resource.a.b"},
        {"yaml", "a:\n  b:\n    # TODO\n    c: 1\n", "a.b"},
        {"toml", "[a.b]\n# TODO\nc = 1\n", "a.b"},
        {"objc", "@implementation A\n- (void)foo:(int)x { // TODO\n}\n@end", "A::foo"},
    };
    for (const auto& [language, text, symbol] : cases)
        EXPECT_THAT(symbolsOf(language, text), ElementsAre(symbol)) << language << ": " << text;
}

TEST(Symbols, HaveAnExtent) {
    const std::string_view text = "int a;\nint f(void)\n{\n  // TODO\n}\n";
    const std::vector<std::uint32_t> offsets = {static_cast<std::uint32_t>(text.find("TODO")), 0};
    EXPECT_THAT(symbolExtentsAt(*findLanguage("c"), text, offsets),
                ElementsAreArray({SymbolExtent{"f", 2, 5}, SymbolExtent{}}));
}

TEST(Symbols, AreEmptyForLanguagesWithoutATable) {
    EXPECT_FALSE(hasSymbols(*findLanguage("perl")));
    EXPECT_THAT(symbolsOf("perl", "sub f { # TODO\n}"), ElementsAre(""));
}

} // namespace
} // namespace paydown::syntax
