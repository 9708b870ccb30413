// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/syntax/language_hints.h"

#include "core/base/text.h"
#include "scanner/syntax/language_table.h"
#include "scanner/syntax/lexical/cursor.h"

#include <algorithm>
#include <string>
#include <unordered_map>

namespace paydown::syntax {
namespace {

constexpr std::size_t kHeadBytes = 1024;
constexpr std::size_t kTailBytes = 3000; ///< As far from the end as Emacs looks for local variables.
constexpr std::size_t kModelineLines = 5;

using Interpreters = std::unordered_map<std::string_view, std::string_view>;

const Language* byInterpreter(std::string_view called) {
    static const Interpreters kIds = [] {
        Interpreters ids;
        for (const LanguageNames& row : interpreters())
            for (const std::string_view name : split(row.names, ' ')) ids.emplace(name, row.id);
        return ids;
    }();
    std::string name = asciiLower(called.substr(called.rfind('/') + 1));
    auto id = kIds.find(name);
    if (id == kIds.end()) {
        while (!name.empty() && std::string_view(".-0123456789").find(name.back()) != std::string_view::npos)
            name.pop_back();
        id = kIds.find(name);
    }
    return id == kIds.end() ? nullptr : findLanguage(id->second);
}

/// The first line of the rest, which loses it.
std::string_view takeLine(std::string_view& rest) {
    const std::string_view line = rest.substr(0, lexical::lineEndAt(rest, 0));
    rest.remove_prefix(line.size());
    if (rest.starts_with("\r\n")) rest.remove_prefix(1);
    if (!rest.empty()) rest.remove_prefix(1);
    return line;
}

std::string_view takeWord(std::string_view& rest) {
    rest = trimmed(rest);
    const std::string_view word = rest.substr(0, rest.find_first_of(" \t"));
    rest.remove_prefix(word.size());
    return word;
}

/// The lines below "#!/bin/sh" that hand the script on to what it is really written for: exec wish "$0" "$@".
const Language* byExec(std::string_view rest) {
    for (std::size_t line = 0; line < kModelineLines && !rest.empty(); ++line) {
        std::string_view words = takeLine(rest);
        if (words.find("$0") == std::string_view::npos) continue;
        const std::size_t exec = words.find("exec ");
        if (exec == std::string_view::npos) continue;
        words.remove_prefix(exec + 5);
        return byInterpreter(takeWord(words));
    }
    return nullptr;
}

/// The line below a shebang that calls nix-shell: "#!nix-shell -i bash -p jq".
const Language* byNixShell(std::string_view rest) {
    while (rest.starts_with("#!")) {
        std::string_view words = takeLine(rest);
        for (std::string_view word = takeWord(words); !word.empty(); word = takeWord(words))
            if (word == "-i") return byInterpreter(takeWord(words));
    }
    return nullptr;
}

/// -*- mode: c++ -*- or -*- C++ -*-
const Language* byEmacsLine(std::string_view line) {
    const std::size_t open = line.find("-*-");
    const std::size_t close = open == std::string_view::npos ? open : line.find("-*-", open + 3);
    if (close == std::string_view::npos) return nullptr;
    const std::string inner = asciiLower(trimmed(line.substr(open + 3, close - open - 3)));
    if (inner.find(':') == std::string::npos) return findLanguage(inner);
    for (const std::string_view setting : split(inner, ';')) {
        const std::string_view trim = trimmed(setting);
        if (trim.starts_with("mode:")) return findLanguage(trimmed(trim.substr(5)));
    }
    return nullptr;
}

/// "Local Variables:" … "mode: ruby" … "End:", each behind the same prefix.
const Language* byEmacsVariables(std::string_view bytes) {
    std::string_view tail = bytes.substr(bytes.size() - std::min(bytes.size(), kTailBytes));
    constexpr std::string_view kOpener = "Local Variables:";
    // Few files have them, which is told several times faster from the front.
    if (tail.find(kOpener) == std::string_view::npos) return nullptr;
    const std::size_t begin = tail.rfind(kOpener);
    tail.remove_prefix(begin);
    for (takeLine(tail); !tail.empty();) {
        const std::string line = asciiLower(takeLine(tail));
        const std::size_t mode = line.find("mode:");
        std::string_view value =
            mode == std::string::npos ? std::string_view() : std::string_view(line).substr(mode + 5);
        if (mode != std::string::npos && (mode == 0 || line[mode - 1] == ' ' || line[mode - 1] == '\t'))
            return findLanguage(takeWord(value));
        if (line.find("end:") != std::string::npos) return nullptr;
    }
    return nullptr;
}

/// Where the options of a Vim modeline begin: behind "vim:", "vi:", "ex:" or "vim>700:" that opens a word.
std::size_t vimOptions(std::string_view line) {
    if (line.find(':') == std::string_view::npos) return std::string_view::npos; // Most lines, seen at once.
    for (const std::string_view opener : {std::string_view("vim"), std::string_view("vi:"), std::string_view("ex:")}) {
        for (std::size_t at = line.find(opener); at != std::string_view::npos; at = line.find(opener, at + 1)) {
            if (at > 0 && line[at - 1] != ' ' && line[at - 1] != '\t' && opener != "vim") continue;
            std::size_t end = at + opener.size();
            if (opener != "vim") return end;
            while (end < line.size() && std::string_view("<=>0123456789").find(line[end]) != std::string_view::npos)
                ++end;
            if (end < line.size() && line[end] == ':') return end + 1;
        }
    }
    return std::string_view::npos;
}

const Language* byVimLine(std::string_view line) {
    const std::size_t begin = vimOptions(line);
    if (begin == std::string_view::npos) return nullptr;
    std::string options(line.substr(begin));
    std::replace(options.begin(), options.end(), ':', ' ');
    std::replace(options.begin(), options.end(), '\t', ' ');
    for (const std::string_view option : split(options, ' ')) {
        const std::size_t equals = option.find('=');
        if (equals == std::string_view::npos) continue;
        const std::string_view key = option.substr(0, equals);
        if (key == "ft" || key == "filetype" || key == "syn" || key == "syntax")
            if (const Language* language = findLanguage(option.substr(equals + 1))) return language;
    }
    return nullptr;
}

std::string_view lastLines(std::string_view bytes) {
    const std::string_view tail = bytes.substr(bytes.size() - std::min(bytes.size(), kHeadBytes));
    std::size_t begin = tail.size();
    for (std::size_t lines = 0; begin > 0 && lines <= kModelineLines; --begin)
        if ((tail[begin - 1] == '\n' || tail[begin - 1] == '\r') && begin != tail.size()) ++lines;
    return tail.substr(begin);
}

const Language* byVimLines(std::string_view lines, std::size_t most) {
    for (std::size_t i = 0; i < most && !lines.empty(); ++i)
        if (const Language* language = byVimLine(takeLine(lines))) return language;
    return nullptr;
}

} // namespace

const Language* languageByShebang(std::string_view bytes) {
    if (!bytes.starts_with("#!")) return nullptr;
    std::string_view rest = bytes.substr(0, kHeadBytes);
    std::string_view words = takeLine(rest).substr(2);
    for (std::string_view word = takeWord(words); !word.empty(); word = takeWord(words)) {
        if (const Language* language = byInterpreter(word)) {
            const Language* handedOn = language->id == "bash"  ? byExec(rest)
                                       : language->id == "nix" ? byNixShell(rest)
                                                               : nullptr;
            return handedOn != nullptr ? handedOn : language;
        }
        // "env", its options and its settings lead to the interpreter; -S may be written together with it.
        const std::string_view name = word.substr(word.rfind('/') + 1);
        if (word.starts_with("-S") && word.size() > 2) {
            if (const Language* language = byInterpreter(word.substr(2))) return language;
        }
        const bool leadsOn = name == "env" || word.starts_with("-") || word.find('=') != std::string_view::npos;
        if (!leadsOn) return nullptr;
    }
    return nullptr;
}

const Language* languageByModeline(std::string_view bytes) {
    std::string_view head = bytes.substr(0, kHeadBytes);
    const std::string_view whole = head;
    const bool second = head.starts_with("#!") || head.starts_with("<?xml");
    if (const Language* language = byEmacsLine(takeLine(head))) return language;
    if (const Language* language = second ? byEmacsLine(takeLine(head)) : nullptr) return language;
    if (const Language* language = byVimLines(whole, kModelineLines)) return language;
    if (const Language* language = byVimLines(lastLines(bytes), 2 * kModelineLines)) return language;
    return byEmacsVariables(bytes);
}

} // namespace paydown::syntax
