// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sharing/note_lines.h"

#include "core/base/text.h"
#include "core/decisions/record_codec.h"
#include "core/decisions/ulid.h"

#include <algorithm>

namespace paydown {

NoteReading readNote(std::string_view text) {
    NoteReading reading;
    for (const auto part : split(text, '\n')) {
        const std::string_view line = trimmed(part);
        if (line.empty()) continue;
        if (line.size() > kMaxRecordBytes)
            ++reading.refused;
        else
            reading.lines.emplace_back(line);
    }
    std::ranges::sort(reading.lines);
    const auto repeated = std::ranges::unique(reading.lines);
    reading.lines.erase(repeated.begin(), repeated.end());
    return reading;
}

std::string noteText(const NoteLines& lines) {
    std::string text;
    for (const auto& line : lines) {
        text += line;
        text += '\n';
    }
    return text;
}

NoteLines unite(const NoteLines& a, const NoteLines& b) {
    NoteLines both;
    both.reserve(a.size() + b.size());
    std::ranges::set_union(a, b, std::back_inserter(both));
    return both;
}

std::string_view recordIdOf(std::string_view line) {
    constexpr std::string_view kOpening = R"({"id":")";
    if (!line.starts_with(kOpening) || line.size() <= kOpening.size() + kUlidLength) return {};
    const std::string_view id = line.substr(kOpening.size(), kUlidLength);
    return line[kOpening.size() + kUlidLength] == '"' && isUlid(id) ? id : std::string_view();
}

} // namespace paydown
