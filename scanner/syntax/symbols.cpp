// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/syntax/symbols.h"

#include "scanner/syntax/embedded_scripts.h"
#include "scanner/syntax/grammar_reader.h"
#include "scanner/syntax/reduced_text.h"
#include "scanner/syntax/symbol_names.h"
#include "scanner/syntax/symbol_nodes.h"

#include <algorithm>
#include <numeric>

namespace paydown::syntax {
namespace {

using Deadline = std::optional<std::chrono::steady_clock::time_point>;

constexpr std::uint32_t kMostSteps = 6'000; ///< A quarter of a second or so; a megabyte of code needs 4,000.
constexpr std::size_t kDeepest = 4096;      ///< Nesting that anybody could follow is far below it.

/// Finds the symbols around places in one parsed text.
class SymbolFinder {
public:
    /// @param reduced what was parsed
    SymbolFinder(const Language& language, const SymbolTable& table, const ParsedText& parsed,
                 const ReducedText& reduced)
        : m_separator(language.separator), m_names(table, parsed), m_parsed(parsed), m_reduced(reduced) {}

    [[nodiscard]] SymbolExtent at(std::uint32_t offset) {
        m_extent = {};
        m_node = m_parsed.root();
        m_childrenPassed = 0;
        for (std::size_t depth = 0; depth < kDeepest; ++depth) {
            m_childrenPassed += ts_node_child_count(m_node);
            if (!mayLook()) break;
            const TSNode child = childAt(offset);
            if (ts_node_is_null(child)) break;
            if (!m_names.isRestOfFile(child)) take(child);
            m_node = child;
            if (m_names.isTransparent(child)) {
                takeBeside(child);
                break;
            }
        }
        return std::move(m_extent);
    }

private:
    /// The child that holds the offset; what stands before it and names the rest of its parent is taken.
    [[nodiscard]] TSNode childAt(std::uint32_t offset) {
        const TSNode child = ts_node_first_child_for_byte(m_node, offset);
        if (const TSNode rest = m_names.restOfFileBefore(m_node, offset); !ts_node_is_null(rest)) appendRest(rest);
        if (ts_node_is_null(child) || ts_node_start_byte(child) > offset || ts_node_end_byte(child) <= offset)
            return TSNode{};
        return child;
    }

    void take(TSNode node) {
        if (m_names.isSymbol(node)) append(m_names.nameOf(node), node);
    }

    /// A namespace of the rest of the file has no extent worth telling.
    void appendRest(TSNode node) { m_extent.symbol = m_names.nameOf(node); }

    void append(const std::string& name, TSNode node) {
        if (name.empty()) return;
        if (!m_extent.symbol.empty()) m_extent.symbol += m_separator;
        m_extent.symbol += name;
        m_extent.firstLine = m_names.firstRowOf(node) + 1 + m_reduced.linesCutBefore(ts_node_start_byte(node));
        m_extent.lastLine = lastRowOf(node) + 1 + m_reduced.linesCutBefore(ts_node_end_byte(node));
    }

    /// A node finds its child or sibling by going through the children of all that are above it. In a file of nothing
    /// but annotations that is its square: after some millions, what is left is given no symbol.
    [[nodiscard]] bool mayLook() {
        constexpr std::size_t kMostWork = 64U << 20;
        m_work += m_childrenPassed;
        return m_work <= kMostWork;
    }

    /// The symbol that a comment or attribute is about, other than the one it stands in.
    void takeBeside(TSNode node) {
        if (isCommentType(typeOf(node)) && !m_names.startsOwnLine(node))
            takeBefore(node);
        else
            takeBelow(node);
    }

    /// A symbol that ends on the line of the comment.
    void takeBefore(TSNode comment) {
        const TSNode before = ts_node_prev_named_sibling(comment);
        if (ts_node_is_null(before) || lastRowOf(before) != ts_node_start_point(comment).row) return;
        const TSNode symbol = m_names.symbolOpening(before);
        if (!ts_node_is_null(symbol) && lastRowOf(symbol) == lastRowOf(before)) take(symbol);
    }

