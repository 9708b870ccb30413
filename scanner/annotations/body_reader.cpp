// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/annotations/body_reader.h"

#include "core/base/text.h"
#include "scanner/annotations/arguments.h"
#include "scanner/annotations/letters.h"

#include <algorithm>
#include <array>

namespace paydown::annotations {

namespace {

constexpr std::size_t kMaxTitle = 2000; ///< Bytes; more is no title but a file on one line.
constexpr std::size_t kMaxText = 16384; ///< Bytes of a body or a field.

/// The first bytes of a text, cut between two characters.
std::string_view firstBytes(std::string_view text, std::size_t limit) {
    if (text.size() <= limit) return text;
    while (limit > 0 && (static_cast<unsigned char>(text[limit]) & 0xC0U) == 0x80U) --limit;
    return text.substr(0, limit);
}

/// The title without the bracket that closes the one before its tag, and without an element's end ("</summary>").
std::string_view withoutClosers(std::string_view title, char opener) {
    title = trimmed(title);
    const auto element = title.rfind("</");
    if (element != kNone && title.ends_with('>') && title.find_first_of(" >", element) == title.size() - 1) {
        title = trimmed(title.substr(0, element));
    }
    constexpr std::string_view kOpeners = "([{<";
    constexpr std::string_view kClosers = ")]}>";
    const auto pair = opener == '\0' ? kNone : kOpeners.find(opener);
    if (pair != kNone && title.ends_with(kClosers[pair])) {
        const auto opens = std::count(title.begin(), title.end(), kOpeners[pair]);
        const auto closes = std::count(title.begin(), title.end(), kClosers[pair]);
        if (closes > opens) title = trimmed(title.substr(0, title.size() - 1));
    }
    return title;
}

std::string_view withoutBullet(std::string_view line) {
    const bool isBullet = line.size() > 2 && std::string_view("-*+").find(line[0]) != kNone && isBlank(line[1]);
    return isBullet ? trimmed(line.substr(2)) : line;
}

/// "why: because" in a body: the key, or nothing.
std::string_view fieldKey(std::string_view line) {
    static constexpr std::array<std::string_view, 7> kFields{"why", "fix",    "review", "owner",
                                                             "due", "effort", "ticket"};
    const auto colon = line.find(':');
    if (colon == kNone || colon > 6 || (colon + 1 < line.size() && !isBlank(line[colon + 1]))) return {};
    const std::string_view key = line.substr(0, colon);
    const std::string lower = asciiLower(key);
    return std::find(kFields.begin(), kFields.end(), lower) != kFields.end() ? key : std::string_view{};
}

/// A field that is being read: its lines make one paragraph.
struct OpenField {
    std::string_view key;
    std::string value;
    std::uint32_t line = 1;

    void closeInto(StatementBuilder& fields) {
        if (!key.empty()) fields.addField(key, trimmed(value), line);
        key = {};
        value.clear();
    }
};

void append(std::string& text, std::string_view line, char separator) {
    if (text.size() >= kMaxText) return;
    if (!text.empty()) text.push_back(separator);
    text.append(firstBytes(line, kMaxText));
}

} // namespace

bool isDocTag(std::string_view line) {
    const char first = charAt(line, 0);
    const char second = charAt(line, 1);
    if (first == '@' || first == '\\') return isLetter(second);
    if (first == ':' && isLetter(second)) {
        const auto colon = line.find(':', 1);
        return colon != kNone && colon < 80 && !isBlank(line[colon - 1]);
    }
    if (first != '<') return false;
    static constexpr std::array<std::string_view, 8> kElements{"param",     "returns", "remarks",   "summary",
                                                               "typeparam", "example", "exception", "seealso"};
    std::string_view name = line.substr(second == '/' ? 2 : 1);
    name = name.substr(0, std::min(name.find_first_of(" >/"), name.size()));
    return std::find(kElements.begin(), kElements.end(), name) != kElements.end();
}

std::uint32_t readText(std::string_view bytes, const TextSpan& span, Annotation& annotation, StatementBuilder* fields) {
    std::uint32_t end = span.titleBegin;
    const auto take = [&](std::string_view text) {
        if (!text.empty()) end = static_cast<std::uint32_t>(text.data() + text.size() - bytes.data());
        return text;
    };
    const std::string_view own = bytes.substr(span.titleBegin, span.titleEnd - span.titleBegin);
    annotation.title = firstBytes(take(withoutClosers(own, span.opener)), kMaxTitle);
    bool hasTitle = !annotation.title.empty();
    OpenField field;
    for (const TextLine& line : span.rest) {
        const bool isLast = &line == &span.rest.back();
        const std::uint32_t stop = isLast ? std::max(line.begin, std::min(line.end, span.lastLineEnd)) : line.end;
        std::string_view text = trimmed(bytes.substr(line.begin, stop - line.begin));
        if (text.empty()) {
            if (hasTitle) break;
            continue;
        }
        if (isDocTag(text)) break;
        const std::string_view key = fields != nullptr ? fieldKey(withoutBullet(text)) : std::string_view{};
        if (!hasTitle && key.empty()) {
            annotation.title = firstBytes(take(withoutBullet(text)), kMaxTitle);
        } else if (!key.empty()) {
            field.closeInto(*fields);
            field.key = key;
            field.line = line.number;
            take(text);
            append(field.value, trimmed(withoutBullet(text).substr(key.size() + 1)), ' ');
        } else if (!field.key.empty()) {
            append(field.value, take(text), ' ');
        } else {
            append(annotation.body, take(text), '\n');
        }
        hasTitle = true;
    }
    if (fields != nullptr) field.closeInto(*fields);
    return end;
}

} // namespace paydown::annotations
