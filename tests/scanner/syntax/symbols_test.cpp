// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/scanner/syntax/symbols_of.h"

namespace paydown::syntax {
namespace {

using testing::ElementsAre;
using testing::ElementsAreArray;

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

TEST(Symbols, AreNotLookedForToTheEndOfAFileOfNothingButMarks) {
    std::string text = "void f(void) {\n";
    for (int i = 0; i < 10'000; ++i) text += "// TODO\n";
    const auto symbols = symbolsOf("c", text + "}\n");
    EXPECT_EQ(symbols.front(), "f");
    EXPECT_EQ(symbols.back(), "");
}

TEST(Symbols, DoNotReachOverAnEmptyLineOrCode) {
    EXPECT_THAT(symbolsOf("c", "/* TODO */\n\nint f(void) { }"), ElementsAre(""));
    EXPECT_THAT(symbolsOf("c", "int x; /* TODO */\nint f(void) { }"), ElementsAre(""));
}

TEST(Symbols, OfCAreOpenedByMacrosToo) {
    EXPECT_THAT(symbolsOf("c", "/* TODO */\nSYSCALL_DEFINE2(read, int, fd)\n{ /* TODO */ }"),
                ElementsAre("read", "read"));
    EXPECT_THAT(symbolsOf("c", "void f(void)\n{\n  CALL(x);\n  { /* TODO */ }\n}"), ElementsAre("f"));
}

TEST(Symbols, HoldTheCommentBehindTheirEndOnItsLine) {
    EXPECT_THAT(symbolsOf("c", "int f(void) { return 1; } // TODO\nint x; // TODO\n"), ElementsAre("f", ""));
    EXPECT_THAT(symbolsOf("python", "def h(): pass  # TODO\n"), ElementsAre("h"));
    EXPECT_THAT(symbolsOf("cpp", "namespace n {\nstruct A {\n}; // TODO\n} // TODO\n"), ElementsAre("n::A", "n"));
}

TEST(Symbols, HoldTheirDecoratorsAndAttributes) {
    EXPECT_THAT(symbolsOf("python", "class A:\n    @debt.reckless(\"TODO\")\n    def m(self):\n        pass\n"),
                ElementsAre("A.m"));
    EXPECT_THAT(symbolsOf("rust", "#[debt::reckless(\"TODO\")]\nfn g() {}"), ElementsAre("g"));
    EXPECT_THAT(symbolsOf("typescript", "class A {\n  @Debt(\"TODO\")\n  m() {}\n}"), ElementsAre("A.m"));
    EXPECT_THAT(symbolsOf("java", "class A {\n  @Debt(\"TODO\")\n  void m() {}\n}"), ElementsAre("A.m"));
}

TEST(Symbols, HoldTheCommentAboveTheirTypeSignatureOrSpec) {
    EXPECT_THAT(symbolsOf("haskell", "module M where\n-- TODO\nf :: Int -> Int\nf x = x\n"), ElementsAre("f"));
    EXPECT_THAT(symbolsOf("elixir", "defmodule A do\n  # TODO\n  @doc \"x\"\n  @spec m(x) :: y\n  def m(x) do\n"
                                    "  end\nend\n"),
                ElementsAre("A.m"));
    EXPECT_THAT(symbolsOf("elm", "-- TODO\nf : Int -> Int\nf x = x\n"), ElementsAre("f"));
}

TEST(Symbols, HaveAnExtent) {
    const std::string_view text = "int a;\nint f(void)\n{\n  // TODO\n}\n";
    const std::vector<std::uint32_t> offsets = {static_cast<std::uint32_t>(text.find("TODO")), 0};
    EXPECT_THAT(symbolExtentsAt(*findLanguage("c"), text, offsets),
                ElementsAreArray({SymbolExtent{"f", 2, 5}, SymbolExtent{}}));
}

TEST(Symbols, StartWithTheirSignature) {
    const std::string_view text = "class A {\n  void m(\n    int a)\n  {\n    // TODO\n  }\n}\n";
    const std::vector<std::uint32_t> offsets = {static_cast<std::uint32_t>(text.find("TODO"))};
    EXPECT_THAT(symbolExtentsAt(*findLanguage("dart"), text, offsets), ElementsAre(SymbolExtent{"A.m", 2, 6}));
}

TEST(Symbols, OfScriptsInPagesCountLinesFromTheTop) {
    const std::string_view text = "<template/>\n<script lang=\"ts\">\nfunction f(): void {\n  // TODO\n}\n</script>\n"
                                  "<script type='application/json'>\n{\"a\": \"TODO\"}\n</script>\n"
                                  "<script>\nexport default { methods: { m() { /* TODO */ } } }\n</script>\n";
    EXPECT_THAT(symbolsOf("vue", text), ElementsAre("f", "", "methods.m"));
    const std::vector<std::uint32_t> offsets = {static_cast<std::uint32_t>(text.find("TODO"))};
    EXPECT_THAT(symbolExtentsAt(*findLanguage("vue"), text, offsets), ElementsAre(SymbolExtent{"f", 3, 5}));
    EXPECT_THAT(symbolsOf("html", "<p>TODO<SCRIPT>\nfunction g() { /* TODO */ }</SCRIPT>"), ElementsAre("", "g"));
    EXPECT_THAT(symbolsOf("svelte", "<script>\n  const h = () => { /* TODO */ };\n"), ElementsAre("h"));
}

TEST(Symbols, OfManyScriptsMayCostNoMoreThanThoseOfOne) {
    std::string page;
    for (int i = 0; i < 50; ++i) page += "<script>function f() { /* TODO */ }</script>\n";
    EXPECT_THAT(symbolsOf("html", page), ::testing::Each("f"));
    for (int i = 0; i < 5'000; ++i) page += "<script>function f() { /* TODO */ }</script>\n";
    const auto symbols = symbolsOf("html", page);
    EXPECT_EQ(symbols.front(), "f");
    EXPECT_EQ(symbols.back(), "");
}

TEST(Symbols, AreBlankAndLateWhereADeadlineHasPassed) {
    std::string text;
    for (int i = 0; i < 2000; ++i) text += "int f" + std::to_string(i) + "(int a) { return a; } // TODO\n";
    const std::vector<std::uint32_t> offsets = {static_cast<std::uint32_t>(text.find("TODO"))};
    const SymbolReading late = readSymbols(*findLanguage("c"), text, offsets, std::chrono::steady_clock::time_point());
    EXPECT_TRUE(late.late);
    EXPECT_THAT(late.extents, ElementsAre(SymbolExtent{}));
    const SymbolReading patient = readSymbols(*findLanguage("c"), text, offsets);
    EXPECT_FALSE(patient.late);
    EXPECT_EQ(patient.extents.front().symbol, "f0");
}

TEST(Symbols, BeyondTheCapsAreBlankButNotLate) {
    const std::string text = "int f(void) { /* TODO */ }\n" + std::string(2 << 20, ' ');
    const std::vector<std::uint32_t> offsets = {static_cast<std::uint32_t>(text.find("TODO"))};
    const SymbolReading reading = readSymbols(*findLanguage("c"), text, offsets);
    EXPECT_FALSE(reading.late);
    EXPECT_THAT(reading.extents, ElementsAre(SymbolExtent{}));
}

TEST(Symbols, AreEmptyForLanguagesWithoutATable) {
    EXPECT_FALSE(hasSymbols(*findLanguage("perl")));
    EXPECT_THAT(symbolsOf("perl", "sub f { # TODO\n}"), ElementsAre(""));
}

} // namespace
} // namespace paydown::syntax
