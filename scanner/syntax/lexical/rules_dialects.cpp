// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/syntax/lexical/rules_tables.h"

namespace paydown::syntax::lexical {

const Rules kJavascript{.dialect = Dialect::EcmaScript, .keywords = KeywordFamily::Script, .jsx = true};
const Rules kTypescript{.dialect = Dialect::EcmaScript, .keywords = KeywordFamily::Script};
const Rules kShell{.dialect = Dialect::Shell, .keywords = KeywordFamily::Shell};
const Rules kPerl{.dialect = Dialect::Perl, .keywords = KeywordFamily::Script};
const Rules kRuby{.dialect = Dialect::Ruby, .keywords = KeywordFamily::Ruby};
const Rules kPhp{.dialect = Dialect::Php, .keywords = KeywordFamily::Script};
const Rules kHtml{.dialect = Dialect::Markup};
const Rules kVue{.dialect = Dialect::Markup};
const Rules kXml{.blocks = {{"<!--", "-->"}}, .strings = {{"<![CDATA[", "]]>", Escapes::None, Span::ManyLines}}};
const Rules kMarkdown{.dialect = Dialect::Markdown};
const Rules kYaml{.dialect = Dialect::Yaml};
const Rules kMake{.dialect = Dialect::Make, .keywords = KeywordFamily::Shell};
const Rules kTcl{.dialect = Dialect::Tcl, .keywords = KeywordFamily::Shell};

} // namespace paydown::syntax::lexical
