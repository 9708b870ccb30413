// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/syntax/language.h"

#include "core/base/text.h"
#include "scanner/syntax/language_table.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

namespace paydown::syntax {
namespace {

constexpr std::size_t kHeadBytes = 1024;
constexpr std::size_t kModelineLines = 5;

using Index = std::unordered_map<std::string_view, const Language*>;

const Language* byId(std::string_view id) {
    const auto rows = languages();
    const auto row =
        std::lower_bound(rows.begin(), rows.end(), id,
                         [](const Language& language, std::string_view sought) { return language.id < sought; });
    return row != rows.end() && row->id == id ? &*row : nullptr;
}

Index indexOf(std::span<const LanguageName> names) {
    Index index;
    for (const LanguageName& name : names) index.emplace(name.name, byId(name.id));
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
    for (const std::string_view prefix : {std::string_view("Dockerfile."), std::string_view("Makefile.")})
        if (name.starts_with(prefix)) return byId(prefix.front() == 'D' ? "dockerfile" : "make");
    return nullptr;
}

/// By the longest extension that is known; ".in" and the like are looked through ("config.h.in").
const Language* byExtension(std::string_view name) {
    for (const std::string_view wrapper :
         {std::string_view(".in"), std::string_view(".tmpl"), std::string_view(".sample")})
        if (name.ends_with(wrapper)) {
            const std::string_view inner = name.substr(0, name.size() - wrapper.size());
            if (const Language* language = byFileName(inner)) return language;
            if (inner.find('.') != std::string_view::npos) name = inner;
        }
    const std::size_t dot = name.rfind('.');
    if (dot == std::string_view::npos || dot == 0) return nullptr;
    const std::string_view extension = name.substr(dot + 1);
    if (extension == "C" || extension == "H") return byId("cpp");
    return lookUp(endings(), asciiLower(extension));
}

std::string_view wordAt(std::string_view text, std::size_t from) {
    std::size_t end = from;
    while (end < text.size() && text[end] != ' ' && text[end] != '\t' && text[end] != '\r' && text[end] != '\n' &&
           text[end] != ':' && text[end] != ';')
        ++end;
    return text.substr(from, end - from);
}

std::string_view lastComponent(std::string_view path) {
    const std::size_t slash = path.rfind('/');
    return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

const Language* byShebang(std::string_view bytes) {
    if (!bytes.starts_with("#!")) return nullptr;
    static const Index kIndex = indexOf(interpreters());
    const std::string_view line = bytes.substr(2, std::min(bytes.find_first_of("\r\n"), kHeadBytes) - 2);
    std::string_view rest = trimmed(line);
    while (!rest.empty()) {
        const std::string_view word = wordAt(rest, 0);
        std::string name = asciiLower(lastComponent(word));
        while (!name.empty() && (name.back() == '.' || (name.back() >= '0' && name.back() <= '9'))) name.pop_back();
        // "env", its options and its settings lead to the interpreter.
        if (const Language* language = lookUp(kIndex, name)) return language;
        if (name != "env" && !word.starts_with("-") && word.find('=') == std::string_view::npos) return nullptr;
        rest = trimmed(rest.substr(std::max<std::size_t>(word.size(), 1)));
    }
    return nullptr;
}

/// -*- mode: c++ -*- or -*- C++ -*-
const Language* byEmacsModeline(std::string_view lines) {
    const std::size_t open = lines.find("-*-");
    if (open == std::string_view::npos) return nullptr;
    const std::size_t close = lines.find("-*-", open + 3);
    const std::string_view inner =
        close == std::string_view::npos ? std::string_view{} : lines.substr(open + 3, close - open - 3);
    if (inner.empty() || inner.find_first_of("\r\n") != std::string_view::npos) return nullptr;
    const std::string lower = asciiLower(inner);
    const std::size_t mode = lower.find("mode:");
    if (mode != std::string::npos)
        return findLanguage(wordAt(lower, std::min(lower.find_first_not_of(' ', mode + 5), lower.size())));
    return lower.find(':') == std::string::npos ? findLanguage(trimmed(lower)) : nullptr;
}

/// "vim: set ft=c:" and its relatives.
const Language* byVimModeline(std::string_view lines) {
    for (std::size_t at = lines.find("vim:"); at != std::string_view::npos; at = lines.find("vim:", at + 4)) {
        const std::string_view line = lines.substr(at, std::min(lines.find_first_of("\r\n", at), lines.size()) - at);
        for (const std::string_view key : {std::string_view("ft="), std::string_view("filetype=")}) {
            const std::size_t found = line.find(key);
            if (found == std::string_view::npos) continue;
            if (const Language* language = findLanguage(wordAt(line, found + key.size()))) return language;
        }
    }
    return nullptr;
}

std::string_view lastLines(std::string_view bytes) {
    const std::string_view tail = bytes.substr(bytes.size() - std::min(bytes.size(), kHeadBytes));
    std::size_t begin = tail.size();
    for (std::size_t lines = 0; begin > 0 && lines <= kModelineLines; --begin)
        if (tail[begin - 1] == '\n' && begin != tail.size()) ++lines;
    return tail.substr(begin);
}

const Language* byModeline(std::string_view bytes) {
    const std::string_view head = bytes.substr(0, kHeadBytes);
    // Emacs reads the first line, or the second behind a shebang; vim the first and last five.
    std::size_t end = std::min(head.find('\n'), head.size());
    if (head.starts_with("#!")) end = std::min(head.find('\n', end + 1), head.size());
    if (const Language* language = byEmacsModeline(head.substr(0, end))) return language;
    end = 0;
    for (std::size_t lines = 0; lines < kModelineLines && end < head.size(); ++lines)
        end = std::min(head.find('\n', end), head.size() - 1) + 1;
    if (const Language* language = byVimModeline(head.substr(0, end))) return language;
    return byVimModeline(lastLines(bytes));
}

/// An extension that two languages share is settled by what the file holds.
const Language* settled(const Language* language, std::string_view extensionOwner, std::string_view bytes) {
    const std::string_view head = bytes.substr(0, 8 * kHeadBytes);
    const auto holds = [&](std::string_view what) { return head.find(what) != std::string_view::npos; };
    if (extensionOwner.ends_with(".h") &&
        (holds("\nclass ") || holds("\nnamespace ") || holds("\ntemplate <") || holds("\ntemplate<")))
        return byId("cpp");
    if (extensionOwner.ends_with(".h") && (holds("\n@interface") || holds("\n@protocol") || holds("\n#import ")))
        return byId("objc");
    if (extensionOwner.ends_with(".m") && !holds("#import") && !holds("#include") && !holds("@implementation") &&
        (holds("\n%") || head.starts_with("%") || head.starts_with("function ")))
        return byId("matlab");
    if (extensionOwner.ends_with(".pro") && (holds("+=") || holds("QT "))) return byId("conf");
    if (extensionOwner.ends_with(".ts") && head.starts_with("<?xml")) return byId("xml");
    if (extensionOwner.ends_with(".pl") && holds(":-") && !holds("use strict") && !holds("#!")) return byId("prolog");
    return language;
}

} // namespace

const Language* findLanguage(std::string_view nameOrId) {
    const std::string lower = asciiLower(nameOrId);
    if (const Language* language = byId(lower)) return language;
    static const Index kAliases = indexOf(aliases());
    if (const Language* language = lookUp(kAliases, lower)) return language;
    for (const Language& language : languages())
        if (asciiLower(language.name) == lower) return &language;
    return nullptr;
}

const Language* languageOf(std::string_view path, std::string_view bytes) {
    const std::string_view name = lastComponent(path);
    if (const Language* language = byFileName(name)) return language;
    if (const Language* language = byModeline(bytes)) return language;
    // A shebang tells more than an extension that scripts of any kind carry.
    if (const Language* language = byShebang(bytes)) return language;
    if (const Language* language = byExtension(name)) return settled(language, name, bytes);
    return nullptr;
}

} // namespace paydown::syntax
