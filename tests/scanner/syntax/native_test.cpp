// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/syntax/native.h"

#include "scanner/syntax/comments.h"
#include "scanner/syntax/prefilter.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace paydown::syntax {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

std::vector<NativeAnnotation> nativesOf(std::string_view id, std::string_view text) {
    const Language& language = *findLanguage(id);
    const std::vector<std::string> words = {"TODO"};
    return nativeAnnotations(language, text, Prefilter(words).hits(text), readComments(language, text));
}

NativeArgument string(std::string text, std::string name = {}) { return {std::move(name), std::move(text), true}; }
NativeArgument source(std::string text, std::string name = {}) { return {std::move(name), std::move(text), false}; }

struct NativeCase {
    std::string_view language;
    std::string_view text;
    std::string_view range;
    std::string name;
    std::vector<NativeArgument> arguments;
    std::string declaration;
};

TEST(NativeAnnotations, AreReadInEveryLanguage) {
    const std::vector<NativeCase> cases = {
        {"java",
         "@Debt(value = \"a \\\"b\\\"\", owner = \"mia\") @Deprecated\npublic void pay(int x) {}",
         "@Debt(value = \"a \\\"b\\\"\", owner = \"mia\")",
         "Debt",
         {string("a \"b\"", "value"), string("mia", "owner")},
         "pay"},
        {"java",
         "@com.acme.TechDebt(DebtClass.RECKLESS, \"one \" + \"two\") class A extends B {}",
         "@com.acme.TechDebt(DebtClass.RECKLESS, \"one \" + \"two\")",
         "TechDebt",
         {source("DebtClass.RECKLESS"), string("one two")},
         "A"},
        {"kotlin", "@Debt(\"x\")\nfun f() {}", "@Debt(\"x\")", "Debt", {string("x")}, "f"},
        {"csharp",
         "[Serializable, Debt(@\"c:\\\", Owner = \"mia\")]\nclass A {}",
         "[Serializable, Debt(@\"c:\\\", Owner = \"mia\")]",
         "Debt",
         {string("c:\\"), string("mia", "Owner")},
         "A"},
        {"csharp",
         "[TechnicalDebtAttribute(\"x\")] void M() {}",
         "[TechnicalDebtAttribute(\"x\")]",
         "TechnicalDebtAttribute",
         {string("x")},
         "M"},
        {"python",
         "@debt.reckless(\"a\" 'b', owner=\"mia\")\ndef f(): pass",
         "@debt.reckless(\"a\" 'b', owner=\"mia\")",
         "debt.reckless",
         {string("ab"), string("mia", "owner")},
         "f"},
        {"python",
         "@debt(\"reckless\", r'\\n')\nclass A: pass",
         "@debt(\"reckless\", r'\\n')",
         "debt",
         {string("reckless"), string("\\n")},
         "A"},
        {"typescript",
         "@Debt({ kind: \"reckless\", text: 'a\\u0041' })\nclass A {}",
         "@Debt({ kind: \"reckless\", text: 'a\\u0041' })",
         "Debt",
         {string("reckless", "kind"), string("aA", "text")},
         "A"},
        {"php",
         "<?php #[Debt('reckless', 'it\\'s', due: '2026-06')]\nfunction f() {}",
         "#[Debt('reckless', 'it\\'s', due: '2026-06')]",
         "Debt",
         {string("reckless"), string("it's"), string("2026-06", "due")},
         "f"},
        {"rust",
         "#[debt::reckless(\"x\")]\nfn f() {}",
         "#[debt::reckless(\"x\")]",
         "debt.reckless",
         {string("x")},
         "f"},
        {"rust",
         "#[cfg_attr(any(), debt(reckless, r#\"a\"b\"#))]\nstruct S {}",
         "#[cfg_attr(any(), debt(reckless, r#\"a\"b\"#))]",
         "debt",
         {source("reckless"), string("a\"b")},
         "S"},
        {"cpp",
         "[[debt::reckless(\"x\", \"owner=mia\")]] void f();",
         "[[debt::reckless(\"x\", \"owner=mia\")]]",
         "debt.reckless",
         {string("x"), string("owner=mia")},
         "f"},
        {"c",
         "DEBT_PRUDENT(\"one \"\n  \"lock\")\nint g;",
         "DEBT_PRUDENT(\"one \"\n  \"lock\")",
         "DEBT_PRUDENT",
         {string("one lock")},
         "g"},
    };
    for (const NativeCase& c : cases) {
        const auto found = nativesOf(c.language, c.text);
        ASSERT_THAT(found, SizeIs(1)) << c.text;
        EXPECT_EQ(c.text.substr(found[0].beginByte, found[0].endByte - found[0].beginByte), c.range) << c.text;
        EXPECT_EQ(found[0].name, c.name) << c.text;
        EXPECT_THAT(found[0].arguments, testing::ElementsAreArray(c.arguments)) << c.text;
        EXPECT_TRUE(found[0].declaration.ends_with(c.declaration)) << c.text << ": " << found[0].declaration;
    }
}

/// What stands between the parentheses of @Debt(…), and the arguments that it is.
struct ArgumentCase {
    std::string_view language;
    std::string_view text;
    std::vector<NativeArgument> arguments;
};

