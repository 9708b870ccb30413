// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/tree/comment_removal.h"

#include "core/base/text.h"
#include "scanner/syntax/comments.h"
#include "scanner/syntax/encoding.h"

#include <algorithm>
#include <array>
#include <optional>

namespace paydown {

namespace {

using syntax::Comment;
using syntax::CommentKind;

constexpr std::string_view kBlanks = " \t\r";

/// Bytes [begin, end) that go, and what comes in their place.
struct Cut {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::string_view instead;
};

bool isInk(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || byte >= 0x80;
}

/// Delimiters, bullets and frames say nothing; letters and digits do. Some languages open comments with a word.
bool saysNothing(std::string_view text) {
    constexpr std::array<std::string_view, 3> kWordsThatOpen{"rem", "dnl", "c"};
    const std::string word = asciiLower(trimmed(text));
    return std::none_of(text.begin(), text.end(), isInk) ||
           std::ranges::find(kWordsThatOpen, word) != kWordsThatOpen.end();
}

class Cutter {
public:
    Cutter(std::string_view text, std::span<const Comment> comments) : m_text(text), m_comments(comments) {}

    /// The cuts for one annotation; else why it cannot be taken out.
    [[nodiscard]] std::optional<std::string> cut(const Annotation& annotation, std::vector<Cut>& cuts) const {
        const auto [first, last] = commentsOf(annotation.range);
        if (first == last) return "it stands in no comment";
        if (first->kind == CommentKind::Block) return cutBlock(*first, annotation.range, last - first == 1, cuts);
        return cutLines(first, last, annotation.range, cuts);
    }

private:
    using At = std::span<const Comment>::iterator;

    [[nodiscard]] std::pair<At, At> commentsOf(const SourceRange& range) const {
        const auto first = std::ranges::partition_point(
            m_comments, [&](const Comment& comment) { return comment.endByte <= range.beginByte; });
        const auto last = std::find_if(first, m_comments.end(),
                                       [&](const Comment& comment) { return comment.beginByte >= range.endByte; });
        return {first, last};
    }

    [[nodiscard]] std::size_t lineBegin(std::size_t at) const {
        const auto line = at == 0 ? std::string_view::npos : m_text.rfind('\n', at - 1);
        return line == std::string_view::npos ? 0 : line + 1;
    }
    /// Where the line ends, its line end not included.
    [[nodiscard]] std::size_t lineEnd(std::size_t at) const { return std::min(m_text.find('\n', at), m_text.size()); }
    [[nodiscard]] std::size_t nextLine(std::size_t at) const { return std::min(lineEnd(at) + 1, m_text.size()); }
    [[nodiscard]] std::string_view between(std::size_t begin, std::size_t end) const {
        return m_text.substr(begin, end - begin);
    }
    [[nodiscard]] bool isBlank(std::size_t begin, std::size_t end) const {
        return between(begin, end).find_first_not_of(kBlanks) == std::string_view::npos;
    }
    [[nodiscard]] bool standsAlone(const Comment& comment) const {
        return isBlank(lineBegin(comment.beginByte), comment.beginByte) &&
               isBlank(comment.endByte, lineEnd(comment.endByte));
    }

    /// A whole comment: with its lines where it stands alone on them, else with the blanks in front of it.
    void cutWhole(const Comment& comment, std::vector<Cut>& cuts) const {
        if (standsAlone(comment)) {
            cuts.push_back({lineBegin(comment.beginByte), nextLine(comment.endByte), {}});
            return;
        }
        std::size_t begin = comment.beginByte;
        const std::size_t line = lineBegin(begin);
        while (begin > line && kBlanks.find(m_text[begin - 1]) != std::string_view::npos) --begin;
        if (isBlank(comment.endByte, lineEnd(comment.endByte))) {
            // A carriage return belongs to the line end.
            std::size_t end = lineEnd(comment.endByte);
            if (end > comment.endByte && m_text[end - 1] == '\r') --end;
            if (comment.endByte > 0 && m_text[comment.endByte - 1] == '\r' && end == comment.endByte) --end;
            cuts.push_back({begin, end, {}});
            return;
        }
        // Code goes on behind it: what stood apart must not grow together.
        const bool opensLine = begin == line;
        cuts.push_back({opensLine ? static_cast<std::size_t>(comment.beginByte) : begin, comment.endByte,
                        opensLine ? "" : needsBlank(comment.endByte)});
    }
    [[nodiscard]] std::string_view needsBlank(std::size_t end) const {
        return kBlanks.find(m_text[end]) == std::string_view::npos ? " " : "";
    }

