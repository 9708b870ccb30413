// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/annotations/annotation_reader.h"

#include "core/base/text.h"
#include "scanner/annotations/arguments.h"
#include "scanner/annotations/body_reader.h"
#include "scanner/annotations/comment_text.h"
#include "scanner/annotations/line_opening.h"
#include "scanner/annotations/tag_reader.h"

#include <algorithm>

namespace paydown::annotations {

namespace {

using syntax::Comment;

/// Annotations and mentions in one file; more is no code but data, and would cost memory without bound.
constexpr std::size_t kMaxMarks = 10000;
/// Words that are looked at on one line.
constexpr std::size_t kMaxHits = 4 * kMaxMarks;

/// A mark, and the line of the text that it stands on.
struct PlacedMark {
    Mark mark;
    std::size_t line = 0;
};

using Candidates = std::span<const std::uint32_t>;

/// The candidates from an offset on.
Candidates from(Candidates candidates, std::uint32_t offset) {
    // The next one is near: a file may have a million comments, and a million candidates beside them.
    std::size_t reach = 1;
    while (reach < candidates.size() && candidates[reach - 1] < offset) reach *= 2;
    const Candidates near = candidates.first(std::min(reach, candidates.size()));
    const auto first = std::lower_bound(near.begin(), near.end(), offset);
    return candidates.subspan(static_cast<std::size_t>(first - near.begin()));
}

/// The words on each line of a text, told apart; the first so many.
std::vector<PlacedMark> marksOf(std::string_view bytes, std::span<const TextLine> text, Candidates candidates,
                                bool opensComment, const Vocabulary& vocabulary, std::size_t limit) {
    std::vector<PlacedMark> marks;
    std::vector<WordHit> hits;
    candidates = from(candidates, text.front().begin);
    std::size_t next = 0;
    for (std::size_t i = 0; i < text.size() && next < candidates.size() && marks.size() < limit; ++i) {
        const TextLine& line = text[i];
        hits.clear();
        for (; next < candidates.size() && candidates[next] < line.end; ++next) {
            if (candidates[next] < line.begin || hits.size() >= kMaxHits) continue;
            const auto hit = vocabulary.wordAt(bytes, candidates[next]);
            if (hit && hit->end <= line.end) hits.push_back(*hit);
        }
        for (Mark& mark : readMarks(bytes, line, hits, opensComment && i == 0, limit - marks.size())) {
            marks.push_back({std::move(mark), i});
        }
    }
    return marks;
}

/// What a mention says: the part of its line that it stands in.
std::string surroundings(std::string_view bytes, const TextLine& line, const Mark& mark) {
    constexpr std::uint32_t kAround = 120;
    std::uint32_t begin = mark.begin - line.begin > kAround ? mark.begin - kAround : line.begin;
    std::uint32_t end = line.end - mark.tagEnd > kAround ? mark.tagEnd + kAround : line.end;
    const auto isInsideCharacter = [&](std::uint32_t at) {
        return (static_cast<unsigned char>(bytes[at]) & 0xC0U) == 0x80U;
    };
    while (begin < mark.begin && isInsideCharacter(begin)) ++begin;
    while (end > mark.tagEnd && end < line.end && isInsideCharacter(end)) --end;
    return std::string(trimmed(bytes.substr(begin, end - begin)));
}

} // namespace

std::vector<std::string> AnnotationReader::wordsOf(const ScanSettings& settings) {
    std::vector<std::string> words;
    for (const std::string& word : settings.words) {
        const std::string lower = asciiLower(word);
        const bool isIgnored = std::any_of(settings.ignoreWords.begin(), settings.ignoreWords.end(),
                                           [&](const std::string& ignored) { return asciiLower(ignored) == lower; });
        if (!isIgnored) words.push_back(word);
    }
    return words;
}

Annotation AnnotationReader::annotationOf(std::string_view bytes, std::span<const TextLine> text, std::size_t line,
                                          const Mark& mark, const Mark* next, std::size_t nextLine) const {
    const TextLine& own = text[line];
    Annotation annotation;
    annotation.tag = m_vocabulary.tag(mark.word);
    annotation.mention = mark.isMention;
    annotation.stated = mark.stated;
    annotation.diagnostics = mark.remarks;
    annotation.range.beginByte = mark.begin;
    annotation.range.line = own.number;
    annotation.range.column = mark.begin - own.lineBegin + 1;
    if (mark.isMention) {
        annotation.range.endByte = mark.tagEnd;
        annotation.title = surroundings(bytes, own, mark);
        return annotation;
    }
    const bool isNextHere = next != nullptr && nextLine == line;
    std::size_t lastLine = next == nullptr ? text.size() - 1 : nextLine;
    const std::uint32_t nextBegin = next == nullptr ? 0 : next->begin - (next->opener != '\0' ? 1 : 0);
    if (next != nullptr && !isNextHere) {
        const std::uint32_t begin = text[nextLine].begin;
        if (isOnlyMarkers(bytes.substr(begin, nextBegin - begin), false)) --lastLine;
    }
    TextSpan span;
    span.titleBegin = std::min(mark.textBegin, own.end);
    span.titleEnd = isNextHere ? std::max(nextBegin, span.titleBegin) : own.end;
    span.opener = mark.opener;
    if (!isNextHere) span.rest = text.subspan(line + 1, lastLine - line);
    span.lastLineEnd = next == nullptr || lastLine < nextLine ? text[lastLine].end : nextBegin;
    const bool isDebt = Vocabulary::isDebt(mark.word);
    StatementBuilder fields(Dialect::Debt, annotation.stated, annotation.diagnostics);
    fields.claimStated();
    annotation.range.endByte =
        std::max(mark.tagEnd, paydown::annotations::readText(bytes, span, annotation, isDebt ? &fields : nullptr));
    return annotation;
}

void AnnotationReader::readText(std::string_view bytes, std::span<const TextLine> text, Candidates candidates,
                                bool opensComment, std::vector<Annotation>& into) const {
    const std::size_t limit = kMaxMarks - std::min(kMaxMarks, into.size());
    const std::vector<PlacedMark> marks = marksOf(bytes, text, candidates, opensComment, m_vocabulary, limit);
    // The next annotation of each mark, from the back, so that mentions in between cost nothing.
    std::vector<const PlacedMark*> next(marks.size(), nullptr);
    const PlacedMark* following = nullptr;
    for (std::size_t i = marks.size(); i-- > 0;) {
        next[i] = following;
        if (!marks[i].mark.isMention) following = &marks[i];
    }
    for (std::size_t i = 0; i < marks.size(); ++i) {
        into.push_back(annotationOf(bytes, text, marks[i].line, marks[i].mark,
                                    next[i] == nullptr ? nullptr : &next[i]->mark,
                                    next[i] == nullptr ? 0 : next[i]->line));
    }
}

bool AnnotationReader::opensAnnotation(std::string_view bytes, const TextLine& line, Candidates candidates) const {
    const auto marks = marksOf(bytes, std::span(&line, 1), candidates, true, m_vocabulary, 1);
    return !marks.empty() && !marks.front().mark.isMention &&
           isOnlyMarkers(bytes.substr(line.begin, marks.front().mark.begin - line.begin), false);
}

Annotation AnnotationReader::readOpening(std::string_view bytes, std::span<const TextLine> text,
                                         Candidates candidates) const {
    const auto marks = marksOf(bytes, text.first(1), candidates, true, m_vocabulary, 1);
    return annotationOf(bytes, text, 0, marks.front().mark, nullptr, 0);
}

Reading AnnotationReader::read(std::string_view bytes, std::span<const Comment> comments, Candidates candidates) const {
    Reading reading;
    LineCounter lines(bytes);
    std::size_t i = 0;
    while (!candidates.empty()) {
        while (i < comments.size() && comments[i].endByte <= candidates.front()) ++i;
        if (i == comments.size()) break;
        candidates = from(candidates, comments[i].beginByte);
        if (candidates.empty() || candidates.front() >= comments[i].endByte) continue;
        const std::size_t count = commentsInText(bytes, comments.subspan(i));
        const bool opensComment = i == 0 || !continues(bytes, comments[i - 1], comments[i]);
        const std::vector<TextLine> text = textOf(bytes, comments.subspan(i, count), candidates, lines);
        readText(bytes, text, candidates, opensComment, reading.annotations);
        if (reading.annotations.size() >= kMaxMarks) {
            Annotation& last = reading.annotations.back();
            last.diagnostics.push_back({last.range.line, "the file holds more annotations than are read of one file"});
            break;
        }
        i += count;
        candidates = from(candidates, comments[i - 1].endByte);
    }
    if (!reading.annotations.empty()) {
        const std::size_t end = Silence::endOfReach(bytes, reading.annotations.back().range.beginByte);
        applySilence(Silence(bytes.substr(0, end), comments), reading);
    }
    return reading;
}

void applySilence(const Silence& silence, Reading& reading) {
    std::vector<Annotation>& all = reading.annotations;
    const auto isCovered = [&](const Annotation& a) { return silence.covers(a.range.line); };
    reading.silenced += static_cast<std::uint32_t>(
        std::count_if(all.begin(), all.end(), [&](const Annotation& a) { return !a.mention && isCovered(a); }));
    all.erase(std::remove_if(all.begin(), all.end(), isCovered), all.end());
}

} // namespace paydown::annotations
