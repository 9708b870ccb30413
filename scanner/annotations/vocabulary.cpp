// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/annotations/vocabulary.h"

#include "scanner/annotations/letters.h"

#include <algorithm>

namespace paydown::annotations {

namespace {

char upper(char c) { return isLower(c) ? static_cast<char>(c - 'a' + 'A') : c; }

bool startsInAnyCase(std::string_view bytes, std::string_view tag) {
    return bytes.size() >= tag.size() &&
           std::equal(tag.begin(), tag.end(), bytes.begin(), [](char t, char c) { return t == upper(c); });
}

bool isWordCharacter(char c) { return isAlnum(c) || c == '_'; }

} // namespace

Vocabulary::Vocabulary(const std::vector<std::string>& words) : m_tags{"DEBT", "TECHDEBT"} {
    for (std::string word : words) {
        std::transform(word.begin(), word.end(), word.begin(), upper);
        const bool isNew = std::find(m_tags.begin(), m_tags.end(), word) == m_tags.end();
        if (isNew && !word.empty()) m_tags.push_back(std::move(word));
    }
}

std::optional<WordHit> Vocabulary::wordAt(std::string_view bytes, std::uint32_t offset) const {
    const bool isInWord = isWordBefore(bytes, offset);
    const char before = offset > 0 ? bytes[offset - 1] : '\0';
    const std::string_view rest = bytes.substr(offset);
    for (std::size_t word = 0; word < m_tags.size(); ++word) {
        const std::string& tag = m_tags[word];
        if ((isInWord && isWordCharacter(tag.front())) || !startsInAnyCase(rest, tag)) continue;
        const auto end = static_cast<std::uint32_t>(offset + tag.size());
        if (isWordCharacter(tag.back()) && isWordAt(bytes, end)) continue;
        WordHit hit;
        hit.begin = offset;
        hit.end = end;
        hit.word = static_cast<std::uint16_t>(word);
        hit.isUpperCase = rest.starts_with(tag);
        if (before == '@' || before == '\\') hit.marker = before;
        if (hit.isUpperCase || hit.marker != '\0') return hit;
    }
    return std::nullopt;
}

} // namespace paydown::annotations
