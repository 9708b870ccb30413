// SPDX-License-Identifier: GPL-3.0-or-later
// Characters and raw strings: literals of the table scanner that need more than an opener and a closer.
#include "scanner/syntax/lexical/operand.h"
#include "scanner/syntax/lexical/table_scanner.h"

#include <string>

namespace paydown::syntax::lexical {
namespace {

constexpr int kMostFailedQuotes = 8;

std::size_t utf8Length(char lead) {
    const auto byte = static_cast<unsigned char>(lead);
    return byte < 0xC0 ? 1U : byte < 0xE0 ? 2U : byte < 0xF0 ? 3U : 4U;
}

} // namespace

bool TableScanner::trySpecial(Special special) {
    switch (special) {
    case Special::None: return false;
    case Special::CharacterC: return characterC();
    case Special::CharacterTight: return characterTight();
    case Special::CharacterDollar: return characterBehind(1);
    case Special::CharacterBackslash: return characterBehind(1);
    case Special::CharacterHash: return m_cursor.ahead(1) == '\\' && characterBehind(2);
    case Special::CharacterQuestion: return !isWord(m_cursor.before(m_cursor.at)) && characterBehind(1);
    case Special::RawC: return rawC();
    case Special::RawHash: return rawHash();
    case Special::RawR: return rawR();
    case Special::LongBracket: return longBracket();
    case Special::DollarQuote: return dollarQuote();
    case Special::StringsCSharp: return stringsCSharp();
    case Special::Transpose: return transpose();
    case Special::HeredocHcl: return heredocHcl();
    case Special::HereStringPowerShell: return hereStringPowerShell();
    case Special::LineString: return lineString();
    case Special::Sigil: return sigil();
    case Special::Slashy: return slashy();
    case Special::Pragma: return pragma();
    case Special::QuasiQuote: return quasiQuote();
    case Special::RegexAwk: return regexAwk();
    case Special::QuotedOcaml: return quotedOcaml();
    case Special::FormattedString: return formattedString();
    case Special::QuoteVim: return quoteVim();
    case Special::RawD: return rawD();
    case Special::StarOperator:
        if (!m_cursor.startsWith("(*)")) return false;
        m_cursor.at += 3;
        return true;
    }
    return false;
}

/// Takes a literal from `begin` to behind the first `close` at or behind `from`; to the end of the text without one.
bool TableScanner::readUntil(std::size_t begin, std::size_t from, std::string_view close) {
    m_cursor.at = std::min(m_cursor.find(close, from) + close.size(), m_cursor.end());
    literal(begin, m_cursor.at);
    return true;
}

bool TableScanner::characterC() {
    constexpr std::size_t kLongestNumber = 64;
    const std::size_t begin = m_cursor.at;
    if (isWord(m_cursor.before(begin)) && isWord(m_cursor.ahead(1))) {
        std::size_t back = begin;
        while (begin - back < kLongestNumber && back != m_literalEnd && back != m_separatorEnd &&
               (isWord(m_cursor.before(back)) || m_cursor.before(back) == '\''))
            --back;
        if (back == m_separatorEnd || isDigit(m_cursor.byteAt(back))) { // 1'000'000
            m_separatorEnd = ++m_cursor.at;
            return true;
        }
    }
    static constexpr StringForm kCharacter{"'", "'"};
    ++m_cursor.at;
    readString(kCharacter, begin);
    m_literalEnd = m_cursor.at;
    return true;
}

bool TableScanner::characterTight() {
    constexpr std::size_t kLongestEscape = 12; // '\u{10FFFF}'
    const std::size_t begin = m_cursor.at++;
    const char previous = m_cursor.before(begin);
    const bool isByte = previous == 'b' && !isWord(m_cursor.before(begin, 2)); // b'x' of Rust
    if ((isWord(previous) || previous == '\'') && !isByte) return true;
    if (m_cursor.here() == '\\') {
        for (std::size_t i = begin + 3; i < begin + kLongestEscape && !isLineEnd(m_cursor.byteAt(i)); ++i)
            if (m_cursor.byteAt(i) == '\'') return readUntil(begin, i, "'");
        if (m_cursor.ahead(1) == '\'') return readUntil(begin, begin + 1, "'"); // '\' of Ada
        return true;
    }
    const std::size_t close = m_cursor.at + utf8Length(m_cursor.here());
    if (!isLineEnd(m_cursor.here()) && m_cursor.byteAt(close) == '\'') return readUntil(begin, close, "'");
    return true;
}

bool TableScanner::characterBehind(std::size_t markBytes) {
    std::size_t& at = m_cursor.at;
    const bool escaped = m_cursor.here() != '\\' && markBytes == 1 && m_cursor.ahead(1) == '\\';
    if (isBlank(m_cursor.ahead(markBytes)) || isLineEnd(m_cursor.ahead(markBytes))) {
        ++at;
        return true;
    }
    at = std::min(at + markBytes + (escaped ? 2U : 1U), m_cursor.end());
    return true;
}

bool TableScanner::rawC() {
    constexpr std::size_t kLongestTag = 16;
    const std::size_t begin = m_cursor.at;
    if (m_cursor.before(begin) != 'R') return false;
    const std::string_view prefix = wordBefore(m_cursor, begin);
    if (prefix != "R" && prefix != "LR" && prefix != "uR" && prefix != "UR" && prefix != "u8R") return false;
    std::size_t open = begin + 1;
    while (open - begin <= kLongestTag &&
           std::string_view("()\\\" \t\r\n\v\f").find(m_cursor.byteAt(open)) == std::string_view::npos)
        ++open;
    if (m_cursor.byteAt(open) != '(') return false;
    std::string close = ")";
    close += m_cursor.text().substr(begin + 1, open - begin - 1);
    close += '"';
    return readUntil(begin - prefix.size(), open + 1, close);
}

bool TableScanner::rawHash() {
    const std::size_t quote = m_cursor.at;
    std::size_t begin = quote;
    while (m_cursor.before(begin) == '#') --begin;
    const std::size_t hashes = quote - begin;
    const std::string_view prefix = wordBefore(m_cursor, begin);
    const bool rust = prefix == "r" || prefix == "br" || prefix == "cr";
    if (!rust && hashes == 0) return false;
    const bool triple = !rust && m_cursor.startsWith("\"\"\"");
    const std::string close = (triple ? "\"\"\"" : "\"") + std::string(hashes, '#');
    return readUntil(rust ? begin - prefix.size() : begin, quote + (triple ? 3 : 1), close);
}

bool TableScanner::rawR() {
    const std::size_t quote = m_cursor.at;
    const std::string_view prefix = wordBefore(m_cursor, quote);
    if (prefix != "r" && prefix != "R") return false;
    std::size_t open = quote + 1;
    while (m_cursor.byteAt(open) == '-') ++open;
    const std::size_t bracket = std::string_view("([{").find(m_cursor.byteAt(open));
    if (bracket == std::string_view::npos) return false;
    const std::string close = ")]}"[bracket] + std::string(open - quote - 1, '-') + m_cursor.here();
    return readUntil(quote - 1, open + 1, close);
}

bool TableScanner::longBracket() {
    const std::size_t begin = m_cursor.at;
    std::size_t open = begin;
    if (m_cursor.startsWith("--")) open += 2;
    if (m_cursor.here() == '#') ++open;
    if (m_cursor.byteAt(open) != '[') return false;
    std::size_t level = 0;
    while (m_cursor.byteAt(open + 1 + level) == '=') ++level;
    if (m_cursor.byteAt(open + 1 + level) != '[') return false;
    const std::string close = "]" + std::string(level, '=') + "]";
    const std::size_t inside = open + level + 2;
    if (open == begin) return readUntil(begin, inside, close);
    m_cursor.at = std::min(m_cursor.find(close, inside) + close.size(), m_cursor.end());
    comment(begin, m_cursor.at, CommentKind::Block);
    return true;
}

bool TableScanner::dollarQuote() {
    constexpr std::size_t kLongestTag = 64;
    const std::size_t begin = m_cursor.at;
    if (isWord(m_cursor.before(begin)) || isDigit(m_cursor.ahead(1))) return false;
    std::size_t end = begin + 1;
    while (end - begin < kLongestTag && isWord(m_cursor.byteAt(end))) ++end;
    if (m_cursor.byteAt(end) != '$') return false;
    const std::string_view tag = m_cursor.text().substr(begin, end + 1 - begin);
    m_cursor.at = end + 1;
    if (tag == m_openDollar) {
        m_openDollar = {};
        return true;
    }
    // The body of a function is code in quotes: its comments are comments.
    m_cursor.at = begin;
    const std::string_view word = wordBefore(m_cursor, codeEnd());
    m_cursor.at = end + 1;
    const bool body = word.size() == 2 && ((lowerOf(word[0]) == 'a' && lowerOf(word[1]) == 's') ||
                                           (lowerOf(word[0]) == 'd' && lowerOf(word[1]) == 'o'));
    if (body && m_openDollar.empty()) {
        m_openDollar = tag;
        return true;
    }
    if (m_failedLooks >= kMostFailedQuotes) return true;
    const std::size_t close = m_cursor.find(tag, end + 1);
    if (close < m_cursor.end()) return readUntil(begin, close, tag);
    ++m_failedLooks;
    return true;
}

bool TableScanner::transpose() {
    const std::size_t begin = m_cursor.at;
    const char previous = m_cursor.before(begin);
    if (isWord(previous) || std::string_view(")]}'.").find(previous) != std::string_view::npos) {
        ++m_cursor.at;
        return true;
    }
    static constexpr StringForm kQuoted{"'", "'", Escapes::Doubled};
    ++m_cursor.at;
    readString(kQuoted, begin);
    return true;
}

} // namespace paydown::syntax::lexical
