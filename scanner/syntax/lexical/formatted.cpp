// SPDX-License-Identifier: GPL-3.0-or-later
// Formatted strings of Python. Since 3.12 their holes can hold the quotes of the string itself, and strings in them;
// before that such a text was an error, so one reading serves both.
#include "scanner/syntax/lexical/operand.h"
#include "scanner/syntax/lexical/table_scanner.h"

namespace paydown::syntax::lexical {
namespace {

/// A string that is open, with what its hole holds so far.
struct OpenString {
    char quote = '"';
    bool triple = false;
    bool hasHoles = false;
    bool inHole = false;
    bool inFormat = false;    ///< Behind the ':' of the hole: text again, down to its '}'.
    std::size_t brackets = 0; ///< Open in the hole.
};

bool isFormatPrefix(std::string_view prefix) {
    const auto isOneOf = [](char c, std::string_view letters) { return letters.find(c) != std::string_view::npos; };
    if (prefix.size() == 1) return isOneOf(prefix[0], "fFtT");
    return prefix.size() == 2 && ((isOneOf(prefix[0], "fFtT") && isOneOf(prefix[1], "rR")) ||
                                  (isOneOf(prefix[0], "rR") && isOneOf(prefix[1], "fFtT")));
}

/// Walks from the quote of a string to behind its end; gives up at what no such string holds.
class FormattedReader {
public:
    FormattedReader(const Cursor& cursor, std::size_t quote) : m_cursor(cursor), m_at(quote) { open(); }

    /// Behind the closing quote; 0 when there is none.
    std::size_t end() {
        while (!m_open.empty() && m_at < m_cursor.end() && !m_failed) step();
        return m_open.empty() ? m_at : 0;
    }
    [[nodiscard]] std::size_t at() const { return m_at; }

private:
    void open() {
        const char quote = m_cursor.byteAt(m_at);
        OpenString string{.quote = quote};
        string.hasHoles = isFormatPrefix(wordBefore(m_cursor, m_at));
        string.triple = m_cursor.byteAt(m_at + 1) == quote && m_cursor.byteAt(m_at + 2) == quote;
        m_at += string.triple ? 3 : 1;
        m_open.push_back(string);
    }

    void step() {
        OpenString& string = m_open.back();
        const char c = m_cursor.byteAt(m_at);
        if (isLineEnd(c) && !string.triple) {
            m_failed = true;
        } else if (string.inFormat) {
            readFormat(string, c);
        } else if (string.inHole) {
            readHole(string, c);
        } else {
            readText(string, c);
        }
    }

    void readText(OpenString& string, char c) {
        if (c == '\\') {
            m_at += 2;
        } else if (c == string.quote && (!string.triple || closesTriple(c))) {
            m_at += string.triple ? 3 : 1;
            m_open.pop_back();
        } else if (c == '{' && string.hasHoles) {
            const bool doubled = m_cursor.byteAt(m_at + 1) == '{';
            string.inHole = !doubled;
            string.brackets = 0;
            m_at += doubled ? 2 : 1;
        } else {
            ++m_at;
        }
    }

    void readHole(OpenString& string, char c) {
        if (c == '"' || c == '\'') return open();
        ++m_at;
        if (c == '#') m_failed = true;
        if (c == '(' || c == '[' || c == '{') ++string.brackets;
        if (c == ':' && string.brackets == 0) string.inFormat = true;
        if (c != ')' && c != ']' && c != '}') return;
        if (string.brackets > 0)
            --string.brackets;
        else
            string.inHole = false;
    }

    void readFormat(OpenString& string, char c) {
        if (c == string.quote && (!string.triple || closesTriple(c))) m_failed = true;
        ++m_at;
        if (c == '{') ++string.brackets;
        if (c != '}') return;
        if (string.brackets > 0)
            --string.brackets;
        else
            string.inHole = string.inFormat = false;
    }

    [[nodiscard]] bool closesTriple(char quote) const {
        return m_cursor.byteAt(m_at + 1) == quote && m_cursor.byteAt(m_at + 2) == quote;
    }

    const Cursor& m_cursor;
    std::size_t m_at;
    std::vector<OpenString> m_open;
    bool m_failed = false;
};

} // namespace

bool TableScanner::formattedString() {
    const std::size_t begin = m_cursor.at;
    const std::string_view prefix = wordBefore(m_cursor, begin);
    if (!isFormatPrefix(prefix) || !mayLook()) return false;
    FormattedReader reader(m_cursor, begin);
    const std::size_t end = reader.end();
    if (end == 0 || end > m_cursor.end()) {
        // No formatted string as Python has it: one that ends at its first quote.
        m_failedBytes += reader.at() - begin;
        return false;
    }
    m_cursor.at = end;
    literal(begin - prefix.size(), end);
    return true;
}

} // namespace paydown::syntax::lexical
