// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"
#include "core/config/config.h"

#include <string>
#include <vector>

namespace paydown::cli {

/// `paydown rule [FILTER FIELD=VALUE…] [--save]`: what a rule would cover, before it is saved; without arguments, what
/// those of the configuration cover.
class RuleCommand final : public Command {
public:
    [[nodiscard]] const char* name() const override { return "rule"; }
    [[nodiscard]] const char* summary() const override { return "Show what a rule would cover, then save it"; }
    void declare(CLI::App& app) override;
    int run(Session& session) override;

private:
    static int listRules(Session& session);
    [[nodiscard]] RuleConfig ruleFromWords() const;

    std::vector<std::string> m_words;
    bool m_save = false;
};

} // namespace paydown::cli
