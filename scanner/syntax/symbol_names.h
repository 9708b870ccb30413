// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scanner/syntax/grammar_reader.h"
#include "scanner/syntax/symbol_table.h"

#include <string>

namespace paydown::syntax {

/// Reads the table of symbols on the nodes of one parsed text: which are symbols, and what they are called.
class SymbolNames {
public:
    SymbolNames(const SymbolTable& table, const ParsedText& parsed) : m_table(table), m_parsed(parsed) {}

    /// Whether the node is a symbol by its type and by what its row asks for.
    [[nodiscard]] bool isSymbol(TSNode node) const { return rowOf(node) != nullptr; }
    /// Whether it names what follows it rather than what it holds.
    [[nodiscard]] bool isRestOfFile(TSNode node) const;
    /// The last symbol among the children of `parent` before `offset` that names the rest of the file; else null.
    [[nodiscard]] TSNode restOfFileBefore(TSNode parent, std::uint32_t offset) const;
    /// Empty for an anonymous symbol. Parts of a qualified name stay as the language writes them.
    [[nodiscard]] std::string nameOf(TSNode node) const;
    /// The first line of the symbol, from 0: that of its signature, where this stands apart.
    [[nodiscard]] std::uint32_t firstRowOf(TSNode node) const;

    /// The symbol that begins with the node: itself, or the one in the declaration, decoration or template around it.
    [[nodiscard]] TSNode symbolOpening(TSNode node) const;
    /// The first statement, where the node is a body that holds some; else the node.
    [[nodiscard]] TSNode firstInside(TSNode node) const;
    /// Whether a node may stand between a comment and the symbol that it belongs to: comments, attributes, decorators,
    /// the type signature of a function.
    [[nodiscard]] bool isTransparent(TSNode node) const;
    /// Whether only blanks stand before the node on its line.
    [[nodiscard]] bool startsOwnLine(TSNode node) const;

private:
    [[nodiscard]] const SymbolRow* rowOf(TSNode node) const;
    [[nodiscard]] bool fits(const SymbolRow& row, TSNode node) const;
    [[nodiscard]] bool isAssignedDefinition(const SymbolRow& row, TSNode node) const;
    [[nodiscard]] bool isDefinition(TSNode value) const;
    [[nodiscard]] bool isRubyBlock(TSNode call) const;
    [[nodiscard]] bool isNamedTable(TSNode node) const;
    [[nodiscard]] bool isBindingOfFunction(TSNode node) const;
    [[nodiscard]] std::string fieldName(TSNode node, std::string_view field) const;
    [[nodiscard]] std::string assignedName(TSNode node, std::string_view field) const;
    [[nodiscard]] std::string declaratorName(TSNode node) const;
    [[nodiscard]] std::string macroName(const std::string& macro, TSNode arguments) const;
    [[nodiscard]] std::string macroBodyName(TSNode node) const;
    [[nodiscard]] std::string tagName(TSNode node) const;
    [[nodiscard]] std::string receiverName(TSNode node) const;
    [[nodiscard]] std::string elixirName(TSNode node) const;
    [[nodiscard]] std::string hclName(TSNode node) const;
    [[nodiscard]] std::string selectorName(TSNode node) const;
    [[nodiscard]] std::string keywordName(TSNode node, std::string_view keyword) const;
    [[nodiscard]] std::string textOf(TSNode node) const;

    const SymbolTable& m_table;
    const ParsedText& m_parsed;
};

} // namespace paydown::syntax
