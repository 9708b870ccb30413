// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"

namespace paydown::cli {

/// `paydown init`: writes a commented .paydown.toml with the words that this repository really uses.
class InitCommand final : public Command {
public:
    [[nodiscard]] const char* name() const override { return "init"; }
    [[nodiscard]] const char* summary() const override { return "Write a .paydown.toml with this repository's words"; }
    void declare(CLI::App& app) override;
    int run(Session& session) override;

private:
    bool m_print = false;
};

} // namespace paydown::cli
