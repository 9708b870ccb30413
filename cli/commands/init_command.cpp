// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/init_command.h"

#include "cli/format/words.h"
#include "core/base/text.h"

#include <CLI/CLI.hpp>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>

namespace paydown::cli {

void InitCommand::declare(CLI::App& app) {
    app.add_flag("--print", m_print, "Print it instead of writing .paydown.toml");
}

int InitCommand::run(Session& session) {
    Checkout& place = session.checkout();
    const auto census = place.countWords(session.stop());
    std::vector<WordCount> words;
    for (const auto& word : census) words.push_back({word.word, word.count});
    const std::string text = exampleConfig(words);
    Output& out = session.output();
    if (m_print) {
        out.write(text);
        return kFine;
    }
    const auto path = std::filesystem::path(place.root()) / kConfigFileName;
    if (std::filesystem::exists(path)) {
        throw Error(fmt::format("{} exists already", path.string()),
                    "'paydown init --print' shows what would be written");
    }
    std::ofstream file(path, std::ios::binary);
    file << text;
    file.flush();
    if (!file) throw Error(fmt::format("cannot write {}", path.string()), "check the permissions of the folder");
    for (const auto& word : census) {
        out.line(fmt::format("{:>8}  {}", groupedDigits(word.count), word.word));
        for (const auto& sample : word.samples) {
            out.line(session.style().paint(Tone::Dim, fmt::format("          {}:{}  {}", escapeForTerminal(sample.path),
                                                                  sample.line, escapeForTerminal(sample.title))));
        }
    }
    out.line(fmt::format("Wrote {}. Look through its words, then commit it.", kConfigFileName));
    return kFine;
}

} // namespace paydown::cli
