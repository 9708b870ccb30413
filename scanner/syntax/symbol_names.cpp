// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/syntax/symbol_names.h"

#include <algorithm>
#include <array>

namespace paydown::syntax {
namespace {

constexpr std::size_t kLongestName = 120;

TSNode fieldOf(TSNode node, std::string_view field) {
    return ts_node_child_by_field_name(node, field.data(), static_cast<std::uint32_t>(field.size()));
}

std::string_view typeOf(TSNode node) { return ts_node_type(node); }

bool holds(std::string_view text, std::string_view what) { return text.find(what) != std::string_view::npos; }

/// Functions and classes as values: arrow_function, function_expression, lambda_expression, class, struct_declaration …
bool isDefinition(std::string_view type) {
    return holds(type, "function") || holds(type, "lambda") || type == "class" || type == "class_expression" ||
           type == "struct_declaration" || type == "enum_declaration" || type == "union_declaration";
}

/// The first named child, of the node or of its first such child, that a grammar calls a name.
TSNode firstName(TSNode node) {
    const std::uint32_t children = ts_node_named_child_count(node);
    for (std::uint32_t i = 0; i < std::min(children, 8U); ++i) {
        const TSNode child = ts_node_named_child(node, i);
        const std::string_view type = typeOf(child);
        if (holds(type, "identifier") || holds(type, "name") || holds(type, "key") || type == "word" ||
            type == "targets" || type == "alias" || type == "constant")
            return child;
    }
    return TSNode{};
}

} // namespace

std::string SymbolNames::textOf(TSNode node) const {
    std::string name;
    if (ts_node_is_null(node)) return name;
    for (const char c : m_parsed.textOf(node).substr(0, kLongestName)) {
        if (c == '<' && !name.starts_with("operator")) break; // type parameters are no part of a name
        const bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
        if (!blank || name == "operator") name += blank ? ' ' : c;
    }
    return name;
}

bool SymbolNames::fits(const SymbolRow& row, TSNode node) const {
    if (row.from == NameFrom::Assigned) {
        if (!row.needs.empty()) {
            const TSNode value = fieldOf(node, row.needs);
            return !ts_node_is_null(value) && isDefinition(typeOf(value));
        }
        const std::uint32_t children = ts_node_named_child_count(node);
        for (std::uint32_t i = 0; i < std::min(children, 8U); ++i)
            if (isDefinition(typeOf(ts_node_named_child(node, i)))) return true;
        return false;
    }
    return row.needs.empty() || !ts_node_is_null(fieldOf(node, row.needs));
}

const SymbolRow* SymbolNames::rowOf(TSNode node) const {
    if (!ts_node_is_named(node)) return nullptr;
    const std::string_view type = typeOf(node);
    for (const SymbolRow& row : m_table.rows)
        if (row.nodeType == type && fits(row, node)) return &row;
    return nullptr;
}

bool SymbolNames::isRestOfFile(TSNode node) const {
    const SymbolRow* row = rowOf(node);
    return row != nullptr && row->from == NameFrom::RestOfFile && ts_node_is_null(fieldOf(node, "body"));
}

TSNode SymbolNames::restOfFileBefore(TSNode parent, std::uint32_t offset) const {
    TSNode found{};
    const bool any = std::any_of(m_table.rows.begin(), m_table.rows.end(),
                                 [](const SymbolRow& row) { return row.from == NameFrom::RestOfFile; });
    if (!any || !ts_node_is_null(ts_node_parent(parent))) return found;
    const std::uint32_t children = ts_node_named_child_count(parent);
    for (std::uint32_t i = 0; i < std::min(children, 256U); ++i) {
        const TSNode child = ts_node_named_child(parent, i);
        if (ts_node_start_byte(child) > offset) break;
        if (isRestOfFile(child)) found = child;
    }
    return found;
}

std::string SymbolNames::nameOf(TSNode node) const {
    const SymbolRow* row = rowOf(node);
    if (row == nullptr) return {};
    switch (row->from) {
    case NameFrom::Field:
    case NameFrom::RestOfFile: return fieldName(node, row->field);
    case NameFrom::Declarator: return declaratorName(node);
    case NameFrom::GoReceiver: return goMethodName(node);
    case NameFrom::Assigned: return fieldName(node, row->field);
    case NameFrom::Signature: {
        TSNode signature = ts_node_prev_named_sibling(node);
        while (!ts_node_is_null(signature) && typeOf(signature) == "method_signature")
            signature = ts_node_named_child(signature, 0);
        return ts_node_is_null(signature) ? std::string() : fieldName(signature, "name");
    }
    case NameFrom::ElixirCall: return elixirName(node);
    case NameFrom::HclBlock: return hclName(node);
    case NameFrom::Selector: return textOf(firstName(node));
    case NameFrom::Key: {
        std::string key = fieldName(node, row->field);
        std::erase_if(key, [](char c) { return c == '"' || c == '\''; });
        return key;
    }
    case NameFrom::Fixed: return std::string(row->field);
    }
    return {};
}

std::string SymbolNames::fieldName(TSNode node, std::string_view field) const {
    TSNode name = fieldOf(node, field);
    if (ts_node_is_null(name)) name = firstName(node);
    if (!ts_node_is_null(name) && typeOf(name) == "reference_declarator") name = ts_node_named_child(name, 0);
    if (!ts_node_is_null(name) && typeOf(name) == "function_declaration_left") name = firstName(name);
    return textOf(name);
}

/// Follows pointers, references, parentheses and parameters to the name in their middle.
std::string SymbolNames::declaratorName(TSNode node) const {
    TSNode inner = fieldOf(node, "declarator");
    TSNode call{};
    for (int depth = 0; depth < 32 && !ts_node_is_null(inner); ++depth) {
        const std::string_view type = typeOf(inner);
        if (holds(type, "identifier") || holds(type, "name")) break;
        if (type == "function_declarator") call = inner;
        TSNode next = fieldOf(inner, "declarator");
        if (ts_node_is_null(next) && ts_node_named_child_count(inner) > 0) next = ts_node_named_child(inner, 0);
        inner = next;
    }
    std::string name = textOf(inner);
    // TEST(Suite, Name) { … } of GoogleTest and its like.
    if (name.starts_with("TEST") && !ts_node_is_null(call)) {
        const TSNode parameters = fieldOf(call, "parameters");
        if (ts_node_named_child_count(parameters) == 2)
            name = textOf(ts_node_named_child(parameters, 0)) + "::" + textOf(ts_node_named_child(parameters, 1));
    }
    return name;
}

std::string SymbolNames::goMethodName(TSNode node) const {
    std::string name = textOf(fieldOf(node, "name"));
    std::string receiver;
    const TSNode list = fieldOf(node, "receiver");
    if (!ts_node_is_null(list) && ts_node_named_child_count(list) > 0)
        receiver = textOf(fieldOf(ts_node_named_child(list, 0), "type"));
    std::erase(receiver, '*');
    receiver = receiver.substr(0, receiver.find('['));
    return receiver.empty() ? name : receiver + "." + name;
}

std::string SymbolNames::elixirName(TSNode node) const {
    static constexpr std::array<std::string_view, 8> kDefiners = {"def",       "defp",        "defmodule", "defmacro",
                                                                  "defmacrop", "defprotocol", "defimpl",   "test"};
    const TSNode target = fieldOf(node, "target");
    if (ts_node_is_null(target)) return {};
    if (std::find(kDefiners.begin(), kDefiners.end(), m_parsed.textOf(target)) == kDefiners.end()) return {};
    TSNode first = ts_node_next_named_sibling(target);
    if (ts_node_is_null(first) || ts_node_named_child_count(first) == 0) return {};
    first = ts_node_named_child(first, 0);
    // def name(arguments) when guard
    for (int depth = 0; depth < 3 && (typeOf(first) == "binary_operator" || typeOf(first) == "call"); ++depth) {
        const TSNode inner = fieldOf(first, typeOf(first) == "call" ? "target" : "left");
        if (ts_node_is_null(inner)) break;
        first = inner;
    }
    return textOf(first);
}

std::string SymbolNames::hclName(TSNode node) const {
    std::string name;
    const std::uint32_t children = ts_node_named_child_count(node);
    for (std::uint32_t i = 0; i < std::min(children, 6U); ++i) {
        const TSNode child = ts_node_named_child(node, i);
        if (typeOf(child) != "identifier" && typeOf(child) != "string_lit") break;
        std::string part = textOf(child);
        std::erase(part, '"');
        name += name.empty() ? part : "." + part;
    }
    return name;
}

TSNode SymbolNames::symbolOpening(TSNode node) const {
    static constexpr std::array<std::string_view, 14> kWrappers = {
        "decorated_definition", "template_declaration",    "export_statement", "declaration",
        "lexical_declaration",  "variable_declaration",    "type_declaration", "ambient_declaration",
        "expression_statement", "public_field_definition", "value_definition", "module_definition",
        "field_declaration",    "type_definition"};
    for (int depth = 0; depth < 3 && !ts_node_is_null(node); ++depth) {
        if (isSymbol(node)) return node;
        if (typeOf(node) == "block" || typeOf(node) == "body_statement") {
            node = ts_node_named_child(node, 0); // the comment stands before the first statement of a body
            continue;
        }
        if (std::find(kWrappers.begin(), kWrappers.end(), typeOf(node)) == kWrappers.end()) break;
        TSNode inner{};
        const std::uint32_t children = ts_node_named_child_count(node);
        for (std::uint32_t i = 0; i < std::min(children, 8U) && ts_node_is_null(inner); ++i) {
            const TSNode child = ts_node_named_child(node, i);
            const bool wraps = std::find(kWrappers.begin(), kWrappers.end(), typeOf(child)) != kWrappers.end();
            if (isSymbol(child) || wraps) inner = child;
        }
        node = inner;
    }
    return TSNode{};
}

bool SymbolNames::startsOwnLine(TSNode node) const {
    const std::string_view text = m_parsed.text();
    std::size_t at = ts_node_start_byte(node);
    while (at > 0 && (text[at - 1] == ' ' || text[at - 1] == '\t')) --at;
    return at == 0 || text[at - 1] == '\n' || text[at - 1] == '\r';
}

} // namespace paydown::syntax
