// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"

#include <string>

namespace paydown::cli {

/// `paydown complete WORD`: what could stand in place of a half-typed word of a filter, for the completions of shells.
/// Not in --help. Says nothing where it cannot know.
class CompleteCommand final : public Command {
public:
    [[nodiscard]] const char* name() const override { return "complete"; }
    [[nodiscard]] const char* summary() const override { return "What could stand in place of a half-typed filter"; }
    [[nodiscard]] bool isForPeople() const override { return false; }
    void declare(CLI::App& app) override;
    int run(Session& session) override;

private:
    std::string m_word;
};

} // namespace paydown::cli
