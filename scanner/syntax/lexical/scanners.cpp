// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/syntax/lexical/scanners.h"

#include "scanner/syntax/lexical/table_scanner.h"

namespace paydown::syntax::lexical {

void scanPart(const Rules& rules, const Part& part, Findings& found) {
    if (part.begin >= part.end) return;
    switch (rules.dialect) {
    case Dialect::Table: TableScanner(rules, part.text, part.begin, part.end, found).scan(); return;
    case Dialect::EcmaScript: scanEcmaScript(rules, part, found); return;
    case Dialect::Shell: scanShell(part, found); return;
    case Dialect::Perl: scanPerl(part, found); return;
    case Dialect::Ruby: scanRuby(part, found); return;
    case Dialect::Php: scanPhp(part, found); return;
    case Dialect::Markup: scanMarkup(part, found); return;
    case Dialect::Markdown: scanMarkdown(part, found); return;
    case Dialect::Yaml: scanYaml(part, found); return;
    case Dialect::Make: scanMake(part, found); return;
    case Dialect::Tcl: scanTcl(part, found); return;
    }
}

} // namespace paydown::syntax::lexical
