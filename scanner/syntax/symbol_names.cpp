// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/syntax/symbol_names.h"

#include "scanner/syntax/symbol_nodes.h"

#include <algorithm>
#include <array>

namespace paydown::syntax {
namespace {

bool isUpperCase(std::string_view word) {
    return word.size() > 2 && std::all_of(word.begin(), word.end(), [](char c) {
               return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
           });
}

} // namespace

std::string SymbolNames::textOf(TSNode node) const {
    return ts_node_is_null(node) ? std::string() : cleanedName(m_parsed.textOf(node));
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
    case NameFrom::Expression:
    case NameFrom::RestOfFile:
    case NameFrom::Key:
    case NameFrom::ImplType: return fieldName(node, row->field);
    case NameFrom::Declarator: return declaratorName(node);
    case NameFrom::MacroBody: return macroBodyName(node);
    case NameFrom::Tag: return tagName(node);
    case NameFrom::Receiver: return receiverName(node);
    case NameFrom::Assigned: return assignedName(node, row->field);
    case NameFrom::Signature: {
        // The second name of "A.named()" is the constructor's own.
        const TSNode signature = signatureBefore(node);
        const TSNode second = ts_node_named_child(signature, 1);
        const bool isNamed = typeOf(signature) == "constructor_signature" && typeOf(second) == "identifier";
        return isNamed ? textOf(second) : fieldName(signature, "name");
    }
    case NameFrom::ElixirCall: return elixirName(node);
    case NameFrom::HclBlock: return hclName(node);
    case NameFrom::Selector: return selectorName(node);
    case NameFrom::Category: {
        const std::string category = textOf(fieldOf(node, "category"));
        return textOf(firstName(node)) + (category.empty() ? category : "(" + category + ")");
    }
    case NameFrom::Binding: {
        const std::string name = fieldName(node, row->field);
        return name == "()" || name == "_" ? std::string() : name;
    }
    case NameFrom::Instance: return fieldName(node, "name") + " " + textOf(fieldOf(node, "patterns"));
    case NameFrom::Keyword: return keywordName(node, row->field);
    case NameFrom::Fixed: return std::string(row->field);
    }
    return {};
}

std::uint32_t SymbolNames::firstRowOf(TSNode node) const {
    const SymbolRow* row = rowOf(node);
    if (row != nullptr && row->from == NameFrom::Signature) node = signatureBefore(node);
    if (row != nullptr && row->from == NameFrom::MacroBody) node = ts_node_prev_named_sibling(node);
    return ts_node_start_point(node).row;
}

std::string SymbolNames::fieldName(TSNode node, std::string_view field) const {
    TSNode name = field.empty() ? firstName(node) : fieldOf(node, field);
    while (!ts_node_is_null(name)) {
        const std::string_view type = typeOf(name);
        if (type == "function_declaration_left")
            name = firstName(name);
        else if (type == "reference_type" || type == "generic_type")
            name = fieldOf(name, "type");
        else
            break;
    }
    std::string text = textOf(name);
    if (typeOf(node) == "destructor_declaration") text.insert(0, "~");
    return text;
}

/// Pairs, variables and fields: what stands left.
std::string SymbolNames::assignedName(TSNode node, std::string_view field) const {
    TSNode name = field.empty() ? firstName(node) : onlyOne(fieldOf(node, field));
    if (!ts_node_is_null(name) && typeOf(name) == "reference_declarator") name = ts_node_named_child(name, 0);
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
    const std::string name = textOf(inner);
    const bool isMacro = isUpperCase(name) && ts_node_is_null(fieldOf(node, "type")) && !ts_node_is_null(call);
    return isMacro ? macroName(name, fieldOf(call, "parameters")) : name;
}

