// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"

namespace paydown::cli {

/// `paydown log [ID|PATH]`: events, newest first; --endings only how debts ended, with a summary of what was paid.
class LogCommand final : public Command {
public:
    [[nodiscard]] const char* name() const override { return "log"; }
    [[nodiscard]] const char* summary() const override { return "What happened to debt, newest first"; }
    void declare(CLI::App& app) override;
    int run(Session& session) override;

private:
    std::string m_subject;
    std::string m_revision;
    std::string m_format = "table";
    std::string m_by;
    std::size_t m_limit = 0;
    bool m_endings = false;
};

} // namespace paydown::cli
