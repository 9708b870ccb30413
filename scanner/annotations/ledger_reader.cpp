// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/annotations/ledger_reader.h"

#include "scanner/annotations/comment_text.h"
#include "scanner/annotations/letters.h"
#include "scanner/annotations/line_counter.h"

#include <algorithm>

namespace paydown::annotations {

namespace {

/// Items of one ledger; more is no ledger, and would cost memory without bound.
constexpr std::size_t kMaxItems = 10000;
/// Bytes below an item that are read as its text.
constexpr std::size_t kMaxItemBytes = 32U << 10;

/// A line of the ledger as Markdown has it.
struct LedgerLine {
    TextLine text;          ///< Without indentation and, for a list item, its marker and box.
    std::size_t indent = 0; ///< Columns before the marker or text, tabs to fours.
    bool isItem = false;    ///< Opens a list item …
    bool isTicked = false;  ///< … that is done.
};

/// Bytes of "- ", "* ", "+ ", "12. " or "12) " at `at`, without the blank; 0 for none.
std::size_t markerLength(std::string_view bytes, std::size_t at, std::size_t end) {
    std::size_t behind = at;
    if (at < end && std::string_view("-*+").find(bytes[at]) != std::string_view::npos) {
        behind = at + 1;
    } else {
        while (behind < end && isDigit(bytes[behind])) ++behind;
        const bool isNumber = behind > at && behind - at < 10 && behind < end;
        if (!isNumber || (bytes[behind] != '.' && bytes[behind] != ')')) return 0;
        ++behind;
    }
    return behind < end && isBlank(bytes[behind]) ? behind - at : 0;
}

LedgerLine readLine(std::string_view bytes, std::size_t begin, std::size_t end) {
    LedgerLine line;
    std::size_t at = begin;
    for (; at < end && isBlank(bytes[at]); ++at)
        line.indent = bytes[at] == '\t' ? (line.indent / 4 + 1) * 4 : line.indent + 1;
    if (const std::size_t marker = markerLength(bytes, at, end)) {
        line.isItem = true;
        at = skipBlanks(bytes, at + marker, end);
        if (end - at >= 3 && bytes[at] == '[' && bytes[at + 2] == ']') {
            line.isTicked = bytes[at + 1] == 'x' || bytes[at + 1] == 'X';
            at = skipBlanks(bytes, at + 3, end);
        }
    }
    while (end > at && isBlank(bytes[end - 1])) --end;
    line.text.begin = static_cast<std::uint32_t>(at);
    line.text.end = static_cast<std::uint32_t>(end);
    line.text.lineBegin = static_cast<std::uint32_t>(begin);
    return line;
}

/// Whether lines stand in fenced code: at least three backticks or tildes, closed by as many of them alone.
class Fences {
public:
    /// Whether the line is code or a fence. Asked line by line.
    bool holds(std::string_view text) {
        const char mark = charAt(text, 0);
        const auto run = std::min(text.find_first_not_of(mark), text.size());
        if (m_length > 0) {
            if (mark == m_mark && run >= m_length && run == text.size()) m_length = 0;
            return true;
        }
        if ((mark != '`' && mark != '~') || run < 3) return false;
        if (mark == '`' && text.find('`', run) != std::string_view::npos) return false;
        m_mark = mark;
        m_length = run;
        return true;
    }

private:
    char m_mark = '\0';
    std::size_t m_length = 0; ///< Of the fence that is open; 0 for none.
};

/// Takes the lines one by one and keeps those of the item that is open.
class ItemCollector {
public:
    ItemCollector(std::string_view bytes, std::span<const std::uint32_t> candidates, const AnnotationReader& reader)
        : m_bytes(bytes), m_candidates(candidates), m_reader(reader) {}

    [[nodiscard]] bool isFull() const { return m_debts.size() >= kMaxItems; }

    void add(const LedgerLine& line) {
        if (line.text.isBlank()) return;
        const bool opensOne =
            line.isItem && !line.isTicked && m_reader.opensAnnotation(m_bytes, line.text, m_candidates);
        if (opensOne || (!m_item.empty() && line.indent <= m_indent)) closeItem();
        if (opensOne) {
            m_indent = line.indent;
            m_item.push_back(line.text);
        } else if (!m_item.empty() && line.text.end - m_item.front().begin <= kMaxItemBytes) {
            m_item.push_back(line.text);
        }
    }

    [[nodiscard]] std::vector<Annotation> take() {
        if (!isFull()) closeItem();
        return std::move(m_debts);
    }

private:
    void closeItem() {
        if (m_item.empty()) return;
        Annotation debt = m_reader.readOpening(m_bytes, m_item, m_candidates);
        debt.form = Form::Ledger;
        m_debts.push_back(std::move(debt));
        m_item.clear();
    }

    std::string_view m_bytes;
    std::span<const std::uint32_t> m_candidates;
    const AnnotationReader& m_reader;
    std::vector<Annotation> m_debts;
    std::vector<TextLine> m_item; ///< Of the item that is open; empty for none.
    std::size_t m_indent = 0;
};

/// Leaves out what a comment takes of a line: all of it, or its end.
class CommentCutter {
public:
    CommentCutter(std::string_view bytes, std::span<const syntax::Comment> comments)
        : m_bytes(bytes), m_comments(comments) {}

    /// Where the text of the line [begin, end) ends; begin when the line starts inside of a comment. Asked in order.
    std::size_t textEnd(std::size_t begin, std::size_t end) {
        while (m_next < m_comments.size() && m_comments[m_next].endByte <= begin) ++m_next;
        if (m_next == m_comments.size() || m_comments[m_next].beginByte >= end) return end;
        if (m_comments[m_next].beginByte < begin) return begin;
        std::size_t last = m_next;
        while (last + 1 < m_comments.size() && m_comments[last + 1].beginByte < end) ++last;
        const bool isToTheEnd = skipBlanks(m_bytes, m_comments[last].endByte, end) >= end;
        m_next = last;
        return isToTheEnd ? m_comments[last].beginByte : end;
    }

private:
    std::string_view m_bytes;
    std::span<const syntax::Comment> m_comments;
    std::size_t m_next = 0;
};

} // namespace

std::vector<Annotation> readLedger(std::string_view bytes, std::span<const syntax::Comment> comments,
                                   std::span<const std::uint32_t> candidates, const AnnotationReader& reader) {
    ItemCollector items(bytes, candidates, reader);
    CommentCutter cutter(bytes, comments);
    Fences fences;
    std::uint32_t number = 0;
    for (std::size_t begin = 0; begin < bytes.size() && !items.isFull();) {
        const std::size_t end = lineEndAt(bytes, begin, bytes.size());
        ++number;
        LedgerLine line = readLine(bytes, begin, cutter.textEnd(begin, end));
        line.text.number = number;
        if (!fences.holds(bytes.substr(line.text.begin, line.text.end - line.text.begin))) items.add(line);
        begin = behindLineEnd(bytes, end);
    }
    return items.take();
}

} // namespace paydown::annotations
