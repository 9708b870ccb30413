// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/syntax/keywords.h"

#include <algorithm>
#include <array>

namespace paydown::syntax {
namespace {

using Word = std::string_view;

constexpr auto kCWords = std::to_array<Word>(
    {"NULL",      "alignas",      "alignof",   "auto",         "break",         "case",        "catch",
     "class",     "co_await",     "co_return", "co_yield",     "concept",       "const",       "const_cast",
     "consteval", "constexpr",    "constinit", "continue",     "decltype",      "default",     "delete",
     "do",        "dynamic_cast", "else",      "enum",         "explicit",      "export",      "extern",
     "false",     "final",        "for",       "friend",       "goto",          "if",          "import",
     "inline",    "module",       "mutable",   "namespace",    "new",           "noexcept",    "nullptr",
     "operator",  "override",     "private",   "protected",    "public",        "register",    "reinterpret_cast",
     "requires",  "return",       "sizeof",    "static",       "static_assert", "static_cast", "struct",
     "switch",    "template",     "this",      "thread_local", "throw",         "true",        "try",
     "typedef",   "typeid",       "typename",  "union",        "using",         "virtual",     "volatile",
     "while"});

constexpr auto kJavaWords = std::to_array<Word>(
    {"abstract",  "as",      "assert",   "async",    "await",      "base",      "break",       "by",
     "case",      "catch",   "checked",  "class",    "companion",  "const",     "constructor", "continue",
     "data",      "def",     "default",  "delegate", "do",         "else",      "enum",        "event",
     "explicit",  "extends", "extern",   "false",    "final",      "finally",   "fixed",       "for",
     "foreach",   "fun",     "get",      "given",    "goto",       "if",        "implements",  "implicit",
     "import",    "in",      "init",     "inline",   "instanceof", "interface", "internal",    "is",
     "lazy",      "lock",    "match",    "module",   "namespace",  "native",    "new",         "null",
     "object",    "open",    "operator", "out",      "override",   "package",   "params",      "private",
     "protected", "public",  "readonly", "record",   "ref",        "return",    "sealed",      "set",
     "sizeof",    "static",  "strictfp", "struct",   "super",      "suspend",   "switch",      "synchronized",
     "this",      "throw",   "throws",   "trait",    "transient",  "true",      "try",         "typealias",
     "typeof",    "unsafe",  "using",    "val",      "var",        "virtual",   "volatile",    "when",
     "where",     "while",   "with",     "yield"});

constexpr auto kScriptWords = std::to_array<Word>(
    {"abstract",   "as",        "async",   "await",    "break",   "case",    "catch",      "class",   "const",
     "continue",   "debugger",  "declare", "default",  "delete",  "do",      "else",       "elseif",  "elsif",
     "end",        "endif",     "enum",    "export",   "extends", "false",   "finally",    "fn",      "for",
     "foreach",    "foreign",   "from",    "function", "global",  "if",      "implements", "import",  "in",
     "instanceof", "interface", "is",      "keyof",    "last",    "let",     "local",      "my",      "namespace",
     "new",        "next",      "null",    "of",       "our",     "package", "param",      "private", "protected",
     "public",     "readonly",  "redo",    "require",  "return",  "set",     "static",     "sub",     "super",
     "switch",     "this",      "throw",   "true",     "try",     "type",    "typeof",     "undef",   "undefined",
     "unless",     "until",     "use",     "var",      "void",    "while",   "with",       "yield"});

constexpr auto kPythonWords = std::to_array<Word>(
    {"False",  "None",     "True",   "and",    "as",   "assert", "async",  "await",   "break",    "case",
     "class",  "continue", "def",    "del",    "elif", "else",   "except", "finally", "for",      "from",
     "global", "if",       "import", "in",     "is",   "lambda", "load",   "match",   "nonlocal", "not",
     "or",     "pass",     "raise",  "return", "self", "try",    "while",  "with",    "yield"});

constexpr auto kGoWords = std::to_array<Word>(
    {"break",   "case",  "chan",   "const",  "continue", "default", "defer",     "else", "fallthrough", "false",
     "for",     "func",  "go",     "goto",   "if",       "import",  "interface", "iota", "map",         "nil",
     "package", "range", "return", "select", "struct",   "switch",  "true",      "type", "var"});

constexpr auto kRustWords = std::to_array<Word>(
    {"Self",      "as",    "async",  "await",  "break",    "catch",  "class",    "comptime", "const",
     "continue",  "crate", "defer",  "do",     "dyn",      "else",   "enum",     "errdefer", "extension",
     "extern",    "false", "final",  "fn",     "for",      "func",   "guard",    "if",       "impl",
     "import",    "in",    "init",   "inout",  "internal", "is",     "let",      "loop",     "macro_rules",
     "match",     "mod",   "move",   "mut",    "nil",      "none",   "operator", "override", "private",
     "protocol",  "pub",   "public", "ref",    "repeat",   "return", "self",     "some",     "static",
     "struct",    "super", "switch", "throw",  "throws",   "trait",  "true",     "try",      "type",
     "typealias", "union", "unsafe", "unwrap", "use",      "var",    "where",    "while"});

constexpr auto kRubyWords = std::to_array<Word>(
    {"BEGIN",     "END",     "alias", "and",    "begin",  "break",   "case",   "class", "def",    "defined",  "do",
     "else",      "elseif",  "elsif", "end",    "ensure", "extend",  "false",  "fn",    "for",    "function", "if",
     "in",        "include", "local", "loop",   "macro",  "module",  "next",   "nil",   "not",    "or",       "private",
     "protected", "public",  "raise", "redo",   "repeat", "require", "rescue", "retry", "return", "self",     "super",
     "then",      "true",    "undef", "unless", "until",  "use",     "using",  "when",  "while",  "with",     "yield"});

constexpr auto kShellWords = std::to_array<Word>(
    {"ADD",         "ARG",   "CMD",  "COPY",     "ENTRYPOINT", "ENV",      "EXPOSE", "FROM",   "RUN",  "USER",
     "WORKDIR",     "break", "case", "continue", "do",         "done",     "echo",   "elif",   "else", "endforeach",
     "endfunction", "endif", "esac", "eval",     "exec",       "exit",     "export", "fi",     "for",  "foreach",
     "function",    "if",    "in",   "local",    "proc",       "readonly", "return", "select", "set",  "shift",
     "source",      "then",  "trap", "unset",    "until",      "while"});

constexpr auto kSqlWords = std::to_array<Word>(
    {"add",     "all",     "alter",     "and",        "as",       "asc",        "begin",   "between", "by",
     "cascade", "case",    "check",     "column",     "commit",   "constraint", "create",  "cross",   "database",
     "declare", "default", "delete",    "desc",       "distinct", "drop",       "else",    "end",     "exists",
     "false",   "for",     "foreign",   "from",       "full",     "function",   "group",   "having",  "if",
     "in",      "index",   "inner",     "insert",     "into",     "is",         "join",    "key",     "language",
     "left",    "like",    "limit",     "not",        "null",     "offset",     "on",      "or",      "order",
     "outer",   "primary", "procedure", "references", "replace",  "return",     "returns", "right",   "rollback",
     "select",  "set",     "table",     "then",       "trigger",  "true",       "union",   "unique",  "update",
     "using",   "values",  "view",      "when",       "where",    "with"});

constexpr auto kFunctionalWords = std::to_array<Word>(
    {"after",  "and",     "as",     "begin",    "case",      "catch",     "class",    "cond",     "constructor",
     "data",   "def",     "define", "defmacro", "defmodule", "defn",      "defun",    "deriving", "do",
     "done",   "downto",  "else",   "end",      "except",    "exception", "external", "fn",       "foldr",
     "forall", "foreign", "fun",    "function", "functor",   "if",        "import",   "in",       "include",
     "infix",  "infixl",  "infixr", "inherit",  "inherits",  "instance",  "lambda",   "let",      "letrec",
     "loop",   "match",   "method", "module",   "mutable",   "new",       "newtype",  "ns",       "object",
     "of",     "open",    "or",     "private",  "rec",       "receive",   "recur",    "sig",      "struct",
     "then",   "to",      "try",    "type",     "val",       "virtual",   "when",     "where",    "while",
     "with"});

constexpr auto kBasicWords = std::to_array<Word>({"abstract",   "and",
                                                  "array",      "as",
                                                  "begin",      "byref",
                                                  "byval",      "call",
                                                  "case",       "class",
                                                  "const",      "constant",
                                                  "dim",        "do",
                                                  "downto",     "each",
                                                  "else",       "elseif",
                                                  "elsif",      "end",
                                                  "endfor",     "endfunction",
                                                  "endif",      "endwhile",
                                                  "entity",     "exit",
                                                  "false",      "finally",
                                                  "for",        "function",
                                                  "generic",    "goto",
                                                  "if",         "implementation",
                                                  "implicit",   "in",
                                                  "interface",  "is",
                                                  "let",        "library",
                                                  "loop",       "mod",
                                                  "module",     "next",
                                                  "none",       "not",
                                                  "nothing",    "null",
                                                  "of",         "on",
                                                  "or",         "others",
                                                  "out",        "package",
                                                  "port",       "private",
                                                  "procedure",  "program",
                                                  "property",   "public",
                                                  "raise",      "record",
                                                  "repeat",     "return",
                                                  "select",     "self",
                                                  "set",        "shared",
                                                  "signal",     "sub",
                                                  "subroutine", "subtype",
                                                  "then",       "this",
                                                  "to",         "true",
                                                  "try",        "type",
                                                  "unit",       "until",
                                                  "use",        "uses",
                                                  "var",        "variable",
                                                  "when",       "while",
                                                  "with",       "xor"});

constexpr auto kTypeWords = std::to_array<Word>(
    {"String",     "any",       "bool",     "boolean", "byte",     "char",    "char16_t",  "char32_t",  "char8_t",
     "complex128", "complex64", "decimal",  "dict",    "double",   "error",   "f32",       "f64",       "float",
     "float32",    "float64",   "i128",     "i16",     "i32",      "i64",     "i8",        "int",       "int16",
     "int16_t",    "int32",     "int32_t",  "int64",   "int64_t",  "int8",    "int8_t",    "integer",   "isize",
     "list",       "long",      "map",      "never",   "number",   "object",  "ptrdiff_t", "real",      "rune",
     "sbyte",      "set",       "short",    "signed",  "size_t",   "ssize_t", "str",       "string",    "symbol",
     "text",       "tuple",     "u128",     "u16",     "u32",      "u64",     "u8",        "uint",      "uint16",
     "uint16_t",   "uint32",    "uint32_t", "uint64",  "uint64_t", "uint8",   "uint8_t",   "uintptr_t", "unknown",
     "unsigned",   "ushort",    "usize",    "varchar", "void",     "wchar_t"});

} // namespace

std::span<const Word> keywordsOf(lexical::KeywordFamily family) {
    using lexical::KeywordFamily;
    switch (family) {
    case KeywordFamily::None: return {};
    case KeywordFamily::C: return kCWords;
    case KeywordFamily::Java: return kJavaWords;
    case KeywordFamily::Script: return kScriptWords;
    case KeywordFamily::Python: return kPythonWords;
    case KeywordFamily::Go: return kGoWords;
    case KeywordFamily::Rust: return kRustWords;
    case KeywordFamily::Ruby: return kRubyWords;
    case KeywordFamily::Shell: return kShellWords;
    case KeywordFamily::Sql: return kSqlWords;
    case KeywordFamily::Functional: return kFunctionalWords;
    case KeywordFamily::Basic: return kBasicWords;
    }
    return {};
}

bool isBuiltInType(Word word) { return std::binary_search(kTypeWords.begin(), kTypeWords.end(), word); }

} // namespace paydown::syntax
