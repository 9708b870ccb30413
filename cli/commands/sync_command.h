// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"
#include "scanner/refresh/checkout.h"

#include <string>

namespace paydown::cli {

/// `paydown sync [REMOTE]`: shares decisions through git notes.
class SyncCommand final : public Command {
public:
    [[nodiscard]] const char* name() const override { return "sync"; }
    [[nodiscard]] const char* summary() const override { return "Share decisions with a remote, through git notes"; }
    void declare(CLI::App& app) override;
    int run(Session& session) override;

private:
    int sayStatus(Session& session) const;
    void sayReport(Session& session, const SharedNews& news) const;

    std::string m_remote;
    bool m_status = false;
    bool m_quiet = false;
};

} // namespace paydown::cli
