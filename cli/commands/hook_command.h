// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"

namespace paydown::cli {

/// `paydown hook install | uninstall | status`: the pre-commit hook of this repository.
class HookCommand final : public Command {
public:
    [[nodiscard]] const char* name() const override { return "hook"; }
    [[nodiscard]] const char* summary() const override { return "Install, uninstall or inspect the pre-commit hook"; }
    void declare(CLI::App& app) override;
    int run(Session& session) override;

private:
    CLI::App* m_install = nullptr;
    CLI::App* m_uninstall = nullptr;
    bool m_share = false;
};

} // namespace paydown::cli
