// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/syntax/lexical/table_scanner.h"

#include "scanner/syntax/lexical/operand.h"

#include <algorithm>

namespace paydown::syntax::lexical {
namespace {

std::size_t indexOf(char c) { return static_cast<unsigned char>(c); }

bool isOperatorByte(char c) {
    return c != '\0' && std::string_view("!#$%&*+./<=>?@\\^|~:-").find(c) != std::string_view::npos;
}

bool beginsWord(char previous) {
    return isBlank(previous) || isLineEnd(previous) ||
           std::string_view(";&|(){}[],`").find(previous) != std::string_view::npos;
}

} // namespace

TableScanner::TableScanner(const Rules& rules, std::string_view text, std::size_t begin, std::size_t end,
                           Findings& found)
    : m_rules(rules), m_found(found), m_cursor(text, begin, end) {
    const auto mark = [&](char c, std::uint8_t what) {
        m_opens[indexOf(c)] |= what;
        if (rules.anyCase && isLetter(c)) m_opens[indexOf(static_cast<char>(c ^ 0x20))] |= what;
    };
    for (const LineForm& form : rules.lines) mark(form.open.front(), kLine);
    for (const BlockForm& form : rules.blocks) mark(form.open.front(), kBlock);
    for (const Trigger& trigger : rules.triggers) {
        mark(trigger.byte, kTrigger);
        m_asksForCode |= trigger.special == Special::DollarQuote || trigger.special == Special::Slashy;
    }
    for (const StringForm& form : rules.strings) mark(form.open.front(), kString);
    for (std::size_t byte = 0; byte < m_opens.size(); ++byte)
        if (m_opens[byte] != 0) m_interesting.add(static_cast<char>(byte));
    if (std::ranges::any_of(rules.strings, [](const StringForm& form) { return !form.hole.empty(); }))
        for (const char c : {'(', ')', '{', '}'}) m_interesting.add(c);
    if (!rules.endMark.empty()) m_interesting.add('\n');
}

void TableScanner::scan() {
    while (!m_cursor.done() && !m_found.isEnough(m_cursor.at)) {
        m_cursor.at = m_interesting.findIn(m_cursor.text(), m_cursor.at);
        if (m_cursor.done()) return;
        step();
    }
}

void TableScanner::step() {
    const char c = m_cursor.here();
    if (c == '\n' && m_interesting['\n']) return endLine();
    if (!m_holes.empty() && countBracket(c)) return;
    const std::uint8_t opens = m_opens[indexOf(c)];
    if ((opens & kTrigger) != 0)
        for (const Trigger& trigger : m_rules.triggers)
            if (trigger.byte == c && trySpecial(trigger.special)) return;
    if ((opens & kBlock) != 0 && tryBlocks()) return;
    if ((opens & kLine) != 0 && tryLines()) return;
    if ((opens & kString) != 0 && tryStrings()) return;
    ++m_cursor.at;
}

bool TableScanner::stands(Where where, std::size_t opener, std::size_t size) const {
    switch (where) {
    case Where::Anywhere: return true;
    case Where::LineStart: return m_cursor.atLineStart(opener);
    case Where::LineAlone: {
        std::size_t behind = opener + size;
        while (isBlank(m_cursor.byteAt(behind))) ++behind;
        return (behind >= m_cursor.end() || isLineEnd(m_cursor.byteAt(behind))) && m_cursor.atLineStart(opener);
    }
    case Where::FirstColumn: return m_cursor.atFirstColumn(opener);
    case Where::WordStart: return beginsWord(m_cursor.before(opener));
    case Where::Unescaped: return !m_cursor.escaped(opener);
    case Where::NoOperator: {
        std::size_t behind = opener + size;
        while (m_cursor.byteAt(behind) == '-') ++behind;
        return !isOperatorByte(m_cursor.byteAt(behind)) && !isOperatorByte(m_cursor.before(opener));
    }
    case Where::Statement: {
        std::size_t back = opener;
        while (back > m_cursor.begin() && isBlank(m_cursor.byteAt(back - 1))) --back;
        const char previous = m_cursor.before(back);
        const char next = m_cursor.byteAt(opener + size);
        // "REM" is a word of its own; a sign needs no blank behind it.
        const bool whole = !isLetter(m_cursor.byteAt(opener)) || !isWord(next);
        return whole &&
               (isLineEnd(previous) || previous == ';' || previous == ':' || previous == '{' || previous == '&');
    }
    }
    return true;
}

bool TableScanner::matches(std::string_view opener) const {
    return m_rules.anyCase ? m_cursor.startsWithAnyCase(opener) : m_cursor.startsWith(opener);
}

bool TableScanner::tryBlocks() {
    for (const BlockForm& form : m_rules.blocks) {
        if (!m_cursor.startsWith(form.open) || !stands(form.where, m_cursor.at, form.open.size())) continue;
        readBlock(form);
        return true;
    }
    return false;
}

bool TableScanner::tryLines() {
    for (const LineForm& form : m_rules.lines) {
        if (!matches(form.open) || !stands(form.where, m_cursor.at, form.open.size())) continue;
        const char behind = m_cursor.byteAt(m_cursor.at + form.open.size());
        if (form.notBefore.find(behind) != std::string_view::npos) continue;
        readLine(form);
        return true;
    }
    return false;
}

void TableScanner::readLine(const LineForm& form) {
    const std::size_t begin = m_cursor.at;
    std::size_t end = m_cursor.lineEnd(begin);
    while (form.continued && end < m_cursor.end() && end > begin && m_cursor.byteAt(end - 1) == '\\')
        end = m_cursor.lineEnd(m_cursor.pastLineEnd(end));
    comment(begin, end, CommentKind::Line);
    m_cursor.at = end;
}

void TableScanner::readBlock(const BlockForm& form) {
    const std::size_t begin = m_cursor.at;
    const std::size_t inside = begin + form.open.size();
    std::size_t end = 0;
    if (form.where != Where::Anywhere && form.where != Where::WordStart)
        end = endOfLineBlock(form, inside);
    else if (form.nests || form.holdsStrings)
        end = endOfNested(form, inside);
    else
        end = std::min(m_cursor.find(form.close, inside) + form.close.size(), m_cursor.end());
    comment(begin, end, CommentKind::Block);
    m_cursor.at = end;
}

std::size_t TableScanner::endOfNested(const BlockForm& form, std::size_t from) const {
    const std::string_view text = m_cursor.text();
    std::size_t depth = 1;
    bool strings = form.holdsStrings;
    const char closeFront = form.close.front();
    const char openFront = form.nests ? form.open.front() : closeFront;
    for (Cursor cursor = m_cursor.movedTo(from); !cursor.done();) {
        const char c = cursor.here();
        if (c != closeFront && c != openFront && c != '"' && c != '\'') {
            ++cursor.at;
            continue;
        }
        if (cursor.startsWith(form.close)) {
            cursor.at += form.close.size();
            if (--depth == 0) return cursor.at;
        } else if (form.nests && cursor.startsWith(form.open)) {
            cursor.at += form.open.size();
            ++depth;
        } else if (strings && c == '\'' && cursor.ahead(1) != '\\' && cursor.ahead(2) == '\'') {
            cursor.at += 3; // '"' opens no string
        } else if (strings && c == '"') {
            std::size_t close = cursor.at + 1;
            while (close < text.size() && text[close] != '"') close += text[close] == '\\' ? 2 : 1;
            // A lone quote in prose: not even the end of the file closes it.
            strings = close < text.size();
            cursor.at = strings ? close + 1 : cursor.at + 1;
        } else {
            ++cursor.at;
        }
    }
    return text.size();
}

std::size_t TableScanner::endOfLineBlock(const BlockForm& form, std::size_t from) const {
    std::size_t depth = 1;
    for (std::size_t line = m_cursor.nextLine(from); line < m_cursor.end(); line = m_cursor.nextLine(line)) {
        std::size_t first = line;
        if (form.where != Where::FirstColumn)
            while (isBlank(m_cursor.byteAt(first))) ++first;
        const std::string_view rest = m_cursor.text().substr(first);
        if (rest.starts_with(form.close) && stands(form.where, first, form.close.size())) {
            if (--depth == 0) return m_cursor.lineEnd(first);
        } else if (form.nests && rest.starts_with(form.open) && stands(form.where, first, form.open.size())) {
            ++depth;
        }
    }
    return m_cursor.end();
}

void TableScanner::comment(std::size_t begin, std::size_t end, CommentKind kind) {
    m_found.comment(begin, end, kind);
    if (!m_asksForCode) return;
    const std::size_t before = codeEndBefore(m_cursor, begin);
    if (m_commentEnd == 0 || before > m_commentEnd) m_codeEnd = before;
    m_commentEnd = end;
}

/// Where the code before this place ends, for the specials that ask: blanks, line ends and comments are passed over.
std::size_t TableScanner::codeEnd() const {
    const std::size_t end = codeEndBefore(m_cursor, m_cursor.at);
    return m_commentEnd != 0 && end <= m_commentEnd ? m_codeEnd : end;
}

/// At a LF that matters: the bodies of heredocs that its line opened, or the mark that ends the code.
void TableScanner::endLine() {
    ++m_cursor.at;
    for (const auto& [terminator, indented] : m_heredocs) {
        const std::size_t begin = m_cursor.at;
        std::size_t line = begin;
        std::size_t end = m_cursor.end();
        for (; line < m_cursor.end(); line = m_cursor.nextLine(line)) {
            std::size_t first = line;
            while (indented && isBlank(m_cursor.byteAt(first))) ++first;
            end = m_cursor.lineEnd(first);
            if (m_cursor.text().substr(first, end - first) == terminator) break;
        }
        m_cursor.at = line < m_cursor.end() ? end : m_cursor.end();
        literal(begin, m_cursor.at);
        if (m_cursor.here() == '\n' || m_cursor.here() == '\r') m_cursor.at = m_cursor.pastLineEnd(m_cursor.at);
    }
    if (!m_heredocs.empty()) {
        m_heredocs.clear();
        if (m_rules.endMark.empty()) m_interesting.remove('\n');
    }
    if (!m_rules.endMark.empty() && m_cursor.startsWith(m_rules.endMark)) {
        const std::size_t behind = m_cursor.at + m_rules.endMark.size();
        if (behind >= m_cursor.end() || isLineEnd(m_cursor.byteAt(behind))) m_cursor.at = m_cursor.end();
    }
}

} // namespace paydown::syntax::lexical
