// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/syntax/lexical/rules_tables.h"

#include "scanner/syntax/lexical/common_forms.h"

namespace paydown::syntax::lexical {

const Rules kSql{.lines = {{"--"}, {"#", Where::LineStart}},
                 .blocks = {{"/*", "*/"}},
                 .strings = {{"'", "'", Escapes::Both, Span::ManyLines, "E"},
                             {"'", "'", Escapes::Both, Span::ManyLines, "e"},
                             {"'", "'", Escapes::Doubled, Span::ManyLines},
                             {"\"", "\"", Escapes::Doubled, Span::ManyLines},
                             {"`", "`", Escapes::Doubled}},
                 .triggers = {{'$', Special::DollarQuote}},
                 .keywords = KeywordFamily::Sql};

const Rules kAda{.lines = {{"--"}},
                 .strings = {kDoubledDouble},
                 .triggers = {{'\'', Special::CharacterTight}},
                 .keywords = KeywordFamily::Basic};

const Rules kVhdl{.lines = {{"--"}},
                  .blocks = {{"/*", "*/"}},
                  .strings = {kDoubledDouble},
                  .triggers = {{'\'', Special::CharacterTight}},
                  .keywords = KeywordFamily::Basic};

const Rules kPascal{.lines = {{"//"}},
                    .blocks = {{"{", "}"}, {"(*", "*)"}},
                    .strings = {kDoubledSingle},
                    .keywords = KeywordFamily::Basic};

const Rules kFortran{.lines = {{"!"}}, .strings = {kDoubledDouble, kDoubledSingle}, .keywords = KeywordFamily::Basic};

const Rules kFortranFixed{
    .lines = {{"!"}, {"C", Where::FirstColumn}, {"*", Where::FirstColumn}, {"d", Where::FirstColumn}},
    .strings = {kDoubledDouble, kDoubledSingle},
    .keywords = KeywordFamily::Basic,
    .anyCase = true};

const Rules kBasic{.lines = {{"'"}, {"rem", Where::Statement}},
                   .strings = {kDoubledDouble},
                   .keywords = KeywordFamily::Basic,
                   .anyCase = true};

const Rules kLatex{.lines = {{"%", Where::Unescaped}},
                   .blocks = {{"\\begin{comment}", "\\end{comment}"}},
                   .strings = {{"\\begin{verbatim}", "\\end{verbatim}", Escapes::None, Span::ManyLines},
                               {"\\begin{lstlisting}", "\\end{lstlisting}", Escapes::None, Span::ManyLines}}};

const Rules kCobol{.lines = {{"*>"}, {"*", Where::LineStart}},
                   .strings = {kDoubledDouble, kDoubledSingle},
                   .keywords = KeywordFamily::Basic};

} // namespace paydown::syntax::lexical
