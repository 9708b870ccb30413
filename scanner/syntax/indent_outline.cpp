// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/syntax/lexical/cursor.h"
#include "scanner/syntax/outline_readers.h"

namespace paydown::syntax {

namespace {

using lexical::isBlank;
using lexical::isWord;

enum class Opens : std::uint8_t { Other, Decorator, Definition };

/// The first line of a statement.
struct StatementLine {
    std::uint32_t begin = 0; ///< Of the line.
    std::uint32_t indent = 0;
    Opens opens = Opens::Other;
};

/// Finds where statements begin: at lines with code that stand in no bracket and no literal and continue no other line.
class StatementLines {
public:
    explicit StatementLines(const OutlineInput& input) : m_text(input.text) {
        std::size_t at = 0;
        for (const TextRange& part : input.opaque) {
            if (part.begin > at) readCode(at, part.begin);
            // A literal that opens a line is code; a comment is none.
            if (part.begin >= at && m_atLineStart && m_text[part.begin] != '#') take(part.begin);
            at = std::max<std::size_t>(at, part.end);
        }
        if (at < m_text.size()) readCode(at, m_text.size());
    }

    [[nodiscard]] std::vector<StatementLine> lines() && { return std::move(m_lines); }

private:
    void readCode(std::size_t from, std::size_t to) {
        for (std::size_t at = from; at < to; ++at) {
            const char c = m_text[at];
            if (c == '\n' || c == '\r') {
                const bool isContinued = at > 0 && m_text[at - 1] == '\\';
                m_atLineStart = m_depth == 0 && !isContinued;
                continue;
            }
            if (isBlank(c)) continue;
            if (m_atLineStart) take(at);
            if (c == '(' || c == '[' || c == '{') ++m_depth;
            if ((c == ')' || c == ']' || c == '}') && m_depth > 0) --m_depth;
        }
    }

    void take(std::size_t at) {
        m_atLineStart = false;
        std::size_t begin = at;
        while (begin > 0 && isBlank(m_text[begin - 1])) --begin;
        m_lines.push_back({static_cast<std::uint32_t>(begin), columnOf(begin, at), opensAt(at)});
    }

    [[nodiscard]] std::uint32_t columnOf(std::size_t begin, std::size_t at) const {
        std::uint32_t column = 0;
        for (; begin < at; ++begin) column = m_text[begin] == '\t' ? (column / 8 + 1) * 8 : column + 1;
        return column;
    }

    [[nodiscard]] Opens opensAt(std::size_t at) const {
        if (m_text[at] == '@') return Opens::Decorator;
        std::string_view rest = m_text.substr(at);
        if (rest.starts_with("async ")) rest.remove_prefix(6);
        for (const std::string_view word : {"def", "class"})
            if (rest.starts_with(word) && rest.size() > word.size() && isBlank(rest[word.size()]))
                return Opens::Definition;
        return Opens::Other;
    }

    std::string_view m_text;
    std::vector<StatementLine> m_lines;
    std::size_t m_depth = 0; ///< Brackets that are open.
    bool m_atLineStart = true;
};

/// Walks the definitions of a file from the outside to the places that are asked about.
class IndentReader {
public:
    explicit IndentReader(const OutlineInput& input) : m_input(input), m_lines(StatementLines(input).lines()) {
        findParents();
    }

    std::vector<TextRange> read() {
        std::size_t at = 0;
        while (at < m_lines.size()) at = readStatement(at);
        return std::move(m_parts);
    }

private:
    /// A definition under an if or a try may be all there is: without it, the statement above would be broken.
    void findParents() {
        std::vector<std::size_t> around;
        m_mayGo.reserve(m_lines.size());
        for (std::size_t i = 0; i < m_lines.size(); ++i) {
            while (!around.empty() && m_lines[around.back()].indent >= m_lines[i].indent) around.pop_back();
            m_mayGo.push_back(around.empty() || m_lines[around.back()].opens == Opens::Definition);
            around.push_back(i);
        }
    }

    /// Of a definition that holds an offset only the head is passed, so that its inside comes next.
    /// @returns the line to go on with
    std::size_t readStatement(std::size_t first) {
        std::size_t definition = first;
        while (definition < m_lines.size() && m_lines[definition].opens == Opens::Decorator) ++definition;
        if (definition == m_lines.size()) return definition;
        if (m_lines[definition].opens != Opens::Definition) return definition + 1;
        const std::size_t end = endOfDefinition(definition);
        const TextRange whole{m_lines[first].begin, beginOf(end)};
        if (m_input.isAsked(whole.begin, whole.end)) return definition + 1;
        // A place right above may be in a comment about this definition.
        const std::uint32_t above = first == 0 ? 0 : m_lines[first - 1].begin;
        if (m_mayGo[first] && !m_input.isAsked(above, whole.begin)) m_parts.push_back(whole);
        return end;
    }

    [[nodiscard]] std::size_t endOfDefinition(std::size_t definition) const {
        std::size_t end = definition + 1;
        while (end < m_lines.size() && m_lines[end].indent > m_lines[definition].indent) ++end;
        return end;
    }

    [[nodiscard]] std::uint32_t beginOf(std::size_t line) const {
        return line < m_lines.size() ? m_lines[line].begin : static_cast<std::uint32_t>(m_input.text.size());
    }

    const OutlineInput& m_input;
    std::vector<StatementLine> m_lines;
    std::vector<bool> m_mayGo; ///< Of each line, whether what begins there can be cut out.
    std::vector<TextRange> m_parts;
};

} // namespace

std::vector<TextRange> indentedParts(const OutlineInput& input) { return IndentReader(input).read(); }

} // namespace paydown::syntax
