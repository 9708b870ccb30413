// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <tree_sitter/api.h>

#include <string>
#include <string_view>

/// What the readers of symbols ask of single nodes, whatever their language.
namespace paydown::syntax {

[[nodiscard]] TSNode fieldOf(TSNode node, std::string_view field);
[[nodiscard]] inline std::string_view typeOf(TSNode node) { return ts_node_type(node); }
[[nodiscard]] inline bool holds(std::string_view text, std::string_view what) {
    return text.find(what) != std::string_view::npos;
}

/// The first named child that a grammar calls a name, looked for in declarations and lists of names too; else null.
[[nodiscard]] TSNode firstName(TSNode node);

/// What stands in a list of one (expression_list, variable_list); the node itself where it is no list.
[[nodiscard]] TSNode onlyOne(TSNode node);

/// The signature before a body of Dart: the function's, out of the method's; else null.
[[nodiscard]] TSNode signatureBefore(TSNode body);

/// A name as people write it: on one line, without type arguments ("K<T>::f" is "K::f"), without quotes and without
/// "this." before and ".prototype" in it. Operators keep their signs.
[[nodiscard]] std::string cleanedName(std::string_view text);

} // namespace paydown::syntax
