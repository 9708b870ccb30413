// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/annotations/word_finder.h"

#include "scanner/annotations/letters.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <tuple>

namespace paydown::annotations {

namespace {

/// Sixteen bytes that the compiler turns into one register of any machine.
using Block = std::uint8_t __attribute__((vector_size(16)));
using Mask = std::int8_t __attribute__((vector_size(16)));

Block loadFolded(const char* at) {
    Block block;
    std::memcpy(&block, at, sizeof block);
    return block | std::uint8_t{0x20};
}

bool isAnySet(Mask mask) {
    std::array<std::uint64_t, 2> halves{};
    std::memcpy(halves.data(), &mask, sizeof mask);
    return (halves[0] | halves[1]) != 0;
}

unsigned char folded(char c) { return static_cast<unsigned char>(static_cast<unsigned char>(c) | 0x20U); }

std::string asciiUpper(std::string_view text) {
    std::string out(text);
    for (char& c : out) {
        if (isLower(c)) c = static_cast<char>(c - 'a' + 'A');
    }
    return out;
}

bool equalsFolded(std::string_view bytes, std::size_t at, std::string_view upper) {
    if (bytes.size() - at < upper.size()) return false;
    for (std::size_t i = 0; i < upper.size(); ++i) {
        const char c = bytes[at + i];
        if ((isLower(c) ? static_cast<char>(c - 'a' + 'A') : c) != upper[i]) return false;
    }
    return true;
}

} // namespace

WordFinder::WordFinder(const std::vector<std::string>& words) : m_tags{"DEBT", "TECHDEBT"} {
    for (const std::string& word : words) {
        std::string upper = asciiUpper(word);
        if (!upper.empty() && std::find(m_tags.begin(), m_tags.end(), upper) == m_tags.end()) {
            m_tags.push_back(std::move(upper));
        }
    }
    for (std::size_t word = 0; word < m_tags.size(); ++word) {
        if (word == kTechDebt) continue; // Found through the DEBT that it ends with.
        Prefix prefix;
        prefix.length = static_cast<std::uint8_t>(std::min(m_tags[word].size(), kPrefix));
        for (std::size_t i = 0; i < prefix.length; ++i) prefix.bytes[i] = folded(m_tags[word][i]);
        const bool isKnown = std::any_of(m_prefixes.begin(), m_prefixes.end(), [&](const Prefix& known) {
            return known.length == prefix.length && std::memcmp(known.bytes, prefix.bytes, kPrefix) == 0;
        });
        if (!isKnown) m_prefixes.push_back(prefix);
    }
}

bool WordFinder::prefixAt(std::string_view bytes, std::size_t at) const {
    return std::any_of(m_prefixes.begin(), m_prefixes.end(), [&](const Prefix& prefix) {
        if (bytes.size() - at < prefix.length) return false;
        for (std::size_t i = 0; i < prefix.length; ++i) {
            if (folded(bytes[at + i]) != prefix.bytes[i]) return false;
        }
        return true;
    });
}

/// The first offset from `from` on where a folded prefix stands and `accepts` agrees, else the size.
template <typename Accepts>
std::size_t WordFinder::scan(std::string_view bytes, std::size_t from, const Accepts& accepts) const {
    std::size_t at = from;
    while (bytes.size() >= sizeof(Block) + kPrefix && at <= bytes.size() - sizeof(Block) - kPrefix) {
        const std::array<Block, kPrefix> text{loadFolded(bytes.data() + at), loadFolded(bytes.data() + at + 1),
                                              loadFolded(bytes.data() + at + 2), loadFolded(bytes.data() + at + 3)};
        Mask any{};
        for (const Prefix& prefix : m_prefixes) {
            Mask all = text[0] == prefix.bytes[0];
            for (std::size_t i = 1; i < prefix.length; ++i) all &= text[i] == prefix.bytes[i];
            any |= all;
        }
        if (isAnySet(any)) {
            for (std::size_t i = at; i < at + sizeof(Block); ++i) {
                if (prefixAt(bytes, i) && accepts(i)) return i;
            }
        }
        at += sizeof(Block);
    }
    for (; at < bytes.size(); ++at) {
        if (prefixAt(bytes, at) && accepts(at)) return at;
    }
    return bytes.size();
}

std::optional<WordHit> WordFinder::wordAt(std::string_view bytes, std::size_t at, std::uint16_t word) const {
    const std::string& tag = m_tags[word];
    if (!equalsFolded(bytes, at, tag)) return std::nullopt;
    const std::size_t end = at + tag.size();
    if (isWordAt(bytes, end) && (isAlnum(tag.back()) || tag.back() == '_')) return std::nullopt;
    WordHit hit;
    hit.begin = static_cast<std::uint32_t>(at);
    hit.end = static_cast<std::uint32_t>(end);
    hit.word = word;
    hit.isUpperCase = bytes.substr(at, tag.size()) == tag;
    const char before = at > 0 ? bytes[at - 1] : '\0';
    if (before == '@' || before == '\\') hit.marker = before;
    if (!hit.isUpperCase && hit.marker == '\0') return std::nullopt;
    if (isWordBefore(bytes, at) && (isAlnum(tag.front()) || tag.front() == '_')) return std::nullopt;
    return hit;
}

std::optional<WordHit> WordFinder::wordAt(std::string_view bytes, std::size_t at) const {
    if (at >= kPrefix) {
        if (auto hit = wordAt(bytes, at - kPrefix, kTechDebt)) return hit;
    }
    for (std::size_t word = 0; word < m_tags.size(); ++word) {
        if (word == kTechDebt) continue;
        if (auto hit = wordAt(bytes, at, static_cast<std::uint16_t>(word))) return hit;
    }
    return std::nullopt;
}

std::optional<WordHit> WordFinder::next(std::string_view bytes, std::size_t from) const {
    std::optional<WordHit> hit;
    std::ignore = scan(bytes, from, [&](std::size_t at) { return (hit = wordAt(bytes, at)).has_value(); });
    return hit;
}

bool WordFinder::mayHoldAny(std::string_view bytes) const {
    const auto accepts = [&](std::size_t at) { return equalsFolded(bytes, at, m_tags[kDebt]) || wordAt(bytes, at); };
    return scan(bytes, 0, accepts) < bytes.size();
}

} // namespace paydown::annotations
