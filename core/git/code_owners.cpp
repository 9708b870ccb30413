// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/git/code_owners.h"

#include "core/base/text.h"

#include <algorithm>
#include <array>
#include <optional>

namespace paydown::git {

namespace {

/// Words between blanks; "\ " is a blank within a word, a word that opens with '#' starts a comment.
std::vector<std::string> wordsOf(std::string_view line) {
    std::vector<std::string> words;
    std::string word;
    const auto finish = [&] {
        if (!word.empty()) words.push_back(std::move(word));
        word.clear();
    };
    for (std::size_t i = 0; i < line.size(); ++i) {
        const char c = line[i];
        if (c == ' ' || c == '\t' || c == '\r')
            finish();
        else if (c == '#' && word.empty())
            break;
        else if (c == '\\' && i + 1 < line.size() && (line[i + 1] == ' ' || line[i + 1] == '#'))
            word += line[++i];
        else
            word += c;
    }
    finish();
    return words;
}

struct Header {
    std::string name;
    std::vector<std::string> owners;
    bool isOptional = false;
};

/// GitLab's "[Name]", "^[Name][2] @owner"; nothing for any other line.
std::optional<Header> parseHeader(std::string_view line) {
    const bool isOptional = line.starts_with('^');
    if (isOptional) line.remove_prefix(1);
    const auto close = line.find(']');
    if (!line.starts_with('[') || close == std::string_view::npos) return std::nullopt;
    Header header{asciiLower(trimmed(line.substr(1, close - 1))), {}, isOptional};
    line.remove_prefix(close + 1);
    if (line.starts_with('[')) {
        const auto count = line.find(']');
        if (count == std::string_view::npos) return std::nullopt;
        line.remove_prefix(count + 1);
    }
    header.owners = wordsOf(line);
    return header;
}

bool isOfGitLab(std::string_view text, std::string_view place) {
    if (place.starts_with(".github/")) return false;
    if (place.starts_with(".gitlab/")) return true;
    return std::ranges::any_of(split(text, '\n'), [](std::string_view line) {
        line = trimmed(line);
        return line.starts_with('!') || parseHeader(line).has_value();
    });
}

} // namespace

std::span<const std::string_view> codeOwnersPlaces() {
    static constexpr std::array<std::string_view, 4> kPlaces{".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS",
                                                             ".gitlab/CODEOWNERS"};
    return kPlaces;
}

CodeOwners::CodeOwners(std::string_view text, std::string_view place) {
    if (isOfGitLab(text, place))
        readAsGitLab(text);
    else
        readAsGitHub(text);
}

void CodeOwners::readAsGitHub(std::string_view text) {
    for (std::string_view line : split(text, '\n')) {
        line = trimmed(line);
        if (line.starts_with("\\#") || line.starts_with('!')) continue;
        auto words = wordsOf(line);
        if (words.empty() || words[0].find('[') != std::string::npos) continue;
        const std::string pattern = std::move(words[0]);
        words.erase(words.begin());
        if (m_sections.empty()) m_sections.emplace_back();
        m_sections.front().lines.push_back({Glob(pattern), !pattern.ends_with("/*"), false, std::move(words)});
    }
}

void CodeOwners::readAsGitLab(std::string_view text) {
    Header header;
    const auto section = [&]() -> Section& {
        const auto found = std::ranges::find(m_sections, header.name, &Section::name);
        return found != m_sections.end() ? *found
                                         : m_sections.emplace_back(Section{header.name, header.isOptional, {}});
    };
    for (std::string_view line : split(text, '\n')) {
        line = trimmed(line);
        if (auto next = parseHeader(line)) {
            header = std::move(*next);
            continue;
        }
        const bool excludes = line.starts_with('!');
        if (excludes) line.remove_prefix(1);
        auto words = wordsOf(line);
        if (words.empty()) continue;
        std::string pattern = std::move(words[0]);
        words.erase(words.begin());
        const bool insideFolders = pattern.ends_with('/') || pattern == "*";
        if (!pattern.starts_with('/')) pattern.insert(0, "**/");
        section().lines.push_back(
            {Glob(pattern), insideFolders, excludes, words.empty() ? header.owners : std::move(words)});
    }
}

bool CodeOwners::names(const Line& line, std::string_view path) {
    if (line.glob.names(path, PathKind::File)) return true;
    if (!line.insideFolders) return false;
    for (auto slash = path.rfind('/'); slash != std::string_view::npos && slash > 0;
         slash = path.rfind('/', slash - 1)) {
        if (line.glob.names(path.substr(0, slash), PathKind::Folder)) return true;
    }
    return false;
}

void CodeOwners::addOwners(const Section& section, std::string_view path, std::vector<std::string>& owners) {
    const Line* last = nullptr;
    for (const Line& line : section.lines) {
        if (!names(line, path)) continue;
        if (line.excludes) return;
        last = &line;
    }
    if (last == nullptr) return;
    for (const auto& owner : last->owners) {
        if (std::ranges::find(owners, owner) == owners.end()) owners.push_back(owner);
    }
}

std::vector<std::string> CodeOwners::ownersOf(std::string_view path) const {
    std::vector<std::string> owners;
    for (const bool optional : {false, true}) {
        for (const auto& section : m_sections) {
            if (section.isOptional == optional) addOwners(section, path, owners);
        }
    }
    return owners;
}

std::string CodeOwners::ownerOf(std::string_view path) const {
    const auto owners = ownersOf(path);
    return owners.empty() ? std::string() : owners.front();
}

} // namespace paydown::git
