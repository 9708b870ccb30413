// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"

namespace paydown::cli {

/// Bare `paydown`: what matters now in five lines, the last of which is the next command to type.
class TodayCommand final : public Command {
public:
    [[nodiscard]] const char* name() const override { return ""; }
    [[nodiscard]] const char* summary() const override { return "What is new, woke, due and mine"; }
    void declare(CLI::App&) override {}
    int run(Session& session) override;
};

} // namespace paydown::cli