    [[nodiscard]] std::optional<std::string> cutLines(At first, At last, const SourceRange& range,
                                                      std::vector<Cut>& cuts) const {
        const bool isWhole = saysNothing(between(first->beginByte, range.beginByte)) &&
                             (last - 1)->endByte >= range.endByte &&
                             saysNothing(between(range.endByte, (last - 1)->endByte));
        const bool areLines =
            std::all_of(first, last, [](const Comment& one) { return one.kind == CommentKind::Line; });
        if (!isWhole || !areLines) return "its comment says other things too";
        for (auto comment = first; comment != last; ++comment) cutWhole(*comment, cuts);
        return std::nullopt;
    }

    [[nodiscard]] std::optional<std::string> cutBlock(const Comment& comment, const SourceRange& range, bool isOnly,
                                                      std::vector<Cut>& cuts) const {
        if (!isOnly || range.endByte > comment.endByte) return "it goes over several comments";
        if (saysNothing(between(comment.beginByte, range.beginByte)) &&
            saysNothing(between(range.endByte, comment.endByte))) {
            cutWhole(comment, cuts);
            return std::nullopt;
        }
        const std::size_t begin = lineBegin(range.beginByte);
        const std::size_t end = lineEnd(range.endByte);
        const bool ownsItsLines = begin > comment.beginByte && end < comment.endByte &&
                                  saysNothing(between(begin, range.beginByte)) && isBlank(range.endByte, end);
        if (!ownsItsLines) return "its comment says other things too";
        cuts.push_back({begin, nextLine(range.endByte), {}});
        return std::nullopt;
    }

    std::string_view m_text;
    std::span<const Comment> m_comments;
};

std::string applied(std::string_view text, std::vector<Cut> cuts) {
    std::ranges::sort(cuts, {}, &Cut::begin);
    std::string out;
    std::size_t at = 0;
    for (const Cut& cut : cuts) {
        if (cut.begin < at) continue; // a line that two annotations share goes once
        out.append(text.substr(at, cut.begin - at)).append(cut.instead);
        at = cut.end;
    }
    return out.append(text.substr(at));
}

/// Whether what is left reads as before.
bool othersStand(std::string_view path, std::string_view before, std::string_view after,
                 std::span<const Annotation> taken, const FileReader& reader) {
    std::vector<std::pair<std::string, std::string>> expected;
    for (const Annotation& one : reader.read(path, before, Symbols::Skip).annotations) {
        const bool isTaken =
            std::ranges::any_of(taken, [&](const Annotation& gone) { return gone.range == one.range; });
        if (!isTaken) expected.emplace_back(one.title, one.body);
    }
    std::vector<std::pair<std::string, std::string>> found;
    for (const Annotation& one : reader.read(path, after, Symbols::Skip).annotations)
        found.emplace_back(one.title, one.body);
    return found == expected;
}

std::optional<std::string> whyNotAtAll(const Annotation& annotation) {
    if (annotation.form == Form::Native) return "it is no comment but code";
    if (annotation.form == Form::Ledger) return "it is an entry of a ledger";
    return std::nullopt;
}

} // namespace

CommentRemoval withoutAnnotations(std::string_view path, std::string_view bytes,
                                  std::span<const Annotation> annotations, const FileReader& reader) {
    CommentRemoval removal;
    const syntax::DecodedText decoded(bytes);
    const bool isPlain = decoded.encoding() == syntax::Encoding::Bytes;
    const syntax::Language* language = reader.languageOf(path, decoded.text());
    std::vector<Comment> comments;
    if (isPlain && language != nullptr) comments = syntax::readComments(*language, decoded.text());
    const Cutter cutter(decoded.text(), comments);
    std::vector<Cut> cuts;
    for (const Annotation& annotation : annotations) {
        auto reason = isPlain ? whyNotAtAll(annotation) : "the file opens with a byte order mark";
        if (!reason) reason = cutter.cut(annotation, cuts);
        if (reason)
            removal.left.push_back({annotation, *reason});
        else
            removal.taken.push_back(annotation);
    }
    removal.bytes = applied(bytes, std::move(cuts));
    if (othersStand(path, bytes, removal.bytes, removal.taken, reader)) return removal;
    for (Annotation& annotation : removal.taken)
        removal.left.push_back({std::move(annotation), "other annotations of the file would be read differently"});
    removal.taken.clear();
    removal.bytes = bytes;
    return removal;
}

} // namespace paydown
