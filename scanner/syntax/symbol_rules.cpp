// SPDX-License-Identifier: GPL-3.0-or-later
// Which nodes are symbols, and what stands around them.
#include "scanner/syntax/symbol_names.h"

#include "scanner/syntax/symbol_nodes.h"

#include <algorithm>
#include <array>

namespace paydown::syntax {
namespace {

template <std::size_t N>
bool isOneOf(std::string_view type, const std::array<std::string_view, N>& types) {
    return std::find(types.begin(), types.end(), type) != types.end();
}

/// Functions and classes as values, in any of the grammars.
constexpr std::array<std::string_view, 20> kDefinitions = {"function_expression",
                                                           "function",
                                                           "arrow_function",
                                                           "generator_function",
                                                           "anonymous_function",
                                                           "function_definition",
                                                           "lambda",
                                                           "lambda_expression",
                                                           "lambda_literal",
                                                           "closure_expression",
                                                           "closure",
                                                           "func_literal",
                                                           "fun_expression",
                                                           "function_literal",
                                                           "class",
                                                           "class_expression",
                                                           "struct_declaration",
                                                           "enum_declaration",
                                                           "union_declaration",
                                                           "anonymous_method_expression"};

/// Accessors that make a property of Kotlin a symbol.
constexpr std::array<std::string_view, 2> kAccessors = {"getter", "setter"};

/// Tables of functions by name.
constexpr std::array<std::string_view, 2> kTableTypes = {"object", "table_constructor"};

/// What may stand around a symbol without being one.
constexpr std::array<std::string_view, 27> kWrappers = {"decorated_definition",
                                                        "template_declaration",
                                                        "export_statement",
                                                        "declaration",
                                                        "lexical_declaration",
                                                        "variable_declaration",
                                                        "local_variable_declaration",
                                                        "local_declaration_statement",
                                                        "local_function_declaration",
                                                        "type_declaration",
                                                        "ambient_declaration",
                                                        "expression_statement",
                                                        "public_field_definition",
                                                        "value_definition",
                                                        "module_definition",
                                                        "class_definition",
                                                        "field_declaration",
                                                        "type_definition",
                                                        "implementation_definition",
                                                        "friend_declaration",
                                                        "var_declaration",
                                                        "statement",
                                                        "call",
                                                        "argument_list",
                                                        "lambda_expression",
                                                        "static_final_declaration_list",
                                                        "linkage_specification"};

/// What holds the statements of a body; a comment before the first of them stands outside, in some grammars.
constexpr std::array<std::string_view, 8> kBodies = {
    "block",       "body_statement", "declarations",          "class_declarations",
    "local_binds", "statement_list", "instance_declarations", "block_body"};

constexpr int kDeepestWrapping = 4;

} // namespace

bool SymbolNames::isRubyBlock(TSNode call) const {
    if (typeOf(call) != "call" || ts_node_is_null(fieldOf(call, "block"))) return false;
    const std::string_view method = m_parsed.textOf(fieldOf(call, "method"));
    // Foo = Struct.new(:a) do … end, Foo = Data.define(:a) do … end, f = lambda { … }
    return method == "new" || method == "define" || method == "lambda" || method == "proc";
}

bool SymbolNames::isDefinition(TSNode value) const {
    const std::string_view type = typeOf(value);
    return isOneOf(type, kDefinitions) || isOneOf(type, kAccessors) || isRubyBlock(value);
}

/// Whether a table of functions is, in the end, assigned to a name or exported.
bool SymbolNames::isNamedTable(TSNode node) const {
    if (typeOf(node) != "pair" && typeOf(node) != "field") return true;
    TSNode holder = ts_node_parent(ts_node_parent(node));
    while (!ts_node_is_null(holder) && typeOf(holder).ends_with("_list")) holder = ts_node_parent(holder);
    return !ts_node_is_null(holder) && (isSymbol(holder) || typeOf(holder) == "export_statement");
}

bool SymbolNames::isAssignedDefinition(const SymbolRow& row, TSNode node) const {
    const auto fitsValue = [&](TSNode value) {
        value = onlyOne(value);
        if (ts_node_is_null(value)) return false;
        return isDefinition(value) || (isOneOf(typeOf(value), kTableTypes) && isNamedTable(node));
    };
    if (!row.needs.empty()) return fitsValue(fieldOf(node, row.needs));
    const std::uint32_t children = std::min(ts_node_named_child_count(node), 8U);
    for (std::uint32_t i = 0; i < children; ++i)
        if (fitsValue(ts_node_named_child(node, i))) return true;
    return false;
}

/// OCaml and Haskell: names inside of a function are symbols only if they are functions.
bool SymbolNames::isBindingOfFunction(TSNode node) const {
    static constexpr std::array<std::string_view, 6> kTopLevels = {
        "compilation_unit", "structure", "declarations", "class_declarations", "instance_declarations", "haskell"};
    TSNode holder = ts_node_parent(node);
    if (!ts_node_is_null(holder) && typeOf(holder) == "value_definition") holder = ts_node_parent(holder);
    if (!ts_node_is_null(holder) && isOneOf(typeOf(holder), kTopLevels)) return true;
    const std::uint32_t children = std::min(ts_node_named_child_count(node), 8U);
    for (std::uint32_t i = 0; i < children; ++i) {
        const std::string_view type = typeOf(ts_node_named_child(node, i));
        if (type == "parameter" || type == "fun_expression" || type == "function_expression") return true;
    }
    return false;
}

bool SymbolNames::fits(const SymbolRow& row, TSNode node) const {
    if (row.from == NameFrom::Assigned) return isAssignedDefinition(row, node);
    if (row.from == NameFrom::Signature) return !ts_node_is_null(signatureBefore(node));
    if (row.from == NameFrom::Binding && !isBindingOfFunction(node)) return false;
    if (row.from == NameFrom::MacroBody) return !macroBodyName(node).empty();
    if (row.from == NameFrom::ElixirCall) return !elixirName(node).empty();
    if (row.from == NameFrom::Expression) {
        const TSNode parent = ts_node_parent(node);
        if (!ts_node_is_null(parent) && isSymbol(parent)) return false;
    }
    return row.needs.empty() || !ts_node_is_null(fieldOf(node, row.needs));
}

TSNode SymbolNames::symbolOpening(TSNode node) const {
    for (int depth = 0; depth < kDeepestWrapping && !ts_node_is_null(node); ++depth) {
        if (isSymbol(node)) return node;
        const TSNode next = ts_node_next_named_sibling(node);
        if (holds(typeOf(node), "_signature")) return !ts_node_is_null(next) && isSymbol(next) ? next : TSNode{};
        const bool opensMacro = typeOf(node) == "expression_statement" && !ts_node_is_null(next);
        if (opensMacro && typeOf(next) == "compound_statement" && isSymbol(next)) return next;
        if (!isOneOf(typeOf(node), kWrappers)) break;
        TSNode inner{};
        const std::uint32_t children = std::min(ts_node_named_child_count(node), 8U);
        for (std::uint32_t i = 0; i < children && ts_node_is_null(inner); ++i) {
            const TSNode child = ts_node_named_child(node, i);
            if (isSymbol(child) || isOneOf(typeOf(child), kWrappers)) inner = child;
        }
        node = inner;
    }
    return TSNode{};
}

TSNode SymbolNames::firstInside(TSNode node) const {
    for (int depth = 0; depth < kDeepestWrapping && isOneOf(typeOf(node), kBodies); ++depth) {
        if (isSymbol(node) || ts_node_named_child_count(node) == 0) break;
        node = ts_node_named_child(node, 0);
    }
    return node;
}

bool SymbolNames::isTransparent(TSNode node) const {
    const std::string_view type = typeOf(node);
    if (isCommentType(type) || type == "modifiers" || type == "visibility_modifier" || type == "signature" ||
        type == "preproc_def")
        return true;
    if (type == "unary_operator") return m_parsed.textOf(node).starts_with('@'); // @doc and @spec of Elixir
    return !isSymbol(node) && (holds(type, "attribute") || holds(type, "decorator") || holds(type, "annotation"));
}

bool SymbolNames::startsOwnLine(TSNode node) const {
    const std::string_view text = m_parsed.text();
    std::size_t at = ts_node_start_byte(node);
    while (at > 0 && (text[at - 1] == ' ' || text[at - 1] == '\t')) --at;
    return at == 0 || text[at - 1] == '\n' || text[at - 1] == '\r';
}

} // namespace paydown::syntax
