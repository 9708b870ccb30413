// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"

namespace paydown::cli {

/// `paydown diff A..B [FILTER…]`: what was introduced, ended, moved and edited between two commits.
class DiffCommand final : public Command {
public:
    [[nodiscard]] const char* name() const override { return "diff"; }
    [[nodiscard]] const char* summary() const override { return "What came and what went between two commits"; }
    void declare(CLI::App& app) override;
    int run(Session& session) override;

private:
    std::string m_range;
    std::vector<std::string> m_filter;
    std::string m_format = "table";
};

} // namespace paydown::cli
