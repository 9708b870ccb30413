// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"

#include <string>
#include <vector>

namespace paydown::cli {

/// `paydown workspace init | list`: several repositories that are read together.
class WorkspaceCommand final : public Command {
public:
    [[nodiscard]] const char* name() const override { return "workspace"; }
    [[nodiscard]] const char* summary() const override { return "Several repositories, their people and capacity"; }
    void declare(CLI::App& app) override;
    int run(Session& session) override;

private:
    int init(Session& session) const;
    static int list(Session& session);

    CLI::App* m_init = nullptr;
    std::vector<std::string> m_folders;
    std::string m_output;
};

} // namespace paydown::cli
