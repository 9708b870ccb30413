// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/init_command.h"

#include "cli/format/words.h"
#include "core/base/text.h"
#include "core/base/whole_file.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <system_error>

namespace paydown::cli {

namespace {

bool isReadAlready(const annotations::CensusWord& word) {
    const std::vector<std::string> defaults = ScanSettings{}.words;
    return word.word == "DEBT" || word.word == "TECHDEBT" || std::ranges::find(defaults, word.word) != defaults.end();
}

std::string sampleOf(const annotations::CensusWord& word) {
    if (word.samples.empty()) return {};
    const annotations::CensusSample& sample = word.samples.front();
    return fmt::format("{}:{}: {}", sample.path, sample.line, sample.title);
}

std::string configFor(const std::vector<annotations::CensusWord>& census) {
    std::vector<WordCount> words;
    for (const auto& word : census) words.push_back({word.word, word.count, word.isProposed(), sampleOf(word)});
    return exampleConfig(words);
}

/// Creates the file; one that exists, even as a link to nowhere, is left as it is.
void writeNew(const std::string& path, const std::string& text) {
    const std::error_code failure = writeNewFile(path, text);
    if (failure == std::errc::file_exists)
        throw Error(fmt::format("{} exists already", path), "'paydown init --print' shows what would be written");
    if (failure)
        throw Error(fmt::format("cannot write {}: {}", path, failure.message()), "check the permissions of the folder");
}

} // namespace

void InitCommand::declare(CLI::App& app) {
    auto* print = app.add_flag("--print", m_print, "Print it instead of writing .paydown.toml");
    app.add_flag("--dry-run", m_dryRun, "Show the words that were found, and write nothing")->excludes(print);
}

void InitCommand::showWords(Session& session, const std::vector<annotations::CensusWord>& census) const {
    Output& out = session.output();
    if (census.empty()) out.line("No comment here opens with a word that marks debt.");
    for (const auto& word : census) {
        const char* what = isReadAlready(word) ? "read by default" : word.isProposed() ? "proposed" : "not proposed";
        out.line(fmt::format("{:>8}  {:<12} in {}, {}", groupedDigits(word.count), word.word,
                             counted(word.files, "file"), what));
        for (const auto& sample : word.samples) {
            const std::string text = fmt::format("          {}:{}: {}", escapeForTerminal(sample.path), sample.line,
                                                 escapeForTerminal(sample.title));
            constexpr std::size_t kWidth = 120;
            out.line(session.style().paint(Tone::Dim, fitToWidth(text, kWidth)));
        }
    }
}

int InitCommand::run(Session& session) {
    Checkout& place = session.checkout();
    Output& out = session.output();
    const std::string path = (std::filesystem::path(place.root()) / kConfigFileName).string();
    const bool isWriting = !m_print && !m_dryRun;
    std::error_code ignored;
    if (isWriting && std::filesystem::symlink_status(path, ignored).type() != std::filesystem::file_type::not_found) {
        throw Error(fmt::format("{} exists already", path), "'paydown init --print' shows what would be written");
    }
    const auto census = place.countWords(session.stop());
    if (m_print) {
        out.write(configFor(census));
        return kFine;
    }
    if (isWriting) writeNew(path, configFor(census));
    showWords(session, census);
    out.line(isWriting ? fmt::format("Wrote {}. Look through its words, then commit it.", kConfigFileName)
                       : std::string("Nothing was written; 'paydown init' writes .paydown.toml."));
    return kFine;
}

} // namespace paydown::cli
