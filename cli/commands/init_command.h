// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"
#include "scanner/annotations/word_census.h"

#include <string>
#include <vector>

namespace paydown::cli {

/// `paydown init`: writes a commented .paydown.toml with the words that this repository really uses. An existing file
/// is never touched.
class InitCommand final : public Command {
public:
    [[nodiscard]] const char* name() const override { return "init"; }
    [[nodiscard]] const char* summary() const override { return "Write a .paydown.toml with this repository's words"; }
    void declare(CLI::App& app) override;
    int run(Session& session) override;

private:
    void showWords(Session& session, const std::vector<annotations::CensusWord>& census) const;

    bool m_print = false;
    bool m_dryRun = false;
};

} // namespace paydown::cli
