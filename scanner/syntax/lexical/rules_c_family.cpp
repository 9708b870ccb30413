// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/syntax/lexical/rules_tables.h"

#include "scanner/syntax/lexical/common_forms.h"

namespace paydown::syntax::lexical {

const Rules kC{.lines = {{"//", Where::Anywhere, true}},
               .blocks = {kStarred},
               .strings = {kDouble},
               .triggers = {{'\'', Special::CharacterC}, {'"', Special::RawC}},
               .keywords = KeywordFamily::C};

const Rules kCSharp{.lines = {kSlashes},
                    .blocks = {kStarred},
                    .triggers = {{'\'', Special::CharacterC}, {'"', Special::StringsCSharp}},
                    .keywords = KeywordFamily::Java};

const Rules kJava{
    .lines = {kSlashes}, .blocks = {kStarred}, .strings = {kTriple, kDouble, kSingle}, .keywords = KeywordFamily::Java};

const Rules kKotlin{.lines = {kSlashes, {"#!", Where::FirstColumn}},
                    .blocks = {kNested},
                    .strings = {kTripleRaw, {"\"", "\"", Escapes::Backslash, Span::OneLine, {}, "${"}, kSingle},
                    .keywords = KeywordFamily::Java};

// Only a string with a prefix has holes.
const Rules kScala{.lines = {kSlashes},
                   .blocks = {kNested},
                   .strings = {{"\"\"\"", "\"\"\"", Escapes::None, Span::ManyLines, "s", "${", true},
                               {"\"\"\"", "\"\"\"", Escapes::None, Span::ManyLines, "f", "${", true},
                               {"\"\"\"", "\"\"\"", Escapes::None, Span::ManyLines, {}, {}, true},
                               {"\"", "\"", Escapes::Backslash, Span::OneLine, "s", "${"},
                               {"\"", "\"", Escapes::Backslash, Span::OneLine, "f", "${"},
                               kDouble,
                               {"`", "`", Escapes::None}},
                   .triggers = {{'\'', Special::CharacterTight}},
                   .keywords = KeywordFamily::Java};

const Rules kGroovy{.lines = {kSlashes, {"#!", Where::FirstColumn}},
                    .blocks = {kStarred},
                    .strings = {{"\"\"\"", "\"\"\"", Escapes::Backslash, Span::ManyLines, {}, "${"},
                                {"'''", "'''", Escapes::Backslash, Span::ManyLines},
                                {"\"", "\"", Escapes::Backslash, Span::OneLine, {}, "${"},
                                kSingle},
                    .triggers = {{'/', Special::Slashy}, {'$', Special::Slashy}},
                    .keywords = KeywordFamily::Java};

const Rules kSwift{.lines = {kSlashes, {"#!", Where::FirstColumn}},
                   .blocks = {kNested},
                   .strings = {{"\"\"\"", "\"\"\"", Escapes::Backslash, Span::ManyLines, {}, "\\("},
                               {"\"", "\"", Escapes::Backslash, Span::OneLine, {}, "\\("}},
                   .triggers = {{'"', Special::RawHash}},
                   .keywords = KeywordFamily::Rust};

const Rules kGo{.lines = {kSlashes},
                .blocks = {kStarred},
                .strings = {kDouble, kSingle, kBackquoted},
                .keywords = KeywordFamily::Go};

const Rules kRust{.lines = {kSlashes},
                  .blocks = {kNested},
                  .strings = {{"\"", "\"", Escapes::Backslash, Span::ManyLines}},
                  .triggers = {{'\'', Special::CharacterTight}, {'"', Special::RawHash}},
                  .keywords = KeywordFamily::Rust};

const Rules kZig{.lines = {kSlashes},
                 .strings = {kDouble, kSingle},
                 .triggers = {{'\\', Special::LineString}},
                 .keywords = KeywordFamily::Rust};

const Rules kDart{.lines = {kSlashes, {"#!", Where::FirstColumn}},
                  .blocks = {kNested},
                  .strings = {{"\"\"\"", "\"\"\"", Escapes::None, Span::ManyLines, "r"},
                              {"'''", "'''", Escapes::None, Span::ManyLines, "r"},
                              {"\"\"\"", "\"\"\"", Escapes::Backslash, Span::ManyLines, {}, "${"},
                              {"'''", "'''", Escapes::Backslash, Span::ManyLines, {}, "${"},
                              {"\"", "\"", Escapes::None, Span::OneLine, "r"},
                              {"'", "'", Escapes::None, Span::OneLine, "r"},
                              {"\"", "\"", Escapes::Backslash, Span::OneLine, {}, "${"},
                              {"'", "'", Escapes::Backslash, Span::OneLine, {}, "${"}},
                  .keywords = KeywordFamily::Java};

const Rules kD{.lines = {kSlashes, {"#!", Where::FirstColumn}},
               .blocks = {kStarred, {"/+", "+/", true}},
               .strings = {{"\"", "\"", Escapes::None, Span::ManyLines, "r"},
                           {"\"", "\"", Escapes::Backslash, Span::ManyLines},
                           kBackquoted,
                           kSingle},
               .triggers = {{'"', Special::RawD}},
               .keywords = KeywordFamily::C};

const Rules kProto{
    .lines = {kSlashes}, .blocks = {kStarred}, .strings = {kDouble, kSingle}, .keywords = KeywordFamily::Java};

const Rules kThrift{
    .lines = {kSlashes, {"#"}}, .blocks = {kStarred}, .strings = {kDouble, kSingle}, .keywords = KeywordFamily::Java};

const Rules kSolidity{
    .lines = {kSlashes}, .blocks = {kStarred}, .strings = {kDouble, kSingle}, .keywords = KeywordFamily::Script};

const Rules kCss{.blocks = {kStarred}, .strings = {kDouble, kSingle}};

// A "//" behind a colon is that of an address in url(…).
const Rules kScss{
    .lines = {{"//", Where::WordStart}, {"//", Where::LineStart}}, .blocks = {kStarred}, .strings = {kDouble, kSingle}};

const Rules kVerilog{.lines = {kSlashes}, .blocks = {kStarred}, .strings = {kDouble}, .keywords = KeywordFamily::C};

const Rules kHcl{.lines = {kSlashes, {"#"}},
                 .blocks = {kStarred},
                 .strings = {{"\"", "\"", Escapes::Backslash, Span::OneLine, {}, "${"}},
                 .triggers = {{'<', Special::HeredocHcl}},
                 .keywords = KeywordFamily::Script};

const Rules kShader{
    .lines = {{"//", Where::Anywhere, true}}, .blocks = {kStarred}, .strings = {kDouble}, .keywords = KeywordFamily::C};

// Assemblers disagree about what opens a comment; '#' and '@' mean other things inside of a line.
const Rules kAssembly{
    .lines = {kSlashes, {";"}, {"#", Where::LineStart}, {"@ ", Where::WordStart}, {"# ", Where::WordStart}},
    .blocks = {kStarred},
    .strings = {kDouble},
    .triggers = {{'\'', Special::CharacterTight}}};

} // namespace paydown::syntax::lexical
