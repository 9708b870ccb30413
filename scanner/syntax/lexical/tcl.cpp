// SPDX-License-Identifier: GPL-3.0-or-later
// Tcl: '#' opens a comment only where a command begins, a quote a string only where a word does.
#include "scanner/syntax/lexical/scanners.h"

namespace paydown::syntax::lexical {
namespace {

/// Whatever else stands in the middle of a command changes nothing.
constexpr ByteSet kMattersInCommand{
    [](char c) { return isLineEnd(c) || c == ';' || c == '{' || c == '[' || c == '"' || c == '\\'; }};

constexpr ByteSet kMattersInString{[](char c) { return c == '"' || c == '\\'; }};

class TclScanner {
public:
    TclScanner(const Part& part, Findings& found) : m_found(found), m_cursor(part.text, part.begin, part.end) {}

    void scan() {
        bool command = true; // a command begins here
        while (!m_cursor.done() && !m_found.isEnough(m_cursor.at)) {
            if (!command) m_cursor.at = m_cursor.findIn(kMattersInCommand, m_cursor.at);
            const char c = m_cursor.here();
            if (c == '\\') {
                m_cursor.at += 2;
                command = false;
                continue;
            }
            if (c == '#' && command && m_cursor.before(m_cursor.at) != '{' && m_cursor.before(m_cursor.at) != '[') {
                readComment();
                continue;
            }
            if (c == '"' && opensString()) {
                readString();
                command = false;
                continue;
            }
            if (isLineEnd(c) || c == ';' || c == '{' || c == '[')
                command = true;
            else if (!isBlank(c))
                command = false;
            ++m_cursor.at;
        }
    }

private:
    /// A comment takes in the next line behind a backslash.
    void readComment() {
        const std::size_t begin = m_cursor.at;
        std::size_t end = m_cursor.lineEnd(begin);
        while (end < m_cursor.end() && m_cursor.escaped(end)) end = m_cursor.lineEnd(m_cursor.pastLineEnd(end));
        m_found.comment(begin, end, CommentKind::Line);
        m_cursor.at = end;
    }

    [[nodiscard]] bool opensString() const {
        const char previous = m_cursor.before(m_cursor.at);
        if (previous == '{') return m_cursor.ahead(1) != '}';
        return isBlank(previous) || isLineEnd(previous) || previous == '[' || previous == '(';
    }

    void readString() {
        const std::size_t begin = m_cursor.at++;
        m_cursor.at = m_cursor.findIn(kMattersInString, m_cursor.at);
        while (m_cursor.here() == '\\') m_cursor.at = m_cursor.findIn(kMattersInString, m_cursor.at + 2);
        m_cursor.at = std::min(m_cursor.at + 1, m_cursor.end());
        m_found.string(begin, m_cursor.at);
    }

    Findings& m_found;
    Cursor m_cursor;
};

} // namespace

void scanTcl(const Part& part, Findings& found) { TclScanner(part, found).scan(); }

} // namespace paydown::syntax::lexical
