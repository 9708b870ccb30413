// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/syntax/lexical/cursor.h"
#include "scanner/syntax/outline_readers.h"

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
/// Nothing at the top of a file names what stands below, as a namespace or "<?php" would.
constexpr std::array<std::string_view, 4> kPlainTop = {"c", "cpp", "cuda", "opencl"};
/// What belongs together is not always in braces: "namespace x;" of PHP, @implementation … @end.
constexpr std::array<std::string_view, 2> kOpenEnded = {"objc", "php"};

constexpr std::size_t kDeepest = 1U << 16; ///< Beyond it, braces are no longer paired.

template <typename List>
bool holds(const List& list, std::string_view id) {
    return std::find(list.begin(), list.end(), id) != list.end();
}

/// Pairs the braces of a text.
class BraceReader {
public:
    explicit BraceReader(const OutlineInput& input)
        : m_input(input),
          m_text(input.text),
          m_preprocessed(holds(kPreprocessed, input.language.id)),
          m_cutsStatements(!holds(kOpenEnded, input.language.id)) {
        if (holds(kPlainTop, input.language.id)) m_ends.push_back({0, 0});
    }

    std::vector<TextRange> read() {
        std::size_t at = 0;
        for (const TextRange& part : m_input.opaque) {
            if (part.begin > at) readCode(at, part.begin);
            at = std::max<std::size_t>(at, part.end);
        }
        if (at < m_text.size()) readCode(at, m_text.size());
        if (m_open.empty()) cutStatements(0);
        return std::move(m_cuts);
    }

private:
    /// A brace that is open.
    struct Opener {
        std::uint32_t inside = 0;
        std::uint32_t conditional = 0;
        std::size_t firstEnd = 0; ///< Of the ends of statements in it.
    };

    /// Where a statement of a block ends for certain: behind the line of its closing brace, before a blank line.
    struct StatementEnd {
        std::uint32_t at = 0;
        std::uint32_t conditional = 0;
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
                m_open.push_back({static_cast<std::uint32_t>(at + 1), conditional(), m_ends.size()});
            else if (c == '}')
                close(static_cast<std::uint32_t>(at));
        }
    }

    [[nodiscard]] bool beginsLine(std::size_t at) const {
        while (at > 0 && isBlank(m_text[at - 1])) --at;
        return at == 0 || m_text[at - 1] == '\n' || m_text[at - 1] == '\r';
    }

    /// Which #if is the innermost one that is open; 0 when none is.
    [[nodiscard]] std::uint32_t conditional() const { return m_conditionals.empty() ? 0 : m_conditionals.back(); }

    /// Of a conditional, the braces of its first branch count.
    void readDirective(std::size_t at) {
        m_inDirective = true;
        std::size_t begin = at + 1;
        while (begin < m_text.size() && isBlank(m_text[begin])) ++begin;
        std::size_t end = begin;
        while (end < m_text.size() && isLetter(m_text[end])) ++end;
        const std::string_view word = m_text.substr(begin, end - begin);
        if (word == "if" || word == "ifdef" || word == "ifndef") {
            m_conditionals.push_back(++m_lastConditional);
        } else if (word.starts_with("el")) { // else, elif, elifdef, elseif
            if (m_elseAt == 0) m_elseAt = m_conditionals.size();
        } else if (word == "endif" && !m_conditionals.empty()) {
            if (m_elseAt == m_conditionals.size()) m_elseAt = 0;
            m_conditionals.pop_back();
        }
    }

    void close(std::uint32_t at) {
        if (m_open.empty()) return;
        const Opener opener = m_open.back();
        m_open.pop_back();
        const bool isWhole = opener.conditional == conditional();
        if (isWhole && !m_input.isAsked(opener.inside, at))
            m_cuts.push_back({opener.inside, at});
        else
            cutStatements(opener.firstEnd);
        m_ends.resize(opener.firstEnd);
        if (const std::uint32_t end = isWhole ? endOfStatement(at) : 0; end != 0)
            m_ends.push_back({end, conditional()});
    }

    /// Behind the line of a brace that closes a statement: it opens its line, nothing but a semicolon stands behind it,
    /// and the next line is blank. 0 for any other brace.
    [[nodiscard]] std::uint32_t endOfStatement(std::size_t brace) const {
        if (!beginsLine(brace)) return 0;
        std::size_t at = brace + 1;
        if (at < m_text.size() && m_text[at] == ';') ++at;
        const std::size_t next = behindBlankRest(at);
        return next != 0 && behindBlankRest(next) != 0 ? static_cast<std::uint32_t>(next) : 0;
    }

    /// Behind the line end, when there are only blanks before it; else 0.
    [[nodiscard]] std::size_t behindBlankRest(std::size_t at) const {
        while (at < m_text.size() && (isBlank(m_text[at]) || m_text[at] == '\r')) ++at;
        return at < m_text.size() && m_text[at] == '\n' ? at + 1 : 0;
    }

    /// Cuts out runs of whole statements that hold no offset, between two ends in the same branch of a conditional.
    /// What is asked about stays with all of the statement behind it.
    void cutStatements(std::size_t firstEnd) {
        if (!m_cutsStatements) return;
        std::size_t first = firstEnd;
        std::size_t last = firstEnd;
        for (std::size_t i = firstEnd + 1; i < m_ends.size(); ++i) {
            if (m_input.isAsked(m_ends[i - 1].at, m_ends[i].at)) {
                cutBetween(first, last);
                first = last = i;
            } else if (m_ends[i].conditional == m_ends[first].conditional) {
                last = i;
            } else if (first == last) {
                first = last = i;
            }
        }
        cutBetween(first, last);
    }

    void cutBetween(std::size_t first, std::size_t last) {
        if (first < last) m_cuts.push_back({m_ends[first].at, m_ends[last].at});
    }

    const OutlineInput& m_input;
    std::string_view m_text;
    bool m_preprocessed;
    bool m_cutsStatements;
    std::vector<Opener> m_open;
    std::vector<StatementEnd> m_ends; ///< Of all blocks that are open, outer ones first.
    std::vector<TextRange> m_cuts;
    std::vector<std::uint32_t> m_conditionals; ///< Those that are open, each by its number.
    std::uint32_t m_lastConditional = 0;
    std::size_t m_elseAt = 0; ///< The depth of the conditional in whose further branch we are; 0 in none.
    bool m_inDirective = false;
};

} // namespace

bool hasBraceBlocks(const Language& language) { return holds(kBraces, language.id); }

std::vector<TextRange> bracedParts(const OutlineInput& input) { return BraceReader(input).read(); }

} // namespace paydown::syntax
