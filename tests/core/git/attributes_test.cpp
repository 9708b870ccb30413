// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/git/attributes.h"

#include <map>

namespace paydown::git {
namespace {

TEST(Attributes, MarkGeneratedAndVendoredFiles) {
    Attributes attributes;
    attributes.add("", "*.pb.go linguist-generated\nthird_party/** linguist-vendored=true text\n"
                       "third_party/ours/** -linguist-vendored\n*.min.js linguist-generated=true\n"
                       "\"with blank/*\" linguist-generated # no comment here\n[attr]x linguist-vendored\n");

    EXPECT_TRUE(attributes.isGenerated("api/a.pb.go"));
    EXPECT_FALSE(attributes.isGenerated("api/a.go"));
    EXPECT_TRUE(attributes.isVendored("third_party/lib/a.c"));
    EXPECT_FALSE(attributes.isVendored("third_party/ours/a.c"));
    EXPECT_TRUE(attributes.isGenerated("with blank/x"));
    EXPECT_FALSE(attributes.isVendored("x"));
}

TEST(Attributes, DeeperFilesDecide) {
    Attributes attributes;
    attributes.add("a/b", "*.c !linguist-generated\n");
    attributes.add("", "*.c linguist-generated\n");
    attributes.add("a", "special.c linguist-generated=false\n");

    EXPECT_TRUE(attributes.isGenerated("x.c"));
    EXPECT_FALSE(attributes.isGenerated("a/special.c"));
    EXPECT_FALSE(attributes.isGenerated("a/b/x.c"));
    EXPECT_TRUE(attributes.isGenerated("ab/x.c"));
}

TEST(Attributes, MacrosOfTheRootStandForWhatTheyWereDefinedAs) {
    Attributes attributes;
    attributes.add("", "[attr]foreign linguist-vendored -text\n[attr]made foreign linguist-generated\n"
                       "lib/** foreign\nlib/ours/** -linguist-vendored\nout/** made linguist-language=C\nx/** -made\n");
    attributes.add("sub", "[attr]own linguist-vendored\na own\nb foreign\n");

    EXPECT_TRUE(attributes.isVendored("lib/a.c"));
    EXPECT_FALSE(attributes.isGenerated("lib/a.c"));
    EXPECT_FALSE(attributes.isVendored("lib/ours/a.c"));
    EXPECT_TRUE(attributes.isVendored("out/a"));
    EXPECT_TRUE(attributes.isGenerated("out/a"));
    EXPECT_EQ(attributes.languageOf("out/a"), "C");
    EXPECT_FALSE(attributes.isGenerated("x/a"));
    EXPECT_FALSE(attributes.isVendored("sub/a")); // As for git, macros are defined at the root.
    EXPECT_TRUE(attributes.isVendored("sub/b"));
}

TEST(Attributes, AFolderPatternNamesNoFile) {
    Attributes attributes;
    attributes.add("", "vendor/ linguist-vendored\nvendor linguist-vendored\n");

    EXPECT_FALSE(attributes.isVendored("vendor/a.c"));
}

TEST(Attributes, StateALanguage) {
    Attributes attributes;
    attributes.add("", "*.inc linguist-language=PHP\n*.tpl text linguist-language=Emacs-Lisp eol=lf\n"
                       "*.x linguist-language\n");
    attributes.add("c", "*.inc linguist-language=C++\nplain.inc -linguist-language\n");

    EXPECT_EQ(attributes.languageOf("a.inc"), "PHP");
    EXPECT_EQ(attributes.languageOf("c/a.inc"), "C++");
    EXPECT_EQ(attributes.languageOf("c/plain.inc"), "");
    EXPECT_EQ(attributes.languageOf("lib/a.tpl"), "Emacs-Lisp");
    EXPECT_EQ(attributes.languageOf("a.x"), "");
    EXPECT_EQ(attributes.languageOf("a.c"), "");
}

TEST(Attributes, TellTheRulesOfPathsFromThoseOfLanguages) {
    const auto rules = [](std::string_view text) {
        Attributes attributes;
        attributes.add("lib", text);
        return std::pair(attributes.pathRules(), attributes.languageRules());
    };
    const auto [paths, languages] = rules("*.a linguist-vendored\n*.b linguist-language=C\n");
    EXPECT_EQ(rules("*.a linguist-vendored\n*.c text\n*.b linguist-language=C\n"), std::pair(paths, languages));
    EXPECT_EQ(rules("*.a linguist-vendored\n").first, paths);
    EXPECT_NE(rules("*.b linguist-vendored\n").first, paths);
    EXPECT_EQ(rules("*.b linguist-language=C\n").second, languages);
    EXPECT_NE(rules("*.b linguist-language=D\n").second, languages);
}

TEST(LazyAttributes, ReadWhatStandsAboveAPathAndEachFileOnce) {
    const std::map<std::string, std::string> files = {{".gitattributes", "*.c linguist-generated\n"},
                                                      {"a/b/.gitattributes", "*.c -linguist-generated\n"}};
    std::vector<std::string> read;
    LazyAttributes attributes([&](const std::string& path) -> std::optional<std::string> {
        read.push_back(path);
        const auto file = files.find(path);
        return file == files.end() ? std::nullopt : std::optional(file->second);
    });

    EXPECT_TRUE(attributes.above("a/x.c").isGenerated("a/x.c"));
    EXPECT_FALSE(attributes.above("a/b/x.c").isGenerated("a/b/x.c"));
    EXPECT_TRUE(attributes.above("x.c").isGenerated("x.c"));
    EXPECT_EQ(read, (std::vector<std::string>{".gitattributes", "a/.gitattributes", "a/b/.gitattributes"}));
}

} // namespace
} // namespace paydown::git
