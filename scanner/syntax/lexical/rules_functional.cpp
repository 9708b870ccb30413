// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/syntax/lexical/rules_tables.h"

#include "scanner/syntax/lexical/common_forms.h"

namespace paydown::syntax::lexical {

const Rules kHaskell{.lines = {{"--", Where::NoOperator}, {"#!", Where::FirstColumn}},
                     .blocks = {{"{-", "-}", true}},
                     .strings = {kDoubleLines},
                     .triggers = {{'\'', Special::CharacterTight}, {'{', Special::Pragma}, {'[', Special::QuasiQuote}},
                     .keywords = KeywordFamily::Functional};

const Rules kElm{.lines = {{"--"}},
                 .blocks = {{"{-", "-}", true}},
                 .strings = {{"\"\"\"", "\"\"\"", Escapes::Backslash, Span::ManyLines}, kDouble},
                 .triggers = {{'\'', Special::CharacterTight}},
                 .keywords = KeywordFamily::Functional};

const Rules kOcaml{.blocks = {{"(*", "*)", true, Where::Anywhere, true}},
                   .strings = {kDoubleLines},
                   .triggers = {{'\'', Special::CharacterTight}, {'{', Special::QuotedOcaml}},
                   .keywords = KeywordFamily::Functional};

const Rules kFsharp{.lines = {{"//"}},
                    .blocks = {{"(*", "*)", true, Where::Anywhere, true}},
                    .strings = {{"\"\"\"", "\"\"\"", Escapes::None, Span::ManyLines},
                                {"\"", "\"", Escapes::Doubled, Span::ManyLines, "@"},
                                kDoubleLines},
                    .triggers = {{'(', Special::StarOperator}, {'\'', Special::CharacterTight}},
                    .keywords = KeywordFamily::Functional};

const Rules kErlang{.lines = {{"%"}, {"#!", Where::FirstColumn}},
                    .strings = {{"\"\"\"", "\"\"\"", Escapes::None, Span::ManyLines}, kDoubleLines, {"'", "'"}},
                    .triggers = {{'$', Special::CharacterDollar}},
                    .keywords = KeywordFamily::Functional};

const Rules kClojure{.lines = {{";"}, {"#!", Where::FirstColumn}},
                     .strings = {kDoubleLines},
                     .triggers = {{'\\', Special::CharacterBackslash}},
                     .keywords = KeywordFamily::Functional};

const Rules kLisp{.lines = {{";"}, {"#!", Where::FirstColumn}},
                  .blocks = {{"#|", "|#", true}},
                  .strings = {kDoubleLines, {"|", "|", Escapes::Backslash}},
                  .triggers = {{'#', Special::CharacterHash}, {'\\', Special::CharacterBackslash}},
                  .keywords = KeywordFamily::Functional};

const Rules kEmacsLisp{.lines = {{";"}},
                       .strings = {kDoubleLines},
                       .triggers = {{'?', Special::CharacterQuestion}, {'\\', Special::CharacterBackslash}},
                       .keywords = KeywordFamily::Functional};

const Rules kNix{.lines = {{"#"}},
                 .blocks = {{"/*", "*/"}},
                 .strings = {{"\"", "\"", Escapes::Backslash, Span::ManyLines, {}, "${"},
                             {"''", "''", Escapes::Nix, Span::ManyLines, {}, "${"}},
                 .keywords = KeywordFamily::Functional};

const Rules kProlog{.lines = {{"%"}, {"#!", Where::FirstColumn}},
                    .blocks = {{"/*", "*/"}},
                    .strings = {kDouble, {"'", "'", Escapes::Both}},
                    .keywords = KeywordFamily::None};

} // namespace paydown::syntax::lexical
