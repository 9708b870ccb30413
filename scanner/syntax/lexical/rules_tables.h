// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scanner/syntax/lexical/rules.h"

/// The rules of every language, by family. A language whose comments and literals are those of another shares them.
namespace paydown::syntax::lexical {

// rules_c_family.cpp
extern const Rules kC;
extern const Rules kCSharp;
extern const Rules kJava;
extern const Rules kKotlin;
extern const Rules kScala;
extern const Rules kGroovy;
extern const Rules kSwift;
extern const Rules kGo;
extern const Rules kRust;
extern const Rules kZig;
extern const Rules kDart;
extern const Rules kD;
extern const Rules kProto;
extern const Rules kThrift;
extern const Rules kSolidity;
extern const Rules kCss;
extern const Rules kScss;
extern const Rules kVerilog;
extern const Rules kHcl;
extern const Rules kShader;
extern const Rules kAssembly;

// rules_scripts.cpp
extern const Rules kPython;
extern const Rules kStarlark;
extern const Rules kGdscript;
extern const Rules kMeson;
extern const Rules kNim;
extern const Rules kCoffee;
extern const Rules kElixir;
extern const Rules kCrystal;
extern const Rules kJulia;
extern const Rules kR;
extern const Rules kLua;
extern const Rules kAwk;
extern const Rules kSed;
extern const Rules kPowershell;
extern const Rules kFish;
extern const Rules kBatch;
extern const Rules kVim;
extern const Rules kMatlab;
extern const Rules kPuppet;
extern const Rules kPug;

// rules_functional.cpp
extern const Rules kHaskell;
extern const Rules kElm;
extern const Rules kOcaml;
extern const Rules kFsharp;
extern const Rules kErlang;
extern const Rules kClojure;
extern const Rules kLisp;
extern const Rules kEmacsLisp;
extern const Rules kNix;
extern const Rules kProlog;

// rules_classic.cpp
extern const Rules kSql;
extern const Rules kAda;
extern const Rules kVhdl;
extern const Rules kPascal;
extern const Rules kFortran;
extern const Rules kFortranFixed;
extern const Rules kBasic;
extern const Rules kLatex;
extern const Rules kCobol;

// rules_config.cpp
extern const Rules kJson;
extern const Rules kToml;
extern const Rules kIni;
extern const Rules kConf;
extern const Rules kProperties;
extern const Rules kHashWord;
extern const Rules kCmake;
extern const Rules kDockerfile;
extern const Rules kGraphql;
extern const Rules kPo;
extern const Rules kM4;
extern const Rules kGeneric;

// rules_dialects.cpp: languages with a scanner of their own
extern const Rules kJavascript;
extern const Rules kTypescript;
extern const Rules kShell;
extern const Rules kPerl;
extern const Rules kRuby;
extern const Rules kPhp;
extern const Rules kHtml;
extern const Rules kVue;
extern const Rules kXml;
extern const Rules kMarkdown;
extern const Rules kYaml;
extern const Rules kMake;
extern const Rules kTcl;

} // namespace paydown::syntax::lexical
