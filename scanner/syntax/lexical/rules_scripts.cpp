// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/syntax/lexical/rules_tables.h"

#include "scanner/syntax/lexical/common_forms.h"

namespace paydown::syntax::lexical {

// Prefixes change nothing: a backslash keeps a quote from closing even a raw string.
const Rules kPython{.lines = {kHash},
                    .strings = {kTriple, kSingleTriple, kDouble, kSingle},
                    .triggers = {{'"', Special::FormattedString}, {'\'', Special::FormattedString}},
                    .keywords = KeywordFamily::Python};
const Rules kStarlark{
    .lines = {kHash}, .strings = {kTriple, kSingleTriple, kDouble, kSingle}, .keywords = KeywordFamily::Python};
const Rules kGdscript{.lines = {kHash},
                      .strings = {kTriple, kSingleTriple, kDoubleLines, kSingleLines},
                      .keywords = KeywordFamily::Python};
const Rules kMeson{.lines = {kHash},
                   .strings = {{"'''", "'''", Escapes::None, Span::ManyLines}, kSingle},
                   .keywords = KeywordFamily::Python};

const Rules kNim{.lines = {kHash},
                 .blocks = {{"##[", "]##", true}, {"#[", "]#", true}},
                 .strings = {{"\"\"\"", "\"\"\"", Escapes::None, Span::ManyLines},
                             {"\"", "\"", Escapes::Doubled, Span::OneLine, "r"},
                             kDouble},
                 .triggers = {{'\'', Special::CharacterTight}},
                 .keywords = KeywordFamily::Python};

const Rules kCoffee{.lines = {kHash},
                    .blocks = {{"###", "###"}},
                    .strings = {{"\"\"\"", "\"\"\"", Escapes::Backslash, Span::ManyLines, {}, "#{"},
                                kSingleTriple,
                                {"///", "///", Escapes::Backslash, Span::ManyLines},
                                {"\"", "\"", Escapes::Backslash, Span::ManyLines, {}, "#{"},
                                kSingleLines},
                    .triggers = {{'/', Special::Slashy}},
                    .keywords = KeywordFamily::Script};

const Rules kElixir{.lines = {kHash},
                    .strings = {{"\"\"\"", "\"\"\"", Escapes::Backslash, Span::ManyLines, {}, "#{"},
                                kSingleTriple,
                                {"\"", "\"", Escapes::Backslash, Span::ManyLines, {}, "#{"},
                                kSingleLines},
                    .triggers = {{'~', Special::Sigil}, {'?', Special::CharacterQuestion}},
                    .keywords = KeywordFamily::Ruby};

const Rules kCrystal{.lines = {kHash},
                     .strings = {{"\"", "\"", Escapes::Backslash, Span::ManyLines, {}, "#{"},
                                 {"`", "`", Escapes::Backslash, Span::ManyLines}},
                     .triggers = {{'\'', Special::CharacterTight}, {'<', Special::HeredocHcl}, {'/', Special::Slashy}},
                     .keywords = KeywordFamily::Ruby};

const Rules kJulia{.lines = {kHash},
                   .blocks = {{"#=", "=#", true}},
                   .strings = {{"\"\"\"", "\"\"\"", Escapes::Backslash, Span::ManyLines, {}, "$("},
                               {"\"", "\"", Escapes::Backslash, Span::ManyLines, {}, "$("},
                               {"`", "`", Escapes::Backslash, Span::ManyLines}},
                   .triggers = {{'\'', Special::CharacterTight}},
                   .keywords = KeywordFamily::Ruby};

const Rules kR{.lines = {kHash},
               .strings = {kDoubleLines, kSingleLines, {"`", "`"}},
               .triggers = {{'"', Special::RawR}, {'\'', Special::RawR}},
               .keywords = KeywordFamily::Script};

const Rules kLua{.lines = {{"--"}, {"#!", Where::FirstColumn}},
                 .strings = {kDouble, kSingle},
                 .triggers = {{'-', Special::LongBracket}, {'[', Special::LongBracket}},
                 .keywords = KeywordFamily::Ruby};

const Rules kAwk{
    .lines = {kHash}, .strings = {kDouble}, .triggers = {{'/', Special::RegexAwk}}, .keywords = KeywordFamily::Script};

const Rules kSed{.lines = {{"#", Where::LineStart}}};

const Rules kPowershell{.lines = {{"#", Where::WordStart}},
                        .blocks = {{"<#", "#>"}},
                        .strings = {{"\"", "\"", Escapes::Backtick, Span::ManyLines, {}, "$("},
                                    {"'", "'", Escapes::Doubled, Span::ManyLines}},
                        .triggers = {{'@', Special::HereStringPowerShell}},
                        .keywords = KeywordFamily::Script};

const Rules kFish{.lines = {{"#", Where::WordStart}},
                  .strings = {kDoubleLines, kSingleLines},
                  .triggers = {{'\\', Special::CharacterBackslash}},
                  .keywords = KeywordFamily::Shell};

const Rules kBatch{.lines = {{"::", Where::LineStart}, {"rem", Where::Statement}, {"@rem ", Where::LineStart}},
                   .keywords = KeywordFamily::Shell,
                   .anyCase = true};

const Rules kVim{.strings = {{"'", "'", Escapes::Doubled}},
                 .triggers = {{'"', Special::QuoteVim}},
                 .keywords = KeywordFamily::Basic};

const Rules kMatlab{.lines = {{"%"}, {"..."}, {"#", Where::LineStart}},
                    .blocks = {{"%{", "%}", true, Where::LineAlone}, {"#{", "#}", true, Where::LineAlone}},
                    .strings = {{"\"", "\"", Escapes::Doubled}},
                    .triggers = {{'\'', Special::Transpose}},
                    .keywords = KeywordFamily::Basic};

const Rules kPuppet{.lines = {kHash},
                    .strings = {{"\"", "\"", Escapes::Backslash, Span::ManyLines, {}, "${"}, kSingleLines},
                    .keywords = KeywordFamily::Ruby};

const Rules kPug{.lines = {{"//", Where::LineStart}}};

} // namespace paydown::syntax::lexical
