// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"

namespace paydown::cli {

/// `paydown stats [FILTER…] [--by KEY]`: counts and ages of open debt, and per month what came and how it ended.
class StatsCommand final : public Command {
public:
    [[nodiscard]] const char* name() const override { return "stats"; }
    [[nodiscard]] const char* summary() const override {
        return "Counts and ages by class, folder, tag, owner or month";
    }
    void declare(CLI::App& app) override;
    int run(Session& session) override;

private:
    void printMonths(Session& session, const Worklist& worklist) const;
    void printGroups(Session& session, const Worklist& worklist, const std::vector<std::uint32_t>& chosen) const;

    std::vector<std::string> m_filter;
    std::string m_revision;
    std::string m_by = "class";
    std::size_t m_limit = 20;
};

} // namespace paydown::cli
