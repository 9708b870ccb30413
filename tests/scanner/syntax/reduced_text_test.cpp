// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/syntax/reduced_text.h"

#include "scanner/syntax/symbols.h"

#include <numeric>

namespace paydown::syntax {
namespace {

/// Long enough to be worth cutting out.
const std::string kFiller = "first(); second(); third(); fourth(); fifth(); sixth(); seventh(); eighth();";

std::string reduced(std::string_view language, std::string_view text, std::vector<std::uint32_t> offsets) {
    return std::string(ReducedText(*findLanguage(language), text, offsets).text());
}

std::uint32_t offsetOf(std::string_view text, std::string_view what) {
    return static_cast<std::uint32_t>(text.find(what));
}

TEST(ReducedText, KeepsTheBlocksAroundAPlaceAndNoOthers) {
    const std::string text = "int f(void)\n{ " + kFiller + " }\nint g(void)\n{ TODO " + kFiller + " }\n";
    EXPECT_EQ(reduced("c", text, {offsetOf(text, "TODO")}), "int f(void)\n{}\nint g(void)\n{ TODO " + kFiller + " }\n");
}

TEST(ReducedText, CutsTheLargestBlocks) {
    const std::string text = "class A { void a() { " + kFiller + " } void b() { " + kFiller + " } };\nint x; // TODO\n";
    EXPECT_EQ(reduced("cpp", text, {offsetOf(text, "TODO")}), "class A {};\nint x; // TODO\n");
}

TEST(ReducedText, SeesNoBracesInLiteralsAndComments) {
    const std::string text =
        "void f() { s = \"}\"; c = '}'; /* } */ // }\n r = R\"x(})x\"; " + kFiller + " }\nint x; // TODO\n";
    EXPECT_EQ(reduced("cpp", text, {offsetOf(text, "TODO")}), "void f() {}\nint x; // TODO\n");
}

TEST(ReducedText, CountsTheFirstBranchOfAConditional) {
    const std::string text =
        "void f() {\n#ifdef A\n if (a) {\n#else\n if (b) {\n#endif\n " + kFiller + " }\n}\nvoid g() { /* TODO */ }\n";
    EXPECT_EQ(reduced("c", text, {offsetOf(text, "TODO")}), "void f() {}\nvoid g() { /* TODO */ }\n");
}

TEST(ReducedText, CutsNoConditionalInTwo) {
    const std::string text = "#ifdef A\nvoid f() { " + kFiller + "\n#endif\n }\nint x; // TODO\n";
    EXPECT_EQ(reduced("c", text, {offsetOf(text, "TODO")}), text);
}

TEST(ReducedText, CountsNoBracesOfMacros) {
    const std::string text = "#define BEGIN { \\\n {\nvoid f() { " + kFiller + " }\nint x; // TODO\n";
    EXPECT_EQ(reduced("c", text, {offsetOf(text, "TODO")}), "#define BEGIN { \\\n {\nvoid f() {}\nint x; // TODO\n");
}

TEST(ReducedText, KeepsWhatDoesNotBalance) {
    const std::string text = "} void f() { " + kFiller + " { \nint x; // TODO\n";
    EXPECT_EQ(reduced("c", text, {offsetOf(text, "TODO")}), text);
}

TEST(ReducedText, CutsWholeStatementsBesideAPlace) {
    const std::string other = "int other(void)\n{\n  " + kFiller + "\n}\n";
    const std::string asked = "\nint f(void)\n{\n  return 1; /* TODO */\n}\n";
    const std::string text = other + asked + "\n" + other + "\n" + other + "\nint last;\n";
    EXPECT_EQ(reduced("c", text, {offsetOf(text, "TODO")}), asked + "\nint last;\n");
}

TEST(ReducedText, KeepsTheStatementBelowAPlace) {
    const std::string other = "int other(void)\n{\n  " + kFiller + "\n}\n";
    const std::string below = "\n/* TODO */\nint f(void)\n{\n}\n";
    const std::string text = other + below + "\n" + other + "\n" + other + "\n";
    EXPECT_EQ(reduced("c", text, {offsetOf(text, "TODO")}), below + "\n");
}

TEST(ReducedText, CutsWholeStatementsOfTheClassAroundAPlace) {
    const std::string method = "  void other() {\n    " + kFiller + "\n  }\n\n";
    const std::string text = "class A {\n" + method + method + method + "  void a() {\n    // TODO\n  }\n\n};\n";
    EXPECT_EQ(reduced("cpp", text, {offsetOf(text, "TODO")}),
              "class A {\n  void other() {}\n\n  void a() {\n    // TODO\n  }\n\n};\n");
}

TEST(ReducedText, CutsNoStatementsOfWhichOneIsInAnotherBranch) {
    const std::string other = "int other(void)\n{\n  " + kFiller + "\n}\n\n";
    const std::string text = "int x;\n#ifdef A\n" + other + "#endif\n#ifdef B\n" + other + "int y; // TODO\n#endif\n";
    EXPECT_EQ(reduced("c", text, {offsetOf(text, "TODO")}),
              "int x;\n#ifdef A\nint other(void)\n{}\n\n#endif\n#ifdef B\nint other(void)\n{}\n\nint y; // TODO\n"
              "#endif\n");
}

TEST(ReducedText, KeepsWhatNamesTheRestOfAFile) {
    const std::string other = "function other()\n{\n  " + kFiller + "\n}\n\n";
    const std::string text = "<?php\n" + other + "namespace B;\n" + other + "// TODO\n";
    EXPECT_EQ(reduced("php", text, {offsetOf(text, "TODO")}),
              "<?php\nfunction other()\n{}\n\nnamespace B;\nfunction other()\n{}\n\n// TODO\n");
}

TEST(ReducedText, CutsFunctionsAndClassesOfPython) {
    const auto body = [](const std::string& indent) {
        return indent + "\"\"\"Says\nwhat it is.\"\"\"\n" + indent + "return (first_value +\nsecond + third)\n\n";
    };
    const std::string kept = "class A:\n    x = 1\n    # TODO\n    def g(self):\n" + body("        ");
    const std::string text = "import os\n@decorated\ndef f():\n" + body("    ") + kept + "    async def h(self):\n" +
                             body("        ") + "class B:\n" + body("    ");
    EXPECT_EQ(reduced("python", text, {offsetOf(text, "TODO")}), "import os\n" + kept);
}

TEST(ReducedText, LeavesNoStatementOfPythonWithoutABody) {
    const std::string body = "    return [first_value, second_value, third_value, fourth_value]\n";
    const std::string text = "if a:\n    def f():\n    " + body + "else:\n    f = None  # TODO\n";
    EXPECT_EQ(reduced("python", text, {offsetOf(text, "TODO")}), text);
}

TEST(ReducedText, CutsFunctionsOfAShell) {
    const std::string other = "other () {\n  first && second && third\n}\n\n";
    const std::string text =
        other + other + "cat <<EOF\n}\n\nEOF\n" + other + "f () {\n  g # TODO\n}\n\n" + other + other;
    EXPECT_EQ(reduced("bash", text, {offsetOf(text, "TODO")}), other + "f () {\n  g # TODO\n}\n\n");
}

TEST(ReducedText, KeepsOtherLanguagesWhole) {
    const std::string text = "x = {\n" + kFiller + "}\n# TODO\n";
    EXPECT_EQ(reduced("ruby", text, {offsetOf(text, "TODO")}), text);
}

TEST(ReducedText, TellsWhereAPlaceIsAndWhatWasCutBefore) {
    const std::string text = "int f(void)\n{\n" + kFiller + "\n}\nint x; // TODO\n";
    const std::vector<std::uint32_t> offsets{offsetOf(text, "TODO")};
    const ReducedText reduced(*findLanguage("c"), text, offsets);
    const auto place = reduced.reducedOffset(offsets[0]);
    EXPECT_EQ(reduced.text().substr(place, 4), "TODO");
    EXPECT_EQ(reduced.linesCutBefore(place), 2U);
    EXPECT_EQ(reduced.linesCutBefore(0), 0U);
}

/// The witness: a parse of the whole text. Asking about every byte leaves nothing to cut.
std::vector<SymbolExtent> byWholeText(const Language& language, std::string_view text) {
    std::vector<std::uint32_t> all(text.size());
    std::iota(all.begin(), all.end(), 0U);
    return symbolExtentsAt(language, text, all);
}

TEST(ReducedText, GivesTheSymbolsOfTheWholeText) {
    const std::string body = " {\n    " + kFiller + "\n  }\n";
    const std::vector<std::pair<std::string_view, std::string>> cases{
        {"c",
         "/* TODO a */\nstruct s {\n int a; /* TODO b */\n int many, more, fields, to, make, it, long_enough;\n};\n"
         "static int f(int a)" +
             body + "/* TODO c */\nint g(void) { /* TODO d */ return 1; }\n"},
        {"cpp", "namespace n {\nclass K {\n  void a()" + body + "  // TODO a\n  void b()" + body +
                    "  int c = 0; // TODO b\n};\ntemplate <class T> T z()" + body + "} // TODO c\n"},
        {"java", "package p;\nclass A {\n  void a()" + body +
                     "  // TODO a\n  @Override\n  void b() { /* TODO b */ }\n"
                     "  enum E { ONE, TWO } // TODO c\n  void c()" +
                     body + "}\n"},
        {"javascript", "const o = {\n  a: function ()" + body +
                           ",\n  b: () => { /* TODO a */ },\n};\n"
                           "class A {\n  m()" +
                           body +
                           "  n() { f(`${ {a: 1} }`); /* TODO b */ }\n}\n// TODO c\n"
                           "export function h()" +
                           body},
        {"typescript", "namespace N {\n  interface I { /* TODO a */ m(): void; }\n  export class C {\n    m(): void" +
                           body + "    n(): void { /* TODO b */ }\n  }\n}\n"},
        {"csharp", "namespace N {\n class A {\n  int P { get { /* TODO a */ return 1; } }\n  void M()" + body +
                       "  // TODO b\n  void O()" + body + " }\n}\n"},
        {"go", "package p\n\nfunc (r *R) M()" + body +
                   "\n// TODO a\nfunc F() { /* TODO b */ }\n\ntype T struct {\n"
                   "\tA int // TODO c\n}\n\nfunc G()" +
                   body},
        {"rust", "mod m {\n impl<T> K<T> {\n  fn a()" + body +
                     "  // TODO a\n  #[inline]\n  fn b() { /* TODO b */ }\n }\n"
                     "}\nfn c()" +
                     body},
        {"php", "<?php\nnamespace App;\nclass A {\n  function a()" + body + "  // TODO a\n  function b()" + body +
                    "  function c() { /* TODO b */ }\n}\n"},
        {"kotlin", "class A {\n  fun a()" + body + "  // TODO a\n  fun b() {\n    // TODO b\n  }\n}\n"},
        {"swift", "class A {\n  func a()" + body + "  // TODO a\n  init() { /* TODO b */ }\n}\n"},
        {"python", "class A:\n  @p\n  def a(self):\n    \"\"\"" + kFiller +
                       "\"\"\"\n    # TODO a\n\n  # TODO b\n  def b(self):\n"
                       "    return {\n" +
                       kFiller + "}\n  # TODO c\nif x:\n  def c():\n    " + kFiller +
                       "\nelse:\n  # TODO d\n  c = 1\n"
                       "async def d():\n  def e():\n    pass # TODO e\n  def g():\n    " +
                       kFiller + "\n"},
        {"bash", "a () {\n " + kFiller + "\n}\n\n# TODO a\nb () {\n b # TODO b\n}\n\nfunction c {\n " + kFiller +
                     "\n}\n\nd () {\n " + kFiller + "\n}\n\ne # TODO c\n"},
        {"scala", "object O {\n  def a() =" + body + "  // TODO a\n  def b() = { /* TODO b */ }\n}\n"},
    };
    for (const auto& [id, text] : cases) {
        const Language& language = *findLanguage(id);
        const auto witness = byWholeText(language, text);
        for (auto at = text.find("TODO"); at != std::string::npos; at = text.find("TODO", at + 1)) {
            const std::vector<std::uint32_t> offsets{static_cast<std::uint32_t>(at)};
            EXPECT_LT(ReducedText(language, text, offsets).text().size(), text.size()) << id;
            const SymbolExtent found = symbolExtentsAt(language, text, offsets).at(0);
            EXPECT_EQ(found.symbol, witness[at].symbol) << id << text.substr(at, 6);
            EXPECT_EQ(found.firstLine, witness[at].firstLine) << id << text.substr(at, 6);
            EXPECT_EQ(found.lastLine, witness[at].lastLine) << id << text.substr(at, 6);
        }
    }
}

} // namespace
} // namespace paydown::syntax