    /// The symbol that begins on the next line, over other comments and attributes.
    void takeBelow(TSNode comment) {
        constexpr int kFarthest = 1024;
        TSNode above = comment;
        TSNode next = ts_node_next_named_sibling(above);
        for (int i = 0; i < kFarthest && !ts_node_is_null(next) && mayLook(); ++i) {
            next = m_names.firstInside(next);
            if (ts_node_start_point(next).row > lastRowOf(above) + 1) return;
            if (!m_names.isTransparent(next)) break;
            above = next;
            next = ts_node_next_named_sibling(above);
        }
        if (ts_node_is_null(next)) return;
        const TSNode symbol = m_names.symbolOpening(next);
        if (!ts_node_is_null(symbol) && !m_names.isRestOfFile(symbol)) take(symbol);
    }

    [[nodiscard]] static std::uint32_t lastRowOf(TSNode node) {
        const TSPoint end = ts_node_end_point(node);
        return end.column == 0 && end.row > ts_node_start_point(node).row ? end.row - 1 : end.row; // its line end
    }

    std::size_t m_childrenPassed = 0; ///< By one look: the children of every node from the root to here.
    std::size_t m_work = 0;           ///< By all looks so far.
    std::string_view m_separator;
    SymbolNames m_names;
    const ParsedText& m_parsed;
    const ReducedText& m_reduced;
    TSNode m_node{};
    SymbolExtent m_extent;
};

bool hasOwnSymbols(const Language& language) {
    return language.grammar != nullptr && symbolTableOf(language.id) != nullptr;
}

/// @param spent by other parts of the file
SymbolReading readWhole(const Language& language, std::string_view text, std::span<const std::uint32_t> offsets,
                        const Deadline& deadline, ParseCost* spent = nullptr) {
    SymbolReading reading{std::vector<SymbolExtent>(offsets.size()), false};
    ParseLimits limits;
    limits.maxSteps = kMostSteps;
    limits.deadline = deadline;
    limits.spent = spent;
    if (text.size() > limits.maxBytes) return reading;
    const ReducedText reduced(language, text, offsets);
    bool late = false;
    const auto parsed = ParsedText::parse(*language.grammar, reduced.text(), limits, &late);
    reading.late = late;
    if (!parsed) return reading;
    SymbolFinder finder(language, *symbolTableOf(language.id), *parsed, reduced);
    std::transform(offsets.begin(), offsets.end(), reading.extents.begin(),
                   [&](std::uint32_t offset) { return finder.at(reduced.reducedOffset(offset)); });
    return reading;
}

/// Each script is a text of its own; its lines count from the top of the page.
SymbolReading readScripts(std::string_view text, std::span<const std::uint32_t> offsets, const Deadline& deadline) {
    SymbolReading reading{std::vector<SymbolExtent>(offsets.size()), false};
    std::vector<std::size_t> order(offsets.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, {}, [&](std::size_t i) { return offsets[i]; });
    auto next = order.begin();
    ParseCost spent;
    for (const EmbeddedScript& script : embeddedScripts(text)) {
        const auto isBefore = [&](std::uint32_t end) { return next != order.end() && offsets[*next] < end; };
        while (isBefore(script.begin)) ++next;
        const auto first = next;
        std::vector<std::uint32_t> inside;
        for (; isBefore(script.end); ++next) inside.push_back(offsets[*next] - script.begin);
        if (inside.empty()) continue;
        const std::string_view part = text.substr(script.begin, script.end - script.begin);
        SymbolReading found = readWhole(*script.language, part, inside, deadline, &spent);
        reading.late |= found.late;
        for (std::size_t i = 0; i < inside.size(); ++i) {
            SymbolExtent& extent = found.extents[i];
            if (extent.firstLine != 0) extent.firstLine += script.linesAbove, extent.lastLine += script.linesAbove;
            reading.extents[first[static_cast<std::ptrdiff_t>(i)]] = std::move(extent);
        }
    }
    return reading;
}

} // namespace

bool hasSymbols(const Language& language) { return hasOwnSymbols(language) || holdsScripts(language); }

SymbolReading readSymbols(const Language& language, std::string_view text, std::span<const std::uint32_t> offsets,
                          Deadline deadline) {
    if (offsets.empty() || !hasSymbols(language)) return {std::vector<SymbolExtent>(offsets.size()), false};
    return holdsScripts(language) ? readScripts(text, offsets, deadline) : readWhole(language, text, offsets, deadline);
}

std::vector<SymbolExtent> symbolExtentsAt(const Language& language, std::string_view text,
                                          std::span<const std::uint32_t> offsets) {
    return readSymbols(language, text, offsets).extents;
}

} // namespace paydown::syntax
