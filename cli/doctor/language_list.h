// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace paydown::cli {

/// A language as `paydown doctor --languages` tells of it.
struct LanguageEntry {
    std::string id;
    std::string name;
    std::string readers; ///< "grammar and lexical" or "lexical".
    bool symbols = false;
    std::vector<std::string> extensions; ///< With the dot.
    std::vector<std::string> fileNames;
    std::vector<std::string> interpreters; ///< Of a shebang.
};

/// Every language, sorted by name as people sort.
[[nodiscard]] std::vector<LanguageEntry> languageEntries();

/// For people: a line each.
[[nodiscard]] std::string languageTable(const std::vector<LanguageEntry>& entries);
/// The rows of docs/languages.md.
[[nodiscard]] std::string languageMarkdown(const std::vector<LanguageEntry>& entries);
/// {"version": 1, "languages": […]}
[[nodiscard]] std::string languageJson(const std::vector<LanguageEntry>& entries);

} // namespace paydown::cli
