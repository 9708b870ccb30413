// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/annotations/ledger_reader.h"

#include "scanner/annotations/comment_text.h"
#include "scanner/annotations/letters.h"
#include "scanner/annotations/line_counter.h"

#include <algorithm>

namespace paydown::annotations {

namespace {

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

/// Every line outside of fenced code.
std::vector<LedgerLine> linesOf(std::string_view bytes) {
    std::vector<LedgerLine> lines;
    std::string_view fence;
    std::uint32_t number = 0;
    for (std::size_t begin = 0; begin < bytes.size();) {
        const std::size_t end = lineEndAt(bytes, begin, bytes.size());
        ++number;
        LedgerLine line = readLine(bytes, begin, end);
        line.text.number = number;
        const std::string_view text = bytes.substr(line.text.begin, line.text.end - line.text.begin);
        if (!fence.empty()) {
            if (text.starts_with(fence)) fence = {};
        } else if (text.starts_with("```") || text.starts_with("~~~")) {
            fence = text.substr(0, 3);
        } else {
            lines.push_back(line);
        }
        begin = behindLineEnd(bytes, end);
    }
    return lines;
}

} // namespace

std::vector<Annotation> readLedger(std::string_view bytes, std::span<const std::uint32_t> candidates,
                                   const AnnotationReader& reader) {
    std::vector<Annotation> debts;
    const std::vector<LedgerLine> lines = linesOf(bytes);
    const auto opens = [&](const LedgerLine& line) {
        return line.isItem && !line.isTicked && !line.text.isBlank() &&
               reader.opensAnnotation(bytes, line.text, candidates);
    };
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (!opens(lines[i])) continue;
        std::vector<TextLine> text{lines[i].text};
        std::size_t next = i + 1;
        for (; next < lines.size(); ++next) {
            const LedgerLine& below = lines[next];
            if (below.text.isBlank()) continue;
            if (below.indent <= lines[i].indent || opens(below)) break;
            text.push_back(below.text);
        }
        Annotation debt = reader.readOpening(bytes, text, candidates);
        debt.form = Form::Ledger;
        debts.push_back(std::move(debt));
        i = next - 1;
    }
    return debts;
}

} // namespace paydown::annotations
