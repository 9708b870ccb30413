// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"

namespace paydown::cli {

/// `paydown mine`: what is planned for me, due, woke or needs my answer, then the rest of mine.
class MineCommand final : public Command {
public:
    [[nodiscard]] const char* name() const override { return "mine"; }
    [[nodiscard]] const char* summary() const override { return "What is planned for me, due or woke"; }
    void declare(CLI::App& app) override;
    int run(Session& session) override;

private:
    int runWorkspace(Session& session) const;

    std::string m_format = "table";
};

} // namespace paydown::cli
