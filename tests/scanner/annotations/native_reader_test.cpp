// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/annotations/native_reader.h"

namespace paydown::annotations {
namespace {

using syntax::NativeAnnotation;
using syntax::NativeArgument;

NativeArgument text(std::string value) { return {"", std::move(value), true}; }
NativeArgument named(std::string name, std::string value) { return {std::move(name), std::move(value), true}; }
NativeArgument code(std::string name, std::string value) { return {std::move(name), std::move(value), false}; }

NativeAnnotation native(std::string name, std::vector<NativeArgument> arguments) {
    NativeAnnotation annotation;
    annotation.name = std::move(name);
    annotation.arguments = std::move(arguments);
    return annotation;
}

TEST(NativeReader, ReadsEveryLanguageOfThePage) {
    const NativeAnnotation cases[] = {
        native("Debt", {code("kind", "DebtClass.RECKLESS"), named("text", "md5 passwords")}),  // Java
        native("Debt", {code("", "Reckless"), text("md5 passwords")}),                         // Kotlin
        native("DebtAttribute", {text("reckless"), text("md5 passwords")}),                    // C#
        native("Debt", {code("", "DebtKind.Reckless"), code("", "3"), text("md5 passwords")}), // C#
        native("debt.reckless", {text("md5 passwords")}),                                      // Python, Rust, C++
        native("debt", {text("reckless"), text("md5 passwords")}),                             // Python
        native("debt", {code("", "reckless"), text("md5 passwords")}),                         // Rust
        native("Debt", {named("kind", "reckless"), named("text", "md5 passwords")}),           // TypeScript
        native("DEBT_RECKLESS", {text("md5 passwords")}),                                      // C
        native("paydown.Debt", {named("Message", "md5 passwords"), code("Class", "DebtClass::Reckless")}),
    };
    for (const NativeAnnotation& c : cases) {
        const auto read = annotationOfNative(c);
        ASSERT_TRUE(read) << c.name;
        EXPECT_EQ(read->form, Form::Native);
        EXPECT_EQ(read->tag, "DEBT");
        EXPECT_EQ(read->stated.debtClass, DebtClass::Reckless) << c.name;
        EXPECT_EQ(read->title, "md5 passwords") << c.name;
        EXPECT_TRUE(read->diagnostics.empty()) << c.name;
    }
}

TEST(NativeReader, ReadsFieldsByNameAndByLooks) {
    const auto read = annotationOfNative(
        native("debt.prudent", {text("one lock"), text("owner=mia"), text("PAY-1"), named("due", "2026-06"),
                                named("estimate", "2d"), named("reason", "40 users"), named("onwer", "kai")}));
    ASSERT_TRUE(read);
    EXPECT_EQ(read->stated.debtClass, DebtClass::Prudent);
    EXPECT_EQ(read->title, "one lock");
    EXPECT_EQ(read->stated.owner, "@mia");
    EXPECT_EQ(read->stated.ticket, "PAY-1");
    EXPECT_EQ(read->stated.due, parseDate("2026-06-30"));
    EXPECT_EQ(read->stated.effort, std::chrono::minutes(960));
    EXPECT_EQ(read->stated.why, "40 users");
    EXPECT_EQ(read->stated.extra.at("onwer"), "kai");
    EXPECT_EQ(read->diagnostics.size(), 1U);
}

TEST(NativeReader, NamesTechnicalDebtByItsTag) {
    for (const char* name : {"TechDebt", "TechnicalDebt", "TechDebtAttribute", "TechnicalDebtAttribute"}) {
        const auto read = annotationOfNative(native(name, {}));
        ASSERT_TRUE(read) << name;
        EXPECT_EQ(read->tag, "TECHDEBT");
    }
}

TEST(NativeReader, PassesOverOtherNames) {
    for (const char* name : {"Debts", "debt.forgive", "Deprecated", "DEBT", "DEBT_MAX", "x.debtor.reckless"}) {
        EXPECT_FALSE(annotationOfNative(native(name, {text("x")}))) << name;
    }
}

TEST(NativeReader, TakesNothingFromWhatSaysNothing) {
    const auto read = annotationOfNative(
        native("Debt", {text("x"), code("owner", "null"), named("ticket", ""), code("Due", "None"), code("", "null")}));
    EXPECT_EQ(read->stated, Statement{});
    EXPECT_TRUE(read->diagnostics.empty());
}

TEST(NativeReader, ReadsKeysAsLanguagesHaveToSpellThem) {
    const auto read = annotationOfNative(
        native("Debt", {named("class_", "reckless"), named("from_", "INC-42"), named("due_date", "2026-06"),
                        named("DueDate", "2026-07"), named("on_wer", "x"), named("tags", "a"), named("tags", "b")}));
    EXPECT_EQ(read->stated.debtClass, DebtClass::Reckless);
    EXPECT_EQ(read->stated.from, "INC-42");
    EXPECT_EQ(read->stated.due, parseDate("2026-06-30"));
    EXPECT_EQ(read->stated.extra.at("on_wer"), "x");
    EXPECT_EQ(read->stated.labels, (std::vector<std::string>{"a", "b"}));
}

TEST(NativeReader, KeepsCodeThatIsNoName) {
    const auto read = annotationOfNative(native("Debt", {code("fix", "Fixes.of(\"a.b\")"), code("why", "1.5")}));
    EXPECT_EQ(read->stated.fix, "Fixes.of(\"a.b\")");
    EXPECT_EQ(read->stated.why, "1.5");
}

TEST(NativeReader, MakesABodyOfFurtherLines) {
    const auto read = annotationOfNative(native("debt.prudent", {text("\n  first\n\n  second\r\n  third")}));
    EXPECT_EQ(read->title, "first");
    EXPECT_EQ(read->body, "second\nthird");
}

TEST(NativeReader, PlacesAnnotationsAndTheirRemarks) {
    const std::string bytes = "a\n  @Debt(\"recless\")\nint x;\n";
    NativeAnnotation annotation = native("Debt", {text("x"), text("recless")});
    annotation.beginByte = 4;
    annotation.endByte = 20;
    const auto all = readNative(bytes, std::span(&annotation, 1));
    ASSERT_EQ(all.size(), 1U);
    EXPECT_EQ(all[0].range, (SourceRange{4, 20, 2, 3}));
    ASSERT_EQ(all[0].diagnostics.size(), 1U);
    EXPECT_EQ(all[0].diagnostics[0].line, 2U);
}

} // namespace
} // namespace paydown::annotations
