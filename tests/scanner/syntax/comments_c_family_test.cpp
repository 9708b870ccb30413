// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/scanner/syntax/comments_of.h"

namespace paydown::syntax {
namespace {

using Cases = std::vector<CommentCase>;

TEST(CommentsOfC, AreFoundOutsideOfStringsAndCharacters) {
    expectComments(Cases{
        {"c", "int a; // one\n/* two */ x", {"// one", "/* two */"}},
        {"c", "s = \"// no\"; c = '\"'; // yes", {"// yes"}},
        {"c", "c = '\\''; /* a */ d = '/'; // b", {"/* a */", "// b"}},
        {"c", "s = \"a\\\n// no\"; // yes", {"// yes"}},
        {"c", "// one \\\nstill one\nint x;", {"// one \\\nstill one"}},
        {"c", "// one \\\r\nstill one\r\nint x;", {"// one \\\r\nstill one"}},
        {"c", "#if 0\n// counts\n#endif", {"// counts"}},
        {"c", "#define P \"refs/*:refs/*\"\n/* yes */", {"/* yes */"}},
        {"c", "a = b / *p; /* c */", {"/* c */"}},
        {"c", "/* open", {"/* open"}},
        {"c", "s = \"unclosed\n// yes", {"// yes"}},
        {"c", "/* a /* b */ c */", {"/* a /* b */"}},
        {"c", "x; // a\ry; // b\r", {"// a", "// b"}},
    });
}

TEST(CommentsOfCpp, AreNotTakenFromRawStringsAndDigitSeparators) {
    expectComments(Cases{
        {"cpp", "auto s = R\"(// no \" )\"; // yes", {"// yes"}},
        {"cpp", "auto s = u8R\"x(// no )\" )x\"; // yes", {"// yes"}},
        {"cpp", "auto s = LR\"(\n// no\n)\"; /* yes */", {"/* yes */"}},
        {"cpp", "int n = 1'000'000; // yes 'a'", {"// yes 'a'"}},
        {"cpp", "int n = 0xFF'FF; c = u8'x'; d = L'\\''; // yes", {"// yes"}},
        {"cpp", "FOOR\"(\"; // yes", {"// yes"}},
        {"cpp", "case'a': // yes", {"// yes"}},
    });
}

TEST(CommentsOfRust, NestAndAreNotTakenFromRawStrings) {
    expectComments(Cases{
        {"rust", "fn f<'a>(x: &'a str) {} // yes", {"// yes"}},
        {"rust", "/* a /* b */ c */ x", {"/* a /* b */ c */"}},
        {"rust", "let s = r#\"// \"no\" \"#; // yes", {"// yes"}},
        {"rust", "let s = br\"// no\\\"; // yes", {"// yes"}},
        {"rust", "let c = '\"'; let d = '\\''; let e = b'/'; // yes", {"// yes"}},
        {"rust", "let s = \"a\n// no\"; /// doc", {"/// doc"}},
        {"rust", "let c = '\\u{1F600}'; // yes", {"// yes"}},
    });
}

TEST(CommentsOfJvmLanguages, AreNotTakenFromTextBlocksAndTemplates) {
    expectComments(Cases{
        {"java", "String s = \"\"\"\n // no \" \"\"\"; // yes", {"// yes"}},
        {"java", "char c = '\"'; /** doc */", {"/** doc */"}},
        {"kotlin", "val s = \"a ${ f(\"// no\") } b\" // yes", {"// yes"}},
        {"kotlin", "val s = \"\"\"// no\\\"\"\" // yes", {"// yes"}},
        {"kotlin", "/* a /* b */ c */ val x = 1", {"/* a /* b */ c */"}},
        {"scala", "val c = 'x'; val s = 'sym; val t = s\"${a} // no\" // yes", {"// yes"}},
        {"groovy", "def r = ~/a\\/\\/b/ // yes", {"// yes"}},
        {"groovy", "def x = a / b // yes", {"// yes"}},
    });
}

TEST(CommentsOfCSharp, AreNotTakenFromItsManyStrings) {
    expectComments(Cases{
        {"csharp", "var s = @\"c:\\\"; // yes", {"// yes"}},
        {"csharp", "var s = @\"a \"\"// no\"\" \"; // yes", {"// yes"}},
        {"csharp", "var s = $\"{d[\"// no\"]} // no\"; // yes", {"// yes"}},
        {"csharp", "var s = $\"{{ // no\"; // yes", {"// yes"}},
        {"csharp", "var s = \"\"\"\n// no \"\n\"\"\"; // yes", {"// yes"}},
        {"csharp", "var s = $@\"{x}\n// no\"; // yes", {"// yes"}},
    });
}

TEST(CommentsOfOtherCurlyLanguages, AreFound) {
    expectComments(Cases{
        {"go", "s := `// no\n` // yes", {"// yes"}},
        {"go", "r := '\"' // yes", {"// yes"}},
        {"swift", "let s = \"\\(f(\"// no\")) x\" // yes", {"// yes"}},
        {"swift", "let s = #\"// \" no\"# // yes", {"// yes"}},
        {"swift", "let s = \"\"\"\n// no\n\"\"\" /* a /* b */ */", {"/* a /* b */ */"}},
        {"dart", "var s = r'\\'; // yes", {"// yes"}},
        {"dart", "var s = '${f('// no')} x'; // yes", {"// yes"}},
        {"zig", "const s =\n    \\\\// no\n; // yes", {"// yes"}},
        {"d", "/+ a /+ b +/ +/ auto s = `// no`; // yes", {"/+ a /+ b +/ +/", "// yes"}},
        {"d", "auto s = q\"(// no)\"; // yes", {"// yes"}},
        {"hcl", "a = <<EOF\n# no\nEOF\n# yes", {"# yes"}},
        {"hcl", "a = <<-EOF\n # no\n  EOF\nb = 1 // yes", {"// yes"}},
        {"css", "a { b: url(\"/* no */\") } /* yes */", {"/* yes */"}},
        {"scss", "a { b: url(http://x) } // yes", {"// yes"}},
        {"protobuf", "message A {} // yes", {"// yes"}},
        {"thrift", "# a\n// b\n/* c */", {"# a", "// b", "/* c */"}},
        {"glsl", "void main() {} // yes", {"// yes"}},
        {"json", "{\"a\": \"// no\"} // yes", {"// yes"}},
    });
}

} // namespace
} // namespace paydown::syntax
