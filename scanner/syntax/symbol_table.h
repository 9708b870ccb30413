// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace paydown::syntax {

/// Where the name of a symbol stands in its node.
enum class NameFrom : std::uint8_t {
    Field,      ///< The field of the row; else the first named child whose type holds "identifier" or "name".
    Declarator, ///< C: the field `declarator`, followed to its end.
    GoReceiver, ///< The type of the receiver, then the name.
    Assigned,   ///< The left side, where the field on the right holds a function or class.
    Signature,  ///< A body whose signature is the sibling before it (Dart).
    ElixirCall, ///< defmodule, def, defp, defmacro … and their first argument.
    HclBlock,   ///< The block's type and labels.
    Selector,   ///< The first word of a method of Objective-C.
    Key,        ///< A mapping's key, without quotes.
    Fixed,      ///< The field's text is the name itself ("init").
    RestOfFile, ///< As Field; if it has no body, it names what follows it (file-level namespace).
};

struct SymbolRow {
    std::string_view nodeType;
    NameFrom from = NameFrom::Field;
    std::string_view field = "name";
    std::string_view needs = {}; ///< A field that the node must have ("body"), or for Assigned the field on the right.
};

/// The symbols of one language. The nodes that are none of these pass their children on.
struct SymbolTable {
    std::string_view language;
    std::vector<SymbolRow> rows;
};

/// By language id; null when it has none.
[[nodiscard]] const SymbolTable* symbolTableOf(std::string_view language);

} // namespace paydown::syntax
