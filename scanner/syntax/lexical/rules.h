// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scanner/syntax/byte_set.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace paydown::syntax::lexical {

/// Where a delimiter has to stand to count.
enum class Where : std::uint8_t {
    Anywhere,
    LineStart,   ///< Nothing but blanks before it on its line.
    LineAlone,   ///< Nothing but blanks beside it on its line.
    FirstColumn, ///< At the very beginning of its line.
    WordStart,   ///< At the beginning of a line, behind a blank or behind one of ;&|(){}[],
    Unescaped,   ///< Not behind a backslash.
    NoOperator,  ///< Not a part of a longer operator ("-->" in Haskell).
    Statement,   ///< Where a command begins: at the beginning of a line or behind ';' (Tcl, REM of BASIC).
};

/// How the closing delimiter of a string can stand inside of it.
enum class Escapes : std::uint8_t {
    None,
    Backslash,
    Doubled, ///< The closer twice stands for itself.
    Both,    ///< Backslash and Doubled.
    Backtick,
    Nix, ///< The closer before ' $ or \ is an escape.
};

/// A string that is not closed on its line ends there, if it cannot run over lines.
enum class Span : std::uint8_t { OneLine, ManyLines };

struct LineForm {
    std::string_view open;
    Where where = Where::Anywhere;
    bool continued = false;          ///< A backslash at the end of the line takes the next one in (C).
    std::string_view notBefore = {}; ///< Characters before which it opens no comment.
};

struct BlockForm {
    std::string_view open;
    std::string_view close;
    bool nests = false;
    Where where = Where::Anywhere; ///< Of both delimiters; if not Anywhere, the comment takes in the closer's line.
    bool holdsStrings = false;     ///< A closer in a string inside of the comment does not count (OCaml, F#).
};

/// The bytes of a string that mean something to its reader.
[[nodiscard]] constexpr ByteSet stopsOf(std::string_view close, Escapes escapes, Span span, std::string_view hole) {
    ByteSet stops;
    stops.add(close.front());
    if (!hole.empty()) stops.add(hole.front());
    if (escapes == Escapes::Backslash || escapes == Escapes::Both) stops.add('\\');
    if (escapes == Escapes::Backtick) stops.add('`');
    if (span == Span::OneLine) stops.add('\n');
    if (span == Span::OneLine) stops.add('\r');
    return stops;
}

struct StringForm {
    std::string_view open;
    std::string_view close;
    Escapes escapes = Escapes::Backslash;
    Span span = Span::OneLine;
    std::string_view prefix = {}; ///< Letters that stand directly before `open`, as a word; empty: any or none.
    std::string_view hole = {};   ///< Opens code inside of the string, up to the matching bracket: "${", "#{", "\\(".
    bool closesLate = false;      ///< Of a run of quotes only the last ones close it (""""a"""" of Scala and Kotlin).
    ByteSet stops = stopsOf(close, escapes, span, hole);
};

/// What a table cannot say: a byte at which a piece of code looks closer.
enum class Special : std::uint8_t {
    None,
    CharacterC,           ///< ' opens a character, but not between the digits of a number.
    CharacterTight,       ///< ' opens a character only if it closes at once; else a lifetime, type variable, attribute,
                          ///< quote.
    CharacterDollar,      ///< $" and $% are characters (Erlang).
    CharacterBackslash,   ///< \" and \; are characters (Clojure).
    CharacterHash,        ///< #\" and #\; are characters (Lisp).
    CharacterQuestion,    ///< ?" and ?; are characters (Emacs Lisp, Ruby, Elixir).
    RawC,                 ///< R"tag(…)tag"
    RawHash,              ///< r#"…"# of Rust, #"…"# of Swift.
    RawR,                 ///< r"---(…)---" of R.
    LongBracket,          ///< [==[ … ]==] of Lua and CMake, a comment behind the line opener.
    DollarQuote,          ///< $tag$ … $tag$ of SQL.
    StringsCSharp,        ///< @"", $"", $$"""…""" …
    HeredocHcl,           ///< <<EOF and <<~EOF … of HCL, Terraform, Dockerfile, Crystal.
    HereStringPowerShell, ///< @"…"@
    LineString,           ///< \\ … to the end of the line (Zig).
    Transpose,       ///< ' behind a word, bracket or dot is an operator, else a string (MATLAB) or a character (Julia).
    Sigil,           ///< ~s(…), ~r/…/ … of Elixir.
    Slashy,          ///< /…/ and $/…/$ of Groovy.
    Pragma,          ///< {-# … #-} of Haskell is no comment.
    QuasiQuote,      ///< [name|…|] of Haskell, but not a list comprehension.
    RegexAwk,        ///< /…/ of awk.
    QuotedOcaml,     ///< {id|…|id}
    FormattedString, ///< f"…{…}…" of Python, whose holes can hold its own quotes.
    QuoteVim,        ///< " opens a string if it closes on its line, else a comment.
    StarOperator,    ///< (*) is an operator, no comment (F#).
    RawD,            ///< q"(…)", q{…} and `…` of D.
};

struct Trigger {
    char byte = 0;
    Special special = Special::None;
};

/// Which scanner reads the language.
enum class Dialect : std::uint8_t { Table, EcmaScript, Shell, Perl, Ruby, Php, Markup, Markdown, Yaml, Make, Tcl };

/// Which keywords are coloured.
enum class KeywordFamily : std::uint8_t {
    None,
    C,
    Java,
    Script,
    Python,
    Go,
    Rust,
    Ruby,
    Shell,
    Sql,
    Functional,
    Basic
};

/// How the lexical reader reads one language.
struct Rules {
    std::vector<LineForm> lines = {};
    std::vector<BlockForm> blocks = {};
    std::vector<StringForm> strings = {};
    std::vector<Trigger> triggers = {};
    Dialect dialect = Dialect::Table;
    KeywordFamily keywords = KeywordFamily::None;
    bool jsx = false;              ///< EcmaScript: `<` can open an element.
    bool anyCase = false;          ///< Delimiters of letters (REM, @rem) in any case.
    std::string_view endMark = {}; ///< A line of just this ends the code ("__END__").
};

} // namespace paydown::syntax::lexical
