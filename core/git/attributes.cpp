// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/git/attributes.h"

#include "core/base/text.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace paydown::git {

namespace {

constexpr std::string_view kBlanks = " \t\r";

/// Takes the next word; a pattern may stand in quotes, with '\' before a byte.
std::string takeWord(std::string_view& line) {
    const auto begin = line.find_first_not_of(kBlanks);
    line.remove_prefix(begin == std::string_view::npos ? line.size() : begin);
    std::string word;
    if (line.starts_with('"')) {
        std::size_t i = 1;
        for (; i < line.size() && line[i] != '"'; ++i) {
            if (line[i] == '\\' && i + 1 < line.size()) ++i;
            word += line[i];
        }
        line.remove_prefix(std::min(i + 1, line.size()));
        return word;
    }
    const auto end = std::min(line.find_first_of(kBlanks), line.size());
    word = line.substr(0, end);
    line.remove_prefix(end);
    return word;
}

/// What a word says of an attribute: set, unset, or nothing about it.
std::optional<bool> valueOf(std::string_view word, std::string_view attribute) {
    const bool negated = word.starts_with('-') || word.starts_with('!');
    if (negated) word.remove_prefix(1);
    if (!word.starts_with(attribute)) return std::nullopt;
    word.remove_prefix(attribute.size());
    if (word.empty()) return !negated;
    if (word[0] != '=') return std::nullopt; // a longer name
    const std::string value = asciiLower(word.substr(1));
    return value != "false" && value != "0" && value != "no";
}

} // namespace

std::string Attributes::prefixOf(std::string_view folder) {
    return folder.empty() ? std::string() : std::string(folder) + '/';
}

void Attributes::add(std::string_view folder, std::string_view text) {
    File file{prefixOf(folder), 0, {}};
    file.strength = file.folder.size() + 1;
    insert(std::move(file), text);
}

void Attributes::addWeakest(std::string_view text) { insert({{}, 0, {}}, text); }

void Attributes::addStrongest(std::string_view text) {
    insert({{}, std::numeric_limits<std::size_t>::max(), {}}, text);
}

void Attributes::remove(std::string_view folder) {
    const std::string prefix = prefixOf(folder);
    std::erase_if(m_files,
                  [&](const File& file) { return file.strength == prefix.size() + 1 && file.folder == prefix; });
}

void Attributes::insert(File file, std::string_view text) {
    for (std::string_view line : split(text, '\n')) {
        line = trimmed(line);
        // Negative patterns are forbidden in attributes, "[attr]" defines a macro.
        if (line.empty() || line[0] == '#' || line[0] == '!' || line.starts_with("[attr]")) continue;
        const std::string pattern = takeWord(line);
        Line parsed{Glob(pattern), {}, {}};
        for (std::string word = takeWord(line); !word.empty(); word = takeWord(line)) {
            if (const auto value = valueOf(word, "linguist-generated")) parsed.generated = value;
            if (const auto value = valueOf(word, "linguist-vendored")) parsed.vendored = value;
        }
        if (parsed.generated || parsed.vendored) file.lines.push_back(std::move(parsed));
    }
    if (file.lines.empty()) return;
    const auto place =
        std::ranges::find_if(m_files, [&file](const File& other) { return other.strength < file.strength; });
    m_files.insert(place, std::move(file));
}

bool Attributes::isGenerated(std::string_view path) const { return isSet(path, &Line::generated); }
bool Attributes::isVendored(std::string_view path) const { return isSet(path, &Line::vendored); }

bool Attributes::isSet(std::string_view path, std::optional<bool> Line::*attribute) const {
    for (const auto& file : m_files) {
        if (!path.starts_with(file.folder)) continue;
        const std::string_view inside = path.substr(file.folder.size());
        for (auto line = file.lines.rbegin(); line != file.lines.rend(); ++line) {
            const auto& value = (*line).*attribute;
            if (value && line->glob.names(inside, PathKind::File)) return *value;
        }
    }
    return false;
}

} // namespace paydown::git
