// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/syntax/language.h"

#include "core/base/text.h"
#include "scanner/syntax/language_hints.h"
#include "scanner/syntax/language_table.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

namespace paydown::syntax {
namespace {

using Index = std::unordered_map<std::string_view, const Language*>;

const Language* byId(std::string_view id) {
    const auto rows = languages();
    const auto row =
        std::lower_bound(rows.begin(), rows.end(), id,
                         [](const Language& language, std::string_view sought) { return language.id < sought; });
    return row != rows.end() && row->id == id ? &*row : nullptr;
}

Index indexOf(std::span<const LanguageNames> rows) {
    Index index;
    for (const LanguageNames& row : rows)
        for (const std::string_view name : split(row.names, ' ')) index.emplace(name, byId(row.id));
    return index;
}

const Language* lookUp(const Index& index, std::string_view name) {
    const auto row = index.find(name);
    return row == index.end() ? nullptr : row->second;
}

const Index& names() {
    static const Index kIndex = indexOf(fileNames());
    return kIndex;
}

const Index& endings() {
    static const Index kIndex = indexOf(extensions());
    return kIndex;
}

const Language* byFileName(std::string_view name) {
    if (const Language* language = lookUp(names(), name)) return language;
    // Dockerfile.dev, Makefile.common, .env.staging
    constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kPrefixes = {
        {{"Dockerfile.", "dockerfile"},
         {"Containerfile.", "dockerfile"},
         {"Makefile.", "make"},
         {"Jenkinsfile.", "groovy"},
         {"Kconfig.", "kconfig"},
         {".env.", "conf"}}};
    for (const auto& [prefix, id] : kPrefixes)
        if (name.starts_with(prefix)) return byId(id);
    return nullptr;
}

/// What a template or a copy is of: "config.h" for "config.h.in".
std::string_view unwrapped(std::string_view name) {
    constexpr std::array<std::string_view, 8> kWrappers = {".in",   ".tmpl", ".sample", ".example",
                                                           ".dist", ".orig", ".bak",    ".template"};
    for (const std::string_view wrapper : kWrappers) {
        if (!name.ends_with(wrapper) || name.size() == wrapper.size()) continue;
        return name.substr(0, name.size() - wrapper.size());
    }
    return name;
}

/// By the longest extension that is known.
const Language* byExtension(std::string_view name) {
    if (name.ends_with(".C") || name.ends_with(".H")) return byId("cpp");
    const std::string lower = asciiLower(name);
    for (std::size_t dot = lower.find('.', 1); dot != std::string::npos; dot = lower.find('.', dot + 1))
        if (const Language* language = lookUp(endings(), std::string_view(lower).substr(dot + 1))) return language;
    return nullptr;
}

std::string_view lastComponent(std::string_view path) { return path.substr(path.rfind('/') + 1); }

} // namespace

const Language* findLanguage(std::string_view nameOrId) {
    std::string lower = asciiLower(nameOrId);
    if (const Language* language = byId(lower)) return language;
    for (const Language& language : languages())
        if (asciiLower(language.name) == lower) return &language;
    static const Index kAliases = indexOf(aliases());
    std::replace(lower.begin(), lower.end(), ' ', '-');
    if (const Language* language = lookUp(kAliases, lower)) return language;
    // "Emacs-Lisp": other tools write a blank of a name as '-'.
    std::replace(lower.begin(), lower.end(), '-', ' ');
    for (const Language& language : languages())
        if (asciiLower(language.name) == lower) return &language;
    return nullptr;
}

const Language* languageOf(std::string_view path, std::string_view bytes) {
    const std::string_view name = lastComponent(path);
    if (const Language* language = byFileName(name)) return language;
    if (const Language* language = languageByModeline(bytes)) return language;
    // A shebang tells more than an extension that scripts of any kind carry.
    if (const Language* language = languageByShebang(bytes)) return language;
    const std::string_view inner = unwrapped(name);
    if (inner != name)
        if (const Language* language = byFileName(inner)) return language;
    // ".in" is also what data of other kinds is called; without an extension behind it nothing is known.
    const std::string lower = asciiLower(inner);
    return languageByContent(lower, bytes, byExtension(inner));
}

} // namespace paydown::syntax
