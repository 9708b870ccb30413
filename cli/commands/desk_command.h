// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"

namespace paydown::cli {

/// `paydown desk`: opens the desktop application on this repository and returns.
class DeskCommand final : public Command {
public:
    [[nodiscard]] const char* name() const override { return "desk"; }
    [[nodiscard]] const char* summary() const override { return "Open the desktop app here"; }
    void declare(CLI::App& app) override;
    int run(Session& session) override;
};

} // namespace paydown::cli
