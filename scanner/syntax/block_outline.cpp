// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/syntax/block_outline.h"

#include "scanner/syntax/lexical/scanners.h"

#include <algorithm>
#include <array>

namespace paydown::syntax {

namespace {

using lexical::isBlank;
using lexical::isLetter;

constexpr std::array<std::string_view, 20> kBraces = {
    "c",    "cpp",    "csharp", "cuda",   "dart", "go",   "groovy", "hcl",   "java", "javascript",
    "json", "kotlin", "objc",   "opencl", "php",  "rust", "scala",  "swift", "tsx",  "typescript"};
constexpr std::array<std::string_view, 7> kPreprocessed = {"c", "cpp", "csharp", "cuda", "objc", "opencl", "swift"};

constexpr std::uint32_t kLeastBytes = 64;
constexpr std::size_t kDeepest = 1U << 16; ///< Beyond it, braces are no longer paired.

template <typename List>
bool holds(const List& list, std::string_view id) {
    return std::find(list.begin(), list.end(), id) != list.end();
}

/// Comments and literals of a text in one ascending list.
std::vector<BlockInside> opaqueParts(const Language& language, std::string_view text) {
    lexical::Findings found;
    found.wantStrings = true;
    lexical::scanPart(*language.rules, {text, 0, text.size()}, found);
    std::vector<BlockInside> parts;
    parts.reserve(found.comments.size() + found.strings.size());
    for (const auto* list : {&found.comments, &found.strings})
        for (const Comment& part : *list) parts.push_back({part.beginByte, part.endByte});
    std::ranges::sort(parts, {}, &BlockInside::begin);
    return parts;
}

/// Pairs the braces of a text.
class BraceReader {
public:
    BraceReader(std::string_view text, std::span<const std::uint32_t> offsets, bool preprocessed)
        : m_text(text), m_offsets(offsets), m_preprocessed(preprocessed) {}

    std::vector<BlockInside> read(const std::vector<BlockInside>& opaque) {
        std::size_t at = 0;
        for (const BlockInside& part : opaque) {
            if (part.begin > at) readCode(at, part.begin);
            at = std::max<std::size_t>(at, part.end);
        }
        if (at < m_text.size()) readCode(at, m_text.size());
        return std::move(m_blocks);
    }

private:
    /// A brace that is open.
    struct Opener {
        std::uint32_t inside = 0;
        std::uint32_t conditionals = 0; ///< How many #if are open around it.
    };

    void readCode(std::size_t from, std::size_t to) {
        for (std::size_t at = from; at < to; ++at) {
            const char c = m_text[at];
            if (c == '\n' || c == '\r') {
                if (at == 0 || m_text[at - 1] != '\\') m_inDirective = false;
                continue;
            }
            if (m_preprocessed && c == '#' && beginsLine(at)) readDirective(at);
            if (m_inDirective || m_elseAt != 0) continue;
            if (c == '{' && m_open.size() < kDeepest)
                m_open.push_back({static_cast<std::uint32_t>(at + 1), m_conditionals});
            else if (c == '}')
                close(static_cast<std::uint32_t>(at));
        }
    }

    [[nodiscard]] bool beginsLine(std::size_t at) const {
        while (at > 0 && isBlank(m_text[at - 1])) --at;
        return at == 0 || m_text[at - 1] == '\n' || m_text[at - 1] == '\r';
    }

    /// Of a conditional, the braces of its first branch count.
    void readDirective(std::size_t at) {
        m_inDirective = true;
        std::size_t begin = at + 1;
        while (begin < m_text.size() && isBlank(m_text[begin])) ++begin;
        std::size_t end = begin;
        while (end < m_text.size() && isLetter(m_text[end])) ++end;
        const std::string_view word = m_text.substr(begin, end - begin);
        if (word == "if" || word == "ifdef" || word == "ifndef") {
            ++m_conditionals;
        } else if (word.starts_with("el")) { // else, elif, elifdef, elseif
            if (m_elseAt == 0) m_elseAt = m_conditionals;
        } else if (word == "endif" && m_conditionals > 0) {
            if (m_elseAt == m_conditionals) m_elseAt = 0;
            --m_conditionals;
        }
    }

    void close(std::uint32_t at) {
        if (m_open.empty()) return;
        const Opener opener = m_open.back();
        m_open.pop_back();
        if (at - opener.inside < kLeastBytes || opener.conditionals != m_conditionals) return;
        const auto asked = std::ranges::lower_bound(m_offsets, opener.inside);
        if (asked != m_offsets.end() && *asked < at) return;
        while (!m_blocks.empty() && m_blocks.back().begin > opener.inside) m_blocks.pop_back();
        m_blocks.push_back({opener.inside, at});
    }

    std::string_view m_text;
    std::span<const std::uint32_t> m_offsets;
    bool m_preprocessed;
    std::vector<Opener> m_open;
    std::vector<BlockInside> m_blocks;
    std::uint32_t m_conditionals = 0;
    std::uint32_t m_elseAt = 0; ///< The depth of the conditional in whose further branch we are; 0 in none.
    bool m_inDirective = false;
};

} // namespace

bool hasBraceBlocks(const Language& language) { return holds(kBraces, language.id); }

std::vector<BlockInside> blocksWithout(const Language& language, std::string_view text,
                                       std::span<const std::uint32_t> offsets) {
    BraceReader reader(text, offsets, holds(kPreprocessed, language.id));
    return reader.read(opaqueParts(language, text));
}

} // namespace paydown::syntax
