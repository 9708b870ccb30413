// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"

namespace paydown::cli {

/// `paydown plan`: proposes who pays what in which period; accepts it, shows what stands, closes a period.
class PlanCommand final : public Command {
public:
    [[nodiscard]] const char* name() const override { return "plan"; }
    [[nodiscard]] const char* summary() const override { return "Propose a plan; --accept, --show, --close"; }
    void declare(CLI::App& app) override;
    int run(Session& session) override;

private:
    int showPlan(Session& session) const;
    int proposePlan(Session& session) const;
    int closePeriod(Session& session) const;

    bool m_accept = false;
    bool m_show = false;
    bool m_close = false;
    bool m_dryRun = false;
};

} // namespace paydown::cli
