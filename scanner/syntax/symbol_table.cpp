// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/syntax/symbol_table.h"

#include <algorithm>

namespace paydown::syntax {
namespace {

using Rows = std::vector<SymbolRow>;

const Rows kC = {
    {"function_definition", NameFrom::Declarator},       {"compound_statement", NameFrom::MacroBody},
    {"struct_specifier", NameFrom::Tag, "name", "body"}, {"union_specifier", NameFrom::Tag, "name", "body"},
    {"enum_specifier", NameFrom::Tag, "name", "body"},   {"preproc_function_def"}};

const Rows kCpp = {{"function_definition", NameFrom::Declarator},
                   {"compound_statement", NameFrom::MacroBody},
                   {"struct_specifier", NameFrom::Tag, "name", "body"},
                   {"union_specifier", NameFrom::Tag, "name", "body"},
                   {"enum_specifier", NameFrom::Tag, "name", "body"},
                   {"class_specifier", NameFrom::Tag, "name", "body"},
                   {"namespace_definition"},
                   {"concept_definition"},
                   {"preproc_function_def"},
                   {"init_declarator", NameFrom::Assigned, "declarator", "value"},
                   {"field_declaration", NameFrom::Assigned, "declarator", "default_value"}};

const Rows kObjc = {{"function_definition", NameFrom::Declarator},
                    {"compound_statement", NameFrom::MacroBody},
                    {"struct_specifier", NameFrom::Tag, "name", "body"},
                    {"union_specifier", NameFrom::Tag, "name", "body"},
                    {"enum_specifier", NameFrom::Tag, "name", "body"},
                    {"class_interface", NameFrom::Category},
                    {"class_implementation", NameFrom::Category},
                    {"category_interface", NameFrom::Category},
                    {"category_implementation", NameFrom::Category},
                    {"protocol_declaration", NameFrom::Field, ""},
                    {"method_definition", NameFrom::Selector},
                    {"method_declaration", NameFrom::Selector},
                    {"preproc_function_def"}};

const Rows kScript = {{"class_declaration"},
                      {"class", NameFrom::Expression},
                      {"function_declaration"},
                      {"generator_function_declaration"},
                      {"function_expression", NameFrom::Expression},
                      {"generator_function", NameFrom::Expression},
                      {"method_definition"},
                      {"variable_declarator", NameFrom::Assigned, "name", "value"},
                      {"field_definition", NameFrom::Assigned, "property", "value"},
                      {"public_field_definition", NameFrom::Assigned, "name", "value"},
                      {"pair", NameFrom::Assigned, "key", "value"},
                      {"assignment_expression", NameFrom::Assigned, "left", "right"},
                      {"abstract_class_declaration"},
                      {"abstract_method_signature"},
                      {"method_signature"},
                      {"function_signature"},
                      {"interface_declaration"},
                      {"enum_declaration"},
                      {"type_alias_declaration"},
                      {"internal_module"},
                      {"module"}};

const Rows kJava = {{"class_declaration"},
                    {"interface_declaration"},
                    {"enum_declaration"},
                    {"enum_constant", NameFrom::Field, "name", "body"},
                    {"record_declaration"},
                    {"annotation_type_declaration"},
                    {"method_declaration"},
                    {"constructor_declaration"},
                    {"compact_constructor_declaration"},
                    {"variable_declarator", NameFrom::Assigned, "name", "value"}};

const Rows kCSharp = {{"namespace_declaration"},
                      {"file_scoped_namespace_declaration", NameFrom::RestOfFile},
                      {"class_declaration"},
                      {"struct_declaration"},
                      {"interface_declaration"},
                      {"enum_declaration"},
                      {"record_declaration"},
                      {"method_declaration"},
                      {"constructor_declaration"},
                      {"destructor_declaration"},
                      {"property_declaration"},
                      {"event_declaration"},
                      {"indexer_declaration", NameFrom::Fixed, "this[]"},
                      {"operator_declaration", NameFrom::Keyword, "operator"},
                      {"conversion_operator_declaration", NameFrom::Keyword, "operator"},
                      {"local_function_statement"},
                      {"variable_declarator", NameFrom::Assigned, "name", ""}};

const Rows kPython = {
    {"class_definition"}, {"function_definition"}, {"assignment", NameFrom::Assigned, "left", "right"}};

const Rows kGo = {{"function_declaration"},
                  {"method_declaration", NameFrom::Receiver},
                  {"method_elem"},
                  {"type_spec"},
                  {"var_spec", NameFrom::Assigned, "name", "value"},
                  {"short_var_declaration", NameFrom::Assigned, "left", "right"},
                  {"assignment_statement", NameFrom::Assigned, "left", "right"}};

const Rows kRust = {{"mod_item"},         {"impl_item", NameFrom::ImplType, "type"},
                    {"trait_item"},       {"struct_item"},
                    {"enum_item"},        {"union_item"},
                    {"function_item"},    {"function_signature_item"},
                    {"macro_definition"}, {"let_declaration", NameFrom::Assigned, "pattern", "value"}};

const Rows kRuby = {
    {"module"}, {"class"}, {"method"}, {"singleton_method"}, {"assignment", NameFrom::Assigned, "left", "right"}};

const Rows kPhp = {{"namespace_definition", NameFrom::RestOfFile},
                   {"class_declaration"},
                   {"interface_declaration"},
                   {"trait_declaration"},
                   {"enum_declaration"},
                   {"method_declaration"},
                   {"function_definition"},
                   {"assignment_expression", NameFrom::Assigned, "left", "right"}};

const Rows kKotlin = {{"class_declaration"},
                      {"object_declaration"},
                      {"companion_object"},
                      {"function_declaration", NameFrom::Receiver},
                      {"secondary_constructor", NameFrom::Fixed, "constructor"},
                      {"anonymous_initializer", NameFrom::Fixed, "init"},
                      {"property_declaration", NameFrom::Assigned, "", ""}};

const Rows kSwift = {{"class_declaration"},
                     {"protocol_declaration"},
                     {"function_declaration", NameFrom::Keyword, "func"},
                     {"protocol_function_declaration"},
                     {"init_declaration", NameFrom::Fixed, "init"},
                     {"deinit_declaration", NameFrom::Fixed, "deinit"},
                     {"subscript_declaration", NameFrom::Fixed, "subscript"},
                     {"property_declaration", NameFrom::Field, "name", "computed_value"},
                     {"property_declaration", NameFrom::Assigned, "name", "value"}};

const Rows kScala = {{"package_clause", NameFrom::Field, "name", "body"},
                     {"package_object"},
                     {"class_definition"},
                     {"object_definition"},
                     {"trait_definition"},
                     {"enum_definition"},
                     {"given_definition"},
                     {"function_definition"},
                     {"function_declaration"},
                     {"val_definition", NameFrom::Assigned, "pattern", "value"},
                     {"var_definition", NameFrom::Assigned, "pattern", "value"}};

const Rows kLua = {{"function_declaration"},
                   {"assignment_statement", NameFrom::Assigned, "", ""},
                   {"field", NameFrom::Assigned, "name", "value"}};

const Rows kHaskell = {
    {"function"}, {"bind", NameFrom::Binding}, {"class"}, {"instance", NameFrom::Instance}, {"data_type"}, {"newtype"}};

const Rows kOcaml = {{"module_binding", NameFrom::Field, ""},
                     {"let_binding", NameFrom::Binding, "pattern"},
                     {"class_binding", NameFrom::Field, ""},
                     {"method_definition", NameFrom::Field, ""}};

const Rows kDart = {{"class_definition"},
                    {"mixin_declaration", NameFrom::Field, ""},
                    {"extension_declaration"},
                    {"enum_declaration"},
                    {"function_body", NameFrom::Signature},
                    {"initialized_variable_definition", NameFrom::Assigned, "name", "value"},
                    {"static_final_declaration", NameFrom::Assigned, "", ""}};

const Rows kGroovy = {{"class_definition"},        {"class_declaration"},
                      {"interface_declaration"},   {"enum_declaration"},
                      {"method_declaration"},      {"function_definition"},
                      {"constructor_declaration"}, {"variable_declarator", NameFrom::Assigned, "name", "value"}};

const Rows kSql = {{"create_table", NameFrom::Field, ""},
                   {"create_view", NameFrom::Field, ""},
                   {"create_materialized_view", NameFrom::Field, ""},
                   {"create_function", NameFrom::Field, ""},
                   {"create_trigger", NameFrom::Field, ""},
                   {"create_type", NameFrom::Field, ""}};

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
        {"python", kPython},
        {"go", kGo},
        {"rust", kRust},
        {"ruby", kRuby},
        {"php", kPhp},
        {"bash", {{"function_definition"}}},
        {"kotlin", kKotlin},
        {"swift", kSwift},
        {"scala", kScala},
        {"lua", kLua},
        {"elixir", {{"call", NameFrom::ElixirCall}}},
        {"haskell", kHaskell},
        {"ocaml", kOcaml},
        {"dart", kDart},
        {"zig",
         {{"function_declaration"},
          {"variable_declaration", NameFrom::Assigned, "", ""},
          {"test_declaration", NameFrom::Field, ""}}},
        {"r", {{"binary_operator", NameFrom::Assigned, "lhs", "rhs"}}},
        {"elm", {{"value_declaration", NameFrom::Field, "functionDeclarationLeft"}, {"type_declaration"}}},
        {"powershell",
         {{"function_statement", NameFrom::Field, ""},
          {"class_statement", NameFrom::Field, ""},
          {"enum_statement", NameFrom::Field, ""},
          {"class_method_definition", NameFrom::Field, ""}}},
        {"groovy", kGroovy},
        {"hcl", {{"block", NameFrom::HclBlock}}},
        {"make", {{"rule", NameFrom::Field, ""}, {"define_directive"}}},
        {"sql", kSql},
        {"scss", {{"mixin_statement"}, {"function_statement"}}},
        {"toml", {{"table", NameFrom::Field, ""}, {"table_array_element", NameFrom::Field, ""}}},
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
