// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/accuracy/agreement_table.h"

#include "scanner/syntax/encoding.h"
#include "tests/accuracy/two_readers.h"

#include <fmt/format.h>

namespace paydown::accuracy {
namespace {

constexpr std::size_t kMostShown = 100;

std::string_view firstLine(std::string_view text) { return text.substr(0, text.find_first_of("\r\n")); }

} // namespace

void AgreementTable::add(const std::string& name, std::string_view bytes) {
    const syntax::DecodedText decoded(bytes);
    const std::string_view text = decoded.text();
    const syntax::Language* language = syntax::languageOf(name, text);
    if (decoded.isBinary() || language == nullptr || language->grammar == nullptr) return;
    const TwoReadings readings = readTwice(*language, text, Grammar::Ask);
    Row& row = m_rows[std::string(language->id)];
    ++row.files;
    row.comments += readings.lexical.size();
    if (!readings.grammar) ++row.tooCostly;
    if (readings.grammarStumbled) ++row.stumbles;
    for (const Difference& difference : differencesOf(text, readings)) {
        ++(readings.grammarStumbled ? row.doubtful : row.differences);
        const auto stretch = text.substr(difference.beginByte, difference.endByte - difference.beginByte);
        m_differences.push_back(fmt::format("{}:{}: {} alone{}: {}", name, lineOf(text, difference.beginByte),
                                            difference.lexical ? "lexical" : "grammar",
                                            readings.grammarStumbled ? " (stumbled)" : "",
                                            firstLine(stretch).substr(0, kMostShown)));
    }
}

std::string AgreementTable::text() const {
    std::string text =
        "| language | files | comments | differences | files with errors | differences there | too costly "
        "|\n| --- | --- | --- | --- | --- | --- | --- |\n";
    for (const auto& [language, row] : m_rows)
        text += fmt::format("| {} | {} | {} | {} | {} | {} | {} |\n", language, row.files, row.comments,
                            row.differences, row.stumbles, row.doubtful, row.tooCostly);
    if (!m_differences.empty()) text += '\n';
    for (const std::string& difference : m_differences) text += difference + '\n';
    return text;
}

} // namespace paydown::accuracy
