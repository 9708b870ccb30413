// SPDX-License-Identifier: GPL-3.0-or-later
// Extensions that several languages share: which one a file is in, by what it holds.
#include "scanner/syntax/language_hints.h"

#include "core/base/text.h"
#include "scanner/syntax/comments.h"
#include "scanner/syntax/lexical/cursor.h"

#include <algorithm>
#include <array>
#include <string>

namespace paydown::syntax {
namespace {

constexpr std::size_t kLookedAtBytes = 8 << 10; ///< A reader of history asks for many thousand files.

/// Where a clue has to stand.
enum class At : std::uint8_t {
    Line,   ///< A line opens with it, behind blanks.
    Column, ///< A line opens with it, in the first column.
    Anywhere,
    Begin, ///< The text opens with it, behind blanks.
};

/// What tells a language: any of several texts. The first row of an extension that fits decides.
struct Clue {
    std::string_view extension;
    std::string_view id; ///< Empty: of no language that is read.
    At at = At::Line;
    std::string_view texts; ///< With '|' between them.
};

constexpr auto kClues = std::to_array<Clue>({
    {"as", "angelscript", At::Line, "#include|shared class |funcdef "},
    {"asc", "", At::Begin, "-----BEGIN "},
    {"cl", "lisp", At::Column, "(|;"},
    {"cls", "vb", At::Line, "VERSION 1.0 CLASS|Attribute VB_|Option Explicit"},
    {"cls", "latex", At::Line, "\\|%"},
    {"cls", "apex", At::Line, "public |private |global |@isTest|@IsTest|with sharing|abstract |virtual |class |/**"},
    {"cs", "smalltalk", At::Begin, "!|'From"},
    {"d", "dtrace", At::Line, "#pragma D |dtrace:|BEGIN {|profile:|syscall:"},
    {"d", "d", At::Line, "module |import |unittest|void main|version("},
    {"d", "make", At::Anywhere, ".o: |.o :|: \\\n"},
    {"es", "erlang", At::Column, "%|-module("},
    {"f", "forth", At::Column, ": |\\ "},
    {"for", "forth", At::Column, ": |\\ "},
    {"fs", "glsl", At::Line, "#version|precision |uniform |varying |void main|attribute |in vec"},
    {"fs", "forth", At::Column, ": |\\ "},
    {"gd", "gap", At::Line, "DeclareOperation|DeclareGlobal|DeclareAttribute|gap>"},
    {"gml", "xml", At::Begin, "<"},
    {"gml", "javascript", At::Line, "//|/*|var |function |if "},
    {"gs", "glsl", At::Line, "#version|precision |uniform |layout("},
    {"gs", "gosu", At::Line, "uses |package "},
    {"h", "objc", At::Line, "@interface|@protocol|@end|#import |@import "},
    {"h", "cpp", At::Line,
     "class |namespace |inline namespace |using |template <|template<|public:|private:|protected:|virtual |constexpr "
     "|enum class |explicit |friend |#include <string>|#include <vector>|#include <map>|#include <memory>|#include "
     "<cstdint>|#include <cstddef>|#include <functional>|#include <iostream>|#include <utility>|#include <optional>"},
    {"h", "cpp", At::Anywhere, "std::| noexcept|nullptr|static_cast<|operator==("},
    {"hh", "hack", At::Begin, "<?hh"},
    {"inc", "php", At::Anywhere, "<?php|<?="},
    {"inc", "bitbake", At::Column,
     "SRC_URI|DEPENDS|require |inherit |LICENSE|FILES:|FILES_|RDEPENDS|do_install|EXTRA_O"},
    {"inc", "pascal", At::Line, "{$|procedure |unit "},
    {"inc", "cpp", At::Line, "//|/*|#if|#include|#define|static |template"},
    {"inc", "asm", At::Line, ";|%macro|.macro|section |global |%define|.equ"},
    {"inc", "sql", At::Line, "--|SELECT |INSERT |CREATE |select |insert |create |let $"},
    {"inc", "html", At::Begin, "<"},
    {"inc", "conf", At::Line, "#"},
    {"l", "lisp", At::Column, "(def|;;"},
    {"l", "roff", At::Column, ".\\\"|.TH |.SH |.Dd "},
    {"ll", "lex", At::Column, "%{|%%|%option"},
    {"ls", "javascript", At::Line, "var |//"},
    {"m", "objc", At::Line,
     "#import|#include|@interface|@implementation|@protocol|@class|@import|@property|@end|#pragma|#define|#if"},
    {"m", "mercury", At::Line, ":- module|:- interface|:- import_module"},
    {"m", "matlab", At::Line, "%|function |function[|classdef |clear|close all|end\n|##|disp("},
    {"m", "mathematica", At::Anywhere, "(*|BeginPackage[|Module[{|:="},
    {"m", "objc", At::Line, "//|/*"},
    {"md", "lisp", At::Column, "(define_"},
    {"mod", "xml", At::Begin, "<"},
    {"mod", "modula2", At::Line, "MODULE |DEFINITION MODULE|IMPLEMENTATION MODULE|(*"},
    {"mod", "gomod", At::Line, "module |require (|go 1"},
    {"mod", "conf", At::Line, "#"},
    {"nu", "lisp", At::Column, ";"},
    {"php", "hack", At::Begin, "<?hh"},
    {"pl", "raku", At::Line, "use v6"},
    {"pl", "perl", At::Line, "use |my |sub |package |require |print |=pod|=head1|our |local |$|@|BEGIN {|__END__"},
    {"pl", "prolog", At::Anywhere, ":-"},
    {"pl", "prolog", At::Line, "%"},
    {"plist", "json", At::Begin, "{|(|//"},
    {"pm", "raku", At::Line, "use v6|unit class|unit module"},
    {"pm", "c", At::Begin, "/* XPM */"},
    {"pp", "pascal", At::Line, "unit |program |uses |{$|library "},
    {"pro", "prolog", At::Anywhere, ":-"},
    {"pro", "conf", At::Line,
     "QT |QT+=|TEMPLATE|CONFIG|SOURCES|HEADERS|TARGET|include(|INCLUDEPATH|-keep|-dont|SUBDIRS"},
    {"pro", "idl", At::Line, "pro |PRO |function |FUNCTION |;"},
    {"pro", "conf", At::Line, "#"},
    {"r", "rebol", At::Line, "REBOL [|REBOL[|Rebol [|rebol ["},
    {"re", "cpp", At::Line, "#include|static |/*!re2c|namespace "},
    {"res", "xml", At::Begin, "<"},
    {"rs", "c", At::Line, "#pragma version(|#pragma rs "},
    {"rs", "xml", At::Begin, "<?xml"},
    {"sc", "supercollider", At::Anywhere, "SynthDef|^this|^super|{ arg | ar(|.ar(|classvar"},
    {"sol", "", At::Begin, "G04 |%FS"},
    {"spec", "python", At::Line, "a = Analysis"},
    {"t", "raku", At::Line, "use v6"},
    {"tpl", "html", At::Begin, "<!DOCTYPE|<html"},
    {"tpl", "yaml", At::Line, "apiVersion:|kind:|{{- define|{{/*|{{- /*"},
    {"ts", "xml", At::Begin, "<?xml|<!DOCTYPE TS|<TS"},
    {"tsx", "xml", At::Begin, "<?xml|<tileset"},
    {"v", "coq", At::Line, "Require |Lemma |Theorem |Proof.|Definition |Inductive |Fixpoint |Ltac |Section |Notation "},
    {"v", "v", At::Line, "fn |pub fn |pub struct |pub enum "},
    {"y", "haskell", At::Line, "module |%tokentype|%name "},
});

std::string_view withoutBlanks(std::string_view line) {
    line.remove_prefix(std::min(line.find_first_not_of(" \t\f"), line.size()));
    return line;
}

bool opensWithAny(std::string_view text, std::span<const std::string_view> texts) {
    return std::ranges::any_of(texts, [&](std::string_view candidate) { return text.starts_with(candidate); });
}

bool fits(const Clue& clue, std::string_view text) {
    const auto texts = split(clue.texts, '|');
    if (clue.at == At::Anywhere)
        return std::ranges::any_of(
            texts, [&](std::string_view candidate) { return text.find(candidate) != std::string_view::npos; });
    if (clue.at == At::Begin)
        return opensWithAny(text.substr(std::min(text.find_first_not_of(" \t\r\n\f"), text.size())), texts);
    for (std::size_t begin = 0; begin < text.size();) {
        const std::string_view rest = text.substr(begin);
        if (opensWithAny(clue.at == At::Line ? withoutBlanks(rest) : rest, texts)) return true;
        begin += lexical::lineEndAt(rest, 0) + 1;
    }
    return false;
}

/// What comments of C say ("class of services …") is no clue about a header.
std::string withoutComments(std::string_view text) {
    std::string code(text);
    for (const Comment& comment : readComments(*findLanguage("cpp"), text))
        std::fill(code.begin() + comment.beginByte, code.begin() + comment.endByte, ' ');
    return code;
}

/// The first clue of an extension that fits; null for none.
const Clue* clueIn(std::string_view extension, std::string_view text) {
    for (const Clue& clue : kClues)
        if (clue.extension == extension && fits(clue, text)) return &clue;
    return nullptr;
}

} // namespace

const Language* languageByContent(std::string_view name, std::string_view bytes, const Language* otherwise) {
    const std::size_t dot = name.rfind('.');
    if (dot == std::string_view::npos) return otherwise;
    const std::string_view extension = name.substr(dot + 1);
    const std::string_view text = bytes.substr(0, kLookedAtBytes);
    const Clue* clue = clueIn(extension, text);
    if (clue != nullptr && extension == "h") clue = clueIn(extension, withoutComments(text));
    if (clue == nullptr) return otherwise;
    return clue->id.empty() ? nullptr : findLanguage(clue->id);
}

} // namespace paydown::syntax
