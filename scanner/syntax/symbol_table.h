// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace paydown::syntax {

/// Where the name of a symbol stands in its node.
enum class NameFrom : std::uint8_t {
    Field,      ///< The field of the row; an empty one: the first named child that a grammar calls a name.
    Declarator, ///< C: the field `declarator`, followed to its end.
    MacroBody, ///< C: a block at the top level, behind a macro that opens a function: "SYSCALL_DEFINE2(read, …) { … }".
    Tag,       ///< C: the field `name`, else the name that a typedef or variable gives it.
    Receiver,   ///< The type that it extends, then the name (methods of Go, extension functions of Kotlin).
    ImplType,   ///< Rust: the type in the field, without references and type arguments.
    Assigned,   ///< The left side, where the right side is a function, a class or a table of such.
    Expression, ///< As Field; none where the node is a right side that has the name of its left one.
    Signature,  ///< A body whose signature is the sibling before it (Dart).
    ElixirCall, ///< defmodule, def, defp, defmacro … and their first argument.
    HclBlock,   ///< The block's type and labels.
    Selector,   ///< The words of a method of Objective-C: "insert:at:".
    Category,   ///< The class of Objective-C, with its category: "NSString(Paths)".
    Binding,    ///< The field of the row, at the top level or for a function; else none (OCaml, Haskell).
    Instance,   ///< Haskell: class and type.
    Keyword,    ///< What stands behind the word of the row; "operator" is part of the name.
    Key,        ///< A mapping's key, without quotes.
    Fixed,      ///< The field's text is the name itself ("init").
    RestOfFile, ///< As Field; if it has no body, it names what follows it (file-level namespace).
};

struct SymbolRow {
    std::string_view nodeType;
    NameFrom from = NameFrom::Field;
    std::string_view field = "name";
    std::string_view needs = {}; ///< A field that the node must have ("body"); for Assigned the field on the right,
                                 ///< empty: any child.
};

/// The symbols of one language. The nodes that are none of these pass their children on.
struct SymbolTable {
    std::string_view language;
    std::vector<SymbolRow> rows;
};

/// By language id; null when it has none.
[[nodiscard]] const SymbolTable* symbolTableOf(std::string_view language);

} // namespace paydown::syntax
