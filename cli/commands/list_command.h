// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"

namespace paydown::cli {

/// `paydown list [FILTER…]`: what is open, in any format, with or without history.
class ListCommand final : public Command {
public:
    [[nodiscard]] const char* name() const override { return "list"; }
    [[nodiscard]] const char* summary() const override { return "List debt that is open, filtered and in any format"; }
    void declare(CLI::App& app) override;
    int run(Session& session) override;

private:
    int listSkipped(Session& session, const Snapshot& snapshot) const;

    std::vector<std::string> m_filter;
    std::string m_revision;
    std::string m_format = "table";
    std::string m_sort;
    std::string m_state;
    std::size_t m_limit = 0;
    bool m_all = false;
    bool m_mentions = false;
    bool m_skipped = false;
};

} // namespace paydown::cli
