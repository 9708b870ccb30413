// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/syntax/symbol_nodes.h"

#include "core/base/text.h"

#include <algorithm>
#include <array>

namespace paydown::syntax {
namespace {

constexpr std::size_t kLongestName = 120;
constexpr std::uint32_t kFarthestChild = 8;

bool isSpace(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

bool isNameType(std::string_view type) {
    static constexpr std::array<std::string_view, 7> kOthers = {"word",     "targets", "alias",           "constant",
                                                                "variable", "string",  "object_reference"};
    if (type.starts_with("keyword")) return false;
    return holds(type, "identifier") || holds(type, "name") || holds(type, "key") || holds(type, "index_expression") ||
           std::find(kOthers.begin(), kOthers.end(), type) != kOthers.end();
}

/// Behind the '>' that closes the '<' at `open`; npos where nothing does.
std::size_t pastTypeArguments(std::string_view text, std::size_t open) {
    std::size_t depth = 0;
    for (std::size_t at = open; at < text.size(); ++at) {
        if (text[at] == '<') ++depth;
        if (text[at] == '>' && (at == 0 || text[at - 1] != '-') && --depth == 0) return at + 1;
    }
    return std::string_view::npos;
}

/// "operator bool() const" → "operator bool", "operator ()" → "operator()", "operator <" → "operator<".
std::string operatorName(std::string_view rest) {
    while (!rest.empty() && isSpace(rest.front())) rest.remove_prefix(1);
    if (rest.starts_with("()")) return "operator()";
    rest = rest.substr(0, rest.find('('));
    while (!rest.empty() && isSpace(rest.back())) rest.remove_suffix(1);
    const bool isType = !rest.empty() && (isWordByte(rest.front()) || rest.front() == ':');
    return (isType ? "operator " : "operator") + std::string(rest);
}

/// A name in quotes, of a test for instance, keeps its blanks.
std::string unquoted(std::string_view text) {
    std::string name(text.substr(1, std::min(text.find(text.front(), 1), kLongestName) - 1));
    std::erase_if(name, [](char c) { return c == '\n' || c == '\r'; });
    return name;
}

void eraseAll(std::string& text, std::string_view what) {
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at))
        text.erase(at, what.size());
}

} // namespace

TSNode fieldOf(TSNode node, std::string_view field) {
    return ts_node_child_by_field_name(node, field.data(), static_cast<std::uint32_t>(field.size()));
}

TSNode firstName(TSNode node) {
    const std::uint32_t children = std::min(ts_node_named_child_count(node), kFarthestChild);
    for (std::uint32_t i = 0; i < children; ++i) {
        const TSNode child = ts_node_named_child(node, i);
        if (isNameType(typeOf(child))) return child;
        if (holds(typeOf(child), "variable_")) return firstName(child);
    }
    return TSNode{};
}

TSNode onlyOne(TSNode node) {
    if (ts_node_is_null(node) || !typeOf(node).ends_with("_list") || ts_node_named_child_count(node) != 1) return node;
    return ts_node_named_child(node, 0);
}

TSNode signatureBefore(TSNode body) {
    TSNode signature = ts_node_prev_named_sibling(body);
    while (!ts_node_is_null(signature) && typeOf(signature) == "method_signature")
        signature = ts_node_named_child(signature, 0);
    return !ts_node_is_null(signature) && holds(typeOf(signature), "signature") ? signature : TSNode{};
}

std::string cleanedName(std::string_view text) {
    if (text.starts_with('"') || text.starts_with('\'')) return unquoted(text);
    std::string name;
    text = text.substr(0, 4 * kLongestName);
    for (std::size_t at = 0; at < text.size() && name.size() < kLongestName; ++at) {
        const bool opensWord = at == 0 || !isWordByte(text[at - 1]);
        if (opensWord && text.substr(at).starts_with("operator") && at + 8 < text.size() && !isWordByte(text[at + 8]))
            return name + operatorName(text.substr(at + 8));
        if (text[at] == '<' && !name.empty()) {
            const std::size_t past = pastTypeArguments(text, at);
            if (past != std::string_view::npos) {
                at = past - 1;
                continue;
            }
        }
        if (!isSpace(text[at])) name += text[at];
    }
    for (const std::string_view self :
         {std::string_view("this."), std::string_view("self."), std::string_view("$this->")})
        if (name.starts_with(self)) name.erase(0, self.size());
    eraseAll(name, ".prototype");
    if (name.starts_with('$')) name.erase(0, 1);
    return name;
}

} // namespace paydown::syntax
