// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/syntax/language_table.h"

#include "scanner/syntax/grammar.h"
#include "scanner/syntax/lexical/rules_tables.h"

#include <array>

#define PAYDOWN_DECLARE(name) extern "C" const TSLanguage* tree_sitter_##name();
PAYDOWN_GRAMMARS(PAYDOWN_DECLARE)
#undef PAYDOWN_DECLARE

namespace paydown::syntax {
namespace {

#define PAYDOWN_DEFINE(name) constexpr Grammar g_##name{&tree_sitter_##name};
PAYDOWN_GRAMMARS(PAYDOWN_DEFINE)
#undef PAYDOWN_DEFINE

using namespace lexical;

constexpr std::string_view kColons = "::";
constexpr std::string_view kDot = ".";

// Sorted by id.
constexpr std::array kLanguages = {
    Language{"ada", "Ada", kDot, &kAda},
    Language{"asm", "Assembly", kDot, &kAssembly},
    Language{"awk", "Awk", kDot, &kAwk},
    Language{"bash", "Shell", kDot, &kShell, &g_bash},
    Language{"batch", "Batch", kDot, &kBatch},
    Language{"bazel", "Bazel", kDot, &kStarlark},
    Language{"bitbake", "BitBake", kDot, &kHashWord},
    Language{"c", "C", kColons, &kC, &g_c},
    Language{"clojure", "Clojure", "/", &kClojure},
    Language{"cmake", "CMake", kDot, &kCmake},
    Language{"cobol", "COBOL", kDot, &kCobol},
    Language{"coffeescript", "CoffeeScript", kDot, &kCoffee},
    Language{"conf", "Configuration", kDot, &kConf},
    Language{"cpp", "C++", kColons, &kC, &g_cpp},
    Language{"crystal", "Crystal", kColons, &kCrystal},
    Language{"csharp", "C#", kDot, &kCSharp, &g_c_sharp},
    Language{"css", "CSS", kDot, &kCss, &g_css},
    Language{"cuda", "CUDA", kColons, &kC, &g_cpp},
    Language{"cython", "Cython", kDot, &kPython},
    Language{"d", "D", kDot, &kD},
    Language{"dart", "Dart", kDot, &kDart, &g_dart},
    Language{"devicetree", "Device tree", kDot, &kC},
    Language{"dockerfile", "Dockerfile", kDot, &kDockerfile},
    Language{"elisp", "Emacs Lisp", kDot, &kEmacsLisp},
    Language{"elixir", "Elixir", kDot, &kElixir, &g_elixir},
    Language{"elm", "Elm", kDot, &kElm, &g_elm},
    Language{"erlang", "Erlang", ":", &kErlang},
    Language{"fish", "fish", kDot, &kFish},
    Language{"fortran", "Fortran", "%", &kFortran},
    Language{"fortran-fixed", "Fortran (fixed form)", "%", &kFortranFixed},
    Language{"fsharp", "F#", kDot, &kFsharp},
    Language{"gdscript", "GDScript", kDot, &kGdscript},
    Language{"glsl", "GLSL", kColons, &kShader},
    Language{"go", "Go", kDot, &kGo, &g_go},
    Language{"graphql", "GraphQL", kDot, &kGraphql},
    Language{"groovy", "Groovy", kDot, &kGroovy, &g_groovy},
    Language{"haskell", "Haskell", kDot, &kHaskell, &g_haskell},
    Language{"haxe", "Haxe", kDot, &kJava},
    Language{"hcl", "HCL", kDot, &kHcl, &g_hcl},
    Language{"hlsl", "HLSL", kColons, &kShader},
    Language{"html", "HTML", kDot, &kHtml, &g_html},
    Language{"ini", "INI", kDot, &kIni},
    Language{"java", "Java", kDot, &kJava, &g_java},
    Language{"javascript", "JavaScript", kDot, &kJavascript, &g_javascript},
    Language{"json", "JSON", kDot, &kJson, &g_json},
    Language{"julia", "Julia", kDot, &kJulia},
    Language{"just", "Just", kDot, &kHashWord},
    Language{"kconfig", "Kconfig", kDot, &kConf},
    Language{"kotlin", "Kotlin", kDot, &kKotlin, &g_kotlin},
    Language{"latex", "LaTeX", kDot, &kLatex},
    Language{"less", "Less", kDot, &kScss},
    Language{"lisp", "Common Lisp", kDot, &kLisp},
    Language{"llvm", "LLVM IR", kDot, &kEmacsLisp},
    Language{"lua", "Lua", kDot, &kLua, &g_lua},
    Language{"m4", "M4", kDot, &kM4},
    Language{"make", "Makefile", kDot, &kMake, &g_make},
    Language{"markdown", "Markdown", kDot, &kMarkdown},
    Language{"matlab", "MATLAB", kDot, &kMatlab},
    Language{"meson", "Meson", kDot, &kMeson},
    Language{"nim", "Nim", kDot, &kNim},
    Language{"nix", "Nix", kDot, &kNix},
    Language{"objc", "Objective-C", kColons, &kC, &g_objc},
    Language{"ocaml", "OCaml", kDot, &kOcaml, &g_ocaml},
    Language{"opencl", "OpenCL", kColons, &kC, &g_c},
    Language{"pascal", "Pascal", kDot, &kPascal},
    Language{"perl", "Perl", kColons, &kPerl},
    Language{"php", "PHP", kColons, &kPhp, &g_php},
    Language{"po", "Gettext", kDot, &kPo},
    Language{"powershell", "PowerShell", kDot, &kPowershell, &g_powershell},
    Language{"prolog", "Prolog", kDot, &kProlog},
    Language{"properties", "Properties", kDot, &kProperties},
    Language{"protobuf", "Protocol Buffers", kDot, &kProto},
    Language{"pug", "Pug", kDot, &kPug},
    Language{"puppet", "Puppet", kColons, &kPuppet},
    Language{"purescript", "PureScript", kDot, &kHaskell},
    Language{"python", "Python", kDot, &kPython, &g_python},
    Language{"qml", "QML", kDot, &kTypescript},
    Language{"r", "R", kDot, &kR, &g_r},
    Language{"racket", "Racket", kDot, &kLisp},
    Language{"ruby", "Ruby", kColons, &kRuby, &g_ruby},
    Language{"rust", "Rust", kColons, &kRust, &g_rust},
    Language{"scala", "Scala", kDot, &kScala, &g_scala},
    Language{"scheme", "Scheme", kDot, &kLisp},
    Language{"scss", "SCSS", kDot, &kScss, &g_scss},
    Language{"sed", "sed", kDot, &kSed},
    Language{"solidity", "Solidity", kDot, &kSolidity},
    Language{"sql", "SQL", kDot, &kSql, &g_sql},
    Language{"starlark", "Starlark", kDot, &kStarlark},
    Language{"svelte", "Svelte", kDot, &kVue, &g_svelte},
    Language{"swift", "Swift", kDot, &kSwift, &g_swift},
    Language{"systemd", "systemd unit", kDot, &kIni},
    Language{"tcl", "Tcl", kColons, &kTcl},
    Language{"thrift", "Thrift", kDot, &kThrift},
    Language{"toml", "TOML", kDot, &kToml, &g_toml},
    Language{"tsx", "TSX", kDot, &kJavascript, &g_tsx},
    Language{"typescript", "TypeScript", kDot, &kTypescript, &g_typescript},
    Language{"vala", "Vala", kDot, &kJava},
    Language{"vb", "Visual Basic", kDot, &kBasic},
    Language{"verilog", "Verilog", kDot, &kVerilog},
    Language{"vhdl", "VHDL", kDot, &kVhdl},
    Language{"vim", "Vim script", kDot, &kVim},
    Language{"vue", "Vue", kDot, &kVue},
    Language{"wgsl", "WGSL", kDot, &kRust},
    Language{"xml", "XML", kDot, &kXml, &g_xml},
    Language{"yaml", "YAML", kDot, &kYaml, &g_yaml},
    Language{"zig", "Zig", kDot, &kZig, &g_zig},
};

constexpr Language kGenericLanguage{"generic", "Unknown", kDot, &kGeneric};

} // namespace

std::span<const Language> languages() { return kLanguages; }

const Language& genericLanguage() { return kGenericLanguage; }

} // namespace paydown::syntax