TEST(NativeAnnotations, TakeArgumentsInEveryFormThatLanguagesHave) {
    const std::vector<ArgumentCase> cases = {
        {"java",
         "@Debt(\n  value = \"a, \"\n    + \"b\", // why, here\n  owner = \"mia\" /* , */\n)\nclass A {}",
         {string("a, b", "value"), string("mia", "owner")}},
        {"java",
         "@Debt(tags = {\"x\", \"y\"}, kind = Kind.RECKLESS)\nclass A {}",
         {string("x", "tags"), string("y", "tags"), source("Kind.RECKLESS", "kind")}},
        {"kotlin",
         "@Debt(\"\"\"a\n  b\"\"\".trimIndent(), tags = arrayOf(\"x\", \"y\"))\nfun f() {}",
         {string("a\n  b"), string("x", "tags"), string("y", "tags")}},
        {"csharp",
         "[Debt(\"x\", Tags = new[] { \"a\", \"b\" }, Kind = DebtKind.Reckless)]\nclass A {}",
         {string("x"), string("a", "Tags"), string("b", "Tags"), source("DebtKind.Reckless", "Kind")}},
        {"csharp",
         "[assembly: Debt(text: \"x\", kind: DebtKind.Reckless)]",
         {string("x", "text"), source("DebtKind.Reckless", "kind")}},
        {"python",
         "@debt.prudent(\n    (\"one \"\n     \"lock\"),  # a, b\n    why=f'x', tags=[\"a\", 'b'],\n)\ndef f(): pass",
         {string("one lock"), string("x", "why"), string("a", "tags"), string("b", "tags")}},
        {"python", "@debt.reckless('a // b')\ndef f(): pass", {string("a // b")}},
        {"typescript",
         "@Debt({ \"kind\": \"reckless\", text: `a`, tags: ['x', \"y\"], n: f(1, '2') })\nclass A {}",
         {string("reckless", "kind"), string("a", "text"), string("x", "tags"), string("y", "tags"),
          source("f(1,'2')", "n")}},
        {"javascript", "@Debt(\"reckless\", \"a\" + 'b')\nclass A {}", {string("reckless"), string("ab")}},
        {"php",
         "<?php #[Debt(kind: Kind::Reckless, tags: ['a', 'b'], text: 'x' . \"y\")] # c, d\nclass A {}",
         {source("Kind::Reckless", "kind"), string("a", "tags"), string("b", "tags"), string("xy", "text")}},
        {"rust",
         "#[debt::prudent(\"a\", owner = \"mia\", why = r\"\\b\")]\nfn f() {}",
         {string("a"), string("mia", "owner"), string("\\b", "why")}},
        {"cpp", "DEBT_RECKLESS(\"a\"\n              \"b\", \"owner=mia\");", {string("ab"), string("owner=mia")}},
        {"cpp", "[[nodiscard, debt::prudent(R\"(a \"b\")\")]] int f();", {string("a \"b\"")}},
    };
    for (const ArgumentCase& c : cases) {
        const auto found = nativesOf(c.language, c.text);
        ASSERT_THAT(found, SizeIs(1)) << c.text;
        EXPECT_THAT(found[0].arguments, testing::ElementsAreArray(c.arguments)) << c.text;
    }
}

TEST(NativeAnnotations, AreNotTakenFromCommentsStringsAndPlainCode) {
    EXPECT_THAT(nativesOf("java", "// @Debt(\"x\")\nString s = \"@Debt(1)\";"), IsEmpty());
    EXPECT_THAT(nativesOf("java", "new Debt(1); x = Debt(2);"), IsEmpty());
    EXPECT_THAT(nativesOf("csharp", "a[Debt(1)] = 2; var d = new Debt(3);"), IsEmpty());
    EXPECT_THAT(nativesOf("python", "x = debt.reckless('a')"), IsEmpty());
    EXPECT_THAT(nativesOf("c", "#define DEBT_RECKLESS(x)\nint debt(int a);"), IsEmpty());
    EXPECT_THAT(nativesOf("rust", "let x = debt(1); debt::f();"), IsEmpty());
    EXPECT_THAT(nativesOf("go", "@Debt(1)"), IsEmpty());
    EXPECT_THAT(nativesOf("python", "x = a @debt(b)"), IsEmpty());
    EXPECT_THAT(nativesOf("kotlin", "return@Debt (x)"), IsEmpty());
    EXPECT_THAT(nativesOf("csharp", "List<Debt> all = [Debt(1), Debt(2)];"), IsEmpty());
}

TEST(NativeAnnotations, ThatDoNotCloseAreNone) {
    EXPECT_THAT(nativesOf("java", "@Debt(\"x\""), IsEmpty());
    EXPECT_THAT(nativesOf("java", "@Debt(\"x\n) class A {}"), SizeIs(1));
}

TEST(NativeAnnotations, CostLinearTimeOnHostileText) {
    for (const std::string_view unit : {"@Debt(", "debt(debt(", "debt.", "[Debt(", "#[debt(", "@Debt(\"x\") ",
                                        "@Debt(\"\"\"\"", "DEBT_RECKLESS(", "debt(R\"(", "@debt('"}) {
        std::string text;
        while (text.size() < 1U << 20) text += unit;
        for (const char* id : {"java", "csharp", "python", "rust", "cpp", "kotlin"})
            EXPECT_LE(nativesOf(id, text).size(), 10000U) << unit;
    }
}

} // namespace
} // namespace paydown::syntax
