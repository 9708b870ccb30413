// SPDX-License-Identifier: GPL-3.0-or-later
// Strings of single languages that a table cannot describe.
#include "scanner/syntax/lexical/operand.h"
#include "scanner/syntax/lexical/quoting.h"
#include "scanner/syntax/lexical/table_scanner.h"

#include <array>
#include <string>

namespace paydown::syntax::lexical {
namespace {

constexpr StringForm sigilForm(std::string_view open, std::string_view close, std::string_view hole) {
    return {open, close, Escapes::Backslash, Span::ManyLines, {}, hole};
}

/// Longest openers first; each with holes and without.
constexpr std::array<StringForm, 20> kSigils = {sigilForm("\"\"\"", "\"\"\"", "#{"), sigilForm("\"\"\"", "\"\"\"", {}),
                                                sigilForm("'''", "'''", "#{"),       sigilForm("'''", "'''", {}),
                                                sigilForm("(", ")", "#{"),           sigilForm("(", ")", {}),
                                                sigilForm("[", "]", "#{"),           sigilForm("[", "]", {}),
                                                sigilForm("{", "}", "#{"),           sigilForm("{", "}", {}),
                                                sigilForm("<", ">", "#{"),           sigilForm("<", ">", {}),
                                                sigilForm("|", "|", "#{"),           sigilForm("|", "|", {}),
                                                sigilForm("\"", "\"", "#{"),         sigilForm("\"", "\"", {}),
                                                sigilForm("'", "'", "#{"),           sigilForm("'", "'", {}),
                                                sigilForm("/", "/", "#{"),           sigilForm("/", "/", {})};

} // namespace

bool TableScanner::stringsCSharp() {
    const std::size_t quote = m_cursor.at;
    std::size_t begin = quote;
    bool verbatim = false;
    bool interpolated = false;
    while (m_cursor.before(begin) == '$' || m_cursor.before(begin) == '@') {
        --begin;
        verbatim = verbatim || m_cursor.byteAt(begin) == '@';
        interpolated = interpolated || m_cursor.byteAt(begin) == '$';
    }
    std::size_t quotes = 1;
    while (m_cursor.ahead(quotes) == '"') ++quotes;
    if (quotes >= 3 && !verbatim) return readUntil(begin, quote + quotes, std::string(quotes, '"'));
    if (!interpolated) {
        static constexpr StringForm kVerbatim{"\"", "\"", Escapes::Doubled, Span::ManyLines};
        static constexpr StringForm kPlain{"\"", "\""};
        ++m_cursor.at;
        readString(verbatim ? kVerbatim : kPlain, begin);
        return true;
    }
    m_cursor.at = endOfInterpolatedCSharp(quote + 1, verbatim);
    literal(begin, m_cursor.at);
    return true;
}

/// Strings may stand in the holes of a string; comments there are so rare that the whole is taken as a literal.
std::size_t TableScanner::endOfInterpolatedCSharp(std::size_t from, bool verbatim) const {
    const std::string_view text = m_cursor.text();
    std::size_t depth = 0;
    for (std::size_t at = from; at < text.size(); ++at) {
        const char c = text[at];
        const char next = at + 1 < text.size() ? text[at + 1] : '\0';
        if (!verbatim && isLineEnd(c)) return at;
        if (c == '\\' && !verbatim) {
            ++at;
        } else if ((c == '{' || c == '}') && next == c && depth == 0) {
            ++at;
        } else if (c == '{') {
            ++depth;
        } else if (c == '}') {
            depth -= depth > 0 ? 1 : 0;
        } else if (c == '"' && depth == 0) {
            if (!verbatim || next != '"') return at + 1;
            ++at;
        } else if (c == '"') {
            const std::size_t close = text.find_first_of("\"\r\n", at + 1);
            if (close == std::string_view::npos || text[close] != '"') return at + 1;
            at = close;
        } else if (c == '\'' && depth > 0 && at + 2 < text.size() && text[at + 2] == '\'') {
            at += 2;
        }
    }
    return text.size();
}

bool TableScanner::heredocHcl() {
    if (m_cursor.ahead(1) != '<' || m_cursor.ahead(2) == '<' || m_cursor.before(m_cursor.at) == '<') return false;
    std::size_t at = m_cursor.at + 2;
    const bool indented = m_cursor.byteAt(at) == '-' || m_cursor.byteAt(at) == '~';
    if (indented) ++at;
    const char quote = m_cursor.byteAt(at);
    const bool quoted = quote == '"' || quote == '\'';
    if (quoted) ++at;
    std::size_t end = at;
    while (isWord(m_cursor.byteAt(end))) ++end;
    if (end == at || isDigit(m_cursor.byteAt(at)) || (quoted && m_cursor.byteAt(end) != quote)) return false;
    if (m_heredocs.size() < kMostHeredocs) m_heredocs.emplace_back(m_cursor.text().substr(at, end - at), indented);
    m_interesting.add('\n');
    m_cursor.at = end + (quoted ? 1 : 0);
    return true;
}

bool TableScanner::hereStringPowerShell() {
    const char quote = m_cursor.ahead(1);
    if (quote != '"' && quote != '\'') return false;
    const std::size_t begin = m_cursor.at;
    std::size_t at = begin + 2;
    while (isBlank(m_cursor.byteAt(at))) ++at;
    if (!isLineEnd(m_cursor.byteAt(at))) return false;
    const std::array<char, 2> close{quote, '@'};
    for (at = m_cursor.nextLine(at); at < m_cursor.end(); at = m_cursor.nextLine(at))
        if (m_cursor.text().substr(at).starts_with(std::string_view(close.data(), close.size())))
            return readUntil(begin, at, "@");
    m_cursor.at = m_cursor.end();
    literal(begin, m_cursor.at);
    return true;
}

bool TableScanner::lineString() {
    if (m_cursor.ahead(1) != '\\') return false;
    const std::size_t begin = m_cursor.at;
    m_cursor.at = m_cursor.lineEnd(begin);
    literal(begin, m_cursor.at);
    return true;
}

/// A sigil in lower case has holes and escapes; one in upper case has neither, but for a backslash before its closer.
bool TableScanner::sigil() {
    const std::size_t begin = m_cursor.at;
    std::size_t open = begin + 1;
    if (!isLetter(m_cursor.byteAt(open))) return false;
    const bool plain = m_cursor.byteAt(open) <= 'Z';
    while (isLetter(m_cursor.byteAt(open))) ++open;
    const std::string_view rest = m_cursor.text().substr(std::min(open, m_cursor.end()));
    for (const StringForm& form : kSigils) {
        if (!rest.starts_with(form.open) || form.hole.empty() != plain) continue;
        m_cursor.at = open + form.open.size();
        readString(form, begin);
        return true;
    }
    return false;
}

bool TableScanner::slashy() {
    static constexpr std::array<std::string_view, 8> kKeywords = {"return", "in",    "case",  "assert",
                                                                  "if",     "while", "print", "else"};
    const std::size_t begin = m_cursor.at;
    if (m_cursor.startsWith("$/")) return readUntil(begin, begin + 2, "/$");
    if (m_cursor.here() != '/' || m_cursor.ahead(1) == '/' || m_cursor.ahead(1) == '*') return false;
    return !endsOperand(m_cursor, codeEnd(), kKeywords) && readRegex();
}

/// A line end ends a statement of awk: no slash that opens a line divides.
bool TableScanner::regexAwk() {
    static constexpr std::array<std::string_view, 4> kKeywords = {"return", "in", "print", "case"};
    const bool opens = m_cursor.atLineStart(m_cursor.at) || !endsOperand(m_cursor, m_cursor.at, kKeywords);
    return opens && readRegex();
}

bool TableScanner::readRegex() {
    if (!mayLook()) return false;
    const std::size_t begin = m_cursor.at;
    const std::size_t end = endOfRegex(m_cursor, begin);
    if (end == 0) {
        m_failedBytes += m_cursor.lineEnd(begin) - begin;
        return false;
    }
    m_cursor.at = end;
    literal(begin, end);
    return true;
}

bool TableScanner::pragma() { return m_cursor.startsWith("{-#") && readUntil(m_cursor.at, m_cursor.at + 3, "#-}"); }

/// [name|…|]: text in another language. [e|…|] and its like hold code, [x|x<-xs] is a list.
bool TableScanner::quasiQuote() {
    constexpr std::size_t kLongestName = 64;
    const std::size_t begin = m_cursor.at;
    std::size_t bar = begin + 1;
    while ((isWord(m_cursor.byteAt(bar)) || m_cursor.byteAt(bar) == '.') && bar - begin < kLongestName) ++bar;
    const std::string_view name = m_cursor.text().substr(begin + 1, bar - begin - 1);
    if (m_cursor.byteAt(bar) != '|' || name.empty() || !mayLook()) return false;
    if (name.size() == 1 && std::string_view("edtp").find(name.front()) != std::string_view::npos) return false;
    const std::size_t end = m_cursor.find("|]", bar + 1);
    bool isList = end == m_cursor.end();
    std::size_t depth = 1;
    bool draws = false;
    for (std::size_t at = bar + 1; at < end && depth > 0 && !isList; ++at) {
        const char c = m_cursor.byteAt(at);
        if (c == '[') ++depth;
        if (c == '<' && m_cursor.byteAt(at + 1) == '-') draws = true;
        if (c == ']' && --depth == 0) isList = draws;
    }
    if (!isList) return readUntil(begin, end, "|]");
    m_failedBytes += end - begin;
    return false;
}

/// {id|…|id}, and as an extension {%name id|…|id}.
bool TableScanner::quotedOcaml() {
    constexpr std::size_t kLongestName = 64;
    const std::size_t begin = m_cursor.at;
    std::size_t at = begin + 1;
    if (m_cursor.byteAt(at) == '%') {
        while (m_cursor.byteAt(at) == '%' && at - begin < 3) ++at;
        while ((isWord(m_cursor.byteAt(at)) || m_cursor.byteAt(at) == '.') && at - begin < kLongestName) ++at;
        while (isBlank(m_cursor.byteAt(at)) && at - begin < kLongestName) ++at;
    }
    const std::size_t name = at;
    while (isWord(m_cursor.byteAt(at)) && at - name < kLongestName) ++at;
    if (m_cursor.byteAt(at) != '|' || !mayLook()) return false;
    std::string close = "|";
    close += m_cursor.text().substr(name, at - name);
    close += '}';
    const std::size_t end = m_cursor.find(close, at + 1);
    if (end < m_cursor.end()) return readUntil(begin, end, close);
    m_failedBytes += m_cursor.end() - at;
    return false;
}

/// In Vim script a quote opens a comment where a command could begin, and wherever no second quote follows.
bool TableScanner::quoteVim() {
    const std::size_t begin = m_cursor.at;
    const std::size_t end = m_cursor.lineEnd(begin);
    if (!m_cursor.atLineStart(begin)) {
        for (std::size_t at = begin + 1; at < end; ++at) {
            if (m_cursor.byteAt(at) == '\\')
                ++at;
            else if (m_cursor.byteAt(at) == '"')
                return readUntil(begin, at, "\"");
        }
    }
    comment(begin, end, CommentKind::Line);
    m_cursor.at = end;
    return true;
}

bool TableScanner::rawD() {
    const std::size_t quote = m_cursor.at;
    if (m_cursor.before(quote) != 'q' || isWord(m_cursor.before(quote, 2))) return false;
    const char opener = m_cursor.ahead(1);
    const char closer = closerOf(opener);
    if (closer != opener) {
        const std::array<char, 2> close{closer, '"'};
        return readUntil(quote - 1, quote + 2, std::string_view(close.data(), close.size()));
    }
    if (!isLetter(opener)) return false;
    std::size_t end = quote + 1;
    while (isWord(m_cursor.byteAt(end))) ++end;
    const std::string close = "\n" + std::string(m_cursor.text().substr(quote + 1, end - quote - 1)) + "\"";
    return readUntil(quote - 1, end, close);
}

} // namespace paydown::syntax::lexical
