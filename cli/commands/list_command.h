// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"
#include "cli/format/item_writer.h"
#include "core/filter/filter.h"
#include "scanner/refresh/checkout.h"

namespace paydown::cli {

/// `paydown list [FILTER…]`: what is open, in any format, with or without history.
class ListCommand final : public Command {
public:
    [[nodiscard]] const char* name() const override { return "list"; }
    [[nodiscard]] const char* summary() const override { return "List debt that is open, filtered and in any format"; }
    void declare(CLI::App& app) override;
    int run(Session& session) override;

private:
    [[nodiscard]] LoadOptions loadOptions(const Filter& filter) const;
    [[nodiscard]] bool canStream(Session& session, const Filter& filter) const;
    /// Writes while the tree is still being read.
    int stream(Session& session, const Filter& filter, ListFormat format);
    int listWhole(Session& session, const Filter& filter, ListFormat format);
    /// One list of all repositories of the workspace, best first.
    int listWorkspace(Session& session);
    int listGroups(Session& session, const Filter& filter) const;
    int listSkipped(Session& session) const;

    std::vector<std::string> m_filter;
    std::string m_revision;
    std::string m_format = "table";
    std::string m_sort;
    std::string m_state;
    std::string m_queue;
    std::size_t m_limit = 0;
    bool m_groups = false;
    bool m_all = false;
    bool m_mentions = false;
    bool m_skipped = false;
};

} // namespace paydown::cli
