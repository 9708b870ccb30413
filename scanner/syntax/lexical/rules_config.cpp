// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/syntax/lexical/rules_tables.h"

#include "scanner/syntax/lexical/common_forms.h"

namespace paydown::syntax::lexical {

// Strict JSON has no comments; what looks like one is one to people, and to the many readers that allow them.
const Rules kJson{.lines = {{"//"}}, .blocks = {{"/*", "*/"}}, .strings = {kDouble, kSingle}};

const Rules kToml{.lines = {{"#"}},
                  .strings = {{"\"\"\"", "\"\"\"", Escapes::Backslash, Span::ManyLines},
                              {"'''", "'''", Escapes::None, Span::ManyLines},
                              kDouble,
                              {"'", "'", Escapes::None}}};

const Rules kIni{
    .lines = {{";", Where::LineStart}, {"#", Where::LineStart}, {"; ", Where::WordStart}, {"# ", Where::WordStart}},
    .strings = {kDouble}};

const Rules kConf{.lines = {{"#", Where::LineStart}}};

const Rules kProperties{.lines = {{"#", Where::LineStart}, {"!", Where::LineStart}}};

const Rules kHashWord{.lines = {{"#", Where::WordStart}}, .strings = {kDouble, kSingle}};

const Rules kCmake{
    .lines = {{"#"}},
    .strings = {{"\"", "\"", Escapes::Backslash, Span::ManyLines}},
    .triggers = {{'#', Special::LongBracket}, {'[', Special::LongBracket}, {'\\', Special::CharacterBackslash}},
    .keywords = KeywordFamily::Shell};

const Rules kDockerfile{
    .lines = {{"#", Where::LineStart}}, .triggers = {{'<', Special::HeredocHcl}}, .keywords = KeywordFamily::Shell};

const Rules kGraphql{.lines = {{"#"}}, .strings = {{"\"\"\"", "\"\"\"", Escapes::Backslash, Span::ManyLines}, kDouble}};

// Extracted comments, references, flags, former and obsolete messages are no words of the translator's: programs write
// them anew from the sources.
const Rules kPo{.lines = {{"#", Where::FirstColumn, false, ".:,|~"}}, .strings = {kDouble}};

const Rules kM4{.lines = {{"dnl", Where::WordStart}, {"#", Where::WordStart}}};

// What opens a comment at the start of a line in most languages.
const Rules kGeneric{.lines = {{"//", Where::LineStart},
                               {"#", Where::LineStart},
                               {"--", Where::LineStart},
                               {";", Where::LineStart},
                               {"%", Where::LineStart}},
                     .blocks = {{"/*", "*/"}, {"<!--", "-->"}}};

} // namespace paydown::syntax::lexical
