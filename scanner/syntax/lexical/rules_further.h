// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scanner/syntax/lexical/rules.h"

/// Rules of languages that are rarer than those of rules_tables.h. Most say no more than what opens a comment and what
/// a string: several languages share each.
namespace paydown::syntax::lexical {

// rules_further.cpp
extern const Rules kSlashFamily;     ///< // /* */ "…" '…'
extern const Rules kSlashNested;     ///< // /* /* */ */ "…" 'c'
extern const Rules kSlashBackquote;  ///< // /* */ "…" '…' `…`
extern const Rules kSlashHash;       ///< // # /* */ "…" '…'
extern const Rules kHashFamily;      ///< # at the beginning of a word; "…" '…'
extern const Rules kHashLine;        ///< # at the beginning of a line alone
extern const Rules kSemicolonFamily; ///< ; at the beginning of a word; "…"
extern const Rules kSemicolonStar;   ///< ; /* */ "…"
extern const Rules kSemicolonHash;   ///< ; # /* */ "…" '…'
extern const Rules kDashFamily;      ///< -- "…" '…'
extern const Rules kPercentFamily;   ///< % "…"
extern const Rules kRaku;
extern const Rules kLean;
extern const Rules kSml;
extern const Rules kCoq;
extern const Rules kMathematica;
extern const Rules kModula;
extern const Rules kDhall;
extern const Rules kApplescript;
extern const Rules kAutoit;
extern const Rules kForth;
extern const Rules kFactor;
extern const Rules kRexx;
extern const Rules kStata;
extern const Rules kSas;
extern const Rules kAbap;
extern const Rules kSmalltalk;
extern const Rules kPostscript;
extern const Rules kRoff;
extern const Rules kTexinfo;
extern const Rules kAsciidoc;
extern const Rules kWat;
extern const Rules kHy;
extern const Rules kTemplateBraces; ///< {{!-- --}} {{! }} {# #} <!-- -->
extern const Rules kTemplateJsp;    ///< <%-- --%> <!-- -->
extern const Rules kColdfusion;
extern const Rules kVelocity;
extern const Rules kFreemarker;
extern const Rules kSmarty;
extern const Rules kBlade;
extern const Rules kHaml;
extern const Rules kPlantuml;
extern const Rules kTla;
extern const Rules kXquery;

} // namespace paydown::syntax::lexical
