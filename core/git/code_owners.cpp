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
};

/// GitLab's "[Name]", "^[Name][2] @owner"; nothing for any other line.
std::optional<Header> parseHeader(std::string_view line) {
    if (line.starts_with('^')) line.remove_prefix(1);
    const auto close = line.find(']');
    if (!line.starts_with('[') || close == std::string_view::npos) return std::nullopt;
    Header header{asciiLower(trimmed(line.substr(1, close - 1))), {}};
    line.remove_prefix(close + 1);
    if (line.starts_with('[')) {
        const auto count = line.find(']');
        if (count == std::string_view::npos) return std::nullopt;
        line.remove_prefix(count + 1);
    }
    header.owners = wordsOf(line);
    return header;
}

} // namespace

std::span<const std::string_view> codeOwnersPlaces() {
    static constexpr std::array<std::string_view, 4> kPlaces{".github/CODEOWNERS", ".gitlab/CODEOWNERS", "CODEOWNERS",
                                                             "docs/CODEOWNERS"};
    return kPlaces;
}

CodeOwners::CodeOwners(std::string_view text) {
    std::string section;
    std::vector<std::string> sectionOwners;
    const auto place = [this](const std::string& name) -> Section& {
        const auto found = std::ranges::find(m_sections, name, &Section::name);
        return found != m_sections.end() ? *found : m_sections.emplace_back(Section{name, {}});
    };
    for (std::string_view line : split(text, '\n')) {
        line = trimmed(line);
        if (auto header = parseHeader(line)) {
            section = std::move(header->name);
            sectionOwners = std::move(header->owners);
            continue;
        }
        auto words = wordsOf(line);
        if (words.empty() || words[0].starts_with('!')) continue;
        const std::string pattern = std::move(words[0]);
        words.erase(words.begin());
        const bool insideFolders = !pattern.ends_with("/*");
        place(section).lines.push_back(
            {Glob(pattern), insideFolders, words.empty() ? sectionOwners : std::move(words)});
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

std::vector<std::string> CodeOwners::ownersOf(std::string_view path) const {
    std::vector<std::string> owners;
    for (const auto& section : m_sections) {
        const auto line = std::ranges::find_if(section.lines.rbegin(), section.lines.rend(),
                                               [path](const Line& candidate) { return names(candidate, path); });
        if (line == section.lines.rend()) continue;
        for (const auto& owner : line->owners) {
            if (std::ranges::find(owners, owner) == owners.end()) owners.push_back(owner);
        }
    }
    return owners;
}

std::string CodeOwners::ownerOf(std::string_view path) const {
    const auto owners = ownersOf(path);
    return owners.empty() ? std::string() : owners.front();
}

} // namespace paydown::git
