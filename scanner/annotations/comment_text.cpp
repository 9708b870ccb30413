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

} // namespace

bool continues(std::string_view bytes, const Comment& first, const Comment& second) {
    if (first.kind != CommentKind::Line || second.kind != CommentKind::Line) return false;
    if (first.endByte >= second.beginByte || !isLineEnd(bytes[first.endByte])) return false;
    const std::size_t lineBegin = behindLineEnd(bytes, first.endByte);
    if (lineBegin > second.beginByte || skipBlanks(bytes, lineBegin, second.beginByte) != second.beginByte) {
        return false;
    }
    const auto own = columnsOf(bytes, lineBegin, second.beginByte);
    const auto above = columnsOf(bytes, lineBeginOf(bytes, first.beginByte), first.beginByte);
    return own[0] == above[0] || own[1] == above[1];
}

std::size_t commentsInText(std::string_view bytes, std::span<const Comment> comments) {
    std::size_t count = 1;
    while (count < comments.size() && continues(bytes, comments[count - 1], comments[count])) ++count;
    return count;
}

std::vector<TextLine> textOf(std::string_view bytes, std::span<const Comment> comments, LineCounter& lines) {
    std::vector<TextLine> text;
    for (const Comment& comment : comments) {
        std::size_t begin = comment.beginByte;
        for (;;) {
            const std::size_t end = lineEndAt(bytes, begin, comment.endByte);
            lines.advanceTo(begin);
            TextLine line = readLine(bytes, begin, end, comment);
            line.number = lines.line();
            line.lineBegin = lines.lineBegin();
            text.push_back(line);
            if (end >= comment.endByte) break;
            begin = behindLineEnd(bytes, end);
            if (begin >= comment.endByte) break;
        }
    }
    return text;
}

} // namespace paydown::annotations
