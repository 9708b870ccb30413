// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/annotations/comment_text.h"

#include "scanner/annotations/decoration.h"
#include "scanner/annotations/letters.h"

#include <array>

namespace paydown::annotations {

namespace {

using syntax::Comment;
using syntax::CommentKind;

/// The column of `end` on the line that begins at `begin`, with tabs to multiples of eight and of four.
std::array<std::size_t, 2> columnsOf(std::string_view bytes, std::size_t begin, std::size_t end) {
    std::size_t eights = 0;
    std::size_t fours = 0;
    for (std::size_t at = begin; at < end; ++at) {
        const bool isTab = bytes[at] == '\t';
        eights = isTab ? (eights / 8 + 1) * 8 : eights + 1;
        fours = isTab ? (fours / 4 + 1) * 4 : fours + 1;
    }
    return {eights, fours};
}

std::size_t lineBeginOf(std::string_view bytes, std::size_t at) {
    while (at > 0 && !isLineEnd(bytes[at - 1])) --at;
    return at;
}

/// One line of a comment: [begin, end) of the file without its line end.
TextLine readLine(std::string_view bytes, std::size_t begin, std::size_t end, const Comment& comment) {
    std::string_view whole = bytes.substr(begin, end - begin);
    const bool isFirst = begin == comment.beginByte;
    if (comment.kind == CommentKind::Block && end == comment.endByte) {
        const std::string_view start = bytes.substr(comment.beginByte, comment.endByte - comment.beginByte);
        const std::string_view closer = closerOf(start);
        const bool isTooShort = isFirst && whole.size() < 2 * closer.size(); // "/*/" closes nothing.
        if (!isTooShort) whole = withoutCloser(whole, closer);
    }
    std::string_view text = isFirst ? withoutOpener(whole, comment.kind) : withoutLeader(whole);
    const auto cut = static_cast<std::size_t>(text.data() - whole.data());
    const char leader = cut > 0 ? whole[cut - 1] : '\0';
    text = withoutBox(text, leader, comment.kind);
    TextLine line;
    line.begin = static_cast<std::uint32_t>(text.data() - bytes.data());
    line.end = static_cast<std::uint32_t>(line.begin + text.size());
    return line;
}

/// Keeps the lines of a text that something can be read from.
class TextCollector {
public:
    TextCollector(std::string_view bytes, std::span<const std::uint32_t> candidates, LineCounter& lines)
        : m_bytes(bytes), m_candidates(candidates), m_lines(lines) {}

    /// Where the next line that could be kept is, at or behind `begin`: at the next candidate, when all is too far
    /// behind the last one.
    [[nodiscard]] std::size_t nextWanted(std::size_t begin) const {
        if (m_behind <= kFarthest || m_text.empty()) return begin;
        return m_next < m_candidates.size() ? std::max<std::size_t>(begin, m_candidates[m_next]) : m_bytes.size();
    }

    /// Whether the comment is seen at once to be one more blank line: nothing but "//", "--", "#" or the like.
    [[nodiscard]] bool isFurtherBlank(const Comment& comment) const {
        const std::size_t size = comment.endByte - comment.beginByte;
        const char first = m_bytes[comment.beginByte];
        return comment.kind == CommentKind::Line && size <= 2 && !m_text.empty() && m_text.back().isBlank() &&
               m_bytes[comment.endByte - 1] == first && std::string_view("/-#;%!").find(first) != kNone;
    }

    void add(const Comment& comment, std::size_t begin, std::size_t end) {
        const std::size_t before = m_next;
        while (m_next < m_candidates.size() && m_candidates[m_next] < end) ++m_next;
        if (m_next > before) m_behind = 0;
        m_behind += end - begin + 1;
        m_lines.advanceTo(begin);
        TextLine line = readLine(m_bytes, begin, end, comment);
        // A blank line ends every text, also one that would go on beyond what is kept.
        if (m_behind > kFarthest && m_next == before) line.end = line.begin;
        if (line.isBlank() && !m_text.empty() && m_text.back().isBlank()) {
            m_behind -= end - begin + 1;
            return;
        }
        line.number = m_lines.line();
        line.lineBegin = m_lines.lineBegin();
        m_text.push_back(line);
    }

    [[nodiscard]] bool isFull() const { return m_text.size() >= kMaxLines; }
    [[nodiscard]] std::vector<TextLine> take() { return std::move(m_text); }

private:
    /// More than the longest text of an annotation.
    static constexpr std::size_t kFarthest = 32U << 10;
    /// Lines of one text; more is no comment but data, and would cost memory without bound.
    static constexpr std::size_t kMaxLines = 256U << 10;

    std::string_view m_bytes;
    std::span<const std::uint32_t> m_candidates;
    LineCounter& m_lines;
    std::size_t m_next = 0;
    std::size_t m_behind = kFarthest + 1; ///< Bytes since the last line with a candidate.
    std::vector<TextLine> m_text;
};

} // namespace

bool continues(std::string_view bytes, const Comment& first, const Comment& second) {
    if (first.kind != CommentKind::Line || second.kind != CommentKind::Line) return false;
    if (first.endByte >= second.beginByte || !isLineEnd(bytes[first.endByte])) return false;
    const std::size_t lineBegin = behindLineEnd(bytes, first.endByte);
    if (lineBegin > second.beginByte || skipBlanks(bytes, lineBegin, second.beginByte) != second.beginByte) {
        return false;
    }
    const bool standAtLeft =
        lineBegin == second.beginByte && (first.beginByte == 0 || isLineEnd(bytes[first.beginByte - 1]));
    if (standAtLeft) return true;
    const auto own = columnsOf(bytes, lineBegin, second.beginByte);
    const auto above = columnsOf(bytes, lineBeginOf(bytes, first.beginByte), first.beginByte);
    return own[0] == above[0] || own[1] == above[1];
}

std::size_t commentsInText(std::string_view bytes, std::span<const Comment> comments) {
    std::size_t count = 1;
    while (count < comments.size() && continues(bytes, comments[count - 1], comments[count])) ++count;
    return count;
}

std::vector<TextLine> textOf(std::string_view bytes, std::span<const Comment> comments,
                             std::span<const std::uint32_t> candidates, LineCounter& lines) {
    TextCollector collector(bytes, candidates, lines);
    for (const Comment& comment : comments) {
        if (collector.isFurtherBlank(comment)) continue;
        std::size_t begin = comment.beginByte;
        for (;;) {
            const std::size_t wanted = collector.nextWanted(begin);
            if (wanted >= comment.endByte) break;
            if (wanted > begin) begin = std::max(begin, lineBeginOf(bytes, wanted));
            const std::size_t end = lineEndAt(bytes, begin, comment.endByte);
            collector.add(comment, begin, end);
            if (collector.isFull()) return collector.take();
            if (end >= comment.endByte) break;
            begin = behindLineEnd(bytes, end);
            if (begin >= comment.endByte) break;
        }
    }
    return collector.take();
}

} // namespace paydown::annotations
