// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"
#include "core/report/period_facts.h"

namespace paydown::cli {

/// `paydown report`: one HTML page, or a summary in Markdown, for people who were not there.
class ReportCommand final : public Command {
public:
    [[nodiscard]] const char* name() const override { return "report"; }
    [[nodiscard]] const char* summary() const override {
        return "One page: what debt cost lately, what was paid, what is next";
    }
    void declare(CLI::App& app) override;
    int run(Session& session) override;

private:
    [[nodiscard]] ReportPeriod period(Session& session, const Snapshot& snapshot) const;

    std::string m_output;
    std::string m_format = "html";
    std::string m_since;
    std::string m_until;
    std::string m_period;
};

} // namespace paydown::cli
