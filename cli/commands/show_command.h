// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"

namespace paydown::cli {

/// `paydown show ID…`: everything about an item: text, code around it, life, the facts behind its rank, decisions.
class ShowCommand final : public Command {
public:
    [[nodiscard]] const char* name() const override { return "show"; }
    [[nodiscard]] const char* summary() const override { return "One item: text, code, life, rank, decisions"; }
    void declare(CLI::App& app) override;
    int run(Session& session) override;

private:
    std::vector<std::string> m_ids;
    std::string m_revision;
    std::string m_format = "table";
    int m_context = 4;
};

} // namespace paydown::cli
