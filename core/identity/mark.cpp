// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/mark.h"

#include "core/base/text.h"
#include "core/identity/hashing.h"
#include "core/model/item_id.h"

#include <algorithm>

namespace paydown::identity {

namespace {

/// How far above its annotation a holder is looked for.
constexpr int kHolderLines = 400;

std::size_t lineBegin(std::string_view bytes, std::size_t at) {
    const auto end = at == 0 ? std::string_view::npos : bytes.rfind('\n', at - 1);
    return end == std::string_view::npos ? 0 : end + 1;
}

std::size_t lineEnd(std::string_view bytes, std::size_t at) { return std::min(bytes.find('\n', at), bytes.size()); }

std::size_t indentation(std::string_view line) {
    std::size_t columns = 0;
    for (const char c : line) {
        if (c == '\t')
            columns += 8 - columns % 8;
        else if (c == ' ')
            ++columns;
        else
            break;
    }
    return columns;
}

bool isNameByte(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || (c & 0x80) != 0;
}

/// Whether a line may head a definition: it starts with a word that is no statement of control flow, and is no label.
bool headsDefinition(std::string_view line) {
    const std::string_view text = trimmed(line);
    std::size_t length = 0;
    while (length < text.size() && isNameByte(text[length])) ++length;
    if (length == 0 || text.ends_with(';')) return false;
    if (text.ends_with(':') && length + 1 == text.size()) return false;
    constexpr std::array<std::string_view, 17> kFlow{"if",   "else",    "for",    "while", "do",     "switch",
                                                     "case", "default", "try",    "catch", "except", "finally",
                                                     "elif", "with",    "return", "then",  "elseif"};
    return std::ranges::find(kFlow, text.substr(0, length)) == kFlow.end();
}

std::uint32_t holderAbove(std::string_view bytes, std::size_t begin, std::size_t indent) {
    for (int lines = 0; begin > 0 && indent > 0 && lines < kHolderLines; ++lines) {
        const std::size_t previous = lineBegin(bytes, begin - 1);
        const std::string_view line = bytes.substr(previous, begin - 1 - previous);
        begin = previous;
        if (trimmed(line).empty() || indentation(line) >= indent) continue;
        if (headsDefinition(line)) return hashWords(line);
    }
    return 0;
}

} // namespace

Wording wordingOf(const Annotation& annotation) {
    Wording wording;
    wording.folded = foldTitle(annotation.title);
    wording.title = hashOf(wording.folded);
    wording.whole = wording.folded + foldTitle(annotation.body);
    wording.text = hashOf(wording.whole);
    wording.key = hashOf(annotation.stated.key);
    return wording;
}

Mark surroundingsOf(std::string_view bytes, const SourceRange& range) {
    Mark mark;
    mark.line = range.line;
    const std::size_t tag = std::min<std::size_t>(range.beginByte, bytes.size());
    const std::size_t begin = lineBegin(bytes, tag);
    mark.own = hashWords(bytes.substr(begin, tag - begin));
    std::size_t at = begin;
    for (std::size_t found = 0; at > 0 && found < mark.above.size();) {
        const std::size_t previous = lineBegin(bytes, at - 1);
        const std::uint32_t hash = hashWords(bytes.substr(previous, at - 1 - previous));
        if (hash != 0) mark.above[found++] = hash;
        at = previous;
    }
    const std::size_t last = std::clamp<std::size_t>(range.endByte, tag + 1, std::max(bytes.size(), tag + 1));
    at = lineEnd(bytes, std::min(last - 1, bytes.size()));
    for (std::size_t found = 0; at < bytes.size() && found < mark.below.size();) {
        const std::size_t next = lineEnd(bytes, at + 1);
        const std::uint32_t hash = hashWords(bytes.substr(at + 1, next - at - 1));
        if (hash != 0) mark.below[found++] = hash;
        at = next;
    }
    mark.holder = holderAbove(bytes, begin, indentation(bytes.substr(begin, tag - begin)));
    return mark;
}

std::uint64_t keyOfHolder(const Mark& mark) { return mark.holder == 0 ? 0 : combine(mark.title, mark.holder); }
std::uint64_t keyOfAbove(const Mark& mark) { return mark.above[0] == 0 ? 0 : combine(mark.title, mark.above[0]); }
std::uint64_t keyOfBelow(const Mark& mark) { return mark.below[0] == 0 ? 0 : combine(mark.title, mark.below[0]); }

std::optional<LineSpan> linesOfHolder(std::string_view bytes, std::uint32_t holder) {
    std::optional<LineSpan> found;
    std::size_t headIndent = 0;
    bool isOpen = false;
    std::size_t number = 0;
    for (std::size_t at = 0; at < bytes.size(); ++number) {
        const std::size_t end = lineEnd(bytes, at);
        const std::string_view line = bytes.substr(at, end - at);
        at = end + 1;
        const bool heads = headsDefinition(line);
        if (heads && hashWords(line) == holder) {
            if (found) return std::nullopt;
            found = LineSpan{number, number + 1};
            headIndent = indentation(line);
            isOpen = true;
        } else if (isOpen) {
            // A label stands at the margin too, and so do braces and what the preprocessor reads.
            isOpen = !heads || indentation(line) > headIndent;
            if (isOpen) found->end = number + 1;
        }
    }
    return found;
}

void setWording(Mark& mark, const Wording& wording) {
    mark.title = wording.title;
    mark.text = wording.text;
    mark.key = wording.key;
    mark.folded = wording.folded;
    mark.whole = wording.whole;
}

} // namespace paydown::identity
