// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scanner/syntax/lexical/cursor.h"
#include "scanner/syntax/lexical/rules.h"

#include <string_view>

namespace paydown::syntax::lexical {

/// A part of a text: [begin, end).
struct Part {
    std::string_view text;
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// Reads a part of a text by whatever scanner its rules name; what is found is appended in order. Linear.
void scanPart(const Rules& rules, const Part& part, Findings& found);

// The scanners of single languages, each in a file of its own.
void scanEcmaScript(const Rules& rules, const Part& part, Findings& found);
void scanShell(const Part& part, Findings& found);
void scanPerl(const Part& part, Findings& found);
void scanRuby(const Part& part, Findings& found);
void scanPhp(const Part& part, Findings& found);
void scanMarkup(const Part& part, Findings& found);
void scanMarkdown(const Part& part, Findings& found);
void scanYaml(const Part& part, Findings& found);
void scanMake(const Part& part, Findings& found);
void scanTcl(const Part& part, Findings& found);

} // namespace paydown::syntax::lexical
