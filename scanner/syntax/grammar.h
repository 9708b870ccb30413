// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

struct TSLanguage;

namespace paydown::syntax {

/// A tree-sitter grammar that is linked in. The function yields a constant; it allocates nothing.
struct Grammar {
    const TSLanguage* (*language)() = nullptr;
    /// What opens a comment in a comment, where its scanner then calls itself, a level of the stack for each; else
    /// empty.
    std::string_view nestsAt = {};
};

#define PAYDOWN_GRAMMARS(ROW)                                                                                          \
    ROW(bash)                                                                                                          \
    ROW(c)                                                                                                             \
    ROW(c_sharp)                                                                                                       \
    ROW(cpp)                                                                                                           \
    ROW(css)                                                                                                           \
    ROW(dart)                                                                                                          \
    ROW(elixir)                                                                                                        \
    ROW(elm)                                                                                                           \
    ROW(go)                                                                                                            \
    ROW(groovy)                                                                                                        \
    ROW(haskell)                                                                                                       \
    ROW(hcl)                                                                                                           \
    ROW(html)                                                                                                          \
    ROW(java)                                                                                                          \
    ROW(javascript)                                                                                                    \
    ROW(json)                                                                                                          \
    ROW(kotlin)                                                                                                        \
    ROW(lua)                                                                                                           \
    ROW(make)                                                                                                          \
    ROW(objc)                                                                                                          \
    ROW(ocaml)                                                                                                         \
    ROW(php)                                                                                                           \
    ROW(powershell)                                                                                                    \
    ROW(python)                                                                                                        \
    ROW(r)                                                                                                             \
    ROW(ruby)                                                                                                          \
    ROW(rust)                                                                                                          \
    ROW(scala)                                                                                                         \
    ROW(scss)                                                                                                          \
    ROW(sql)                                                                                                           \
    ROW(svelte)                                                                                                        \
    ROW(swift)                                                                                                         \
    ROW(toml)                                                                                                          \
    ROW(tsx)                                                                                                           \
    ROW(typescript)                                                                                                    \
    ROW(xml)                                                                                                           \
    ROW(yaml)                                                                                                          \
    ROW(zig)

} // namespace paydown::syntax
