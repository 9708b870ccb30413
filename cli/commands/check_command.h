// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"
#include "cli/format/check_report.h"

namespace paydown::cli {

/// `paydown check`: judges what the index adds (default), a range, or what is overdue, by the policy of .paydown.toml.
class CheckCommand final : public Command {
public:
    [[nodiscard]] const char* name() const override { return "check"; }
    [[nodiscard]] const char* summary() const override { return "Judge the index, --range A..B or --overdue"; }
    void declare(CLI::App& app) override;
    int run(Session& session) override;

private:
    enum class Budgets : std::uint8_t { Leave, Count };
    [[nodiscard]] static CheckReport judgeIndex(Session& session, Budgets budgets);
    [[nodiscard]] CheckReport judgeRange(Session& session) const;
    int readMessage(Session& session) const;
    int checkOverdue(Session& session) const;
    /// How the configuration calls the person who works here; empty when it does not.
    [[nodiscard]] static std::string ownHandle(const Checkout& place);

    std::string m_range;
    std::string m_message;
    std::string m_format = "table";
    bool m_overdue = false;
    bool m_strict = false;
    bool m_hook = false;
};

} // namespace paydown::cli
