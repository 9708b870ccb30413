// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/git/attributes.h"

#include "core/base/text.h"
#include "core/base/whole_file.h"
#include "core/git/blob_reader.h"
#include "core/git/repository.h"

#include <algorithm>
#include <filesystem>
#include <limits>
#include <utility>

namespace paydown::git {

namespace {

constexpr std::string_view kBlanks = " \t\r";
constexpr std::string_view kMacro = "[attr]";

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

/// The language that a word states, empty where it unsets it; nothing for a word about something else.
std::optional<std::string> languageIn(std::string_view word) {
    constexpr std::string_view kName = "linguist-language";
    const bool unsets = word.starts_with('-') || word.starts_with('!');
    if (unsets) word.remove_prefix(1);
    if (!word.starts_with(kName)) return std::nullopt;
    word.remove_prefix(kName.size());
    if (unsets || word.empty()) return word.empty() ? std::optional<std::string>("") : std::nullopt;
    return word[0] == '=' ? std::optional<std::string>(word.substr(1)) : std::nullopt;
}

void addRule(std::string& rules, std::string_view folder, std::string_view pattern, std::string_view word) {
    for (const std::string_view part : {folder, pattern, word}) {
        rules += part;
        rules.push_back('\0');
    }
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
        // Negative patterns are forbidden in attributes.
        if (line.empty() || line[0] == '#' || line[0] == '!') continue;
        if (line.starts_with(kMacro)) {
            // As for git, a macro is defined at the root, for all.
            if (file.folder.empty()) define(line.substr(kMacro.size()));
            continue;
        }
        const std::string pattern = takeWord(line);
        Line parsed{Glob(pattern), {}, {}, {}};
        for (const std::string& word : expanded(line)) take(word, parsed, file.folder, pattern);
        if (parsed.generated || parsed.vendored || parsed.language) file.lines.push_back(std::move(parsed));
    }
    if (file.lines.empty()) return;
    const auto place =
        std::ranges::find_if(m_files, [&file](const File& other) { return other.strength < file.strength; });
    m_files.insert(place, std::move(file));
}

void Attributes::define(std::string_view macro) {
    const std::string name = takeWord(macro);
    std::vector<std::string> words = expanded(macro);
    if (!name.empty()) m_macros[name] = std::move(words);
}

/// The words of a line; a macro that is set stands for what it was defined as.
std::vector<std::string> Attributes::expanded(std::string_view line) const {
    std::vector<std::string> words;
    for (std::string word = takeWord(line); !word.empty(); word = takeWord(line)) {
        const auto macro = m_macros.find(word);
        if (macro != m_macros.end()) words.insert(words.end(), macro->second.begin(), macro->second.end());
        words.push_back(std::move(word));
    }
    return words;
}

void Attributes::take(const std::string& word, Line& line, std::string_view folder, std::string_view pattern) {
    const auto generated = valueOf(word, "linguist-generated");
    const auto vendored = valueOf(word, "linguist-vendored");
    const auto language = languageIn(word);
    if (generated) line.generated = generated;
    if (vendored) line.vendored = vendored;
    if (language) line.language = language;
    if (generated || vendored) addRule(m_pathRules, folder, pattern, word);
    if (language) addRule(m_languageRules, folder, pattern, word);
}

template <typename T>
const T* Attributes::valueAt(std::string_view path, std::optional<T> Line::*attribute) const {
    for (const auto& file : m_files) {
        if (!path.starts_with(file.folder)) continue;
        const std::string_view inside = path.substr(file.folder.size());
        for (auto line = file.lines.rbegin(); line != file.lines.rend(); ++line) {
            const auto& value = (*line).*attribute;
            if (value && line->glob.names(inside, PathKind::File)) return &*value;
        }
    }
    return nullptr;
}

bool Attributes::isGenerated(std::string_view path) const {
    const bool* value = valueAt(path, &Line::generated);
    return value != nullptr && *value;
}

bool Attributes::isVendored(std::string_view path) const {
    const bool* value = valueAt(path, &Line::vendored);
    return value != nullptr && *value;
}

std::string Attributes::languageOf(std::string_view path) const {
    const std::string* value = valueAt(path, &Line::language);
    return value != nullptr ? *value : std::string();
}

const Attributes& LazyAttributes::above(std::string_view path) {
    // From the root down to the folder that holds the path.
    for (std::size_t slash = 0; slash != std::string_view::npos; slash = path.find('/', slash + 1)) {
        const std::string folder(path.substr(0, slash));
        if (!m_read.insert(folder).second) continue;
        if (const auto text = m_readFile(folder.empty() ? ".gitattributes" : folder + "/.gitattributes"))
            m_attributes.add(folder, *text);
    }
    return m_attributes;
}

LazyAttributes attributesOnDisk(const Repository& repository) {
    if (repository.isBare()) {
        const auto head = repository.head();
        return head ? attributesAt(repository, *head) : LazyAttributes([](const std::string&) { return std::nullopt; });
    }
    return LazyAttributes([root = repository.workTree() + "/"](const std::string& path) -> std::optional<std::string> {
        // As for git, a link is no attributes file.
        std::error_code failure;
        const auto status = std::filesystem::symlink_status(root + path, failure);
        return std::filesystem::is_regular_file(status) ? readWholeFile(root + path) : std::nullopt;
    });
}

LazyAttributes attributesAt(const Repository& repository, const CommitId& commit) {
    return LazyAttributes(
        [&repository, commit](const std::string& path) { return findFile(repository, commit, path); });
}

} // namespace paydown::git
