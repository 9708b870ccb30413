// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/doctor/language_list.h"

#include "cli/format/table_writer.h"
#include "core/base/text.h"
#include "scanner/syntax/language.h"
#include "scanner/syntax/language_table.h"
#include "scanner/syntax/symbols.h"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>
#include <span>

namespace paydown::cli {

namespace {

std::vector<std::string> namesOf(std::span<const syntax::LanguageNames> rows, std::string_view id,
                                 std::string_view before = {}) {
    std::vector<std::string> names;
    for (const syntax::LanguageNames& row : rows) {
        if (row.id != id) continue;
        for (const std::string_view name : split(row.names, ' '))
            names.push_back(std::string(before) + std::string(name));
    }
    return names;
}

std::string joined(const LanguageEntry& entry) {
    std::vector<std::string> all = entry.extensions;
    all.insert(all.end(), entry.fileNames.begin(), entry.fileNames.end());
    return fmt::format("{}", fmt::join(all, " "));
}

} // namespace

std::vector<LanguageEntry> languageEntries() {
    std::vector<LanguageEntry> entries;
    for (const syntax::Language& language : syntax::languages()) {
        const bool both = syntax::readersOf(language) == syntax::Readers::GrammarAndLexical;
        entries.push_back({std::string(language.id), std::string(language.name),
                           both ? "grammar and lexical" : "lexical", syntax::hasSymbols(language),
                           namesOf(syntax::extensions(), language.id, "."), namesOf(syntax::fileNames(), language.id),
                           namesOf(syntax::interpreters(), language.id)});
    }
    std::ranges::sort(entries, {}, [](const LanguageEntry& entry) { return asciiLower(entry.name); });
    return entries;
}

std::string languageTable(const std::vector<LanguageEntry>& entries) {
    std::string text;
    for (const LanguageEntry& entry : entries) {
        text += fmt::format("{}  {}  {}  {}  {}\n", padded(entry.name, 22), padded(entry.id, 15),
                            padded(entry.readers, 19), entry.symbols ? "symbols" : "       ", joined(entry));
    }
    const auto grammars = std::ranges::count(entries, "grammar and lexical", &LanguageEntry::readers);
    const auto symbols = std::ranges::count(entries, true, &LanguageEntry::symbols);
    return text + fmt::format("{} languages: {} by grammar and lexical reader, {} by the lexical reader alone; {} with "
                              "enclosing symbols.\n",
                              entries.size(), grammars, static_cast<std::ptrdiff_t>(entries.size()) - grammars,
                              symbols);
}

std::string languageMarkdown(const std::vector<LanguageEntry>& entries) {
    std::string text =
        "| language | id | read by | symbols | extensions and names |\n| --- | --- | --- | --- | --- |\n";
    for (const LanguageEntry& entry : entries) {
        text += fmt::format("| {} | `{}` | {} | {} | {} |\n", entry.name, entry.id, entry.readers,
                            entry.symbols ? "yes" : "", joined(entry));
    }
    return text;
}

std::string languageJson(const std::vector<LanguageEntry>& entries) {
    auto languages = nlohmann::ordered_json::array();
    for (const LanguageEntry& entry : entries) {
        languages.push_back({{"id", entry.id},
                             {"name", entry.name},
                             {"readers", entry.readers},
                             {"symbols", entry.symbols},
                             {"extensions", entry.extensions},
                             {"file_names", entry.fileNames},
                             {"interpreters", entry.interpreters}});
    }
    return nlohmann::ordered_json{{"version", 1}, {"languages", languages}}.dump(2) + "\n";
}

} // namespace paydown::cli