/// TEST(Suite, Name) { … } of GoogleTest and its like, BOOST_AUTO_TEST_CASE(name), SYSCALL_DEFINE2(name, …).
std::string SymbolNames::macroName(const std::string& macro, TSNode arguments) const {
    const std::uint32_t count = ts_node_is_null(arguments) ? 0 : ts_node_named_child_count(arguments);
    if (count == 0) return macro;
    const std::string first = textOf(ts_node_named_child(arguments, 0));
    if (count == 2 && (holds(macro, "TEST") || holds(macro, "BENCHMARK")))
        return first + "::" + textOf(ts_node_named_child(arguments, 1));
    return count == 1 || holds(macro, "DEFINE") ? first : macro;
}

/// Empty for any other block.
std::string SymbolNames::macroBodyName(TSNode node) const {
    const TSNode before = ts_node_prev_named_sibling(node);
    if (ts_node_is_null(before) || typeOf(before) != "expression_statement") return {};
    if (m_parsed.textOf(before).ends_with(';') || ts_node_named_child_count(before) != 1) return {};
    const TSNode call = ts_node_named_child(before, 0);
    const std::string macro = typeOf(call) == "call_expression" ? textOf(fieldOf(call, "function")) : std::string();
    return isUpperCase(macro) ? macroName(macro, fieldOf(call, "arguments")) : std::string();
}

std::string SymbolNames::tagName(TSNode node) const {
    if (const TSNode name = fieldOf(node, "name"); !ts_node_is_null(name)) return textOf(name);
    TSNode declarator = fieldOf(ts_node_parent(node), "declarator");
    for (int depth = 0; depth < 8 && !ts_node_is_null(declarator); ++depth) {
        if (holds(typeOf(declarator), "identifier")) return textOf(declarator);
        declarator = fieldOf(declarator, "declarator");
    }
    return {};
}

std::string SymbolNames::receiverName(TSNode node) const {
    const TSNode named = fieldOf(node, "name");
    std::string name = textOf(named);
    std::string receiver;
    const TSNode list = fieldOf(node, "receiver");
    if (!ts_node_is_null(list) && ts_node_named_child_count(list) > 0) {
        receiver = textOf(fieldOf(ts_node_named_child(list, 0), "type"));
    } else if (!ts_node_is_null(named)) {
        const TSNode before = ts_node_prev_named_sibling(named);
        if (!ts_node_is_null(before) && typeOf(before).ends_with("_type")) receiver = textOf(before);
    }
    std::erase_if(receiver, [](char c) { return c == '*' || c == '(' || c == ')' || c == '?'; });
    receiver = receiver.substr(0, receiver.find('['));
    return receiver.empty() ? name : receiver + "." + name;
}

std::string SymbolNames::elixirName(TSNode node) const {
    static constexpr std::array<std::string_view, 11> kDefiners = {"def",       "defp",        "defmodule", "defmacro",
                                                                   "defmacrop", "defprotocol", "defimpl",   "defguard",
                                                                   "defguardp", "test",        "describe"};
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
        const std::string part = textOf(child);
        name += name.empty() ? part : "." + part;
    }
    return name;
}

std::string SymbolNames::selectorName(TSNode node) const {
    std::string selector;
    const std::uint32_t children = std::min(ts_node_named_child_count(node), 32U);
    for (std::uint32_t i = 0; i < children; ++i) {
        const TSNode child = ts_node_named_child(node, i);
        if (typeOf(child) == "identifier") selector += textOf(child);
        if (typeOf(child) == "method_parameter") selector += ':';
    }
    return selector;
}

std::string SymbolNames::keywordName(TSNode node, std::string_view keyword) const {
    const std::uint32_t children = std::min(ts_node_child_count(node), 32U);
    for (std::uint32_t i = 0; i + 1 < children; ++i) {
        if (typeOf(ts_node_child(node, i)) != keyword) continue;
        const std::string text = textOf(ts_node_child(node, i + 1));
        if (keyword != "operator") return text;
        return holds(typeOf(ts_node_child(node, i + 1)), "type") ? "operator " + text : "operator" + text;
    }
    return {};
}

} // namespace paydown::syntax
