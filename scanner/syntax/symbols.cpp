// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/syntax/symbols.h"

#include "scanner/syntax/grammar_reader.h"
#include "scanner/syntax/symbol_names.h"

#include <algorithm>

namespace paydown::syntax {
namespace {

constexpr std::chrono::milliseconds kDeadline{250};
constexpr std::size_t kDeepest = 4096; ///< Nesting that anybody could follow is far below it.

std::uint32_t lineOf(TSPoint point) { return point.row + 1; }

/// Whether a node may stand between a comment and the symbol that it belongs to.
bool isTransparent(std::string_view type) {
    return isCommentType(type) || type.find("attribute") != std::string_view::npos ||
           type.find("decorator") != std::string_view::npos || type.find("annotation") != std::string_view::npos ||
           type == "modifiers" || type == "preproc_def" || type == "access_specifier" || type == "visibility_modifier";
}

/// Finds the symbols around places in one parsed text.
class SymbolFinder {
public:
    SymbolFinder(const Language& language, const SymbolTable& table, const ParsedText& parsed)
        : m_separator(language.separator), m_names(table, parsed), m_parsed(parsed) {}

    [[nodiscard]] SymbolExtent at(std::uint32_t offset) {
        m_extent = {};
        m_node = m_parsed.root();
        for (std::size_t depth = 0; depth < kDeepest; ++depth) {
            const TSNode child = childAt(offset);
            if (ts_node_is_null(child)) break;
            take(child, true);
            m_node = child;
            if (isCommentType(ts_node_type(child))) {
                takeBelow(child);
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

    void take(TSNode node, bool inside) {
        if (!m_names.isSymbol(node) || (inside && m_names.isRestOfFile(node))) return;
        append(m_names.nameOf(node), node);
    }

    /// A namespace of the rest of the file has no extent worth telling.
    void appendRest(TSNode node) { m_extent.symbol = m_names.nameOf(node); }

    void append(const std::string& name, TSNode node) {
        if (name.empty()) return;
        if (!m_extent.symbol.empty()) m_extent.symbol += m_separator;
        m_extent.symbol += name;
        m_extent.firstLine = lineOf(ts_node_start_point(node));
        m_extent.lastLine = lineOf(ts_node_end_point(node));
    }

    /// A comment belongs to the symbol that begins on the next line, over other comments and attributes.
    void takeBelow(TSNode comment) {
        constexpr int kFarthest = 64;
        if (!m_names.startsOwnLine(comment)) return; // it is about the code before it
        TSNode above = comment;
        TSNode next = ts_node_next_named_sibling(above);
        for (int i = 0; i < kFarthest && !ts_node_is_null(next); ++i) {
            if (ts_node_start_point(next).row > lastRowOf(above) + 1) return;
            if (!isTransparent(ts_node_type(next))) break;
            above = next;
            next = ts_node_next_named_sibling(above);
        }
        if (ts_node_is_null(next)) return;
        const TSNode symbol = m_names.symbolOpening(next);
        if (!ts_node_is_null(symbol)) take(symbol, false);
    }

    [[nodiscard]] std::uint32_t lastRowOf(TSNode node) const {
        const TSPoint end = ts_node_end_point(node);
        return end.column == 0 && end.row > 0 ? end.row - 1 : end.row; // it took its line end in
    }

    std::string_view m_separator;
    SymbolNames m_names;
    const ParsedText& m_parsed;
    TSNode m_node{};
    SymbolExtent m_extent;
};

} // namespace

bool hasSymbols(const Language& language) {
    return language.grammar != nullptr && symbolTableOf(language.id) != nullptr;
}

std::vector<SymbolExtent> symbolExtentsAt(const Language& language, std::string_view text,
                                          std::span<const std::uint32_t> offsets, Hurry hurry) {
    std::vector<SymbolExtent> extents(offsets.size());
    if (offsets.empty() || !hasSymbols(language)) return extents;
    ParseLimits limits;
    if (hurry == Hurry::Yes) limits.deadline = std::chrono::steady_clock::now() + kDeadline;
    const auto parsed = ParsedText::parse(*language.grammar, text, limits);
    if (!parsed) return extents;
    SymbolFinder finder(language, *symbolTableOf(language.id), *parsed);
    std::transform(offsets.begin(), offsets.end(), extents.begin(),
                   [&](std::uint32_t offset) { return finder.at(offset); });
    return extents;
}

std::vector<std::string> symbolsAt(const Language& language, std::string_view text,
                                   std::span<const std::uint32_t> offsets) {
    std::vector<std::string> symbols;
    symbols.reserve(offsets.size());
    for (SymbolExtent& extent : symbolExtentsAt(language, text, offsets)) symbols.push_back(std::move(extent.symbol));
    return symbols;
}

} // namespace paydown::syntax
