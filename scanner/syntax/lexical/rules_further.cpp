// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/syntax/lexical/rules_further.h"

#include "scanner/syntax/lexical/common_forms.h"

namespace paydown::syntax::lexical {

const Rules kSlashFamily{
    .lines = {kSlashes}, .blocks = {kStarred}, .strings = {kTriple, kDouble, kSingle}, .keywords = KeywordFamily::C};

const Rules kSlashNested{.lines = {kSlashes},
                         .blocks = {{"/*", "*/", true}},
                         .strings = {kTriple, kDouble, kBackquoted},
                         .triggers = {{'\'', Special::CharacterTight}},
                         .keywords = KeywordFamily::Rust};

const Rules kSlashBackquote{.lines = {kSlashes},
                            .blocks = {kStarred},
                            .strings = {kTriple, kDoubleLines, kSingle, kBackquoted},
                            .keywords = KeywordFamily::Script};

const Rules kSlashHash{.lines = {kSlashes, {"#", Where::WordStart}},
                       .blocks = {kStarred},
                       .strings = {kTriple, kDouble, kSingle},
                       .keywords = KeywordFamily::Script};

const Rules kHashFamily{
    .lines = {{"#", Where::WordStart}}, .strings = {kTriple, kDouble, kSingle}, .keywords = KeywordFamily::Script};

const Rules kHashLine{.lines = {{"#", Where::LineStart}}};

const Rules kSemicolonFamily{
    .lines = {{";", Where::WordStart}}, .strings = {kDouble}, .keywords = KeywordFamily::Functional};

const Rules kSemicolonStar{.lines = {{";", Where::WordStart}},
                           .blocks = {kStarred},
                           .strings = {{"\"", "\"", Escapes::Doubled}},
                           .keywords = KeywordFamily::Script};

const Rules kSemicolonHash{.lines = {{";", Where::WordStart}, {"#", Where::LineStart}},
                           .blocks = {kStarred},
                           .strings = {{"\"", "\"", Escapes::None}, {"'", "'", Escapes::None}}};

const Rules kDashFamily{.lines = {{"--"}}, .strings = {kDouble, kSingle}, .keywords = KeywordFamily::Basic};

const Rules kPercentFamily{.lines = {{"%"}}, .strings = {kDouble}, .keywords = KeywordFamily::Basic};

const Rules kRaku{.lines = {{"#", Where::WordStart}},
                  .blocks = {{"#`(", ")", true}, {"#`[", "]", true}, {"#`{", "}", true}, {"#`<", ">", true}},
                  .strings = {kDoubleLines, {"'", "'", Escapes::Backslash, Span::OneLine}},
                  .keywords = KeywordFamily::Script};

const Rules kLean{.lines = {{"--"}},
                  .blocks = {{"/-", "-/", true}},
                  .strings = {kDoubleLines},
                  .triggers = {{'\'', Special::CharacterTight}},
                  .keywords = KeywordFamily::Functional};

const Rules kSml{.blocks = {kRound}, .strings = {kDoubleLines}, .keywords = KeywordFamily::Functional};

const Rules kCoq{.blocks = {{"(*", "*)", true, Where::Anywhere, true}},
                 .strings = {{"\"", "\"", Escapes::Doubled, Span::ManyLines}},
                 .keywords = KeywordFamily::Functional};

const Rules kMathematica{.blocks = {kRound}, .strings = {kDoubleLines}, .keywords = KeywordFamily::Functional};

const Rules kModula{.blocks = {kRound},
                    .strings = {{"\"", "\"", Escapes::None}, {"'", "'", Escapes::None}},
                    .keywords = KeywordFamily::Basic};

const Rules kDhall{.lines = {{"--"}},
                   .blocks = {{"{-", "-}", true}},
                   .strings = {{"\"", "\"", Escapes::Backslash, Span::ManyLines, {}, "${"},
                               {"''", "''", Escapes::Nix, Span::ManyLines, {}, "${"}},
                   .keywords = KeywordFamily::Functional};

const Rules kApplescript{.lines = {{"--"}, {"#", Where::LineStart}},
                         .blocks = {kRound},
                         .strings = {kDoubleLines},
                         .keywords = KeywordFamily::Basic};

const Rules kAutoit{
    .lines = {{";", Where::WordStart}},
    .blocks = {{"#cs", "#ce", true, Where::LineStart}, {"#comments-start", "#comments-end", true, Where::LineStart}},
    .strings = {kDoubledDouble, kDoubledSingle},
    .keywords = KeywordFamily::Basic};

const Rules kForth{.lines = {{"\\ ", Where::WordStart}},
                   .blocks = {{"( ", ")", false, Where::Anywhere}},
                   .strings = {{"\" ", "\"", Escapes::None}},
                   .keywords = KeywordFamily::Basic};

const Rules kFactor{.lines = {{"! ", Where::WordStart}, {"#!", Where::FirstColumn}},
                    .blocks = {{"/*", "*/"}},
                    .strings = {kDouble},
                    .keywords = KeywordFamily::Functional};

const Rules kRexx{.lines = {{"--"}},
                  .blocks = {{"/*", "*/", true}},
                  .strings = {kDoubledDouble, kDoubledSingle},
                  .keywords = KeywordFamily::Basic};

const Rules kStata{.lines = {{"//", Where::WordStart}, {"*", Where::LineStart}},
                   .blocks = {{"/*", "*/", true}},
                   .strings = {{"\"", "\"", Escapes::None}},
                   .keywords = KeywordFamily::Basic};

const Rules kSas{
    .lines = {{"*", Where::LineStart}},
    .blocks = {kStarred},
    .strings = {{"\"", "\"", Escapes::Doubled, Span::ManyLines}, {"'", "'", Escapes::Doubled, Span::ManyLines}},
    .keywords = KeywordFamily::Basic};

const Rules kAbap{.lines = {{"*", Where::FirstColumn}, {"\""}},
                  .strings = {kDoubledSingle, {"`", "`", Escapes::Doubled}},
                  .keywords = KeywordFamily::Basic};

const Rules kSmalltalk{.blocks = {{"\"", "\""}},
                       .strings = {{"'", "'", Escapes::Doubled, Span::ManyLines}},
                       .triggers = {{'$', Special::CharacterDollar}},
                       .keywords = KeywordFamily::Functional};

const Rules kPostscript{.lines = {{"%"}},
                        .strings = {{"(", ")", Escapes::Backslash, Span::ManyLines}},
                        .keywords = KeywordFamily::Functional};

const Rules kRoff{.lines = {{".\\\"", Where::FirstColumn}, {"'\\\"", Where::FirstColumn}, {"\\\""}, {"\\#"}}};

const Rules kTexinfo{.lines = {{"@c ", Where::LineStart}, {"@comment ", Where::LineStart}},
                     .blocks = {{"@ignore", "@end ignore"}}};

const Rules kAsciidoc{.lines = {{"//", Where::FirstColumn}}, .blocks = {{"////", "////", false, Where::LineAlone}}};

const Rules kWat{
    .lines = {{";;"}}, .blocks = {{"(;", ";)", true}}, .strings = {kDouble}, .keywords = KeywordFamily::Functional};

const Rules kHy{
    .lines = {{";"}, {"#!", Where::FirstColumn}}, .strings = {kDoubleLines}, .keywords = KeywordFamily::Functional};

const Rules kTemplateBraces{.blocks = {{"{{!--", "--}}"}, {"{{!", "}}"}, {"{{/*", "*/}}"}, {"{#", "#}"}, kMarkup}};

const Rules kTemplateJsp{.blocks = {{"<%--", "--%>"}, kMarkup}};

const Rules kColdfusion{.lines = {kSlashes}, .blocks = {{"<!---", "--->", true}, kMarkup, kStarred}};

const Rules kVelocity{.lines = {{"##"}}, .blocks = {{"#*", "*#"}, kMarkup}};

const Rules kFreemarker{.blocks = {{"<#--", "-->"}, kMarkup}};

const Rules kSmarty{.blocks = {{"{*", "*}"}, kMarkup}};

const Rules kBlade{.blocks = {{"{{--", "--}}"}, kMarkup}};

const Rules kHaml{.lines = {{"-#", Where::LineStart}, {"/", Where::LineStart}}};

const Rules kPlantuml{.lines = {{"'", Where::LineStart}}, .blocks = {{"/'", "'/"}}};

const Rules kTla{.lines = {{"\\*"}}, .blocks = {kRound}, .strings = {kDouble}, .keywords = KeywordFamily::Functional};

const Rules kXquery{
    .blocks = {{"(:", ":)", true}, kMarkup},
    .strings = {{"\"", "\"", Escapes::Doubled, Span::ManyLines}, {"'", "'", Escapes::Doubled, Span::ManyLines}},
    .keywords = KeywordFamily::Sql};

} // namespace paydown::syntax::lexical
