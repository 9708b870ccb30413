// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sample/source_file.h"

#include "tests/sample/phrases.h"

#include <algorithm>
#include <cctype>
#include <utility>

namespace paydown::sample {
namespace {

void replaceAll(std::string& text, std::string_view from, std::string_view to) {
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
}

std::string capitalized(std::string_view word) {
    std::string text(word);
    text[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(text[0])));
    return text;
}

std::string functionName(Language language, std::string_view verb, std::string_view noun) {
    switch (language) {
    case Language::Python:
    case Language::Rust:
    case Language::Shell: return std::string(verb) + "_" + std::string(noun);
    case Language::Go: return capitalized(verb) + capitalized(noun);
    case Language::Cpp:
    case Language::TypeScript:
    case Language::Java: break;
    }
    return std::string(verb) + capitalized(noun);
}

/// The nouns and numbers of one function, so that its lines speak of the same things.
struct Subject {
    std::string noun;
    std::string other;
};

std::string fill(std::string_view phrase, const Subject& subject, Random& random) {
    std::string text(phrase);
    replaceAll(text, "{noun}", subject.noun);
    replaceAll(text, "{Noun}", capitalized(subject.noun));
    replaceAll(text, "{other}", subject.other);
    replaceAll(text, "{Other}", capitalized(subject.other));
    replaceAll(text, "{number}", std::to_string(2 + random.below(95)));
    return text;
}

std::vector<std::string> fillAll(const std::vector<std::string_view>& lines, const Subject& subject, Random& random) {
    std::vector<std::string> filled;
    for (const std::string_view line : lines) filled.push_back(fill(line, subject, random));
    return filled;
}

bool holds(const SourceFile& file, std::string_view name) {
    return std::ranges::any_of(file.functions, [&](const Function& function) { return function.name == name; });
}

std::string_view commentMark(Language language) {
    return language == Language::Python || language == Language::Shell ? "# " : "// ";
}

/// `line` with its tabs turned into the file's indentation.
std::string indented(std::string_view line, const SourceFile& file, std::size_t steps) {
    while (line.starts_with('\t')) {
        line.remove_prefix(1);
        ++steps;
    }
    if (line.empty()) return {};
    return std::string(file.language == Language::Go ? steps : steps * file.indent,
                       file.language == Language::Go ? '\t' : ' ') +
           std::string(line);
}

void renderDebt(const Debt& debt, const SourceFile& file, std::size_t steps, std::string& text) {
    const std::string mark(commentMark(file.language));
    std::string head = mark + debt.tag;
    if (!debt.args.empty()) head += "(" + debt.args + ")";
    text += indented(head + ": " + debt.title, file, steps) + "\n";
    for (const std::string& line : debt.body) text += indented(mark + "  " + line, file, steps) + "\n";
}

void renderFunction(const Function& function, const SourceFile& file, std::string& text) {
    const std::size_t outer = file.language == Language::Java ? 1 : 0;
    text += "\n";
    for (const std::string& line : function.attributes) text += indented(line, file, outer) + "\n";
    text += indented(function.opening, file, outer) + "\n";
    for (std::size_t i = 0; i < function.statements.size(); ++i) {
        if (function.debt && function.debt->beforeStatement == i) renderDebt(*function.debt, file, outer + 1, text);
        for (const std::string& line : function.statements[i]) text += indented(line, file, outer + 1) + "\n";
    }
    if (!function.closing.empty()) text += indented(function.closing, file, outer) + "\n";
}

} // namespace

std::string render(const SourceFile& file) {
    std::string text;
    for (const std::string& line : file.preamble) text += line + "\n";
    for (const Function& function : file.functions) renderFunction(function, file, text);
    if (file.language == Language::Java) text += "}\n";
    if (file.language == Language::Cpp) text += "\n} // namespace harbour\n";
    return text;
}

std::vector<std::string> writeStatement(Language language, Random& random) {
    const Subject subject{std::string(random.pick(nouns())), std::string(random.pick(nouns()))};
    return fillAll(random.pick(phrasesOf(language).statements), subject, random);
}

Function writeFunction(const SourceFile& file, Random& random) {
    const Phrases& phrases = phrasesOf(file.language);
    Function function;
    Subject subject;
    do {
        subject = {std::string(random.pick(nouns())), std::string(random.pick(nouns()))};
        function.name = functionName(file.language, random.pick(verbs()), subject.noun);
    } while (holds(file, function.name) || subject.noun == subject.other);
    function.opening = fill(random.pick(phrases.openings), subject, random);
    replaceAll(function.opening, "{name}", function.name);
    const std::size_t count = 3 + random.below(5);
    for (std::size_t i = 0; i < count; ++i)
        function.statements.push_back(fillAll(random.pick(phrases.statements), subject, random));
    function.statements.push_back({fill(random.pick(phrases.returns), subject, random)});
    function.closing = phrases.closing;
    return function;
}

std::vector<std::string> writePreamble(Language language, std::string_view stem, Random& random) {
    const std::string noun(random.pick(nouns()));
    const std::string name(stem);
    switch (language) {
    case Language::Cpp:
        return {"#include \"" + name + ".h\"", "", "#include <chrono>", "#include <string>", "", "namespace harbour {"};
    case Language::Python:
        return {"\"\"\"" + capitalized(name) + " of the harbour.\"\"\"",
                "",
                "import logging",
                "",
                "log = logging.getLogger(__name__)",
                ""};
    case Language::TypeScript:
        return {"import { api } from './api';", "import type { " + capitalized(noun) + " } from './types';"};
    case Language::Go: return {"package " + name, "", "import (", "\t\"context\"", "\t\"fmt\"", ")"};
    case Language::Rust: return {"use crate::model::" + capitalized(noun) + ";", "use std::time::Duration;"};
    case Language::Java:
        return {"package harbour.ledger;", "", "import java.util.List;", "", "final class " + name + " {"};
    case Language::Shell: return {"#!/usr/bin/env bash", "set -euo pipefail"};
    }
    return {};
}

std::string_view extensionOf(Language language) {
    switch (language) {
    case Language::Cpp: return "cpp";
    case Language::Python: return "py";
    case Language::TypeScript: return "ts";
    case Language::Go: return "go";
    case Language::Rust: return "rs";
    case Language::Java: return "java";
    case Language::Shell: return "sh";
    }
    return "txt";
}

} // namespace paydown::sample
