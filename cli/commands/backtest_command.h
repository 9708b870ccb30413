// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"
#include "core/backtest/backtest.h"

namespace paydown::cli {

/// `paydown backtest`: how good the ranking would have been in the past of this repository.
class BacktestCommand final : public Command {
public:
    [[nodiscard]] const char* name() const override { return "backtest"; }
    [[nodiscard]] const char* summary() const override {
        return "How much of what came the ranking would have told, year by year";
    }
    void declare(CLI::App& app) override;
    int run(Session& session) override;

private:
    std::string m_format = "table";
    unsigned m_years = 5;
};

} // namespace paydown::cli
