// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/tree/enclosing_symbols.h"

namespace paydown {
namespace {

/// A long text, and the annotation in its first function.
std::string longText() {
    std::string text = "int f(void) { return 1; /* TODO: a */ }\n";
    for (int i = 0; i < 2000; ++i) text += "int f" + std::to_string(i) + "(int a) { return a; }\n";
    return text;
}

std::vector<Annotation> annotationOf(const std::string& text) {
    Annotation annotation;
    annotation.range.beginByte = static_cast<std::uint32_t>(text.find("TODO"));
    return {annotation};
}

TEST(EnclosingSymbols, AreLeftOutWithARemarkWhereTheDeadlineHasPassed) {
    const std::string text = longText();
    auto annotations = annotationOf(text);
    nameSymbols(*syntax::findLanguage("c"), text, std::chrono::steady_clock::time_point(), annotations);
    EXPECT_EQ(annotations.front().symbol, "");
    ASSERT_EQ(annotations.front().diagnostics.size(), 1U);
    EXPECT_EQ(annotations.front().diagnostics.front().message,
              "the symbol around it is left out: parsing the file took more than 250 ms");
}

TEST(EnclosingSymbols, AreNamedWithoutARemarkWhereNothingPresses) {
    const std::string text = longText();
    auto annotations = annotationOf(text);
    nameSymbols(*syntax::findLanguage("c"), text, std::nullopt, annotations);
    EXPECT_EQ(annotations.front().symbol, "f");
    EXPECT_TRUE(annotations.front().diagnostics.empty());
}

} // namespace
} // namespace paydown
