// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "scanner/syntax/language.h"
#include "scanner/syntax/language_table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>

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

TEST(Language, ComesFromAShebangHoweverItIsWritten) {
    const std::vector<std::pair<std::string_view, std::string_view>> cases = {
        {"#!/bin/bash\n", "bash"},
        {"#! /usr/bin/perl -w\n", "perl"},
        {"#!/usr/bin/env python3\r\n", "python"},
        {"#!/usr/bin/env -S node --no-warnings\n", "javascript"},
        {"#!/usr/bin/env -Sdeno run\n", "typescript"},
        {"#!/usr/bin/env LC_ALL=C ruby2.7\n", "ruby"},
        {"#!/usr/bin/env -S uv run --script\n", "python"},
        {"#!/usr/bin/env perl6\n", "raku"},
        {"#!/usr/bin/tclsh8.6\n", "tcl"},
        {"#!/usr/local/bin/Rscript --vanilla\n", "r"},
        {"#!/usr/bin/make -f\n", "make"},
        {"#!/usr/bin/awk -f", "awk"},
        {"#!/bin/busybox sh\n", "bash"},
        {"#!/bin/sh\n# the next line restarts using wish \\\nexec wish \"$0\" \"$@\"\n", "tcl"},
        {"#!/bin/sh\nexec python3 helper.py\n", "bash"},
        {"#!/usr/bin/env nix-shell\n#!nix-shell -i python3 -p python3\n", "python"},
        {"#!/opt/unheard-of\n", "none"},
        {"#!", "none"},
    };
    for (const auto& [bytes, id] : cases) EXPECT_EQ(idOf("bin/run", bytes), id) << bytes;
}

TEST(Language, ComesFromModelines) {
    EXPECT_EQ(idOf("x", "// -*- C++ -*-\n"), "cpp");
    EXPECT_EQ(idOf("x", "#!/bin/zzz\n# -*- mode: ruby; tab: 2 -*-\n"), "ruby");
    EXPECT_EQ(idOf("x", "<?xml version=\"1.0\"?>\n<!-- -*- tab-width: 2; mode: nxml; -*- -->\n"), "xml");
    EXPECT_EQ(idOf("x", "# -*- coding: utf-8 -*-\n"), "none");
    EXPECT_EQ(idOf("x.inc", "a\n# vim: set ft=perl ts=4:\n"), "perl");
    EXPECT_EQ(idOf("x.inc", std::string(5000, '\n') + "# vim:filetype=tcl\n"), "tcl");
    EXPECT_EQ(idOf("x", "-- vi: ts=4 syntax=sql\n"), "sql");
    EXPECT_EQ(idOf("x", "/* ex: set ft=javascript: */\r\n"), "javascript");
    EXPECT_EQ(idOf("x", "# vim>600: set ft=sh :\n"), "bash");
    EXPECT_EQ(idOf("x", "a\nb\nc\nd\ne\n# vim: ft=perl\n" + std::string(2000, '\n')), "none");
    EXPECT_EQ(idOf("x", "text\n;; Local Variables:\n;; mode: scheme\n;; End:\n"), "scheme");
    EXPECT_EQ(idOf("Makefile", "# vim: set ft=perl:\n"), "make");
}

TEST(Language, OfATemplateIsThatOfWhatItMakes) {
    EXPECT_EQ(idOf("a.service.in"), "systemd");
    EXPECT_EQ(idOf("Dockerfile.tmpl"), "dockerfile");
    EXPECT_EQ(idOf("config.py.example"), "python");
    EXPECT_EQ(idOf(".env.staging"), "conf");
    EXPECT_EQ(idOf("README.in"), "none");
}

TEST(Language, IsFoundByTheNamesOfOtherTools) {
    EXPECT_EQ(findLanguage("C++")->id, "cpp");
    EXPECT_EQ(findLanguage("golang")->id, "go");
    EXPECT_EQ(findLanguage("Objective-C")->id, "objc");
    EXPECT_EQ(findLanguage("Emacs-Lisp")->id, "elisp");
    EXPECT_EQ(findLanguage("emacs lisp")->id, "elisp");
    EXPECT_EQ(findLanguage("Visual-Basic-.NET")->id, "vb");
    EXPECT_EQ(findLanguage("JSON-with-Comments")->id, "json");
    EXPECT_EQ(findLanguage("SystemVerilog")->id, "verilog");
    EXPECT_EQ(findLanguage("nonsense"), nullptr);
    EXPECT_EQ(findLanguage(""), nullptr);
}

TEST(LanguageTable, IsSortedAndNamesOnlyWhatItHolds) {
    const auto rows = languages();
    EXPECT_TRUE(
        std::is_sorted(rows.begin(), rows.end(), [](const Language& a, const Language& b) { return a.id < b.id; }));
    for (const auto names : {fileNames(), extensions(), interpreters(), aliases()})
        for (const LanguageNames& row : names) {
            const Language* language = findLanguage(row.id);
            ASSERT_NE(language, nullptr) << row.id;
            EXPECT_EQ(language->id, row.id);
        }
}

TEST(LanguageTable, GivesEachNameToOneLanguage) {
    for (const auto names : {fileNames(), extensions(), interpreters(), aliases()}) {
        std::map<std::string_view, std::string_view> owners;
        for (const LanguageNames& row : names)
            for (const std::string_view name : split(row.names, ' ')) {
                const auto [owner, isNew] = owners.emplace(name, row.id);
                EXPECT_TRUE(isNew) << name << " of " << owner->second << " and " << row.id;
            }
    }
}

TEST(LanguageTable, HoldsThirtyFiveGrammarsAndAHundredAndNinetyLanguagesWithout) {
    const auto rows = languages();
    const auto grammars = std::count_if(rows.begin(), rows.end(),
                                        [](const Language& l) { return readersOf(l) == Readers::GrammarAndLexical; });
    EXPECT_GE(grammars, 35);
    EXPECT_GE(static_cast<std::ptrdiff_t>(rows.size()) - grammars, 190);
}

} // namespace
} // namespace paydown::syntax
