// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/syntax/symbol_table.h"

#include <algorithm>

namespace paydown::syntax {
namespace {

using Rows = std::vector<SymbolRow>;

const Rows kC = {{"function_definition", NameFrom::Declarator},
                 {"struct_specifier", NameFrom::Field, "name", "body"},
                 {"union_specifier", NameFrom::Field, "name", "body"},
                 {"enum_specifier", NameFrom::Field, "name", "body"}};

const Rows kCpp = {{"function_definition", NameFrom::Declarator},
                   {"struct_specifier", NameFrom::Field, "name", "body"},
                   {"union_specifier", NameFrom::Field, "name", "body"},
                   {"enum_specifier", NameFrom::Field, "name", "body"},
                   {"class_specifier", NameFrom::Field, "name", "body"},
                   {"namespace_definition"},
                   {"init_declarator", NameFrom::Assigned, "declarator", "value"}};

const Rows kObjc = {{"function_definition", NameFrom::Declarator},
                    {"struct_specifier", NameFrom::Field, "name", "body"},
                    {"class_interface"},
                    {"class_implementation"},
                    {"category_interface"},
                    {"category_implementation"},
                    {"protocol_declaration"},
                    {"method_definition", NameFrom::Selector},
                    {"method_declaration", NameFrom::Selector}};

const Rows kScript = {{"class_declaration"},
                      {"class"},
                      {"function_declaration"},
                      {"generator_function_declaration"},
                      {"method_definition"},
                      {"variable_declarator", NameFrom::Assigned, "name", "value"},
                      {"field_definition", NameFrom::Assigned, "property", "value"},
                      {"public_field_definition", NameFrom::Assigned, "name", "value"},
                      {"pair", NameFrom::Assigned, "key", "value"},
                      {"assignment_expression", NameFrom::Assigned, "left", "right"},
                      {"abstract_class_declaration"},
                      {"interface_declaration"},
                      {"enum_declaration"},
                      {"type_alias_declaration"},
                      {"internal_module"},
                      {"module"}};

const Rows kJava = {{"class_declaration"},       {"interface_declaration"},          {"enum_declaration"},
                    {"record_declaration"},      {"annotation_type_declaration"},    {"method_declaration"},
                    {"constructor_declaration"}, {"compact_constructor_declaration"}};

const Rows kCSharp = {{"namespace_declaration"},   {"file_scoped_namespace_declaration", NameFrom::RestOfFile},
                      {"class_declaration"},       {"struct_declaration"},
                      {"interface_declaration"},   {"enum_declaration"},
                      {"record_declaration"},      {"method_declaration"},
                      {"constructor_declaration"}, {"destructor_declaration"},
                      {"property_declaration"},    {"local_function_statement"}};

const std::vector<SymbolTable>& tables() {
    static const std::vector<SymbolTable> kTables = {
        {"c", kC},
        {"opencl", kC},
        {"cpp", kCpp},
        {"cuda", kCpp},
        {"objc", kObjc},
        {"javascript", kScript},
        {"typescript", kScript},
        {"tsx", kScript},
        {"java", kJava},
        {"csharp", kCSharp},
        {"python", {{"class_definition"}, {"function_definition"}}},
        {"go", {{"function_declaration"}, {"method_declaration", NameFrom::GoReceiver}, {"type_spec"}}},
        {"rust",
         {{"mod_item"},
          {"impl_item", NameFrom::Field, "type"},
          {"trait_item"},
          {"struct_item"},
          {"enum_item"},
          {"union_item"},
          {"function_item"},
          {"macro_definition"}}},
        {"ruby", {{"module"}, {"class"}, {"method"}, {"singleton_method"}}},
        {"php",
         {{"namespace_definition", NameFrom::RestOfFile},
          {"class_declaration"},
          {"interface_declaration"},
          {"trait_declaration"},
          {"enum_declaration"},
          {"method_declaration"},
          {"function_definition"}}},
        {"bash", {{"function_definition"}}},
        {"kotlin", {{"class_declaration"}, {"object_declaration"}, {"companion_object"}, {"function_declaration"}}},
        {"swift",
         {{"class_declaration"},
          {"protocol_declaration"},
          {"function_declaration"},
          {"init_declaration", NameFrom::Fixed, "init"},
          {"deinit_declaration", NameFrom::Fixed, "deinit"}}},
        {"scala",
         {{"class_definition"},
          {"object_definition"},
          {"trait_definition"},
          {"enum_definition"},
          {"function_definition"}}},
        {"lua", {{"function_declaration"}}},
        {"elixir", {{"call", NameFrom::ElixirCall}}},
        {"haskell", {{"function"}, {"class"}, {"data_type"}, {"newtype"}}},
        {"ocaml", {{"module_binding"}, {"let_binding", NameFrom::Field, "pattern"}, {"class_binding"}}},
        {"dart",
         {{"class_definition"},
          {"mixin_declaration"},
          {"extension_declaration"},
          {"enum_declaration"},
          {"function_body", NameFrom::Signature}}},
        {"zig",
         {{"function_declaration"}, {"variable_declaration", NameFrom::Assigned, "name", ""}, {"test_declaration"}}},
        {"r", {{"binary_operator", NameFrom::Assigned, "lhs", "rhs"}}},
        {"elm", {{"value_declaration", NameFrom::Field, "functionDeclarationLeft"}, {"type_declaration"}}},
        {"powershell", {{"function_statement"}, {"class_statement"}, {"class_method_definition"}}},
        {"groovy", {{"class_definition"}, {"class_declaration"}, {"method_declaration"}, {"function_definition"}}},
        {"hcl", {{"block", NameFrom::HclBlock}}},
        {"make", {{"rule", NameFrom::Field, "targets"}}},
        {"toml", {{"table"}, {"table_array_element"}}},
        {"yaml", {{"block_mapping_pair", NameFrom::Key, "key"}}},
        {"json", {{"pair", NameFrom::Key, "key"}}},
    };
    return kTables;
}

} // namespace

const SymbolTable* symbolTableOf(std::string_view language) {
    const auto& all = tables();
    const auto table = std::find_if(all.begin(), all.end(),
                                    [&](const SymbolTable& candidate) { return candidate.language == language; });
    return table == all.end() ? nullptr : &*table;
}

} // namespace paydown::syntax
