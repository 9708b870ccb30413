// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/syntax/language.h"
#include "scanner/syntax/language_table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace paydown::syntax {
namespace {

std::string_view idOf(std::string_view path, std::string_view bytes = "") {
    const Language* language = languageOf(path, bytes);
    return language == nullptr ? "none" : language->id;
}

TEST(Language, ComesFromNameExtensionAndShebang) {
    EXPECT_EQ(idOf("src/a.c"), "c");
    EXPECT_EQ(idOf("A.CPP"), "cpp");
    EXPECT_EQ(idOf("x/CMakeLists.txt"), "cmake");
    EXPECT_EQ(idOf("Dockerfile.dev"), "dockerfile");
    EXPECT_EQ(idOf("config.h.in"), "c");
    EXPECT_EQ(idOf("Makefile.in"), "make");
    EXPECT_EQ(idOf("run", "#!/bin/sh\n"), "bash");
    EXPECT_EQ(idOf("run", "#!/usr/bin/env -S python3.11 -u\n"), "python");
    EXPECT_EQ(idOf("run.test", "#!/bin/sh\n"), "bash");
    EXPECT_EQ(idOf("notes.txt"), "none");
    EXPECT_EQ(idOf(".hidden"), "none");
}

TEST(Language, ComesFromModelines) {
    EXPECT_EQ(idOf("x", "// -*- C++ -*-\n"), "cpp");
    EXPECT_EQ(idOf("x", "#!/bin/zzz\n# -*- mode: ruby; tab: 2 -*-\n"), "ruby");
    EXPECT_EQ(idOf("x.inc", "a\n# vim: set ft=perl ts=4:\n"), "perl");
    EXPECT_EQ(idOf("x.inc", std::string(5000, '\n') + "# vim:filetype=tcl\n"), "tcl");
    EXPECT_EQ(idOf("Makefile", "# vim: set ft=perl:\n"), "make");
}

TEST(Language, OfASharedExtensionComesFromTheBytes) {
    EXPECT_EQ(idOf("a.h", "int f(void);\n"), "c");
    EXPECT_EQ(idOf("a.h", "#pragma once\nnamespace a {\n"), "cpp");
    EXPECT_EQ(idOf("a.h", "\n@interface A\n"), "objc");
    EXPECT_EQ(idOf("a.m", "% help\nfunction x()\n"), "matlab");
    EXPECT_EQ(idOf("a.m", "#import <x.h>\n"), "objc");
}

TEST(Language, IsFoundByTheNamesOfOtherTools) {
    EXPECT_EQ(findLanguage("C++")->id, "cpp");
    EXPECT_EQ(findLanguage("golang")->id, "go");
    EXPECT_EQ(findLanguage("Objective-C")->id, "objc");
    EXPECT_EQ(findLanguage("nonsense"), nullptr);
}

TEST(LanguageTable, IsSortedAndNamesOnlyWhatItHolds) {
    const auto rows = languages();
    EXPECT_TRUE(
        std::is_sorted(rows.begin(), rows.end(), [](const Language& a, const Language& b) { return a.id < b.id; }));
    for (const auto names : {fileNames(), extensions(), interpreters(), aliases()})
        for (const LanguageName& name : names) {
            const Language* language = findLanguage(name.id);
            ASSERT_NE(language, nullptr) << name.id;
            EXPECT_EQ(language->id, name.id);
        }
}

TEST(LanguageTable, HoldsThirtyFiveGrammarsAndTwentyFiveLanguagesWithout) {
    const auto rows = languages();
    const auto grammars = std::count_if(rows.begin(), rows.end(),
                                        [](const Language& l) { return readersOf(l) == Readers::GrammarAndLexical; });
    EXPECT_GE(grammars, 35);
    EXPECT_GE(static_cast<std::ptrdiff_t>(rows.size()) - grammars, 25);
}

} // namespace
} // namespace paydown::syntax
