// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/syntax/language.h"

#include <gtest/gtest.h>

namespace paydown::syntax {
namespace {

struct Case {
    std::string_view path;
    std::string_view bytes;
    std::string_view id; ///< Empty: none.
};

TEST(SharedExtensions, AreSettledByWhatTheFileHolds) {
    const std::vector<Case> cases = {
        {"a.h", "int f(void);\n", "c"},
        {"a.h", "/*\n class of services\n namespace and others: std::string\n*/\nint f(void);\n", "c"},
        {"a.h", "#pragma once\nnamespace a {\n", "cpp"},
        {"a.h", "struct A {\n  explicit A(int);\n};\n", "cpp"},
        {"a.h", "void f(const std::string& s);\n", "cpp"},
        {"a.h", "\n@interface A\n", "objc"},
        {"a.h", "#import <Foundation/Foundation.h>\n", "objc"},
        {"a.m", "% help\nfunction x()\n", "matlab"},
        {"a.m", "classdef A < handle\n", "matlab"},
        {"a.m", "#import <x.h>\n", "objc"},
        {"a.m", "/* function of the day */\n#import <x.h>\n@implementation A\n", "objc"},
        {"a.m", "(* Mathematica *)\nf[x_] := x\n", "mathematica"},
        {"a.m", ":- module a.\n", "mercury"},
        {"a.pl", "use strict;\nmy $x = 1; # :- not Prolog\n", "perl"},
        {"a.pl", "% facts\nparent(a, b).\nold(X) :- parent(X, _).\n", "prolog"},
        {"a.pl", "use v6;\n", "raku"},
        {"a.v", "module top(input clk);\nendmodule\n", "verilog"},
        {"a.v", "Require Import List.\nLemma a : True.\n", "coq"},
        {"a.v", "module main\n\nfn main() {\n}\n", "v"},
        {"a.t", "use Test::More;\n", "perl"},
        {"a.t", "#!/bin/sh\n", "bash"},
        {"a.t", "use v6;\n", "raku"},
        {"a.ts", "export const x = 1;\n", "typescript"},
        {"a.ts", "<?xml version=\"1.0\"?>\n<!DOCTYPE TS>\n", "xml"},
        {"a.ts", "<!DOCTYPE TS>\n<TS version=\"2.1\">\n", "xml"},
        {"a.inc", "<?php\n// x\n", "php"},
        {"a.inc", "#define X 1\n", "cpp"},
        {"a.inc", "SRC_URI = \"x\"\n", "bitbake"},
        {"a.inc", "; registers\nPORT equ 1\n", "asm"},
        {"a.inc", "{$IFDEF X}\n", "pascal"},
        {"a.inc", "--source include/have_innodb.inc\n", "sql"},
        {"a.inc", "plain words\n", ""},
        {"a.fs", "module A\nlet x = 1\n", "fsharp"},
        {"a.fs", "#version 330\nvoid main() {}\n", "glsl"},
        {"a.fs", ": square dup * ;\n", "forth"},
        {"a.cls", "\\NeedsTeXFormat{LaTeX2e}\n", "latex"},
        {"a.cls", "public class A {\n}\n", "apex"},
        {"a.cls", "VERSION 1.0 CLASS\nBEGIN\n", "vb"},
        {"a.d", "module a;\nimport std.stdio;\n", "d"},
        {"a.d", "a.o: a.c a.h\n", "make"},
        {"a.d", "#pragma D option quiet\n", "dtrace"},
        {"a.r", "x <- 1\n", "r"},
        {"a.r", "REBOL [Title: \"x\"]\n", "rebol"},
        {"a.md", "# Title\n", "markdown"},
        {"a.md", ";; Machine description\n(define_insn \"add\")\n", "lisp"},
        {"a.mod", "module example.com/a\n\ngo 1.21\n", "gomod"},
        {"a.mod", "IMPLEMENTATION MODULE A;\n", "modula2"},
        {"a.pro", "QT += core\nSOURCES = a.cpp\n", "conf"},
        {"a.pro", "old(X) :- parent(X).\n", "prolog"},
        {"a.pp", "class apache { }\n", "puppet"},
        {"a.pp", "unit A;\ninterface\n", "pascal"},
        {"a.sc", "object A { }\n", "scala"},
        {"a.sc", "SynthDef(\\a, { arg x; })\n", "supercollider"},
        {"a.l", "%{\n#include <x.h>\n%}\n%%\n", "lex"},
        {"a.l", ";; Lisp\n(defun f ())\n", "lisp"},
        {"a.cl", "__kernel void f() {}\n", "opencl"},
        {"a.cl", "(defun f ())\n", "lisp"},
        {"a.tpl", "{* Smarty *}\n", "smarty"},
        {"a.tpl", "{{- define \"x\" -}}\n", "yaml"},
        {"a.pm", "package A;\n", "perl"},
        {"a.sol", "pragma solidity ^0.8;\n", "solidity"},
        {"a.sol", "G04 Gerber*\n", ""},
        {"a.spec", "Name: x\n", "rpmspec"},
        {"a.rs", "fn f() {}\n", "rust"},
        {"a.rs", "#pragma version(1)\n", "c"},
        {"go.mod", "module a\n", "gomod"},
    };
    for (const Case& c : cases) {
        const Language* language = languageOf(c.path, c.bytes);
        EXPECT_EQ(language == nullptr ? "" : language->id, c.id) << c.path << ": " << c.bytes;
    }
}

TEST(SharedExtensions, AreReadAsTheUsualLanguageWhereNothingTells) {
    const std::vector<std::pair<std::string_view, std::string_view>> cases = {
        {"a.h", "c"},           {"a.m", "objc"},    {"a.pl", "perl"}, {"a.v", "verilog"}, {"a.t", "perl"},
        {"a.ts", "typescript"}, {"a.fs", "fsharp"}, {"a.d", "d"},     {"a.r", "r"},       {"a.cls", "latex"}};
    for (const auto& [path, id] : cases) EXPECT_EQ(languageOf(path, "")->id, id) << path;
}

} // namespace
} // namespace paydown::syntax
